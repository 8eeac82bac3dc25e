"""The groups of a query: what stands between its braces, and what is asked, selected and limited there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..sparql.query import projected
from ..sparql.tokens import Token
from .query_tokens import QueryError

__all__ = [
    "AGGREGATES",
    "Group",
    "begins_a_term",
    "ends_a_term",
    "is_local",
    "limits",
    "parse",
    "projection",
    "render",
    "statements",
    "windowed",
]

DEPTH = 50
AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})


@dataclass
class Group:
    """What stands between two braces, or the whole query; ``role`` says what the group is to its surroundings."""

    role: Literal["query", "where", "exists", "plain", "select"] = "query"
    parts: list[Token | Group] = field(default_factory=list)

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the group itself, those of groups inside it left out."""
        return [part for part in self.parts if isinstance(part, Token)]

    @property
    def groups(self) -> list[Group]:
        return [part for part in self.parts if isinstance(part, Group)]

    def walk(self) -> Iterator[Group]:
        """The group and all inside it."""
        yield self
        for group in self.groups:
            yield from group.walk()

    def expressions(self) -> Iterator[str]:
        """The variables that the group mentions, those of its EXISTS included."""
        for part in self.parts:
            if isinstance(part, Group):
                if part.role == "exists":
                    yield from (name for inner in part.walk() for name in inner.expressions())
            elif part.variable:
                yield part.variable

    def binds(self, variable: str) -> bool:
        """Whether a triple pattern of the group binds the variable before a BIND reads it."""
        depth = 0
        for part in self.parts:
            if isinstance(part, Group):
                continue
            depth += {"(": 1, ")": -1}.get(part.text, 0)
            if part.variable == variable and depth == 0:
                return True
            if part.word == "BIND":
                return False
        return False


def parse(found: list[Token]) -> Group:
    """The groups of a query, nested as its braces are."""
    stack = [Group()]
    for token in found:
        if token.text == "}":
            if len(stack) == 1:
                raise QueryError("a brace is closed that was not opened", "多了一个右花括号")
            stack.pop()
        elif token.text == "{":
            if len(stack) > DEPTH:
                raise QueryError(f"the query nests deeper than {DEPTH}", f"查询嵌套超过 {DEPTH} 层")
            around = stack[-1]
            before = around.tokens[-1].word if around.parts and isinstance(around.parts[-1], Token) else ""
            opens_select = bool(around.tokens) and around.tokens[0].word == "SELECT"
            if around.role == "query" or opens_select:
                role: Literal["where", "exists", "plain"] = "where"
                if around.role != "query":
                    around.role = "select"
            else:
                role = "exists" if before == "EXISTS" else "plain"
            group = Group(role)
            around.parts.append(group)
            stack.append(group)
        else:
            stack[-1].parts.append(token)
    if len(stack) > 1:
        raise QueryError("a brace is not closed", "缺少右花括号")
    return stack[0]


def statements(group: Group) -> list[Token]:
    """The tokens of a group outside of round brackets, with a brace for each inner group."""
    found: list[Token] = []
    depth = 0
    for part in group.parts:
        token = Token("sign", "{") if isinstance(part, Group) else part
        depth -= token.text == ")"
        if depth == 0:
            found.append(token)
        depth += token.text == "("
    return found


def windowed(found: list[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Each token with its neighbours."""
    end = [Token("sign", "")]
    return zip([*end, *found], found, [*found[1:], *end], strict=False)


def begins_a_term(token: Token) -> bool:
    """Whether a subject or an object may begin with it."""
    return token.kind in ("variable", "iri", "literal") or token.is_blank or token.text in ("[", "(")


def ends_a_term(token: Token) -> bool:
    """Whether a predicate may follow."""
    return token.kind in ("variable", "iri", "literal") or token.is_blank or token.text in ("[", "]", ")", ";")


def clause(select: Group) -> list[Token]:
    """The tokens from SELECT to the WHERE group."""
    first = next(index for index, part in enumerate(select.parts) if isinstance(part, Group))
    return [part for part in select.parts[:first] if isinstance(part, Token)]


def projection(select: Group) -> tuple[str, ...]:
    """The variables that a SELECT projects."""
    return tuple(projected(clause(select)))


def is_local(select: Group) -> bool:
    """Whether a SELECT treats the solutions of each ``$this`` apart from those of the others."""
    words = [token.word for token in select.tokens]
    if "LIMIT" in words or "OFFSET" in words:
        return False
    if "GROUP" not in words:
        return not AGGREGATES.intersection(words) and "HAVING" not in words
    keys = select.tokens[words.index("GROUP") + 1 :]
    ends = [index for index, token in enumerate(keys) if token.word in ("HAVING", "ORDER")]
    return any(token.variable == "this" for token in keys[: min(ends, default=len(keys))])


def limits(group: Group, variable: str) -> Iterator[str]:
    """The IRIs to which ``FILTER(?variable IN (...))`` of a group limits a variable."""
    texts = ["{" if isinstance(part, Group) else part.word for part in group.parts]
    wanted = ["FILTER", "(", variable, "IN", "("]
    for start in range(len(texts) - len(wanted)):
        if texts[start : start + len(wanted)] == wanted:
            listed = texts[start + len(wanted) : texts.index(")", start)]
            iris, commas = listed[::2], listed[1::2]
            after = texts[start + len(wanted) + len(listed) :][:2]
            if after == [")", ")"] and set(commas) <= {","} and all(iri.startswith("<") for iri in iris):
                return iter(iris)
    return iter(())


def render(group: Group, start: Callable[[Group], str], write: Callable[[Token], str]) -> str:
    """The text of a group: what ``start`` puts at the start of each, and its tokens as ``write`` spells them."""
    text = start(group)
    before: Token | None = None
    for part in group.parts:
        if isinstance(part, Group):
            text += f" {{ {render(part, start, write)} }}"
        else:
            text += write(part) if before is not None and is_glued(before, part) else " " + write(part)
        before = part if isinstance(part, Token) else None
    return text.strip()


def is_glued(before: Token, token: Token) -> bool:
    """Whether engines want no blank between tokens: pyoxigraph in ``CONCAT(``, rdflib in ``<p>*``, ``a?``, ``^^``."""
    if "^^" in (before.text, token.text):
        return True
    if token.text == "(":
        return before.kind == "word"
    return token.text in ("*", "+", "?") and (before.kind in ("iri", "name") or before.text in (")", "a", "$PATH"))
