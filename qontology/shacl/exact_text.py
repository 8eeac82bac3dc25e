"""Turtle in which the literals that a Store would rewrite have private datatypes already: it loads as fast as any.

Only what is beyond doubt is changed. A text in which a number might be a part of something else is not rewritten here;
its statements are then taken one by one (:meth:`Verbatim.extend`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from ..namespaces import XSD
from .lexical_forms import NAMES, datatype_name, with_stored

__all__ = ["ExactText", "UnclearError"]

# Everything else than what may be of interest is passed over fast, within the pattern.
PLAIN = (
    rb"""(?P<plain>(?:[^"'<#\\^+\-.0-9]++|(?<![\s,(\[>])[+\-.0-9]++"""
    rb"""|"[^"\\\r\n]*+"(?!"|\s*\^\^)|<[^<>"{}|`\s\\]*+>)*+)"""
)
REST = rb"(?<=[\s,(\[>][+\-.0-9])[0-9eE+\-]*(?:\.[0-9eE+\-]+)?"
DATATYPE = rb"(?:\s*\^\^\s*(?:<(?P<iri>[^<>\s]*)>|(?P<prefix>[^\s:<>,;]*):(?P<name>[\w-]+)))?"
LONG = rb"""(?<=")""(?:[^"\\]|\\.|"(?!""))*"{3}|(?<=')''(?:[^'\\]|\\.|'(?!''))*'{3}"""
SHORT = rb"""(?<=")(?:[^"\\\r\n]|\\.)*"|(?<=')(?:[^'\\\r\n]|\\.)*'"""
TOKEN = re.compile(
    PLAIN
    + rb"""(?:["'<#\\^+\-.0-9](?:(?P<text>"""
    + LONG
    + rb"|"
    + SHORT
    + rb")"
    + DATATYPE
    + rb"""|(?<=[#])[^\r\n]*|(?<=<)[^<>"{}|`\s]*>|(?P<number>"""
    + REST
    + rb")|(?<=[<\\^])(?P<unclear>))|\Z|.)",
    re.DOTALL,
)
NUMBER = re.compile(
    rb"[+-]?(?:[0-9]+\.[0-9]*[eE][+-]?[0-9]+|[0-9]*\.[0-9]+([eE][+-]?[0-9]+)?|[0-9]+([eE][+-]?[0-9]+)?)"
)
AFTER = frozenset({b"", *(bytes([sign]) for sign in b" \t\r\n,;)].#")})
BARES = re.compile(rb"[+\-.0-9]" + REST)
TYPED = re.compile(
    rb"""["']((?<=")[^"\\\r\n]*"|(?<=')[^'\\\r\n]*')\s*\^\^\s*[^\s;,]*?[:#](""" + NAMES.encode() + rb")\b"
)
PREFIX = re.compile(rb"prefix\s+([^\s:]*):\s*<([^<>\s]*)>", re.IGNORECASE)
KINDS = frozenset(NAMES.encode().split(b"|"))
BASE = XSD.base.encode()

PIECE = 1 << 18
"""Bytes that are made at a time."""

Written = tuple[bytes, bytes]
"""The lexical form of a literal, and the local name of its datatype."""


class UnclearError(ValueError):
    """Where a literal begins and ends, or of which datatype it is, cannot be told without a parser."""


class ExactText:
    """A text in Turtle or N-Triples with the literals that a Store rewrites under their private datatypes.

    It comes in pieces, so that a store may read the first while the next are made; ``private`` are the private
    datatypes in those that came.

    :raises UnclearError: before the piece that cannot be made without a parser.

    >>> exact = ExactText(b'<urn:a> <urn:p> 1.50, 1.5 . # 1.50')
    >>> b"".join(exact)
    b'<urn:a> <urn:p> "1.50"^^<urn:x-qontology:as-written:decimal>, 1.5 . # 1.50'
    >>> [datatype.value for datatype in exact.private]
    ['urn:x-qontology:as-written:decimal']
    """

    def __init__(self, text: bytes) -> None:
        self.private: frozenset[NamedNode] = frozenset()
        self._text = text
        self._xsd = prefixes(text)
        self._looked_through = 0
        self._bare = {b".": b"."}
        self._typed: dict[Written, bytes] = {}

    def __iter__(self) -> Iterator[bytes]:
        piece: list[bytes] = []
        for found in TOKEN.finditer(self._text):
            if found.end() > self._looked_through:
                yield b"".join(piece)
                piece.clear()
                self._look_through(found.end() + PIECE)
            try:
                piece.append(self._exact(found))
            except KeyError:  # what looks like a number and is none; a text with escapes or of several lines
                raise UnclearError from None
        yield b"".join(piece)

    def _look_through(self, end: int) -> None:
        """Finds what the literals up to the end of a line are to become; asking for many at a time is cheap."""
        line = self._text.find(b"\n", end)
        end = len(self._text) if line < 0 else line + 1
        part = self._text[self._looked_through : end]
        numbers = set(BARES.findall(part)).difference(self._bare)
        bare = kept_privately({(one, datatype_name(one).encode()) for one in numbers if NUMBER.fullmatch(one)})
        self._bare |= {one: b'"%s"^^%s' % (one, private) if private else one for (one, _), private in bare.items()}
        texts = {(one[:-1], name) for one, name in set(TYPED.findall(part))}
        typed = kept_privately(texts.difference(self._typed))
        self._typed |= typed
        found = {*bare.values(), *typed.values()} - {b""}
        self.private |= {NamedNode(private[1:-1].decode()) for private in found}
        self._looked_through = end

    def _exact(self, found: re.Match[bytes]) -> bytes:
        """What stands for a token and all before it."""
        match found.lastgroup:
            case "plain" | "text":
                return found[0]
            case "number" if ends(found):
                plain = found["plain"]
                return plain + self._bare[found[0][len(plain) :]]
            case "iri" | "name":
                name = kind(found, self._xsd)
                private = b"" if name is None else self._typed[found["text"][:-1], name]
                return b"%s^^%s" % (found[0][: found.end("text") - found.start()], private) if private else found[0]
        raise UnclearError


def ends(number: re.Match[bytes]) -> bool:
    """Whether a number ends where it seems to."""
    return number.string[number.end() : number.end() + 1] in AFTER


def prefixes(text: bytes) -> frozenset[bytes]:
    """The prefixes of the datatypes of XML Schema.

    :raises UnclearError: where one of them has another meaning too.
    """
    declared = set(PREFIX.findall(text))
    ours = frozenset(prefix for prefix, namespace in declared if namespace == BASE)
    if any(prefix in ours and namespace != BASE for prefix, namespace in declared):
        raise UnclearError
    return ours


def kind(found: re.Match[bytes], xsd: frozenset[bytes]) -> bytes | None:
    """The local name of the datatype of a literal, where it is one that a Store parses."""
    iri, name = found["iri"], found["name"]
    if iri is not None:
        if b":" not in iri or b"\\" in iri:
            raise UnclearError
        name = iri.removeprefix(BASE) if iri.startswith(BASE) else None
    elif found["prefix"] not in xsd:
        return None
    return name if name in KINDS else None


def kept_privately(literals: Iterable[Written]) -> dict[Written, bytes]:
    """The literals, each with the private datatype under which it is stored where a Store rewrites it."""
    terms = {one: Literal(one[0].decode(errors="replace"), datatype=XSD[one[1].decode()]) for one in literals}
    stored = with_stored(terms.values())
    return {one: str(stored[term].datatype).encode() if term in stored else b"" for one, term in terms.items()}
