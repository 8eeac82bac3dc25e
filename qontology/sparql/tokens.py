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
  | (?P<sign>     >> | \^\^ | && | \|\| | [!<>]= | \\. | . )
    """
# Digits, letters, the underscore and all above ASCII, told by what they are not: as a positive class it takes ten times
# as long to compile.
LETTER = r"[^\x00-/:-@\[-^`{-\x7F]"
HIERARCHICAL = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")


@cache
def piece() -> re.Pattern[str]:
    """The pattern of one piece; made when it is first needed, since few queries need it and it takes its time."""
    pattern = PIECE.replace("PART", r"(?:LETTER|[:%\-]|\\.)").replace("LETTER", LETTER)
    return re.compile(pattern, re.VERBOSE | re.DOTALL)


class Token(NamedTuple):
    """A piece of a query.

    ``kind`` is iri, variable, name, literal, word, sign, or ``unclear``: an IRI by the grammar that can be read as a
    comparison too, such as ``<?b&&?c>`` after an operand. ``depth`` is the number of brackets around the token; a
    bracket counts itself. ``offset`` is where it begins in the text.
    """

    kind: str
    text: str
    depth: int = 0
    offset: int = 0

    @property
    def word(self) -> str:
        """The text, a word in capitals: keywords and functions are the same in any case."""
        return self.text.upper() if self.kind == "word" else self.text

    @property
    def variable(self) -> str:
        """The name of a variable without its sign; empty for what is none."""
        return self.text[1:] if self.kind == "variable" else ""

    @property
    def prefix(self) -> str:
        """The prefix of a prefixed name."""
        return self.text.partition(":")[0]

    @property
    def is_blank(self) -> bool:
        """Whether it is a blank node with a label."""
        return self.kind == "name" and self.text.startswith("_:")

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
        before = Token(kind, text, len(brackets), found.start())
        yield before
        if text in (")", "]", "}") and brackets:
            brackets.pop()
