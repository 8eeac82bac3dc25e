"""The targets of shapes, read from a shapes graph: those of SHACL Core, and those that a SPARQL query gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from pyoxigraph import Literal, NamedNode, Triple

from ..language import Text
from ..namespaces import OWL, RDF, RDFS, SH, Node, Term, local_name
from .constraints.parameter import ParameterValue, SupportsReading
from .constraints.sparql_based import TRUE, read_query
from .errors import NotSupportedError, ShapesError
from .targets import Target, TargetQuery
from .triples import TripleIndex

__all__ = ["TARGETS", "class_shapes", "gives_focus", "read_target"]

TARGETS = ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf", "target", "targetWhere")
"""The properties that give a shape focus nodes; the last is not evaluated."""

GIVING_FOCUS = frozenset(SH[name] for name in TARGETS)

Part = TypeVar("Part")


class Faults(Protocol):
    """Where the faults of a shape are kept."""

    def append(self, fault: ShapesError, /) -> None:
        """Adds a fault."""


def read_target(reader: SupportsReading, node: Node, is_class: bool, faults: Faults) -> Target:
    """The target of a shape, without the values that cannot be used."""

    def values(name: str, read: Callable[[ParameterValue], Part]) -> tuple[Part, ...]:
        found = []
        for value in reader.graph.objects(node, SH[name]):
            try:
                found.append(read(ParameterValue(reader, node, name, value)))
            except ShapesError as fault:
                faults.append(fault)
        return tuple(found)

    classes = values("targetClass", ParameterValue.iri)
    itself = (node,) if is_class and isinstance(node, NamedNode) else ()
    return Target(
        nodes=values("targetNode", ParameterValue.nameable),
        classes=(*classes, *itself),
        subjects_of=values("targetSubjectsOf", ParameterValue.iri),
        objects_of=values("targetObjectsOf", ParameterValue.iri),
        queries=values("target", read_query_target),
    )


def class_shapes(graph: TripleIndex, declared: frozenset[Node], shapes: frozenset[Node]) -> dict[Node, bool]:
    """The shapes that are classes and so have their instances for focus nodes; false for those that only OWL calls so.

    By the letter an ``owl:Class`` is no ``rdfs:Class`` unless the shapes graph says so; those who declare it a shape
    mean it. An ``rdfs:Class`` with a constraint is a shape, declared or not (SHACL 2.1).
    """
    found = dict.fromkeys((node for node in graph.instances(OWL["Class"]) if node in declared), False)
    return found | dict.fromkeys((node for node in graph.instances(RDFS["Class"]) if node in declared | shapes), True)


def gives_focus(triple: Triple) -> bool:
    """Whether a triple of a shapes graph gives its subject focus nodes."""
    is_class = triple.predicate == RDF["type"] and triple.object in (RDFS["Class"], OWL["Class"])
    return is_class or triple.predicate in GIVING_FOCUS


def read_query_target(parameter: ParameterValue) -> TargetQuery:
    """The target that a ``sh:SPARQLTarget`` is, or an instance of a ``sh:SPARQLTargetType`` with its parameters."""
    graph, node, shape = parameter.reader.graph, parameter.value, parameter.shape
    if isinstance(node, Literal):
        raise parameter.wrong(Text("a SPARQL-based target", "基于 SPARQL 的目标"))
    types = [one for one in graph.objects(node, RDF["type"]) if graph.objects(one, SH["select"])]
    owner: Term = node if graph.objects(node, SH["select"]) or not types else types[0]
    if isinstance(owner, Literal) or not graph.objects(owner, SH["select"]):
        raise NotSupportedError(shape, "sh:target")
    arguments: dict[str, Term] = {}
    for declared in graph.objects(owner, SH["parameter"]):
        for path in graph.objects(declared, SH["path"]):
            given = graph.objects(node, path) if isinstance(path, NamedNode) else ()
            name = local_name(path.value)
            if len(given) > 1 or (not given and TRUE not in graph.objects(declared, SH["optional"])):
                message = Text(f"its target needs one value of {path}", f"其目标的 {path} 应恰有一个值")
                raise ShapesError(shape, message, Text("give the target one value of it", "请为目标给出一个值"))
            for one in given:
                arguments[name] = ParameterValue(parameter.reader, shape, name, one).nameable()
    text = read_query(graph, owner, "select", shape, frozenset(arguments), of_target=True)
    return TargetQuery(text, tuple(arguments.items()))
