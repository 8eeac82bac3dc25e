"""The tokens of Turtle, TriG, N-Triples and N-Quads, and what the prefixes and the base in force make of them.

The patterns do not judge: whether a text is valid is the parser's business. They are right where the text is valid, and
come to an end where it is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pyoxigraph

__all__ = ["RDF_TYPE", "STATEMENT", "STRING", "TOKEN", "Scope", "unescape"]

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_BLANKS = r"[ \t\r\n]*+"
_COMMENT = r"#[^\r\n]*+"
_GAP = rf"(?:[ \t\r\n]++|{_COMMENT})*+"
_IRI = r'<[^\x00-\x20<>"]*+>'
_NAME_CHARACTER = r"""[^\x00-\x20"'#,;.()<>\[\]{}\\^@|~]"""
# Prefixed names, blank node labels and keywords. A dot belongs to them inside, never at the end.
_NAME = rf"{_NAME_CHARACTER}++(?:(?:\.++(?={_NAME_CHARACTER}|\\)|\\.){_NAME_CHARACTER}*+)*+"
# "5." is an integer and a full stop; "5.e3" and ".5" are numbers.
_NUMBER = r"[+-]?+(?:[0-9]++\.[0-9]*+[eE][+-]?+[0-9]++|(?:[0-9]*+\.)?[0-9]++(?:[eE][+-]?+[0-9]++)?+)"
_STRING = (
    r'(?:"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\r\n]++|\\.)*+"'
    r"|'''(?:[^'\\]++|\\[\s\S]|'(?!''))*+'''|'(?:[^'\\\r\n]++|\\.)*+')"
)
_TAG = rf"(?:{_BLANKS}(?:@[A-Za-z][A-Za-z0-9-]*+|\^\^{_BLANKS}(?:{_IRI}|{_NAME})))?+"

TOKEN = re.compile(
    rf"[ \t\r]*+(?:\n(?![ \t]*+#)[ \t\r]*+)*+((?=[0-9.+-]){_NUMBER}|{_NAME}|[;\[\]()]|,(?:[ \t\r]*+\n(?![ \t]*+#))?+"
    rf"|{_STRING}{_TAG}|{_IRI}|\n[ \t]*+{_COMMENT}|{_COMMENT}|<<\(?+|\{{\||@[A-Za-z]++|[^ \t\r\n])"
)
"""A token as group 1, after blanks.

A literal is one token with its language tag or datatype. A comma holds the line break that follows it; a comment that
has its line to itself holds the line break before it."""

STATEMENT = re.compile(
    rf"{_GAP}(?:(?:@prefix|(?i:prefix)(?=[ \t\r\n#])){_GAP}(?P<prefix>{_NAME}){_GAP}(?P<namespace>{_IRI}){_GAP}\.?+"
    rf"|(?:@base|(?i:base)){_GAP}(?P<base>{_IRI}){_GAP}\.?+"
    rf"|(?P<subject>{_NAME}|{_IRI})?+"
    rf"(?:[^\"'<#.{{}}\\]++|{_STRING}|{_IRI}|{_COMMENT}|\\.|(?<={_NAME_CHARACTER})\.++(?={_NAME_CHARACTER}|\\)"
    rf"|\.(?=[0-9])|[\"'<\\]|\{{\||(?<=\|)\}})*+(?P<end>[.{{}}]|\Z))"
)
"""A directive, or all from a subject to the end of its statement; what ends with ``{`` is the head of a named graph."""

STRING = re.compile(_STRING)
"""A quoted string, without the language tag or datatype after it."""

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CONTROL_CHARACTERS = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def unescape(text: str) -> str:
    r"""The characters that a text with escapes stands for, in strings, IRIs and local names alike.

    >>> unescape(r"a\/b \u8054\"")
    'a/b 联"'
    """
    if "\\" not in text:
        return text
    return _ESCAPE.sub(
        lambda match: (
            chr(int(match[1] or match[2], 16)) if not match[3] else _CONTROL_CHARACTERS.get(match[3], match[3])
        ),
        text,
    )


@dataclass
class Scope:
    """The prefixes and the base in force at one place of a text.

    >>> scope = Scope({"ex": "http://example.org/"})
    >>> scope.iri("ex:a"), scope.iri("<http://example.org/a>"), scope.iri("<a>"), scope.iri("other:a")
    ('http://example.org/a', 'http://example.org/a', 'a', None)
    """

    prefixes: dict[str, str] = field(default_factory=dict)
    base: str | None = None

    def iri(self, token: str) -> str | None:
        """The IRI that a token stands for; relative where there is no base, None where the prefix is not declared."""
        if token[0] == "<":
            iri = unescape(token[1:-1])
            return iri if self.base is None or _SCHEME.match(iri) else _resolve(iri, self.base)
        prefix, _, name = token.partition(":")
        namespace = self.prefixes.get(prefix)
        return None if namespace is None else namespace + unescape(name)

    def tokens(self, iri: str) -> set[str]:
        """All spellings of an IRI that have no backslash in them, whether legal or not."""
        names = {f"{prefix}:{iri[len(start) :]}" for prefix, start in self.prefixes.items() if iri.startswith(start)}
        return names | {f"<{iri}>"}


def _resolve(relative: str, base: str) -> str:
    try:
        quad = next(pyoxigraph.parse(f"<> <> <{relative}> .", format=pyoxigraph.RdfFormat.TURTLE, base_iri=base))
    except (SyntaxError, ValueError):
        return relative
    return str(quad.object.value)
