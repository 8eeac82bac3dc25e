"""Where something stands in a sheet, and what may be wrong there."""

from __future__ import annotations

from typing import NamedTuple

from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import Term

__all__ = ["CellPlace", "Problem", "finding", "letters"]


class CellPlace(NamedTuple):
    """A row of a sheet, or a cell of it; both count from 1."""

    file: str
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str:
        """The name of the cell as spreadsheets have it, the row where there is no column, or nothing.

        >>> CellPlace("a.xlsx/members", 7, 28).cell
        'AB7'
        """
        return (letters(self.column) if self.column else "") + (str(self.row) if self.row else "")


class Problem(NamedTuple):
    """What is wrong, by a code of one word, and what to do about it."""

    code: str
    message: Text
    remedy: Text
    severity: Severity = Severity.VIOLATION

    def format(self, *values: object) -> Problem:
        """The problem with values filled into its texts."""
        return self._replace(
            message=Text(*(text.format(*values) for text in self.message)),
            remedy=Text(*(text.format(*values) for text in self.remedy)),
        )


def letters(column: int) -> str:
    """The letters by which spreadsheets call a column.

    >>> letters(1), letters(26), letters(27)
    ('A', 'Z', 'AA')
    """
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def finding(place: CellPlace, problem: Problem, node: Term | None = None) -> Finding:
    """The finding of a problem at a place; the message begins with the cell."""
    message = problem.message
    if place.row:
        where = Text("cell {0}", "单元格 {0}") if place.column else Text("row {0}", "第 {0} 行")
        message = Text(
            *(
                f"{at.format(place.cell)}{colon}{said}"
                for at, colon, said in zip(where, (": ", "："), message, strict=True)
            )
        )
    return Finding(
        problem.code,
        problem.severity,
        node,
        message,
        remedy=problem.remedy,
        file=place.file,
        line=place.row,
        column=place.column,
    )
