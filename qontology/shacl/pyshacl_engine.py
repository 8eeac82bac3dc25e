"""pySHACL as a second opinion: the same findings from another engine, and how two reports differ.

It also checks what is not compiled. It is slower by a factor of a hundred and more, runs regular expressions that may
never end, and takes ``"2022-03-31"^^xsd:date`` for less than ``"2019"^^xsd:gYear``, since rdflib does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ..engine.rdflib_copy import to_rdflib
from ..errors import EngineError
from ..findings import Finding, Report, Severity
from ..language import Text
from ..namespaces import SH, Term, local_name
from .compiler import CompiledShapes
from .messages import compose, in_both_languages
from .paths import read_path
from .reader import severity_of
from .shape import code_of
from .shape_findings import NOT_COMPILED
from .triples import TripleIndex

if TYPE_CHECKING:
    import rdflib

__all__ = ["DIFFERENT", "compared", "complete", "differences", "run_pyshacl"]

DIFFERENT = "engines-differ"


def run_pyshacl(
    shapes: Iterable[Triple | Quad],
    data: Iterable[Triple | Quad],
    *,
    only: Iterable[NamedNode] = (),
    shapes_names: Iterable[str] = (),
    data_names: Iterable[str] = (),
) -> Report:
    """Validates data with pySHACL; ``only`` names the shapes to be checked, where not all are.

    Messages are those of the shapes, else composed as for the compiled engine.

    :raises EngineError: where pySHACL gives up.
    """
    import pyshacl

    chosen = [node.value for node in only]
    shapes_graph, data_graph = to_rdflib(triples(shapes)), to_rdflib(triples(data))
    try:
        _, answer, text = pyshacl.validate(data_graph, shacl_graph=shapes_graph, use_shapes=chosen or None)
    except Exception as error:
        raise gave_up(str(error)) from error
    if not hasattr(answer, "serialize"):
        raise gave_up(str(text))
    return Report.of(findings_in(answer), engine="pyshacl", shapes=shapes_names, data=data_names)


def complete(report: Report, compiled: CompiledShapes, data: Iterable[Triple | Quad]) -> Report:
    """A report that also has what pySHACL says of the shapes that were not compiled; its engine names both.

    Shapes without a name stay unchecked, as the report says: pySHACL cannot be asked for them.

    :raises EngineError: where pySHACL gives up.
    """
    unchecked = {one.shape for one in report.findings if one.code == NOT_COMPILED and isinstance(one.shape, NamedNode)}
    if not unchecked:
        return report
    kept = [one for one in report.findings if one.code != NOT_COMPILED or one.shape not in unchecked]
    known = {one.identity for one in kept}
    opinion = run_pyshacl(compiled.graph.triples, data, only=sorted(unchecked, key=str))
    added = (one for one in opinion.findings if one.identity not in known)
    names = f"{report.engine} + {opinion.engine}"
    return Report.of([*kept, *added], engine=names, shapes=report.shapes, data=report.data)


def differences(one: Report, other: Report) -> tuple[Finding, ...]:
    """The findings that only one of two reports has; messages, remedies and places do not count.

    Both must be of the same graphs: give pySHACL the graph of the compiled shapes, where blank nodes have their names.

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


def findings_in(answer: rdflib.Graph) -> Iterator[Finding]:
    """The results of a report of pySHACL."""
    graph = TripleIndex(parse(answer.serialize(format="nt"), RdfFormat.N_TRIPLES))
    for _, result in graph.pairs(SH["result"]):
        yield finding_of(graph, result)


def finding_of(graph: TripleIndex, result: Term) -> Finding:
    """One result of a report of pySHACL."""

    def one(name: str) -> Term | None:
        return next(iter(graph.objects(result, SH[name])), None)

    shape, way, severity = one("sourceShape"), one("resultPath"), one("resultSeverity")
    component = local_name(str(one("sourceConstraintComponent")).strip("<>"))
    node, value = one("focusNode"), one("value")
    wording = compose("", {"shape": shape, "value": node if value is None else value})
    texts = [text for text in graph.objects(result, SH["resultMessage"]) if isinstance(text, Literal)]
    return Finding(
        code=(code_of(shape) if isinstance(shape, NamedNode) else None) or component,
        severity=severity_of(severity),
        node=node,
        message=in_both_languages(texts) or wording.message,
        path=None if way is None else read_path(graph, way),
        value=value,
        component=component,
        shape=shape,
        remedy=wording.remedy,
    )
