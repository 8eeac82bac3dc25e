"""The twins of the shapes, and the little world around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from qontology.assets import files
from qontology.namespaces import SKOS

__all__ = ["TWINS", "Expectation", "Twin", "background", "together"]

Expectation = tuple[list[ox.Triple], set[tuple[str, str]]]


@cache
def background() -> tuple[ox.Triple, ...]:
    """The ontology, the vocabularies, and the little world of the twins."""
    paths = [*files("ontology"), Path(__file__).with_name("world.ttl")]
    return tuple(quad.triple for path in paths for quad in ox.parse(path=path))


class Twin:
    """A small file beside the little world; its first comment lines name the nodes that it must be caught at."""

    def __init__(self, path: Path) -> None:
        self.code = path.parent.name
        self.module = path.parents[2].name
        self.name = f"{self.code}-{path.stem}"
        self.kind = path.stem.partition("-")[0]
        self.text = path.read_text("utf-8")

    @cached_property
    def triples(self) -> tuple[ox.Triple, ...]:
        return tuple(quad.triple for quad in ox.parse(self.text, ox.RdfFormat.TURTLE))

    @cached_property
    def nodes(self) -> set[str]:
        return {str(triple.subject) for triple in self.triples}

    @cached_property
    def expected(self) -> set[str]:
        return set(re.findall(r"^# expected: (<.*>)$", self.text, re.MULTILINE))


TWINS = [Twin(path) for path in sorted(Path(__file__).parents[1].glob("*/shapes/QO-*/*.ttl"))]


def together() -> Expectation:
    """All twins in one world, each with names of its own, and what must be caught there."""
    shared = {str(triple.subject) for triple in background()}

    def own(text: str, twin: Twin) -> str:
        names = twin.nodes - shared
        return re.sub(r"<([^<>]*)>", lambda iri: f"<{iri[1]}-of-{twin.name}>" if iri[0] in names else iri[0], text)

    def lines(twin: Twin) -> Iterator[str]:
        """The triples, with names of their own in English too; else each would share its names with all others."""
        named = [triple for triple in twin.triples if triple.predicate == SKOS["prefLabel"]]
        names = {triple.object for triple in named if str(triple.subject) not in shared}
        for triple in twin.triples:
            line = own(f"{triple} .", twin)
            yield re.sub(r'"@en \.$', f' of {twin.name}"@en .', line) if triple.object in names else line

    triples = [
        quad.triple for quad in ox.parse("\n".join(chain.from_iterable(map(lines, TWINS))), ox.RdfFormat.N_TRIPLES)
    ]
    return [*background(), *triples], {(twin.code, own(node, twin)) for twin in TWINS for node in twin.expected}
