"""Things: what the graph says of one thing, and what points to it, each read once."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from .. import terms
from ..knowledge import KnowledgeGraph
from ..namespaces import DCTERMS, RDF, Term
from .rows import grouped, read

__all__ = ["Things"]

TYPE = RDF["type"].value
NO_KINDS: frozenset[str] = frozenset()
OUTGOING = "SELECT ?predicate ?value WHERE {{ {thing} ?predicate ?value }}"
INCOMING = "SELECT ?node ?predicate WHERE {{ ?node ?predicate {thing} FILTER(isIRI(?node)) }} ORDER BY ?node ?predicate"
# Virtuoso walks a path only from nodes that it knows.
ABOVE = """SELECT DISTINCT ?node ?value WHERE {
  ?node rdfs:subClassOf ?over . ?over rdfs:subClassOf* ?value FILTER(isIRI(?value))
}"""


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
        self._pointing: dict[NamedNode, list[tuple[NamedNode, str]]] = {}
        self._known_kinds: dict[NamedNode, frozenset[str]] = {}
        self._whole = False

    @classmethod
    def of_all(cls, graph: KnowledgeGraph) -> Things:
        """The neighbourhoods of all things, read in one pass where many will be asked for.

        >>> from qontology import load
        >>> graph = load()
        >>> Things.of_all(graph).properties(graph.find("QIC")) == Things(graph).properties(graph.find("QIC"))
        True
        """
        found = cls(graph)
        for subject, predicate, value in graph.triples():
            if isinstance(subject, NamedNode):
                found._properties.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
                if isinstance(value, NamedNode):
                    found._pointing.setdefault(value, []).append((subject, predicate.value))
        for properties in found._properties.values():
            for values in properties.values():
                values.sort(key=str)
        for pointing in found._pointing.values():
            pointing.sort(key=lambda edge: (edge[0].value, edge[1]))
        found._whole = True
        return found

    def all(self) -> list[NamedNode]:
        """The things of which something has been read so far; all of them after :meth:`of_all`."""
        return [*self._properties]

    def properties(self, thing: Term | Triple) -> dict[str, list[Term]]:
        """The values of all properties of a thing, by property, in order; a literal has none."""
        if not isinstance(thing, NamedNode):
            return {}
        if thing not in self._properties:
            if self._whole:
                return {}
            edges = grouped(read(self.graph.select(OUTGOING.format(thing=thing)), Edge), lambda edge: edge.predicate)
            self._properties[thing] = {
                predicate: sorted((edge.value for edge in found), key=str) for predicate, found in edges.items()
            }
        return self._properties[thing]

    def around(self, place: Term) -> list[Term]:
        """The places that a place lies in, the nearest first."""
        found = [place]
        for each in found:
            found += (wider for wider in self.properties(each).get(DCTERMS["isPartOf"].value, ()) if wider not in found)
        return found[1:]

    def pointing(self, thing: NamedNode) -> list[tuple[NamedNode, str]]:
        """What points to a thing, and by which property."""
        if thing not in self._pointing:
            if self._whole:
                return []
            self._pointing[thing] = [edge[:2] for edge in read(self.graph.select(INCOMING.format(thing=thing)), Edge)]
        return self._pointing[thing]

    def is_a(self, thing: Term | Triple, *classes: str) -> bool:
        """Whether a thing is of one of these classes, or of a class below one."""
        return not self._kinds(thing).isdisjoint(classes)

    def _kinds(self, thing: Term | Triple) -> frozenset[str]:
        """The classes of a thing with all that are above them, read once where everything has been read."""
        if not isinstance(thing, NamedNode):
            return NO_KINDS
        known = self._known_kinds.get(thing)
        if known is None:
            kinds = [kind.value for kind in self.properties(thing).get(TYPE, ())]
            known = frozenset(name for kind in kinds for name in self._above.get(kind, (kind,))) if kinds else NO_KINDS
            if self._whole:
                self._known_kinds[thing] = known
        return known

    def vouchers(self, thing: Term | Triple, predicate: str, value: Term | Triple | None = None) -> list[NamedNode]:
        """The assertions that vouch for a single triple, or where no value is given, for all with this predicate."""
        pointing = self.pointing(thing) if isinstance(thing, NamedNode) else ()
        stated = ((node, self.properties(node)) for node, relation in pointing if relation == terms.subject)
        about = ((node, own) for node, own in stated if NamedNode(predicate) in own.get(terms.predicate, ()))
        return [node for node, own in about if value is None or value in own.get(terms.object, ())]

    @cached_property
    def _above(self) -> dict[str, set[str]]:
        edges = grouped(read(self.graph.select(ABOVE), Edge), lambda edge: edge.node.value)
        return {lower: {lower, *(edge.value.value for edge in found)} for lower, found in edges.items()}
