"""Where nodes are written in RDF/XML and JSON-LD, whose parsers do not tell where a statement stands."""

from __future__ import annotations

import re
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
        self._triples = b"\n" + triples

    def has_subject(self, node: NamedNode | BlankNode) -> bool:
        """Whether the document says something of a node."""
        return f"\n{node} ".encode() in self._triples

    def find(self, subject: NamedNode | BlankNode, *_: object) -> Place | None:
        """The place where a subject is written; None where it cannot be told."""
        iri = subject.value
        fitting = [name for name in self._names if iri == name or iri.endswith(local_part(name))]
        if isinstance(subject, BlankNode) or not fitting:
            return None
        offset = self._names[max(fitting, key=lambda name: (name == iri, len(local_part(name))))]
        line_start = self._text.rfind("\n", 0, offset) + 1
        return Place(self._text.count("\n", 0, offset) + 1, offset - line_start + 1)

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
