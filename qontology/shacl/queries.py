"""SPARQL queries inside shapes: checked, and pre-bound.

Pre-binding (SHACL 5.3 and appendix A) means that a variable like ``$this`` has its value in every part of a query:
in nested groups, BIND and sub-selects too, where SPARQL's own scoping would leave it unbound. Here the pattern that
binds the variable is put at the start of each group that needs it. That is equal to one run a focus node as long as
a query treats its solutions one by one; :attr:`QueryText.set_based` says whether it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from pyoxigraph import NamedNode

from ..sparql.query import SparqlQuery
from ..sparql.tokens import Token
from .lexical_forms import suspicious
from .query_groups import (
    AGGREGATES,
    Group,
    begins_a_term,
    ends_a_term,
    is_local,
    limits,
    parse,
    projection,
    render,
    statements,
    windowed,
)
from .query_steps import steps_of
from .query_tokens import QueryError, expanded, read_tokens

__all__ = ["QueryText"]

PATH_SIGNS = frozenset("/|*?+")
ELSEWHERE = ("SERVICE", "FROM", "BASE")
FORBIDDEN = ("MINUS", "VALUES", *ELSEWHERE)


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
    def steps(self) -> int | None:
        """How many statements in a row it reads from ``$this`` on; None where it may read others."""
        return steps_of(self.query) if self.simple and self.form == "SELECT" else None

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
