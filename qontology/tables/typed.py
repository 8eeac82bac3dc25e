"""RDF terms as values of Python, for rows, spreadsheets and data frames: the one place where they are read as such."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal

from ..namespaces import XSD, Term
from .extras import require

if TYPE_CHECKING:
    import polars

__all__ = ["Cell", "cell", "frame", "is_whole_number", "plain"]

Cell = str | int | bool | Decimal | date | None

# How each type is written, and what reads it: Python's own readers take more spellings than XSD does.
READERS: dict[str, tuple[re.Pattern[str], Callable[[str], Cell]]] = {
    XSD["integer"].value: (re.compile(r"[+-]?[0-9]+"), int),
    XSD["decimal"].value: (re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"), Decimal),
    XSD["boolean"].value: (re.compile(r"true|false|1|0"), lambda text: text in ("true", "1")),
    XSD["date"].value: (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
}
# The whole numbers that a column of a data frame holds.
SMALLEST, LARGEST = -(2**63), 2**63 - 1


def cell(term: Term | None) -> Cell:
    """A whole number, a decimal, a truth value or a day as such, all else as text, nothing as None.

    A year or a month stays text, since no type of a spreadsheet is as imprecise; so does what is not of its own type,
    as a day that the calendar does not have, and what is too long to be read as a number.

    >>> cell(Literal("2022-07-05", datatype=XSD["date"]))
    datetime.date(2022, 7, 5)
    >>> cell(Literal("2022-07", datatype=XSD["gYearMonth"])), cell(Literal("twelve", datatype=XSD["integer"]))
    ('2022-07', 'twelve')
    """
    if term is None:
        return None
    if isinstance(term, Literal) and term.datatype.value in READERS:
        form, read = READERS[term.datatype.value]
        try:
            return read(term.value) if form.fullmatch(term.value) else term.value
        except ValueError:
            return term.value
    return term.value


def plain(term: Term | None) -> str | int | bool | None:
    """A term as JSON has it too: whole numbers and truth values as such, all else as its text.

    >>> plain(Literal(12)), plain(Literal("2022-07-05", datatype=XSD["date"]))
    (12, '2022-07-05')
    """
    value = cell(term)
    return value if isinstance(value, int) else None if term is None else term.value


def is_whole_number(term: Term | None) -> bool:
    """Whether a term is an integer that is written as one."""
    return type(cell(term)) is int


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
        terms = [row[index] for row in rows]
        values = [cell(term) for term in terms]
        kind = shared_type(values)
        if kind is str:
            values = [term and term.value for term in terms]
        series.append(module.Series(name, values, dtype=types[kind], strict=False))
    made: polars.DataFrame = module.DataFrame(series)
    return made


def shared_type(values: Iterable[Cell]) -> type:
    """The type of all values that there are; text where they differ, or a number is larger than a column can hold."""
    found = {type(value) for value in values if value is not None}
    fits = all(SMALLEST <= value <= LARGEST for value in values if isinstance(value, int))
    return found.pop() if len(found) == 1 and fits else str
