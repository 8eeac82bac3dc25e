"""Things: what the graph says of one thing, and what points to it, each read once."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from .. import terms
from ..knowledge import KnowledgeGraph
from ..namespaces import RDF, Term
from .rows import read

__all__ = ["Things"]

OUTGOING = "SELECT ?predicate ?value WHERE {{ {thing} ?predicate ?value }}"
INCOMING = "SELECT ?node ?predicate WHERE {{ ?node ?predicate {thing} FILTER(isIRI(?node)) }} ORDER BY ?node ?predicate"
ABOVE = "SELECT ?node ?value WHERE { ?node rdfs:subClassOf+ ?value FILTER(isIRI(?value)) }"


class Edge(NamedTuple):
    """What leads from a node to a value, as far as the query asks for it."""

    node: NamedNode
    predicate: str
    value: Term


class Things:
    """The neighbourhood of each thing of a graph.

    >>> from qontology import load
    >>> graph = load()
    >>> Things(graph).is_a(graph.find("QUTAC"), terms.Agent)
    True
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self._properties: dict[NamedNode, dict[str, list[Term]]] = {}
        self._assertions: dict[NamedNode, dict[tuple[str, str], list[NamedNode]]] = {}

    def properties(self, thing: Term | Triple) -> dict[str, list[Term]]:
        """The values of all properties of a thing, by property, in order; a literal has none."""
        if not isinstance(thing, NamedNode):
            return {}
        if thing not in self._properties:
            found: dict[str, list[Term]] = {}
            for edge in read(self.graph.select(OUTGOING.format(thing=thing)), Edge):
                found.setdefault(edge.predicate, []).append(edge.value)
            self._properties[thing] = {predicate: sorted(values, key=str) for predicate, values in found.items()}
        return self._properties[thing]

    def pointing(self, thing: NamedNode) -> list[tuple[NamedNode, str]]:
        """What points to a thing, and by which property."""
        return [edge[:2] for edge in read(self.graph.select(INCOMING.format(thing=thing)), Edge)]

    def is_a(self, thing: Term | Triple, *classes: str) -> bool:
        """Whether a thing is of one of these classes, or of a class below one."""
        kinds = self.properties(thing).get(RDF["type"].value, ())
        return any(name in self._above.get(kind.value, {kind.value}) for kind in kinds for name in classes)

    def vouchers(self, thing: Term | Triple, predicate: str, value: Term | Triple) -> list[NamedNode]:
        """The assertions that vouch for a single triple."""
        if not isinstance(thing, NamedNode):
            return []
        if thing not in self._assertions:
            found: dict[tuple[str, str], list[NamedNode]] = {}
            for node, relation in self.pointing(thing):
                own = self.properties(node) if relation == terms.subject else {}
                for stated in own.get(terms.predicate, ()):
                    for stated_value in own.get(terms.object, ()):
                        found.setdefault((stated.value, str(stated_value)), []).append(node)
            self._assertions[thing] = found
        return self._assertions[thing].get((predicate, str(value)), [])

    @cached_property
    def _above(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for edge in read(self.graph.select(ABOVE), Edge):
            found.setdefault(edge.node.value, {edge.node.value}).add(edge.value.value)
        return found
