"""As which pictures the explorer draws an answer: ``explorer/src/parts/`` decides the same, as a test proves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from ... import terms
from ...namespaces import Term
from ...tables import Table
from ...tables.typed import cell
from ..addresses import PLAIN
from ..content import Content

__all__ = ["LOCATORS", "pictures", "source_of"]

LOCATORS = ("source", "locator")
"""Columns that hold places in sources."""

RELATION = re.compile("p|predicate|property|relation", re.IGNORECASE)
"""Columns that say how the things of a row belong together."""


def pictures(content: Content, table: Table) -> list[str]:
    """The names of its pictures, in the order in which the explorer offers them."""
    columns = [*zip(*table.rows, strict=True)]
    found = {
        "chart": len(table) > 1 and 0 < sum(map(is_of_numbers, columns)) < len(columns),
        "map": any(has_place(content, value) for column in columns for value in set(column)),
        "network": connects(content, table),
    }
    return [name for name, is_there in found.items() if is_there]


def is_of_numbers(column: Sequence[Term | None]) -> bool:
    """Whether a column holds numbers and nothing else."""
    values = [cell(value) for value in column if value is not None]
    return bool(values) and all(isinstance(value, int | Decimal) and not isinstance(value, bool) for value in values)


def has_place(content: Content, value: Term | None) -> bool:
    """Whether a value is a place, or a thing that has one."""
    if not isinstance(value, NamedNode):
        return False
    own = content.things.properties(value)
    places = [*own.get(terms.hasCountry, ()), *own.get(terms.basedIn, ())]
    return content.things.is_a(value, terms.Place) or any(isinstance(place, NamedNode) for place in places)


def connects(content: Content, table: Table) -> bool:
    """Whether rows connect the things of the first column that has some with others."""
    columns = [
        [thing_of(content, name, value) for value in column]
        for name, column in zip(table.columns, zip(*table.rows, strict=True), strict=False)
        if not RELATION.fullmatch(name)
    ]
    first, *others = [column for column in columns if any(column)] or [[]]
    return any(one and other and one != other for column in others for one, other in zip(first, column, strict=True))


def thing_of(content: Content, column: str, value: Term | None) -> NamedNode | None:
    """The thing that a cell shows."""
    if isinstance(value, Literal) and column in LOCATORS:
        return source_of(content, value.value)
    return value if isinstance(value, NamedNode) else None


def source_of(content: Content, text: str) -> NamedNode | None:
    """The source of which an answer has no more than the end of its IRI."""
    source = NamedNode(f"{terms.PREFIXES['source']}{text}") if PLAIN.fullmatch(text) else None
    return source if source and content.things.properties(source) else None
