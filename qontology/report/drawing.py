"""The pictures of a report, drawn by matplotlib with the same bytes at every run.

Each is a whole slide of 16 to 9: its title says what it shows, its foot tells number, sources, date and licence, so
that it can be taken out and handed on. Texts are set in Noto Sans SC, which the extra ``plot`` brings along; in SVG
they are outlines, so that a picture looks the same wherever it is opened. Colours are those of Okabe and Ito, which
colour-blind people can tell apart, and what they tell is told by marks, lines or words too.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..characters import wrap
from ..language import Language
from ..tables.extras import require
from .canvas import GREY, INK
from .figures import Data
from .painting import paint

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["HEIGHT", "WIDTH", "Caption", "Picture", "check", "draw"]

FONTS = "pylopdf_fonts_zh_cn"
FONT = "NotoSansSC-Regular.otf"
# Inches, as slides have them.
WIDTH, HEIGHT = 40 / 3, 7.5
MARGIN = 0.5
DOTS = 120
STYLE = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.size": 11,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "qontology",
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": INK,
    "ytick.color": INK,
}


class Picture(NamedTuple):
    """One picture in both formats."""

    svg: bytes
    png: bytes


class Caption(NamedTuple):
    """What is written around a picture: the sentence that it shows, of what it is a picture, and its foot."""

    title: str
    subject: str
    foot: str
    number: str


def draw(data: Data, caption: Caption, language: Language) -> Picture:
    """The picture of these numbers, with its labels in the language.

    :raises InputError: where the extra ``plot`` is not installed.
    """
    with style():
        drawn = framed(data, caption, language)
        return Picture(saved(drawn, "svg", {"Date": None, "Creator": None}), saved(drawn, "png", {"Software": None}))


def check() -> None:
    """Whether pictures can be drawn at all.

    :raises InputError: where the extra ``plot`` is not installed.
    """
    for library in ("matplotlib", FONTS):
        require(library, "plot")


@contextmanager
def style() -> Iterator[None]:
    """The style of all pictures, whatever the user has set, for as long as one is drawn."""
    matplotlib = require("matplotlib", "plot")
    fonts = require("matplotlib.font_manager", "plot")
    font = Path(require(FONTS, "plot").__file__).with_name(FONT)
    if str(font) not in {known.fname for known in fonts.fontManager.ttflist}:
        fonts.fontManager.addfont(font)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(STYLE | {"font.family": fonts.FontProperties(fname=font).get_name()})
        yield


def framed(data: Data, caption: Caption, language: Language) -> Figure:
    """The picture between its title and its foot."""
    figure: Figure = require("matplotlib.figure", "plot").Figure(figsize=(WIDTH, HEIGHT))
    left, right = MARGIN / WIDTH, 1 - MARGIN / WIDTH
    title = balanced(caption.title, 84)
    top = HEIGHT - 0.42
    for line in title:
        figure.text(left, top / HEIGHT, line, size=20, va="top")
        top -= 0.4
    figure.text(left, (top - 0.02) / HEIGHT, caption.subject, size=12, color=GREY, va="top")
    foot = wrap(caption.foot, 170)
    bottom = 0.3 + 0.2 * (len(foot) - 1)
    for number, line in enumerate(foot):
        figure.text(left, (bottom - 0.2 * number) / HEIGHT, line, size=9, color=GREY, va="baseline")
    figure.text(right, 0.3 / HEIGHT, caption.number, size=9, color=GREY, ha="right", va="baseline")
    paint(figure, (MARGIN, bottom + 0.35, WIDTH - MARGIN, top - 0.42), data, language)
    return figure


def balanced(text: str, columns: int) -> list[str]:
    """A text on as few lines as it needs, of about the same length, so that no word is left alone on the last.

    >>> balanced("one two three four five", 20)
    ['one two three', 'four five']
    """
    lines = wrap(text, columns)
    while columns > 1 and len(narrower := wrap(text, columns - 1)) == len(lines):
        lines, columns = narrower, columns - 1
    return lines


def saved(figure: Figure, form: str, metadata: dict[str, None]) -> bytes:
    """The bytes of a picture without anything that changes from run to run."""
    file = io.BytesIO()
    figure.savefig(file, format=form, dpi=DOTS, metadata=metadata)
    return file.getvalue()
