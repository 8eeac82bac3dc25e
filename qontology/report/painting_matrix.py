"""A matrix, painted: what is not named has a dot, what is unknown is hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..language import Language
from ..tables.extras import require
from .canvas import (
    GREY,
    KEY_EMPTY,
    KEY_UNKNOWN,
    MORE,
    MOST_COLUMNS,
    MOST_ROWS,
    Box,
    axes_in,
    inches,
    note,
    noted,
    shortened,
)
from .figures import Matrix

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["matrix"]

# So many columns of which nothing is known are named; of more, their number.
MOST_NAMES = 8


def matrix(figure: Figure, box: Box, data: Matrix, language: Language) -> None:
    """A field for each pair: shaded with its text, a dot where it is not named, hatched where all is unknown."""
    data, unknown = without_unknown(data)
    left_out = max(len(data.rows) - MOST_ROWS, 0) + max(len(data.columns) - MOST_COLUMNS, 0)
    data = fullest(data)
    rows, columns = data.rows[:MOST_ROWS], data.columns[:MOST_COLUMNS]
    key = reading(data, unknown, left_out, language)
    left, bottom, right, top = box
    bottom += noted(key) - noted("")
    size = min(11.0, (top - bottom - 1.3) / max(len(rows), 1) * 72 * 0.75)
    names = [shortened(row) for row in rows]
    heads = [shortened(column, 26) for column in columns]
    left += max((inches(name, size) for name in names), default=0) + 0.15
    room = min((right - left - 0.8) / max(len(columns), 1), 1.6)
    slanted = max((inches(head, size) for head in heads), default=0) > room - 0.1
    over = (max(inches(head, size) for head in heads) * 0.64 + 0.3) if slanted else 0.35
    top -= over
    tall = min((top - bottom - 0.3) / max(len(rows), 1), 0.7)
    axes = axes_in(figure, (left, top - tall * len(rows), left + room * len(columns), top))
    patch = require("matplotlib.patches", "plot").Rectangle
    most = max((cell.weight for row in data.cells for cell in row if cell), default=1) or 1
    blue = require("matplotlib", "plot").colormaps["Blues"]
    for line, cells in enumerate(data.cells[: len(rows)]):
        for column, cell in enumerate(cells[: len(columns)]):
            where = (column + 0.03, line + 0.04)
            if cell is None:
                axes.add_patch(
                    patch(where, 0.94, 0.92, facecolor="none", edgecolor="#bbbbbb", hatch="////", linewidth=0)
                )
            elif cell.text:
                shade = blue(0.12 + 0.5 * cell.weight / most)
                axes.add_patch(patch(where, 0.94, 0.92, facecolor=shade, linewidth=0))
                axes.text(column + 0.5, line + 0.5, cell.text, ha="center", va="center", size=size)
            else:
                axes.text(column + 0.5, line + 0.5, "·", ha="center", va="center", size=size, color=GREY)
    axes.set_xlim(0, len(columns))
    axes.set_ylim(len(rows), 0)
    slant: dict[str, Any] = {"rotation": 40, "ha": "left", "rotation_mode": "anchor"} if slanted else {}
    axes.set_xticks([place + (0.3 if slanted else 0.5) for place in range(len(columns))], heads, size=size, **slant)
    axes.set_yticks([place + 0.5 for place in range(len(rows))], names, size=size)
    axes.tick_params(length=0, top=False, labeltop=True, bottom=False, labelbottom=False)
    axes.spines[:].set_visible(False)
    note(figure, box, key)


def reading(data: Matrix, unknown: list[str], left_out: int, language: Language) -> str:
    """How to read the matrix: its signs, and of what nothing is known."""
    key = [f"{sign}  {meaning}" for sign, meaning in data.signs] + [f"·  {KEY_EMPTY.say(language)}"]
    if any(cell is None for row in data.cells for cell in row):
        key.append(f"////  {KEY_UNKNOWN.say(language)}")
    if unknown:
        listed = ", ".join(unknown) if len(unknown) <= MOST_NAMES else str(len(unknown))
        key.append(KEY_UNKNOWN.say(language) + (": " if language == "en" else "：") + listed)
    if left_out:
        key.append(MORE.format(number=left_out).say(language))
    return "      ".join(key)


def fullest(data: Matrix) -> Matrix:
    """Of more columns than a picture has room for, those in which most stands, in their order."""
    filled = [sum(bool(cell and cell.text) for cell in column) for column in zip(*data.cells, strict=True)]
    chosen = sorted(sorted(range(len(filled)), key=lambda place: -filled[place])[:MOST_COLUMNS])
    cells = tuple(tuple(row[place] for place in chosen) for row in data.cells)
    return data._replace(columns=tuple(data.columns[place] for place in chosen), cells=cells)


def without_unknown(data: Matrix) -> tuple[Matrix, list[str]]:
    """The matrix without the columns of which nothing is known, where these are most, and their names."""
    known = [place for place in range(len(data.columns)) if any(row[place] is not None for row in data.cells)]
    if 2 * len(known) >= len(data.columns):
        return data, []
    cells = tuple(tuple(row[place] for place in known) for row in data.cells)
    names = [name for place, name in enumerate(data.columns) if place not in known]
    return data._replace(columns=tuple(data.columns[place] for place in known), cells=cells), names
