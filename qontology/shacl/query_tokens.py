"""The tokens of a query inside shapes, each name in one piece and each IRI in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..language import Text
from ..namespaces import XSD
from ..sparql.tokens import Token, tokens

__all__ = ["QueryError", "expanded", "read_tokens"]

SIGNS = frozenset("{}()[].;,=<>+*/|^!?-") | {"^^", "&&", "||", "!=", "<=", ">=", ">>"}
ESCAPED = re.compile(r"\\(.)")
UNUSUAL = re.compile(r"0\d+|(?P<double>[\d.]+[eE][+-]?\d+)")
"""Numbers that an engine may write anew where they have no quotes: rdflib takes 01 for 1."""


class QueryError(ValueError):
    """A query that SHACL does not allow, or that cannot be read; ``message`` says why."""

    def __init__(self, en: str, zh: str) -> None:
        self.message = Text(en, zh)
        super().__init__(en)


def read_tokens(text: str) -> list[Token]:
    """The tokens of a query, with each prefixed name in one piece.

    An engine may end a name at its second dot; by the grammar it goes on where a letter follows.

    :raises QueryError: where something is no token of SPARQL.
    """
    found: list[Token] = []
    for token in tokens(text):
        if token.kind == "sign" and token.text not in SIGNS:
            here = text[token.offset : token.offset + 20]
            raise QueryError(f"the query cannot be read at: {here}", f"查询在此处无法读取：{here}")
        if goes_on(found, token):
            rest = [part.text for part in found[-2:] if part.text == "."]
            name = found[-1 - len(rest)]
            found[-1 - len(rest) :] = [name._replace(text="".join([name.text, *rest, token.text]))]
        else:
            found.append(token)
    return found


def goes_on(found: list[Token], token: Token) -> bool:
    """Whether a token belongs to the name before it: both without a gap, and a dot between."""
    match found[-2:]:
        case [*_, Token(kind="name") as name] if token.kind == "literal" and token.text.startswith("."):
            return name.offset + len(name.text) == token.offset
        case [Token(kind="name") as name, Token(text=".") as dot] if token.kind in ("word", "literal"):
            return name.offset + len(name.text) + 1 == dot.offset + 1 == token.offset
    return False


def expanded(found: list[Token], prefixes: dict[str, str]) -> Iterator[Token]:
    """The tokens with full IRIs instead of prefixed names, and without PREFIX lines."""
    waiting = iter(found)
    is_window = False
    for token in waiting:
        if token.word == "PREFIX":
            name, namespace = next(waiting, token), next(waiting, token)
            prefixes[name.text.removesuffix(":")] = namespace.text.strip("<>")
        elif token.kind == "unclear":
            yield token._replace(kind="iri")
        elif token.kind == "name" and not token.is_blank:
            prefix, local = token.text.split(":", 1)
            if prefix not in prefixes:
                raise QueryError(f"the prefix {prefix}: is not declared", f"前缀 {prefix}: 没有声明")
            yield Token("iri", f"<{prefixes[prefix]}{ESCAPED.sub(lambda found: found[1], local)}>")
        elif token.kind == "literal" and (number := UNUSUAL.fullmatch(token.text)) and not is_window:
            datatype = XSD["double" if number["double"] else "integer"]
            yield from (token._replace(text=f'"{token.text}"'), Token("sign", "^^"), Token("iri", str(datatype)))
        else:
            yield token
        is_window = token.word in ("LIMIT", "OFFSET")
