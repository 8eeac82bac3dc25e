"""RDF terms as typed values, for spreadsheets and data frames, where plain text would lose what can be counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from .extras import require

if TYPE_CHECKING:
    import polars

__all__ = ["Cell", "cell", "frame"]

Term = NamedNode | BlankNode | Literal
Cell = str | int | bool | Decimal | date | None

XSD = "http://www.w3.org/2001/XMLSchema#"
READERS: dict[str, Callable[[str], Cell]] = {
    f"{XSD}integer": int,
    f"{XSD}decimal": Decimal,
    f"{XSD}boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
    f"{XSD}date": date.fromisoformat,
}


def cell(term: Term | None) -> Cell:
    """A whole number, a decimal, a truth value or a day as such, all else as text, nothing as None.

    A year or a month stays text, since no type of a spreadsheet is as imprecise; so does what is not of its own type,
    as a day that the calendar does not have.

    >>> cell(Literal("2022-07-05", datatype=NamedNode(XSD + "date")))
    datetime.date(2022, 7, 5)
    >>> cell(Literal("2022-07", datatype=NamedNode(XSD + "gYearMonth")))
    '2022-07'
    """
    if not isinstance(term, Literal):
        return None if term is None else term.value
    try:
        return READERS.get(term.datatype.value, str)(term.value)
    except (ArithmeticError, KeyError, ValueError):
        return term.value


def frame(columns: Sequence[str], rows: Sequence[Sequence[Term | None]]) -> polars.DataFrame:
    """A polars data frame; a column has the type that all its values share, else it is of text.

    :raises InputError: where the extra ``polars`` is not installed.
    """
    module = require("polars", "polars")
    types = {
        int: module.Int64,
        Decimal: module.Float64,
        bool: module.Boolean,
        date: module.Date,
        str: module.String,
    }
    series = []
    for index, name in enumerate(columns):
        values = [cell(row[index]) for row in rows]
        found = {type(value) for value in values if value is not None}
        kind = found.pop() if len(found) == 1 else str
        if kind is str:
            values = [None if term is None else term.value for term in (row[index] for row in rows)]
        series.append(module.Series(name, values, dtype=types[kind], strict=False))
    made: polars.DataFrame = module.DataFrame(series)
    return made
