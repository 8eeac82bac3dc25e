"""pySHACL as a second opinion: the same findings from another engine, and how two reports differ.

It also checks what is not compiled. It is slower by a factor of a hundred and more, runs regular expressions that may
never end, and takes ``"2022-03-31"^^xsd:date`` for less than ``"2019"^^xsd:gYear``, since rdflib does.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ..engine.rdflib_copy import to_rdflib
from ..errors import EngineError, InputError
from ..findings import Finding, Report, Severity
from ..language import Text
from ..namespaces import RDF, SH, Node, Term, local_name
from ..sparql.guard import check
from ..sparql.query import SparqlQuery
from .compiler import CompiledShapes
from .constraints.sparql_based import prefixes
from .errors import ASK_PYSHACL
from .focusing import without_focus
from .lexical_forms import Verbatim
from .messages import compose, in_both_languages
from .paths import read_path
from .reader import severity_of
from .shape import code_of
from .shape_findings import FOR_PYSHACL, NOT_COMPILED, RECURSIVE
from .target_reader import gives_focus
from .triples import TripleIndex

if TYPE_CHECKING:
    import rdflib

__all__ = ["DIFFERENT", "compared", "complete", "differences", "run_pyshacl"]

DIFFERENT = "engines-differ"

WATCHER, WITNESS = NamedNode("urn:x-qontology:watcher"), NamedNode("urn:x-qontology:witness")
"""A shape with a constraint that every focus node violates."""

QUERIES = frozenset(SH[name] for name in ("select", "ask", "construct", "update"))


def run_pyshacl(
    shapes: Iterable[Triple | Quad],
    data: Iterable[Triple | Quad],
    *,
    shapes_names: Iterable[str] = (),
    data_names: Iterable[str] = (),
) -> Report:
    """Validates data with pySHACL.

    Messages are those of the shapes, else composed as for the compiled engine.

    :raises EngineError: where pySHACL gives up.
    """
    answer = answer_of(triples(shapes), to_rdflib(triples(data)))
    return Report.of(findings_in(answer), engine="pyshacl", shapes=shapes_names, data=data_names)


def answer_of(shapes: Iterable[Triple], data: rdflib.Graph) -> TripleIndex:
    """The report of pySHACL.

    :raises InputError: where the shapes have a query that no engine is asked.
    :raises EngineError: where pySHACL gives up.
    """
    import pyshacl

    asked = list(shapes)
    for triple in asked:
        if triple.predicate in QUERIES and isinstance(triple.object, Literal):
            check(triple.object.value)
    try:
        _, answer, text = pyshacl.validate(data, shacl_graph=to_rdflib(asked))
    except Exception as error:
        raise gave_up(str(error)) from error
    if not hasattr(answer, "serialize"):
        raise gave_up(str(text))
    return TripleIndex(parse(answer.serialize(format="nt"), RdfFormat.N_TRIPLES))


def complete(report: Report, compiled: CompiledShapes, engine: Verbatim) -> Report:
    """A report that also has what pySHACL says of the shapes that were not compiled; its engine names both.

    A doubt is taken back only where pySHACL is seen to have looked at focus nodes: beside each of the shapes
    stands one with the same targets and a constraint that every node violates. Where pySHACL gives up, or finds no
    focus node, the report goes on saying that the shape was not checked. A shape that has no focus node has nothing to
    be checked.
    """
    concerned = {one: compiled.concerned.get(one, (one.shape,)) for one in report.findings if one.code in FOR_PYSHACL}
    unchecked = dict.fromkeys(shape for shapes in concerned.values() for shape in shapes if isinstance(shape, Node))
    if not unchecked:
        return report
    idle = without_focus(compiled, engine, unchecked)
    doubts = {one: shapes for one, shapes in concerned.items() if not idle.issuperset(shapes)}
    kept = [one for one in report.findings if one.code not in FOR_PYSHACL or one in doubts]
    report = replace(report, findings=tuple(kept))
    graph = to_rdflib(engine.statements()) if doubts else None
    looked: set[Term | None] = set()
    found: list[Finding] = []
    for shape in unchecked:
        if graph is None or shape in idle:
            continue
        part = TripleIndex(alone(compiled.graph, shape))
        try:
            answer = answer_of(part.triples, graph)
        except (EngineError, InputError):
            continue
        witnesses = {result for result, constraint in answer.pairs(SH["sourceConstraint"]) if constraint == WITNESS}
        if witnesses:
            looked.add(shape)
            found += (coded(one, part) for one in findings_in(answer, without=witnesses))
    cleared = {one for one, shapes in doubts.items() if looked.union(idle).issuperset(shapes)}
    kept = [one for one in report.findings if one not in cleared]
    kept = [*map(in_vain, kept), *(undefined(one) for one in cleared if one.code == RECURSIVE)]
    known = {one.identity for one in kept}
    added = (one for one in found if one.identity not in known)
    name = f"{report.engine} + pyshacl" if looked else report.engine
    return Report.of([*kept, *added], engine=name, shapes=report.shapes, data=report.data)


def coded(finding: Finding, graph: TripleIndex) -> Finding:
    """The finding; that of an unnamed property shape by the name of the shape around it, as compiled shapes have it."""
    around = {inner: shape for shape, inner in graph.pairs(SH["property"])}
    shape: Term | None = finding.shape
    while shape in around and not isinstance(shape, NamedNode):
        shape = around.pop(shape)
    return replace(finding, code=code_of(shape)) if isinstance(shape, NamedNode) else finding


def in_vain(finding: Finding) -> Finding:
    """The finding; of what is not compiled, pySHACL is not advised where it has been asked."""
    if finding.code != NOT_COMPILED or finding.remedy != ASK_PYSHACL:
        return finding
    return replace(
        finding, remedy=Text("pySHACL did not answer either: say it in another way", "pySHACL 也未能检查：请换一种写法")
    )


def undefined(finding: Finding) -> Finding:
    """What remains to be said of recursive shapes that pySHACL has checked."""
    message = Text(
        "recursive shapes: SHACL does not define what they mean, so this is the reading of pySHACL",
        "形状循环引用：SHACL 未定义其含义，此处采用 pySHACL 的解读",
    )
    return replace(finding, severity=Severity.INFO, message=message, failure=False)


def alone(graph: TripleIndex, shape: Term | None) -> Iterator[Triple]:
    """The part of a shapes graph that one shape needs, in which it alone has targets, and a witness.

    The witness is a shape beside it with the same targets: in the shape itself it would speak where others refer to it.
    """
    needed: set[Term] = set()
    pending = [shape, *graph.instances(SH["ConstraintComponent"])]
    while pending:
        node = pending.pop()
        if node is None or node in needed:
            continue
        needed.add(node)
        pending += (value for name in graph.predicates(node) for value in graph.objects(node, name))
    for triple in graph.triples:
        if triple.subject in needed and (triple.subject == shape or not gives_focus(triple)):
            yield with_prefixes(triple, graph)
    if isinstance(shape, Node):
        query = Literal("SELECT $this WHERE { BIND(true AS ?looked) }")
        yield from (Triple(WATCHER, RDF["type"], SH["NodeShape"]), Triple(WATCHER, SH["sparql"], WITNESS))
        yield Triple(WITNESS, SH["select"], query)
        for triple in graph.triples:
            if triple.subject == shape and gives_focus(triple):
                is_class = triple.predicate == RDF["type"]
                way, target = (SH["targetClass"], shape) if is_class else (triple.predicate, triple.object)
                yield Triple(WATCHER, way, target)


def with_prefixes(triple: Triple, graph: TripleIndex) -> Triple:
    """The statement; a query with the prefixes that it takes from the file, which pySHACL does not know."""
    text = triple.object
    if triple.predicate not in QUERIES or not isinstance(text, Literal) or not isinstance(triple.subject, Node):
        return triple
    try:
        declared = prefixes(graph, triple.subject, triple.subject)
    except InputError:
        return triple
    query = SparqlQuery(text.value)
    lacking = sorted((query.prefixes - query.declared - declared.keys()) & graph.prefixes.keys())
    lines = "".join(f"PREFIX {name}: <{graph.prefixes[name]}>\n" for name in lacking)
    return Triple(triple.subject, triple.predicate, Literal(lines + text.value))


def differences(one: Report, other: Report) -> tuple[Finding, ...]:
    """The findings that only one of two reports has; messages, remedies and places do not count.

    Both must be of the same graphs: give pySHACL the graph of the compiled shapes, where blank nodes have their names.

    >>> from qontology.findings import Report
    >>> empty = Report.of([], engine="a", shapes=[], data=[])
    >>> differences(empty, empty)
    ()
    """
    first, second = ({finding.identity: finding for finding in report.findings} for report in (one, other))
    different = ({**first, **second}[key] for key in first.keys() ^ second.keys())
    return tuple(sorted(different, key=lambda finding: finding.order))


def compared(one: Report, other: Report) -> Report:
    """The findings of the first report, and one more for each finding that only one of the two has."""
    firsts = set(one.findings)
    doubts = [doubt(found, (one if found in firsts else other).engine) for found in differences(one, other)]
    return Report.of([*one.findings, *doubts], engine=f"{one.engine}, {other.engine}", shapes=one.shapes, data=one.data)


def doubt(finding: Finding, engine: str) -> Finding:
    """The finding that only one engine found something."""
    return replace(
        finding,
        code=DIFFERENT,
        severity=Severity.WARNING,
        message=Text(
            f"only the engine {engine} finds here: {finding.message.en}", f"仅 {engine} 引擎发现：{finding.message.zh}"
        ),
        remedy=Text("check it by hand, and report the difference", "请人工核实，并报告这一差异"),
    )


def triples(statements: Iterable[Triple | Quad]) -> Iterator[Triple]:
    """The statements without their graphs."""
    return (Triple(statement.subject, statement.predicate, statement.object) for statement in statements)


def gave_up(reason: str) -> EngineError:
    """The error that pySHACL came to no verdict."""
    return EngineError(Text(f"pySHACL gave up: {reason}", f"pySHACL 放弃校验：{reason}"))


def findings_in(graph: TripleIndex, without: Container[Term] = ()) -> Iterator[Finding]:
    """The results of a report of pySHACL, some of them left out."""
    return (finding_of(graph, result) for _, result in graph.pairs(SH["result"]) if result not in without)


def finding_of(graph: TripleIndex, result: Term) -> Finding:
    """One result of a report of pySHACL."""

    def one(name: str) -> Term | None:
        return next(iter(graph.objects(result, SH[name])), None)

    shape, way, severity = one("sourceShape"), one("resultPath"), one("resultSeverity")
    component = local_name(str(one("sourceConstraintComponent")).strip("<>"))
    node, value = one("focusNode"), one("value")
    code = (code_of(shape) if isinstance(shape, NamedNode) else None) or component
    wording = compose("", {"shape": code, "value": node if value is None else value})
    texts = [text for text in graph.objects(result, SH["resultMessage"]) if isinstance(text, Literal)]
    return Finding(
        code=code,
        severity=severity_of(severity),
        node=node,
        message=in_both_languages(texts) or wording.message,
        path=None if way is None else read_path(graph, way),
        value=value,
        component=component,
        shape=shape,
        remedy=wording.remedy,
    )
