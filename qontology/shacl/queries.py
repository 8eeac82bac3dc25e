"""SPARQL queries inside shapes: read as tokens and groups, checked, and pre-bound.

Pre-binding (SHACL 5.3 and appendix A) means that a variable like ``$this`` has its value in every part of a query:
in nested groups, BIND and sub-selects too, where SPARQL's own scoping would leave it unbound. Here the pattern that
binds the variable is put at the start of each group that needs it. That is equal to one run a focus node as long as
a query treats its solutions one by one; :attr:`QueryText.set_based` says whether it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from pyoxigraph import NamedNode

from ..language import Text
from ..sparql.query import SparqlQuery, projected
from ..sparql.tokens import Token, tokens
from .lexical_forms import suspicious

__all__ = ["QueryError", "QueryText"]

DEPTH = 50
SIGNS = frozenset("{}()[].;,=<>+*/|^!?-") | {"^^", "&&", "||", "!=", "<=", ">=", ">>"}
ESCAPED = re.compile(r"\\(.)")
AGGREGATES = frozenset({"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"})
PATH_SIGNS = frozenset("/|*?+")
ELSEWHERE = ("SERVICE", "FROM", "BASE")
FORBIDDEN = ("MINUS", "VALUES", *ELSEWHERE)


class QueryError(ValueError):
    """A query that SHACL does not allow, or that cannot be read; ``message`` says why."""

    def __init__(self, en: str, zh: str) -> None:
        self.message = Text(en, zh)
        super().__init__(en)


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


class QueryText:
    """A SELECT or ASK query of a shapes graph.

    :param text: the query as it stands in the shapes graph.
    :param prefixes: the namespaces of ``sh:prefixes``; PREFIX lines of the query come before them.
    :param prebound: the variables that have a value before the query runs, ``this`` and the parameters; of the query of
        a target, the parameters only.
    :param own_prefixes: those of the file, for what ``sh:prefixes`` lacks; ``borrowed`` are those that were needed.
    :raises QueryError: where the query cannot be read or SHACL forbids what it does.
    """

    def __init__(
        self,
        text: str,
        prefixes: Mapping[str, str],
        prebound: frozenset[str],
        own_prefixes: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.prebound = prebound
        named = SparqlQuery(text)
        self.borrowed = (named.prefixes - named.declared - prefixes.keys()) & own_prefixes.keys()
        found = list(expanded(read_tokens(text), {**own_prefixes, **prefixes}))
        self.query = parse(found)
        for group in self.query.walk():
            group_by_focus(group, prebound)
        self.form = self.query.tokens[0].word if self.query.tokens else ""
        if len(self.query.groups) != (2 if self.form == "CONSTRUCT" else 1):
            raise QueryError("the query has no single WHERE group", "查询应恰有一个 WHERE 图模式")
        self.where = self.query.groups[-1]
        self.template = self.query.groups[0] if self.form == "CONSTRUCT" else None
        self._check(found)

    def _check(self, found: list[Token]) -> None:
        for token, following in pairwise((*found, Token("sign", ""))):
            if token.kind == "word" and token.word in self._forbidden:
                name = token.word
                raise QueryError(f"SHACL does not allow {name} in a query", f"SHACL 不允许在查询中使用 {name}")
            if token.word == "AS" and following.variable in self.prebound:
                name = following.text
                raise QueryError(f"the query assigns {name} itself", f"查询不得自行给 {name} 赋值")
        for group in self.query.walk() if "this" in self.prebound else ():
            if group.role == "select" and not self._needed_by_subselect(group) <= set(projection(group)):
                raise QueryError(
                    "a sub-select does not project the pre-bound variables that it needs, $this first of all",
                    "子查询没有投影所需的预绑定变量（首先是 $this）",
                )

    @property
    def _forbidden(self) -> tuple[str, ...]:
        return FORBIDDEN if "this" in self.prebound and self.form != "CONSTRUCT" else ELSEWHERE

    def _needed_by_subselect(self, group: Group) -> set[str]:
        mentioned = {name for inner in group.walk() for name in inner.expressions()}
        return {"this"} | (self.prebound & mentioned) - {"currentShape", "shapesGraph", "PATH"}

    @property
    def variables(self) -> set[str]:
        """Every variable of the query, without its sign."""
        return {token.variable for group in self.query.walk() for token in group.tokens if token.variable}

    @property
    def words(self) -> set[str]:
        """Every keyword and function of the query, in capitals."""
        return {token.word for group in self.query.walk() for token in group.tokens if token.kind == "word"}

    @property
    def makes_nodes(self) -> bool:
        """Whether a CONSTRUCT query makes blank nodes."""
        return self.template is not None and any(one.is_blank or one.text == "[" for one in self.template.tokens)

    @property
    def projection(self) -> tuple[str, ...]:
        """The variables that the solutions of a SELECT carry; empty for ``*``."""
        return projection(self.query)

    @property
    def simple(self) -> bool:
        """Whether the WHERE group alone says it all: no aggregate, no limit, no sub-select."""
        modifiers = {token.word for token in self.query.tokens} & {"GROUP", "HAVING", "LIMIT", "OFFSET", *AGGREGATES}
        return not modifiers and all(group.role != "select" for group in self.query.walk())

    @property
    def set_based(self) -> bool:
        """Whether one run over all focus nodes equals one run a focus node."""
        return all(is_local(group) for group in self.query.walk() if group.role in ("query", "select"))

    @cached_property
    def names_predicates(self) -> bool:
        """Whether every statement that it asks for has a predicate that it names."""
        return not any(
            (here.variable and ends_a_term(before) and begins_a_term(after))
            or (here.text == "!" and (after.kind == "iri" or after.text in ("(", "^", "a")))
            for group in self.query.walk()
            for before, here, after in windowed(statements(group))
        )

    @cached_property
    def spells_literals(self) -> bool:
        """Whether it has a literal that a store rewrites, and may mean it as it is written, not only its value."""
        reads_text = bool(self.words & {"SAMETERM", "STR", "DATATYPE", "BIND"})
        groups = (group.tokens if reads_text else statements(group) for group in self.query.walk())
        texts = (" ".join(token.text.rstrip(".") for token in group).replace(" ^^ ", "^^") for group in groups)
        return any(suspicious(f" {text} ".encode()) for text in texts)

    @cached_property
    def leaving(self) -> frozenset[NamedNode]:
        """The predicates by one of which every solution leaves ``$this``; empty where the query does not tell.

        It does where its WHERE group begins with a statement on ``$this`` whose predicate is an IRI, or a variable
        that a filter of the group limits to some IRIs.
        """
        return frozenset(NamedNode(iri[1:-1]) for iri in self._first_predicates)

    @cached_property
    def _first_predicates(self) -> tuple[str, ...]:
        match [*self.where.parts[:3]]:
            case [Token(variable="this"), Token(kind="iri", text=iri), Token(text=after)] if after not in PATH_SIGNS:
                return (iri,)
            case [Token(variable="this"), Token(kind="variable", text=predicate), Token()]:
                return tuple(dict.fromkeys(limits(self.where, predicate)))
        return ()

    def bound(self, sources: Mapping[str, str], path: str | None = None, *, tells_focus: bool = False) -> str:
        """The query with a pattern for each pre-bound variable wherever it is needed; ``this`` in each SELECT.

        ``tells_focus`` says that the WHERE group itself, by its :attr:`leaving`, has no solution but at focus nodes.
        """

        def start(group: Group) -> str:
            if group is self.template:
                return ""
            if group is not self.where:
                return missing(group, sources)
            wanted = {name: pattern for name, pattern in sources.items() if name != "this" or not tells_focus}
            return f"{missing(group, wanted)} {self._first_values}"

        return render(self.query, start, lambda token: plain(token, path))

    @property
    def _first_values(self) -> str:
        """The IRIs that a filter leaves to the first predicate, as VALUES: engines look these up instead of all."""
        if not self._first_predicates or self.where.tokens[1].kind != "variable":
            return ""
        return f"VALUES {self.where.tokens[1].text} {{ {' '.join(self._first_predicates)} }}"

    def body(self, names: Callable[[str], str], path: str | None = None) -> str:
        """The WHERE group without its braces, with all variables and blank nodes renamed."""

        def renamed(token: Token) -> str:
            if token.is_blank:
                return names(token.text)
            if token.variable and token.variable != "PATH":
                return names(token.variable)
            return plain(token, path)

        return render(self.where, lambda _: "", renamed)


def group_by_focus(select: Group, prebound: frozenset[str]) -> None:
    """Makes a SELECT that projects ``$this`` group by it too: with its value in its place, it would be allowed."""
    words = [token.word for token in select.tokens]
    if select.role not in ("query", "select") or "this" not in prebound or "GROUP" not in words or is_local(select):
        return
    if "this" in projection(select):
        place = next(n for n, part in enumerate(select.parts) if isinstance(part, Token) and part.word == "GROUP")
        select.parts.insert(place + 2, Token("variable", "?this"))


def expanded(found: list[Token], prefixes: dict[str, str]) -> Iterator[Token]:
    """The tokens with full IRIs instead of prefixed names, and without PREFIX lines."""
    waiting = iter(found)
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
        else:
            yield token


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


def missing(group: Group, sources: Mapping[str, str]) -> str:
    """The patterns that a group needs at its start so that all pre-bound variables have their value in it."""
    if group.role in ("query", "select", "exists"):
        return ""
    mentioned = set(group.expressions())
    needed = [
        pattern
        for variable, pattern in sources.items()
        if (group.role == "where" and variable == "this")
        or (variable in mentioned and (variable != "this" or not group.binds(variable)))
    ]
    return " ".join(needed)


def plain(token: Token, path: str | None) -> str:
    return path if token.variable == "PATH" and path is not None else token.text


def render(group: Group, start: Callable[[Group], str], write: Callable[[Token], str]) -> str:
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
    """Whether engines want no blank between two tokens: pyoxigraph in ``CONCAT(``, rdflib in ``<path>*`` and ``a?``."""
    if token.text == "(":
        return before.kind == "word"
    return token.text in ("*", "+", "?") and (before.kind in ("iri", "name") or before.text in (")", "a", "$PATH"))
