"""Findings as a SHACL validation report in Turtle, the form that every SHACL tool reads."""

from __future__ import annotations

from io import BytesIO

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from ...characters import visible
from ...namespaces import RDF, SH, Node, Term
from ...sparql.paths import Alternative, Inverse, Path, Predicate, Repeat, Sequence
from ..findings import Finding, Report
from .excerpts import place

__all__ = ["write"]

NO_REPORT = "# Whether the data conform is not known, so there is no report. / 数据是否符合尚不可知，因此没有报告。\n"


def write(report: Report) -> str:
    """A ``sh:ValidationReport`` with one ``sh:ValidationResult`` a result of SHACL, in the order of the report.

    Blank nodes are numbered as they occur, so that the same findings give the same text. What else was found, such as a
    file that cannot be read or a shape that cannot be used, is no such result and stands in comments before the report.
    Where it leaves open whether the data conform, there is no report, as SHACL has it of a failure, unless there are
    results: these say that the data do not.
    """
    results = [finding for finding in report.findings if finding.is_result]
    comments = [comment(finding) for finding in report.findings if not finding.is_result]
    if not results and any(finding.failure for finding in report.findings):
        return "".join([*comments, NO_REPORT])
    graph = ReportGraph()
    graph.add_report(results)
    text = BytesIO()
    serialize(graph.triples, text, RdfFormat.TURTLE, prefixes={"sh": SH.base, "rdf": RDF.base})
    return "".join([*comments, "\n" if comments else ""]) + text.getvalue().decode()


def comment(finding: Finding) -> str:
    """A finding that is no result of SHACL, as a line of Turtle that says nothing."""
    where = place(finding)
    said = " / ".join(visible(text) for text in dict.fromkeys(finding.message))
    return f"# {visible(finding.code)}: {f'{where}: ' if where else ''}{said}\n"


class ReportGraph:
    """The triples of a report in the order in which they are to be read."""

    def __init__(self) -> None:
        self.triples: list[Triple] = []
        self._nodes: dict[BlankNode, BlankNode] = {}
        self._paths = 0
        self._results = 0

    def add_report(self, found: list[Finding]) -> None:
        """Adds the report, then its results."""
        root = BlankNode("report")
        results = [(self._result(), finding) for finding in found]
        self._add(root, RDF["type"], SH["ValidationReport"])
        self._add(root, SH["conforms"], Literal(not found))
        for node, _ in results:
            self._add(root, SH["result"], node)
        for node, finding in results:
            self._add_result(node, finding)

    def _result(self) -> BlankNode:
        self._results += 1
        return BlankNode(f"result{self._results}")

    def _add_result(self, result: BlankNode, finding: Finding) -> None:
        component = SH[finding.component] if finding.component else None
        values = {
            "resultSeverity": finding.own_severity or SH[finding.severity.value.capitalize()],
            "focusNode": self._numbered(finding.node),
            "resultPath": None if finding.path is None else self._path(finding.path),
            "value": self._numbered(finding.value),
            "sourceConstraintComponent": finding.own_component or component,
            "sourceShape": self._numbered(finding.shape),
        }
        self._add(result, RDF["type"], SH["ValidationResult"])
        for name, value in values.items():
            if value is not None:
                self._add(result, SH[name], value)
        composed = (Literal(message, language=language) for language, message in finding.message._asdict().items())
        for text in finding.messages or composed:
            self._add(result, SH["resultMessage"], text)
        details = [(self._result(), detail) for detail in finding.details]
        for node, _ in details:
            self._add(result, SH["detail"], node)
        for node, detail in details:
            self._add_result(node, detail)

    def _add(self, subject: BlankNode, predicate: NamedNode, value: Term) -> None:
        self.triples.append(Triple(subject, predicate, value))

    def _numbered(self, term: Term | None) -> Term | None:
        """The term, a blank node under its number."""
        if isinstance(term, BlankNode):
            return self._nodes.setdefault(term, BlankNode(f"node{len(self._nodes) + 1}"))
        return term

    def _path(self, path: Path) -> Node:
        """The node of a path, the parts of a complex one before the whole."""
        match path:
            case Predicate(iri):
                return iri
            case Sequence(parts):
                return self._list(parts)
            case Alternative(parts):
                return self._path_of("alternativePath", self._list(parts))
            case Inverse(inner):
                return self._path_of("inversePath", self._path(inner))
            case Repeat(inner):
                return self._path_of(path.kind, self._path(inner))
        raise TypeError(f"not a path of SHACL: {path}")

    def _path_of(self, kind: str, operand: Node) -> BlankNode:
        node = self._path_node()
        self._add(node, SH[kind], operand)
        return node

    def _list(self, paths: tuple[Path, ...]) -> BlankNode:
        members = [self._path(path) for path in paths]
        cells = [self._path_node() for _ in members]
        rests: list[Node] = [*cells[1:], RDF["nil"]]
        for cell, member, rest in zip(cells, members, rests, strict=True):
            self._add(cell, RDF["first"], member)
            self._add(cell, RDF["rest"], rest)
        return cells[0]

    def _path_node(self) -> BlankNode:
        self._paths += 1
        return BlankNode(f"path{self._paths}")
