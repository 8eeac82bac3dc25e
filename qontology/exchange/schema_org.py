"""JSON-LD for those who read schema.org: trees of alliances, in the terms of its own context."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

import pyoxigraph as ox

from ..engine import Triple
from ..namespaces import RDF, SCHEMA, Term

__all__ = ["schema_org"]

Object: TypeAlias = dict[str, object]

LINKS = ("sameAs", "url")
DATES = ("foundingDate",)
CONTEXT: Object = {
    "@vocab": SCHEMA[""].value,
    **{name: {"@type": "@id"} for name in LINKS},
    **{name: {"@type": "Date"} for name in DATES},
}
"""What the context of schema.org says of the terms that are used here, so that no reader has to fetch it."""

ROOTS = (SCHEMA["Consortium"], SCHEMA["Organization"], SCHEMA["Person"])
"""The classes of what begins a tree: the first of which there is any; what is in no tree follows."""


def schema_org(triples: Sequence[Triple]) -> str:
    """The triples as trees: all that an alliance leads to stands inside it, at the first place where it is named.

    >>> qutac, name = ox.NamedNode("https://w3id.org/qontology/id/alliance/qutac"), ox.Literal("QUTAC", language="en")
    >>> print(schema_org([ox.Triple(qutac, RDF["type"], SCHEMA["Consortium"]), ox.Triple(qutac, SCHEMA["name"], name)]))
    {
      "@context": {
        "@vocab": "https://schema.org/",
        "sameAs": {
          "@type": "@id"
        },
        "url": {
          "@type": "@id"
        },
        "foundingDate": {
          "@type": "Date"
        }
      },
      "@id": "https://w3id.org/qontology/id/alliance/qutac",
      "@type": "Consortium",
      "name": {
        "@value": "QUTAC",
        "@language": "en"
      }
    }
    <BLANKLINE>
    """
    objects = Objects(triples)
    roots = next((found for kind in ROOTS if (found := objects.of_class(kind))), [])
    graph = objects.all(roots)
    body = graph[0] if len(graph) == 1 else {"@graph": graph}
    return json.dumps({"@context": CONTEXT, **body}, ensure_ascii=False, indent=2) + "\n"


class Objects:
    """Some triples as objects of JSON."""

    def __init__(self, triples: Sequence[Triple]) -> None:
        self.nodes: dict[Term | Triple, dict[str, list[Term | Triple]]] = defaultdict(lambda: defaultdict(list))
        for subject, predicate, value in sorted(triples, key=str):
            self.nodes[subject][predicate.value].append(value)
        self.placed: set[Term | Triple] = set()

    def of_class(self, kind: ox.NamedNode) -> list[Term | Triple]:
        """The nodes of a class."""
        return [node for node, values in self.nodes.items() if kind in values.get(RDF["type"].value, ())]

    def all(self, roots: Sequence[Term | Triple]) -> list[Object]:
        """A tree for each root, then one for each node that stands in none."""
        self.placed = set(roots)
        trees = [self.node(root) for root in roots]
        for node in list(self.nodes):
            if node not in self.placed:
                self.placed.add(node)
                trees.append(self.node(node))
        return trees

    def node(self, node: Term | Triple) -> Object:
        """A node with all that stands inside it."""
        found: Object = {"@id": name_of(node)}
        for predicate, values in self.nodes[node].items():
            name = "@type" if predicate == RDF["type"].value else local(predicate)
            written = [self.value(name, value) for value in values]
            found[name] = written[0] if len(written) == 1 else written
        return found

    def value(self, name: str, value: Term | Triple) -> object:
        """A value: a text, a link, or a node where it is named for the first time."""
        if isinstance(value, ox.Literal):
            if value.language:
                return {"@value": value.value, "@language": value.language}
            return value.value
        if name == "@type":
            return local(name_of(value))
        if name in LINKS:
            return name_of(value)
        if value in self.nodes and value not in self.placed:
            self.placed.add(value)
            return self.node(value)
        return {"@id": name_of(value)}


def name_of(node: Term | Triple) -> str:
    """The IRI of a node, or the name of a blank one."""
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def local(iri: str) -> str:
    """A name of schema.org without its namespace.

    >>> local("https://schema.org/Country")
    'Country'
    """
    return iri.removeprefix(SCHEMA[""].value)
