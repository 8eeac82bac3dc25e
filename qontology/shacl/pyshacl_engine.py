"""pySHACL as a second opinion: the same findings from another engine, and how two reports differ.

It also checks what is not compiled. It is slower by a factor of a hundred and more, runs regular expressions that may
never end, and takes ``"2022-03-31"^^xsd:date`` for less than ``"2019"^^xsd:gYear``, since rdflib does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from ..engine.rdflib_copy import to_rdflib
from ..errors import EngineError
from ..findings import Finding, Report
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

__all__ = ["complete", "differences", "run_pyshacl"]


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

    Raises:
        EngineError: where pySHACL gives up.
    """
    import pyshacl

    chosen = [node.value for node in only]
    shapes_graph, data_graph = to_rdflib(_triples(shapes)), to_rdflib(_triples(data))
    try:
        _, answer, text = pyshacl.validate(data_graph, shacl_graph=shapes_graph, use_shapes=chosen or None)
    except Exception as error:
        raise _gave_up(str(error)) from error
    if not hasattr(answer, "serialize"):
        raise _gave_up(str(text))
    return Report.of(_findings(answer), engine="pyshacl", shapes=shapes_names, data=data_names)


def complete(report: Report, compiled: CompiledShapes, data: Iterable[Triple | Quad]) -> Report:
    """A report that also has what pySHACL says of the shapes that were not compiled; its engine names both.

    Shapes without a name stay unchecked, as the report says: pySHACL cannot be asked for them.

    Raises:
        EngineError: where pySHACL gives up.
    """
    unchecked = {one.shape for one in report.findings if one.code == NOT_COMPILED and one.shape}
    chosen = [NamedNode(shape[1:-1]) for shape in sorted(unchecked) if shape.startswith("<")]
    if not chosen:
        return report
    asked = {str(shape) for shape in chosen}
    kept = [one for one in report.findings if not (one.code == NOT_COMPILED and one.shape in asked)]
    known = {_identity(one) for one in kept}
    opinion = run_pyshacl(compiled.graph.triples, data, only=chosen)
    added = (one for one in opinion.findings if _identity(one) not in known)
    names = f"{report.engine} + {opinion.engine}"
    return Report.of([*kept, *added], engine=names, shapes=report.shapes, data=report.data)


def differences(one: Report, other: Report) -> tuple[Finding, ...]:
    """The findings that only one of two reports has; messages, remedies and places do not count.

    Both must be of the same graphs: give pySHACL the graph of the compiled shapes, where blank nodes have their names.

    >>> empty = Report.of([], engine="a", shapes=[], data=[])
    >>> differences(empty, empty)
    ()
    """
    first, second = ({_identity(finding): finding for finding in report.findings} for report in (one, other))
    return tuple({**first, **second}[key] for key in sorted(first.keys() ^ second.keys()))


def _triples(statements: Iterable[Triple | Quad]) -> Iterator[Triple]:
    return (Triple(statement.subject, statement.predicate, statement.object) for statement in statements)


def _identity(finding: Finding) -> tuple[str, ...]:
    keys = (finding.node, finding.path, finding.value, finding.component, finding.shape, finding.severity.value)
    return tuple(key or "" for key in keys)


def _gave_up(reason: str) -> EngineError:
    return EngineError(Text(f"pySHACL gave up: {reason}", f"pySHACL 放弃校验：{reason}"))


def _findings(answer: rdflib.Graph) -> Iterable[Finding]:
    graph = TripleIndex(parse(answer.serialize(format="nt"), RdfFormat.N_TRIPLES))
    for _, result in graph.pairs(SH["result"]):
        yield _finding(graph, result)


def _finding(graph: TripleIndex, result: Term) -> Finding:
    def one(name: str) -> Term | None:
        return next(iter(graph.objects(result, SH[name])), None)

    def syntax(term: Term | None) -> str | None:
        return None if term is None else str(term)

    shape, way, severity = one("sourceShape"), one("resultPath"), one("resultSeverity")
    component = local_name(str(one("sourceConstraintComponent")).strip("<>"))
    path = None if way is None else read_path(graph, way).sparql
    node, value = syntax(one("focusNode")), syntax(one("value"))
    wording = compose("", {"shape": str(shape), "value": value or node or ""})
    texts = [text for text in graph.objects(result, SH["resultMessage"]) if isinstance(text, Literal)]
    return Finding(
        code=(code_of(shape) if isinstance(shape, NamedNode) else None) or component,
        severity=severity_of(severity),
        node=node,
        message=in_both_languages(texts) or wording.message,
        path=path,
        value=value,
        component=component,
        shape=syntax(shape),
        remedy=wording.remedy,
    )
