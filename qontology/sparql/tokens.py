"""The tokens of a SPARQL query, read in one linear pass.

An engine that parses without tokens, as pyoxigraph does, takes what fits where it stands: ``SERVICEex:a`` is a prefixed
name here and can be a keyword and a name there. Such pieces are left to those who ask for tokens, with one exception:
a ``<`` opens an IRI or compares, and only what stands before it tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

__all__ = ["Token", "tokens"]

# Every letter outside ASCII counts as one of a name: those that are not cannot begin a token anyway.
PIECE = r"""
    (?P<gap>      [\x00-\x20]+ | \#[^\r\n]* )
  | (?P<iri>      <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
  | (?P<variable> [?$]LETTER+ )
  | (?P<name>     _:LETTER+(?:[.\-]+LETTER+)*-*
                | (?:(?![0-9_])LETTER(?:LETTER|[.\-]){0,99})?:(?:(?:LETTER|[:%]|\\.)PART*(?:\.+PART+)?)? )
  | (?P<literal>  "{3}(?:"?"?(?:[^"\\]|\\.))*"{3} | '{3}(?:'?'?(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' | @[A-Za-z0-9\-]+
                | (?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+\-]?[0-9]+)? | (?i:true|false) )
  | (?P<word>     LETTER+ )
  | (?P<sign>     >> | \\. | . )
    """
HIERARCHICAL = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")


@cache
def piece() -> re.Pattern[str]:
    """The pattern of one piece; made when it is first needed, since few queries need it and it takes its time."""
    pattern = PIECE.replace("PART", r"(?:LETTER|[:%\-]|\\.)").replace("LETTER", r"[0-9A-Za-z_\x80-\U0010FFFF]")
    return re.compile(pattern, re.VERBOSE | re.DOTALL)


class Token(NamedTuple):
    """A piece of a query.

    ``kind`` is iri, variable, name, literal, word, sign, or ``unclear``: an IRI by the grammar that can be read as a
    comparison too, such as ``<?b&&?c>`` after an operand. ``depth`` is the number of brackets around the token; a
    bracket counts itself.
    """

    kind: str
    text: str
    depth: int

    @property
    def is_operand(self) -> bool:
        """Whether a sign after this token can be an operator with the token at its left."""
        return self.kind not in ("word", "sign") or self.text in (")", "}", ">>")


def tokens(query: str) -> Iterator[Token]:
    """The tokens from left to right, without blanks and comments; no text is an error.

    >>> [token.text for token in tokens("ASK { ?s <http://example.org/p#> 'SERVICE' } # SERVICE")]
    ['ASK', '{', '?s', '<http://example.org/p#>', "'SERVICE'", '}']
    """
    brackets: list[str] = []
    before = Token("sign", "", 0)
    for found in piece().finditer(query):
        kind, text = str(found.lastgroup), found[0]
        if kind == "gap":
            continue
        if kind == "iri" and before.is_operand and brackets[-1:] == ["("] and not HIERARCHICAL.match(text):
            kind = "unclear"
        if text in ("(", "[", "{"):
            brackets.append(text)
        before = Token(kind, text, len(brackets))
        yield before
        if text in (")", "]", "}") and brackets:
            brackets.pop()
