"""The parts of a report, in one language: what every page is made of, whatever its format."""

from __future__ import annotations

from typing import NamedTuple

from .figures import Bars, HeatMap, Network, Timeline, Trees

__all__ = ["Data", "Figure", "Row", "Section"]

Data = HeatMap | Timeline | Trees | Network | Bars


class Row(NamedTuple):
    """The cells of a row, a line break between several values of one, and the numbers of the notes it rests on."""

    cells: tuple[str, ...]
    notes: tuple[int, ...] = ()


class Figure(NamedTuple):
    """A picture: what a reader who cannot see it should know, and what it shows."""

    alternative: str
    data: Data


class Section(NamedTuple):
    """A part of the report: its table, how to read it, the questions that made it, and its picture if it has one."""

    name: str
    title: str
    about: str
    queries: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    figure: Figure | None = None
