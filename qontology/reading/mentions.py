"""Where nodes are written in RDF/XML and JSON-LD, whose parsers do not tell where a statement stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode

from ..turtle import Place

__all__ = ["Mentions"]

NAMES = re.compile(
    r"""\brdf:(?:about|ID|(?P<resource>resource))\s*=\s*["'](?P<xml>[^"']+)["']"""
    r"""|(?P<before>\{\s*)?"@?id"\s*:\s*"(?P<json>[^"]+)"(?P<after>\s*\})?"""
)


class Mentions:
    """The places of the nodes of a document, as far as their names can be found in its text.

    :param text: the document.
    :param triples: its statements as N-Triples.

    >>> mentions = Mentions(b'[{"@id": "urn:a", "urn:p": 1}]', b'<urn:a> <urn:p> "1" .')
    >>> mentions.find(NamedNode("urn:a"))
    Place(line=1, column=11)
    """

    def __init__(self, text: bytes, triples: bytes) -> None:
        self._text = text.decode()
        self._triples = triples

    def has_subject(self, node: NamedNode | BlankNode) -> bool:
        """Whether the document says something of a node."""
        return str(node).encode() in self._subjects

    def find(self, subject: NamedNode | BlankNode, *_: object) -> Place | None:
        """The place where a subject is written; None where it cannot be told."""
        if isinstance(subject, BlankNode):
            return None
        iri = subject.value
        ends = (iri[start:] for start in range(len(iri)))
        offset = self._names.get(iri) or next((self._ends[end] for end in ends if end in self._ends), None)
        if offset is None:
            return None
        line = bisect_right(self._lines, offset)
        return Place(line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _subjects(self) -> frozenset[bytes]:
        """The subjects of all statements."""
        return frozenset(line.partition(b" ")[0] for line in self._triples.split(b"\n"))

    @cached_property
    def _lines(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    @cached_property
    def _ends(self) -> dict[str, int]:
        """The offsets of the names by what each surely shares with its IRI."""
        found: dict[str, int] = {}
        for name, offset in self._names.items():
            found.setdefault(local_part(name), offset)
        return found

    @cached_property
    def _names(self) -> dict[str, int]:
        """The names of nodes as they are written, with the first offset of each where more than a reference stands."""
        described: dict[str, int] = {}
        referred: dict[str, int] = {}
        for found in NAMES.finditer(self._text):
            kind = "json" if found["xml"] is None else "xml"
            is_reference = found["resource"] or (found["before"] and found["after"])
            (referred if is_reference else described).setdefault(found[kind], found.start(kind))
        return referred | described


def local_part(name: str) -> str:
    """What a relative or prefixed name surely shares with its IRI: all behind the prefix; never empty.

    >>> local_part("qo:Alliance"), local_part("#part"), local_part("urn:a:b")
    ('Alliance', '#part', 'a:b')
    """
    return name.partition(":")[2] or name
