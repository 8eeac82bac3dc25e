"""Twenty-five of the shipped shapes, which have a constraint of every kind that the shipped ones have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Store, serialize

from qontology import assets

__all__ = ["CHOSEN", "write_shapes"]

HEADER = "https://w3id.org/qontology/shapes"

CHOSEN = (
    *("QO-101", "QO-103", "QO-104", "QO-109", "QO-112", "QO-114", "QO-121", "QO-145"),
    *("QO-205", "QO-211", "QO-301", "QO-303"),
    *("QO-401", "QO-404", "QO-411", "QO-421", "QO-435", "QO-441", "QO-446"),
    *("QO-502", "QO-601", "QO-602", "QO-612", "QO-634", "QO-912"),
)
"""Their codes; each has faults in the data.

The kinds have about the share that they have among all: six rules are in SPARQL, and one of these searches every text,
for which pySHACL takes longer than for all the others together.
"""


def write_shapes(folder: Path, codes: Iterable[str] = CHOSEN) -> Path:
    """Writes a file with the shapes of these codes, and with the prefixes that their queries need."""
    store = Store()
    for file in assets.files("shapes"):
        store.load(path=file, format=RdfFormat.TURTLE)
    path = folder / "shapes.ttl"
    roots = [NamedNode(HEADER), *(NamedNode(f"{HEADER}#{code}") for code in codes)]
    quads = (quad.triple for root in roots for quad in described(store, root))
    serialize(quads, path, format=RdfFormat.TURTLE)
    return path


def described(store: Store, node: NamedNode | BlankNode) -> Iterator[Quad]:
    """All that is said of a node, and of the blank nodes that it leads to."""
    for quad in store.quads_for_pattern(node, None, None):
        yield quad
        if isinstance(quad.object, BlankNode):
            yield from described(store, quad.object)
