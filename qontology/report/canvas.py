"""What all pictures are painted with: colours, boxes on the page, and texts that fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ..characters import columns as width
from ..characters import wrap
from ..language import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = [
    "Box",
    "COLOURS",
    "GREY",
    "INK",
    "KEY_EMPTY",
    "KEY_UNKNOWN",
    "LONGEST",
    "MARKS",
    "MORE",
    "MOST_COLUMNS",
    "MOST_ROWS",
    "PALE",
    "UNDATED",
    "axes_in",
    "inches",
    "note",
    "noted",
    "shortened",
]

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9")
MARKS = ("o", "s", "^", "D", "v", "P", "X", "*", "h", "<")
INK, GREY, PALE = "#1a1a1a", "#666666", "#e8e8e8"
# A picture shows so many rows and columns, which can still be read on a slide; what is more stands in the table.
MOST_ROWS, MOST_COLUMNS = 18, 18
LONGEST = 44
# What tells how to read a picture has so many columns in a line, and lines so far apart in inches.
NOTED, LINE = 150, 0.18

MORE = Text("{number} more stand in the table", "另有{number}项见表")
KEY_UNKNOWN = Text("unknown", "未知")
KEY_EMPTY = Text("not named", "未提及")
UNDATED = Text("undated", "未注日期")

# Left, bottom, right and top, in inches.
Box: TypeAlias = tuple[float, float, float, float]


def axes_in(figure: Figure, box: Box) -> Axes:
    """Axes that fill a box."""
    across, up = figure.get_size_inches()
    left, bottom, right, top = box
    axes: Axes = figure.add_axes((left / across, bottom / up, (right - left) / across, (top - bottom) / up))
    return axes


def inches(text: str, size: float) -> float:
    """How wide a line of text is, about."""
    return width(text) * 0.54 * size / 72


def shortened(text: str, most: int = LONGEST) -> str:
    """A text that fits a line; the table has the whole."""
    return text if width(text) <= most else wrap(text, most - 2)[0].rstrip(" ,;，；、") + " …"


def noted(text: str) -> float:
    """How high it is to tell how to read a picture, in inches."""
    return LINE * max(len(wrap(text, NOTED)), 1)


def note(figure: Figure, box: Box, text: str) -> None:
    """How to read a picture, at its foot."""
    across, up = figure.get_size_inches()
    for number, line in enumerate(reversed(wrap(text, NOTED))):
        figure.text(box[0] / across, (box[1] - 0.05 + LINE * number) / up, line, size=10, va="bottom")
