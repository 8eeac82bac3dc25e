"""Grids of cells with their places, as a workbook or a folder of CSV files holds them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from .places import CellPlace, Problem

__all__ = ["Cell", "Grid", "RawRow", "grid", "is_comment"]

Cell = str | int | float | bool | date | time | None

COMMENT = "#"


def is_comment(first: Cell) -> bool:
    """Whether a row that begins with this cell is none to be read.

    >>> is_comment(" # example-quantum-alliance")
    True
    """
    return str("" if first is None else first).lstrip().startswith(COMMENT)


@dataclass(frozen=True)
class RawRow:
    """One row of a sheet with its number, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_fact(self) -> bool:
        """Whether the row is to be read: it holds something, and does not begin with ``#``."""
        return any(cell not in (None, "") for cell in self.cells) and not is_comment(self.cells[0])


@dataclass
class Grid:
    """One sheet: its name, the file by which findings call it, its header and its rows."""

    name: str
    file: str
    header: tuple[str, ...]
    lines: list[RawRow]
    problems: list[tuple[CellPlace, Problem]] = field(default_factory=list)


def grid(name: str, file: str, lines: list[RawRow]) -> Grid:
    """A sheet out of its rows: the first is the header, those that hold facts follow."""
    header = tuple(str(cell or "").strip() for cell in lines[0].cells) if lines else ()
    return Grid(name, file, header, [line for line in lines[1:] if line.is_fact])
