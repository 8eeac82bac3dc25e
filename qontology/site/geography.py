"""The map: land as dots, without borders, and the middles of countries."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

__all__ = ["ISO", "NORTH", "SCALE", "SIZE", "WEST", "land", "middles", "projected"]

FOLDER = Path(__file__).parent / "world"
ISO = "https://www.iso.org/obp/ui/#iso:code:3166:"
STEP, SCALE = 2.5, 2.6
NORTH, WEST = 81.25 + STEP / 2, -178.75 - STEP / 2
"""The edges of the map in degrees; its dots are so many degrees apart, and a degree has so many points."""

SIZE = round(144 * STEP * SCALE), round(55 * STEP * SCALE)


def projected(latitude: float, longitude: float) -> tuple[float, float]:
    """A place on the map.

    >>> projected(NORTH, WEST)
    (0.0, 0.0)
    """
    return round((longitude - WEST) * SCALE, 1), round((NORTH - latitude) * SCALE, 1)


@cache
def middles() -> dict[str, tuple[float, float]]:
    """The middles of countries by their code of ISO 3166, as latitude and longitude in degrees."""
    with (FOLDER / "countries.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {row["code"]: (float(row["latitude"]), float(row["longitude"])) for row in rows}


@cache
def land() -> str:
    """The dots of land as one path."""
    lines = (FOLDER / "land.txt").read_text(encoding="utf-8").splitlines()
    size = STEP * SCALE
    drawn = []
    for number, line in enumerate(lines):
        at, first = 0.0, True
        for place, sign in enumerate(line):
            if sign == "#":
                x, y = (place + 0.5) * size, (number + 0.5) * size
                drawn.append(f"M{x:g} {y:g}h0" if first else f"m{x - at:g} 0h0")
                at, first = x, False
    return "".join(drawn)
