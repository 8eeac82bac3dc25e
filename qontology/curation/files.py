"""The files that an import writes: which triple goes where, and the text of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

from ..engine import Engine
from ..language import Text
from ..namespaces import local_name
from ..terms import PREFIXES
from ..turtle import format_turtle
from .facts import IDS

__all__ = ["Files", "is_ours"]

MARK = "written by qontology import"
"""What stands in the first line of a file that an import has written."""

OWN_FILES = {"alliance": "alliances/{0}.ttl"}
SHARED_FILES = {
    "organization": "organizations.ttl",
    "person": "people.ttl",
    "place": "places.ttl",
    "programme": "programmes.ttl",
    "law": "laws.ttl",
    "bill": "bills.ttl",
    "group": "groups.ttl",
    "source": "sources.ttl",
    "passage": "sources.ttl",
}
OTHERS = "others.ttl"
DEEPEST = 5
"""How many links lead at most from a thing up to the one in whose file it lies."""

# What a thing belongs to: what it is said to be of comes before what points to it.
BELONGING = """
PREFIX qo: <https://w3id.org/qontology/ns#>
SELECT ?above WHERE {{
  {{ <{0}> qo:bodyOf|qo:subBodyOf|qo:postOf|qo:tierOf ?above . BIND(0 AS ?rank) }}
  UNION {{ ?above ?property <{0}> . FILTER(?property NOT IN (qo:subject, qo:object)) BIND(1 AS ?rank) }}
  FILTER(isIRI(?above))
}} ORDER BY ?rank ?above
"""


def is_ours(path: Path) -> bool:
    """Whether a file was written by an import, so that another may write over it."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return MARK.encode() in file.readline()


class Files:
    """Sorts triples into files by the thing that they belong to."""

    def __init__(self, engine: Engine, base: str) -> None:
        self._engine = engine
        self._base = base
        self._home: dict[ox.NamedNode, str] = {}
        self._above: dict[ox.NamedNode, ox.NamedNode] = {}
        self.triples: dict[str, list[ox.Triple]] = defaultdict(list)

    def settle(self, node: ox.NamedNode, file: str, owner: ox.NamedNode) -> None:
        """Notes the file of a node, or the thing to which it belongs."""
        if file:
            self._home[node] = file
        elif owner != node:
            self._above.setdefault(node, owner)

    def of(self, node: ox.NamedNode, depth: int = 0) -> str:
        """The file of a node: its own, that of its kind, or that of the thing above it."""
        if node not in self._home:
            self._home[node] = self._found(node, depth)
        return self._home[node]

    def _found(self, node: ox.NamedNode, depth: int) -> str:
        for base in (self._base, IDS):
            kind, _, name = node.value.removeprefix(base).partition("/")
            if node.value.startswith(base) and kind in OWN_FILES:
                return OWN_FILES[kind].format(name)
            if node.value.startswith(base) and kind in SHARED_FILES and node not in self._above:
                return SHARED_FILES[kind]
        if node in self._above and depth < DEEPEST:
            return self.of(self._above[node], depth + 1)
        if depth < DEEPEST:
            for (above,) in self._engine.select(BELONGING.format(node.value)).rows:
                if isinstance(above, ox.NamedNode) and (found := self.of(above, depth + 1)) != OTHERS:
                    return found
        return OTHERS

    def texts(self, labels: Mapping[str, Text]) -> dict[str, str]:
        """The text of each file in the canonical layout, by its name in the folder."""
        return {file: self.text(file, triples, labels) for file, triples in sorted(self.triples.items())}

    def text(self, file: str, triples: Iterable[ox.Triple], labels: Mapping[str, Text]) -> str:
        """The text of one file."""
        title = labels[file].en if file in labels else local_name(file).removesuffix(".ttl").capitalize()
        prefixes = dict(PREFIXES)
        if self._base != IDS:
            prefixes |= {f"own-{name}": iri.replace(IDS, self._base) for name, iri in PREFIXES.items() if IDS in iri}
        head = f"# {title}, {MARK}: change the sheets, not this file.\n\n"
        ordered = dict.fromkeys(sorted(triples, key=str))
        body = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
        return format_turtle(head + body.decode())
