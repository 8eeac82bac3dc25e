"""Where the properties fit, as the shapes say it: on things of which classes, and leading to what.

The annotations of schema.org tell this to readers and to makers of forms, and no reasoner concludes anything from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
NAMESPACE = "https://w3id.org/qontology/ns#"
SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"
HEADER = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://w3id.org/qontology/module/slots>
    a owl:Ontology ;
    owl:imports
        <https://w3id.org/qontology/module/evidence> , <https://w3id.org/qontology/module/formation> ,
        <https://w3id.org/qontology/module/goals> , <https://w3id.org/qontology/module/initiatives> ,
        <https://w3id.org/qontology/module/structure> ;
    dcterms:title "Qontology: slots"@en , "量子产业联盟本体：属性适用范围"@zh ;
    dcterms:description
        "On what the properties are used and to what they lead, as the shapes say it; nothing follows from it."@en ,
        "各属性用于哪些类的事物、指向什么，依形状所述；由此不推出任何结论。"@zh ;
    .
"""
COMMENT = (
    "# Slots: on what the properties are used and to what they lead. Written by tools/generate.py from the shapes.\n"
)

Slots: TypeAlias = dict[str, dict[str, set[str]]]


class Shapes:
    """The shapes as one graph."""

    def __init__(self) -> None:
        self.store = ox.Store()
        for path in sorted((ROOT / "shapes").glob("*.ttl")):
            self.store.extend(ox.parse(path=path, rename_blank_nodes=True))

    def values(self, node: ox.NamedNode | ox.BlankNode, name: str) -> list[ox.NamedNode | ox.BlankNode]:
        """The nodes to which a property of SHACL or, with its full IRI, any other leads."""
        predicate = ox.NamedNode(name if ":" in name else SH + name)
        found = (quad.object for quad in self.store.quads_for_pattern(node, predicate, None))
        return [value for value in found if isinstance(value, (ox.NamedNode, ox.BlankNode))]

    def members(self, head: ox.NamedNode | ox.BlankNode) -> Iterator[ox.NamedNode | ox.BlankNode]:
        """The members of a list."""
        yield from self.values(head, RDF + "first")
        for rest in self.values(head, RDF + "rest"):
            yield from self.members(rest)

    def with_paths(self) -> Iterator[tuple[set[str], ox.NamedNode | ox.BlankNode]]:
        """Each shape with a path, and the classes that it is about; not those that allow nothing there."""
        most = ox.NamedNode(SH + "maxCount")
        for quad in sorted(self.store.quads_for_pattern(None, ox.NamedNode(SH + "path"), None), key=str):
            shape = quad.subject
            if not isinstance(shape, ox.Triple) and ox.Quad(shape, most, ox.Literal(0)) not in self.store:
                yield self.classes(shape), shape

    def classes(self, shape: ox.NamedNode | ox.BlankNode) -> set[str]:
        """The classes that a shape, or the one in whose alternatives it stands, has as its target."""
        found = {target.value for target in self.values(shape, "targetClass")}
        for quad in self.store.quads_for_pattern(None, ox.NamedNode(SH + "or"), None):
            whole, head = quad.subject, quad.object
            if isinstance(head, ox.BlankNode) and not isinstance(whole, ox.Triple) and shape in self.members(head):
                found |= {target.value for target in self.values(whole, "targetClass")}
        return found

    def fitting(self, shape: ox.NamedNode | ox.BlankNode) -> set[str]:
        """The classes and datatypes of the values that a shape allows."""
        either = [member for head in self.values(shape, "or") for member in self.members(head)]
        found = {
            value.value
            for node in (shape, *either)
            for name in ("class", "datatype")
            for value in self.values(node, name)
        }
        return found | ({SKOS + "Concept"} if self.scheme(shape) else set())

    def scheme(self, shape: ox.NamedNode | ox.BlankNode) -> str:
        """The scheme from which the values have to be; empty where that is not said."""
        nodes = [part for node in self.values(shape, "node") for part in self.values(node, "property")]
        found = [value.value for node in nodes for value in self.values(node, "hasValue")]
        return found[0] if found else ""

    def properties(self, path: ox.NamedNode | ox.BlankNode, forward: bool = True) -> Iterator[tuple[str, bool]]:
        """Our properties of a path of one step, which may have any number of others before it, and whether it follows
        them forward.
        """
        if isinstance(path, ox.NamedNode):
            if path.value.startswith(NAMESPACE):
                yield path.value, forward
            return
        for inner in self.values(path, "inversePath"):
            yield from self.properties(inner, not forward)
        for head in self.values(path, "alternativePath"):
            for inner in self.members(head):
                yield from self.properties(inner, forward)
        *before, last = [*self.members(path)] or [path]
        if before and all(self.values(step, "zeroOrMorePath") for step in before):
            yield from self.properties(last, forward)


def slots() -> Slots:
    """For each of our properties, ``domainIncludes`` and ``rangeIncludes``."""
    shapes = Shapes()
    found: Slots = defaultdict(lambda: {"domainIncludes": set(), "rangeIncludes": set()})
    for classes, shape in shapes.with_paths():
        for path in shapes.values(shape, "path"):
            for name, forward in shapes.properties(path):
                ends = ("domainIncludes", "rangeIncludes") if forward else ("rangeIncludes", "domainIncludes")
                for end, values in zip(ends, (classes, shapes.fitting(shape)), strict=True):
                    found[name][end] |= values
    return found


def schemes() -> dict[str, str]:
    """The scheme from which the values of a property have to be, by the property."""
    shapes = Shapes()
    return {
        name: scheme
        for _, shape in shapes.with_paths()
        if (scheme := shapes.scheme(shape))
        for path in shapes.values(shape, "path")
        for name, _ in shapes.properties(path)
    }


def module() -> str:
    """The text of ontology/slots.ttl, as yet without version and editors, and not laid out."""
    lines = [COMMENT, HEADER]
    for name, ends in sorted(slots().items()):
        for end, values in ends.items():
            lines += [f"<{name}> schema:{end} <{value}> .\n" for value in sorted(values)]
    return "".join(lines)
