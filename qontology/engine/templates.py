"""A CONSTRUCT as a SELECT: its solutions are rows, which can be counted, and its template is filled here."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import BlankNode
from pyoxigraph import Triple as TripleTerm

from ..namespaces import Term
from ..sparql.query import SparqlQuery
from .embedded import Embedded
from .protocol import Solutions, Triple

__all__ = ["Template"]


class Template(NamedTuple):
    """The template of a CONSTRUCT with the declarations before it, its variables, and what stands behind it."""

    prologue: str
    text: str
    variables: tuple[str, ...]
    rest: str

    @classmethod
    def of(cls, query: str) -> Template | None:
        """The template of a query; None where it is no CONSTRUCT with one, has no variable there, or groups.

        >>> Template.of("CONSTRUCT { ?s a ?o } WHERE { ?s ?p ?o } LIMIT 3").select
        'SELECT ?s ?o WHERE { ?s ?p ?o } LIMIT 3'
        >>> Template.of("CONSTRUCT WHERE { ?s ?p ?o }"), Template.of("DESCRIBE ?s { ?s ?p ?o }")
        (None, None)
        """
        tokens = SparqlQuery(query).tokens
        start = next((place for place, token in enumerate(tokens) if token.word == "CONSTRUCT"), len(tokens))
        inside = tokens[start + 1 :]
        end = next((place for place, token in enumerate(inside) if token.text == "}" and token.depth == 1), None)
        if end is None or inside[0].text != "{" or any(token.word == "GROUP" for token in inside):
            return None
        variables = tuple(dict.fromkeys(token.variable for token in inside[:end] if token.variable))
        stop = inside[end].offset + 1
        found = cls(query[: tokens[start].offset], query[inside[0].offset : stop], variables, query[stop:])
        return found if variables else None

    @property
    def select(self) -> str:
        """The query for the solutions."""
        return f"{self.prologue}SELECT {' '.join(f'?{name}' for name in self.variables)}{self.rest}"

    def filled(self, solutions: Solutions) -> list[Triple] | None:
        """The triples of these solutions; None where one has a node without a name, which cannot be written again."""
        cells = [cell for row in solutions.rows for cell in row]
        if any(isinstance(cell, (BlankNode, TripleTerm)) for cell in cells):
            return None
        rows = " ".join(
            f"({' '.join('UNDEF' if cell is None else str(cell) for cell in row)})" for row in solutions.rows
        )
        names = " ".join(f"?{name}" for name in self.variables)
        return Embedded().construct(f"{self.prologue}CONSTRUCT {self.text} WHERE {{ VALUES ({names}) {{ {rows} }} }}")


def written(cell: Term | None) -> str:
    """A cell of a row of VALUES."""
    return "UNDEF" if cell is None else str(cell)
