"""A CONSTRUCT as a SELECT: its solutions are rows, which can be counted, and its template is filled here."""

from __future__ import annotations

from typing import Any, NamedTuple

import pyoxigraph as ox

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
        """The triples of these solutions; None where one has a triple in it, which cannot be written again.

        Nodes without a name have one while the template is filled.
        """
        if any(isinstance(cell, ox.Triple) for row in solutions.rows for cell in row):
            return None
        rows = " ".join(f"({' '.join(map(values_cell, row))})" for row in solutions.rows)
        names = " ".join(f"?{name}" for name in self.variables)
        query = f"{self.prologue}CONSTRUCT {self.text} WHERE {{ VALUES ({names}) {{ {rows} }} }}"
        found = (ox.Triple(*map(read, triple)) for triple in Embedded().construct(query) if is_named(triple.predicate))
        return [*found]


NAME = "urn:x-blank-node:"


def values_cell(cell: Term | None) -> str:
    """A cell of a row of VALUES."""
    if isinstance(cell, ox.BlankNode):
        return f"<{NAME}{cell.value}>"
    return "UNDEF" if cell is None else str(cell)


def read(node: Any) -> Any:
    """A node of a triple as it was before it was written."""
    return node if is_named(node) else ox.BlankNode(node.value.removeprefix(NAME))


def is_named(node: object) -> bool:
    """Whether a node is none that had a name while the template was filled."""
    return not (isinstance(node, ox.NamedNode) and node.value.startswith(NAME))
