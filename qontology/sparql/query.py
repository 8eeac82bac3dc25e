"""One reading of a query: its form, its prefixes, what it projects and which names it uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from ..terms import PREFIXES
from .tokens import Token, tokens

__all__ = ["SparqlQuery", "declared", "projected"]

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class SparqlQuery:
    """A query as its tokens tell it; what stands in comments, texts and IRIs is neither a name nor a declaration.

    >>> query = SparqlQuery("PREFIX ex: <http://example.org/> SELECT ?s (1 AS ?n) { ?s a qo:Alliance } # PREFIX qo:")
    >>> query.form, query.projection, sorted(query.declared), sorted(query.prefixes)
    ('SELECT', ('s', 'n'), ['ex'], ['qo'])
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the whole text."""
        return tuple(tokens(self.text))

    @cached_property
    def form(self) -> str:
        """SELECT, ASK, CONSTRUCT or DESCRIBE; empty where the query is none of these."""
        return next((token.word for token in self.tokens if token.word in FORMS), "")

    @cached_property
    def declared(self) -> frozenset[str]:
        """The prefixes that the query declares."""
        return frozenset(token.prefix for before, token in pairwise(self.tokens) if before.word == "PREFIX")

    @cached_property
    def prefixes(self) -> frozenset[str]:
        """The prefixes that the query uses."""
        return frozenset(token.prefix for token in self._names(self.tokens))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The prefixed names that the query mentions, those of declarations left out."""
        return tuple(token.text for token in self._names(self.tokens))

    @cached_property
    def projection(self) -> tuple[str, ...]:
        """The columns of a SELECT, in order; empty for ``*`` and for other forms."""
        places = [place for place, token in enumerate(self.tokens) if token.word == "SELECT"]
        return tuple(projected(self.tokens[places[0] :])) if places and self.form == "SELECT" else ()

    @cached_property
    def pattern(self) -> tuple[Token, ...]:
        """The tokens behind the word WHERE."""
        places = [place for place, token in enumerate(self.tokens) if token.word == "WHERE"]
        return self.tokens[places[0] + 1 :] if places else ()

    @cached_property
    def pattern_names(self) -> tuple[str, ...]:
        """The prefixed names that the pattern mentions."""
        return tuple(token.text for token in self._names(self.pattern))

    @staticmethod
    def _names(found: Sequence[Token]) -> Iterator[Token]:
        """The prefixed names among tokens, those of declarations left out."""
        for before, token in pairwise((Token("sign", ""), *found)):
            if token.kind == "name" and not token.is_blank and before.word != "PREFIX":
                yield token


def projected(clause: Sequence[Token]) -> Iterator[str]:
    """The variables that a SELECT clause projects; what stands behind the brace of its pattern is not read.

    >>> list(projected(list(tokens("SELECT ?a (COUNT(?b) AS ?n) WHERE { ?a ?p ?b }"))))
    ['a', 'n']
    """
    depth = 0
    for before, token in pairwise((Token("sign", ""), *clause)):
        if token.text == "{" and depth == 0:
            return
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if token.variable and (depth == 0 or (depth == 1 and before.word == "AS")):
            yield token.variable


def declared(sparql: str) -> str:
    """The query with a declaration of each prefix of the project that it uses and does not declare.

    >>> declared("ASK { ?a a qo:Alliance }")
    'PREFIX qo: <https://w3id.org/qontology/ns#> ASK { ?a a qo:Alliance }'
    """
    query = SparqlQuery(sparql)
    missing = sorted((query.prefixes - query.declared) & PREFIXES.keys())
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in missing) + sparql
