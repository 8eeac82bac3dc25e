"""What the pictures of a report show, as plain numbers and texts: how they are painted stands in :mod:`.painting`."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

__all__ = ["Amounts", "Cell", "Data", "Lanes", "Map", "Matrix", "Moment", "Spot", "Point", "Series", "year_of"]


class Cell(NamedTuple):
    """A cell of a matrix: what stands in it, and how much that is; nothing of what is known not to be named."""

    text: str = ""
    weight: int = 0


class Matrix(NamedTuple):
    """Things against things. A column of ``None`` is one of which nothing is known at all.

    ``signs`` say what stands in the cells, each with what it means.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Cell | None, ...], ...]
    signs: tuple[tuple[str, str], ...] = ()


class Moment(NamedTuple):
    """Something dated: the number of its lane and of its kind, its date, and its label in the picture, if any."""

    lane: int
    kind: int
    date: str
    label: str = ""


class Lanes(NamedTuple):
    """What happened in which year: a lane for each alliance, a column for each year."""

    lanes: tuple[str, ...]
    kinds: tuple[str, ...]
    moments: tuple[Moment, ...]


class Point(NamedTuple):
    """A number as of a date, empty where nobody says when; ``told`` is the number with its bound, ``stated`` what a
    source says in place of a date."""

    date: str
    value: int
    told: str
    stated: str = ""


class Series(NamedTuple):
    """Numbers over time: the name of each series with its points."""

    series: tuple[tuple[str, tuple[Point, ...]], ...]


class Spot(NamedTuple):
    """A place by its longitude and latitude in degrees, and what is there."""

    longitude: float
    latitude: float
    name: str
    what: tuple[str, ...]


class Map(NamedTuple):
    """Places on the world; ``elsewhere`` says what is in no country."""

    places: tuple[Spot, ...]
    elsewhere: tuple[str, ...] = ()


class Amounts(NamedTuple):
    """Amounts in blocks that must not be set against each other, as currencies: what each is of, the number, and how
    it is told."""

    currencies: tuple[tuple[str, tuple[tuple[str, float, str], ...]], ...]


Data: TypeAlias = Matrix | Lanes | Series | Map | Amounts


def year_of(date: str) -> float:
    """Where a date lies among the years: a year in its middle, a month or a day where it is in its year.

    >>> [round(year_of(date), 3) for date in ("2021", "2021-07", "2021-01-01")]
    [2021.5, 2021.542, 2021.001]
    """
    parts = [int(part) for part in re.findall(r"\d+", date)]
    if len(parts) == 1:
        return parts[0] + 0.5
    month = parts[1] - 1
    return parts[0] + (month + ((parts[2] - 0.5) / 31 if len(parts) > 2 else 0.5)) / 12
