"""Links: some triples with what leads from each node and to it, and the classes of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..namespaces import DCTERMS, OWL, RDF, RDFS, SKOS, Term

__all__ = ["HOLDING", "NAMING", "Links", "Value"]

Value: TypeAlias = Term | Triple

TERMS = tuple(OWL[name].value for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty"))
SHARED = (
    terms.Agent, terms.Place, terms.Programme, terms.Law, terms.Source, terms.Passage,
    SKOS["Concept"].value, SKOS["ConceptScheme"].value,
)  # fmt: skip
"""The classes of what stands for itself; all else belongs to the thing that points to it."""


NAMING = (terms.subject, terms.object, terms.about, terms.addressee, DCTERMS["isPartOf"].value)
"""What is pointed to by one of these is spoken of, and belongs to another thing."""

HOLDING = SKOS["hasTopConcept"]
"""What leads by this from a scheme to its concepts is no part of what describes one of them."""


class Links:
    """What leads from each node of some triples, what leads to it, and what it is."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = set(triples)
        self.outgoing: dict[Value, list[Triple]] = defaultdict(list)
        self.incoming: dict[Value, list[Triple]] = defaultdict(list)
        for triple in sorted(self.triples, key=str):
            self.outgoing[triple.subject].append(triple)
            self.incoming[triple.object].append(triple)
        self._above: dict[str, set[str]] = {}
        self._kinds: dict[Value, set[str]] = {}

    def values(self, node: Value, *properties: str) -> list[Value]:
        """The values of some properties of a node."""
        return [triple.object for triple in self.outgoing.get(node, ()) if triple.predicate.value in properties]

    def is_a(self, node: Value, *classes: str) -> bool:
        """Whether a node is of one of these classes, or of a class below one."""
        return not self.kinds(node).isdisjoint(classes)

    def kinds(self, node: Value) -> set[str]:
        """The classes of a node, and all classes above these."""
        if node not in self._kinds:
            direct = (kind.value for kind in self.values(node, RDF["type"].value) if isinstance(kind, ox.NamedNode))
            self._kinds[node] = set().union(*map(self.above, direct))
        return self._kinds[node]

    def is_shared(self, node: Value) -> bool:
        """Whether a node stands for itself and may be spoken of by many: an agent, a place, a source, a concept."""
        return self.is_a(node, *SHARED)

    def is_term(self, node: Value) -> bool:
        """Whether a node is a class or a property."""
        return self.is_a(node, *TERMS)

    def above(self, name: str) -> set[str]:
        """A class and all classes above it."""
        if name not in self._above:
            self._above[name] = found = {name}
            for upper in self.values(ox.NamedNode(name), RDFS["subClassOf"].value):
                if isinstance(upper, ox.NamedNode):
                    found |= self.above(upper.value)
        return self._above[name]
