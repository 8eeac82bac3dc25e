"""The tokens of Turtle, TriG, N-Triples and N-Quads, and what the prefixes and the base in force make of them.

The patterns do not judge: whether a text is valid is the parser's business. They are right where the text is valid, and
come to an end where it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pyoxigraph

from ..namespaces import RDF

__all__ = ["RDF_TYPE", "STATEMENT", "STRING", "TOKEN", "PrefixScope", "unescape"]

RDF_TYPE = RDF["type"].value

# No possessive quantifier and no atomic group: early releases of CPython 3.11 match them wrongly. Instead, what a
# repetition takes can be read in one way only, so that a match which fails gives up in linear time.
BLANKS = r"[ \t\r\n]*"
COMMENT = r"#[^\r\n]*(?![^\r\n])"
GAP = rf"{BLANKS}(?:{COMMENT}{BLANKS})*"
IRI = r'<[^\x00-\x20<>"]*>'
NAME_CHARACTER = r"""[^\x00-\x20"'#,;.()<>\[\]{}\\^@|~]"""
# Prefixed names, blank node labels and keywords. A dot belongs to them inside, never at the end.
NAME = rf"{NAME_CHARACTER}+(?:(?:\.+(?={NAME_CHARACTER}|\\)|\\.){NAME_CHARACTER}*)*"
# "5." is an integer and a full stop; "5.e3" and ".5" are numbers.
NUMBER = r"[+-]?(?:[0-9]+\.[0-9]*[eE][+-]?[0-9]+|(?:[0-9]*\.)?[0-9]+(?:[eE][+-]?[0-9]+)?)"
QUOTED = (
    r'(?:"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*"""|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"'
    r"|'''[^'\\]*(?:(?:\\[\s\S]|'(?!''))[^'\\]*)*'''|'[^'\\\r\n]*(?:\\.[^'\\\r\n]*)*')"
)
TAG = rf"(?:{BLANKS}(?:@[A-Za-z][A-Za-z0-9-]*|\^\^{BLANKS}(?:{IRI}|{NAME})))?"

TOKEN = re.compile(
    rf"[ \t\r]*(?:\n(?![ \t]*#)[ \t\r]*)*((?=[0-9.+-]){NUMBER}|{NAME}|[;\[\]()]|,(?:[ \t\r]*\n(?![ \t]*#))?"
    rf"|{QUOTED}{TAG}|{IRI}|\n[ \t]*{COMMENT}|{COMMENT}|<<\(?|\{{\||@[A-Za-z]+|[^ \t\r\n])"
)
"""A token as group 1, after blanks.

A literal is one token with its language tag or datatype. A comma holds the line break that follows it; a comment that
has its line to itself holds the line break before it."""

STATEMENT = re.compile(
    rf"{GAP}(?:(?:@prefix|(?i:prefix)(?=[ \t\r\n#])){GAP}(?P<prefix>{NAME}){GAP}(?P<namespace>{IRI}){GAP}\.?"
    rf"|(?:@base|(?i:base)){GAP}(?P<base>{IRI}){GAP}\.?"
    rf"|(?P<subject>{NAME}|{IRI})?"
    rf"(?:[^\"'<#.{{}}\\]+|{QUOTED}|{IRI}|{COMMENT}|\\.|(?<={NAME_CHARACTER})\.+(?={NAME_CHARACTER}|\\)"
    rf"|\.(?=[0-9])|[\"'<\\]|\{{\||(?<=\|)\}})*(?P<end>[.{{}}]|\Z))"
)
"""A directive, or all from a subject to the end of its statement; what ends with ``{`` is the head of a named graph.

The repetition takes all but what ends a statement, so it is never tried in another way."""

STRING = re.compile(QUOTED)
"""A quoted string, without the language tag or datatype after it."""

ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
CONTROL_CHARACTERS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def unescape(text: str) -> str:
    r"""The characters that a text with escapes stands for, in strings, IRIs and local names alike.

    >>> unescape(r"a\/b \u8054\"")
    'a/b 联"'
    """
    if "\\" not in text:
        return text
    return ESCAPE.sub(
        lambda match: (
            chr(int(match[1] or match[2], 16)) if not match[3] else CONTROL_CHARACTERS.get(match[3], match[3])
        ),
        text,
    )


@dataclass
class PrefixScope:
    """The prefixes and the base in force at one place of a text.

    >>> scope = PrefixScope({"ex": "http://example.org/"})
    >>> scope.iri("ex:a"), scope.iri("<http://example.org/a>"), scope.iri("<a>"), scope.iri("other:a")
    ('http://example.org/a', 'http://example.org/a', 'a', None)
    """

    prefixes: dict[str, str] = field(default_factory=dict)
    base: str | None = None

    def iri(self, token: str) -> str | None:
        """The IRI that a token stands for; relative where there is no base, None where the prefix is not declared."""
        if token[0] == "<":
            iri = unescape(token[1:-1])
            return iri if self.base is None or SCHEME.match(iri) else resolve(iri, self.base)
        prefix, _, name = token.partition(":")
        namespace = self.prefixes.get(prefix)
        return None if namespace is None else namespace + unescape(name)

    def tokens(self, iri: str) -> set[str]:
        """All spellings of an IRI that have no backslash in them, whether legal or not."""
        names = {f"{prefix}:{iri[len(start) :]}" for prefix, start in self.prefixes.items() if iri.startswith(start)}
        return names | {f"<{iri}>"}


def resolve(relative: str, base: str) -> str:
    try:
        quad = next(pyoxigraph.parse(f"<> <> <{relative}> .", format=pyoxigraph.RdfFormat.TURTLE, base_iri=base))
    except (SyntaxError, ValueError):
        return relative
    return str(quad.object.value)
