"""Findings as a SHACL validation report in Turtle, the form that every SHACL tool reads."""

from __future__ import annotations

from io import BytesIO

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from ..findings import Finding, Report, Severity
from .paths import Path, parse_path

__all__ = ["write"]

_SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SEVERITIES = {Severity.VIOLATION: "Violation", Severity.WARNING: "Warning", Severity.INFO: "Info"}
_OPERATIONS = {
    "|": "alternativePath",
    "^": "inversePath",
    "?": "zeroOrOnePath",
    "*": "zeroOrMorePath",
    "+": "oneOrMorePath",
}

Term = NamedNode | BlankNode | Literal


def write(report: Report) -> str:
    """A ``sh:ValidationReport`` with one ``sh:ValidationResult`` a finding, in the order of the report.

    Blank nodes are numbered as they occur, so that the same findings give the same text. A finding without a node
    (such as a file that cannot be parsed) gives a result without ``sh:focusNode``; a node or value that is not in
    N-Triples syntax is written as a string.

    Raises :class:`ValueError` where a path is not one that SHACL has.
    """
    graph = _ReportGraph()
    graph.add_report(report)
    written = BytesIO()
    serialize(graph.triples, written, RdfFormat.TURTLE, prefixes={"sh": _SH, "rdf": _RDF})
    return written.getvalue().decode()


class _ReportGraph:
    """The triples of a report in the order in which they are to be read."""

    def __init__(self) -> None:
        self.triples: list[Triple] = []
        self._nodes: dict[str, BlankNode] = {}
        self._paths = 0

    def add_report(self, report: Report) -> None:
        root = BlankNode("report")
        results = [(BlankNode(f"result{number}"), finding) for number, finding in enumerate(report.findings, start=1)]
        self._add(root, _RDF + "type", NamedNode(_SH + "ValidationReport"))
        self._add(root, _SH + "conforms", Literal(report.conforms))
        for node, _ in results:
            self._add(root, _SH + "result", node)
        for node, finding in results:
            self._add_result(node, finding)

    def _add_result(self, result: BlankNode, finding: Finding) -> None:
        values = {
            "resultSeverity": NamedNode(_SH + _SEVERITIES[finding.severity]),
            "focusNode": self._term(finding.node),
            "resultPath": self._path(parse_path(finding.path)) if finding.path else None,
            "value": self._term(finding.value),
            "sourceConstraintComponent": NamedNode(_SH + finding.component) if finding.component else None,
            "sourceShape": self._term(finding.shape),
        }
        self._add(result, _RDF + "type", NamedNode(_SH + "ValidationResult"))
        for name, value in values.items():
            if value is not None:
                self._add(result, _SH + name, value)
        for language, message in finding.message._asdict().items():
            self._add(result, _SH + "resultMessage", Literal(message, language=language))

    def _add(self, subject: BlankNode, predicate: str, value: Term) -> None:
        self.triples.append(Triple(subject, NamedNode(predicate), value))

    def _term(self, syntax: str | None) -> Term | None:
        """The term that is written in N-Triples syntax, a blank node under its number."""
        if syntax is None:
            return None
        try:
            [quad] = parse(f"<urn:s> <urn:p> {syntax} .", format=RdfFormat.N_TRIPLES)
        except (SyntaxError, ValueError):
            return Literal(syntax)
        term: Term = quad.object
        if isinstance(term, BlankNode):
            return self._nodes.setdefault(syntax, BlankNode(f"node{len(self._nodes) + 1}"))
        return term

    def _path(self, path: Path) -> NamedNode | BlankNode:
        """The node of a path, the parts of a complex one before the whole."""
        if isinstance(path, str):
            return NamedNode(path)
        if path.operator == "/":
            return self._list(path.operands)
        operand = self._list(path.operands) if path.operator == "|" else self._path(path.operands[0])
        node = self._path_node()
        self._add(node, _SH + _OPERATIONS[path.operator], operand)
        return node

    def _list(self, paths: tuple[Path, ...]) -> BlankNode:
        members = [self._path(path) for path in paths]
        cells = [self._path_node() for _ in members]
        rests: list[Term] = [*cells[1:], NamedNode(_RDF + "nil")]
        for cell, member, rest in zip(cells, members, rests, strict=True):
            self._add(cell, _RDF + "first", member)
            self._add(cell, _RDF + "rest", rest)
        return cells[0]

    def _path_node(self) -> BlankNode:
        self._paths += 1
        return BlankNode(f"path{self._paths}")
