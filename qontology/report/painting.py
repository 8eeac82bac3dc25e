"""How each kind of picture is painted between its title and its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..language import Language, Text
from ..tables.extras import require
from .canvas import (
    COLOURS,
    GREY,
    INK,
    MARKS,
    MORE,
    MOST_ROWS,
    PALE,
    UNDATED,
    Box,
    axes_in,
    inches,
    note,
    shortened,
)
from .figures import Amounts, Data, Lanes, Map, Matrix, Series, year_of
from .painting_map import world
from .painting_matrix import matrix

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["paint"]

# The room above each block of bars, in inches.
GAP = 0.12
OWN_SCALE = Text("each colour has a scale of its own", "每种颜色各有比例")


def paint(figure: Figure, box: Box, data: Data, language: Language) -> None:
    """Paints the data into the box."""
    painters: dict[type, Any] = {Matrix: matrix, Lanes: lanes, Series: series, Map: world, Amounts: amounts}
    painters[type(data)](figure, box, data, language)


def lanes(figure: Figure, box: Box, data: Lanes, language: Language) -> None:
    """A lane for each alliance, a column for each year; a year that is all that is known has a hollow mark."""
    shown = min(len(data.lanes), MOST_ROWS)
    names = [shortened(name, 30) for name in data.lanes[:shown]]
    left, bottom, right, top = box
    left += max(inches(name, 11) for name in names) + 0.15
    axes = axes_in(figure, (left, bottom + 0.55, right, top - 0.05))
    moments = [moment for moment in data.moments if moment.lane < shown]
    years = range(min(int(each.date[:4]) for each in moments), max(int(each.date[:4]) for each in moments) + 1)
    for number, year in enumerate(years):
        if number % 2 == 0:
            axes.axvspan(year, year + 1, color="#f3f5f8", zorder=0)
    for lane in range(shown):
        axes.axhline(lane + 0.5, color=PALE, linewidth=0.8, zorder=1)
    taken: dict[tuple[int, float], int] = {}
    for moment in sorted(moments, key=lambda each: (not each.label, each.date, each.kind)):
        x = year_of(moment.date)
        slot = (moment.lane, round(x * 6))
        level = taken[slot] = taken.get(slot, -1) + 1
        y = moment.lane + 0.5 + (0, -0.26, 0.26, -0.42, 0.42)[level % 5]
        colour, mark = COLOURS[moment.kind % len(COLOURS)], MARKS[moment.kind % len(MARKS)]
        filled = len(moment.date) > len("2021")
        axes.plot(
            [x], [y], marker=mark, markersize=9 if moment.label else 7, color=colour, zorder=3, linestyle="",
            markerfacecolor=colour if filled else "white", markeredgewidth=1.6,
        )  # fmt: skip
        if moment.label:
            long = inches(moment.label, 9.5) * len(years) / (right - left) + 0.2
            behind = any(each.lane == moment.lane and x < year_of(each.date) < x + long for each in moments)
            aside: dict[str, Any] = {"xytext": (-8, 0), "ha": "right"} if behind else {"xytext": (8, 0)}
            axes.annotate(moment.label, (x, y), textcoords="offset points", va="center", size=9.5, **aside)
    axes.set_xlim(years[0], years[-1] + 1)
    axes.set_ylim(shown, 0)
    step = max(1, len(years) // 16)
    axes.set_xticks([year + 0.5 for year in years][::step], [str(year) for year in years][::step])
    axes.set_yticks([place + 0.5 for place in range(shown)], names)
    axes.tick_params(length=0, labeltop=True, labelbottom=False)
    axes.spines[:].set_visible(False)
    line = require("matplotlib.lines", "plot").Line2D
    handles = [
        line(
            [],
            [],
            linestyle="",
            marker=MARKS[n % len(MARKS)],
            color=COLOURS[n % len(COLOURS)],
            label=shortened(kind, 26),
        )
        for n, kind in enumerate(data.kinds)
    ]
    axes.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, -0.01), ncols=min(len(handles), 8), fontsize=9.5,
        borderaxespad=0, handletextpad=0.1, columnspacing=1.2,
    )  # fmt: skip


def series(figure: Figure, box: Box, data: Series, language: Language) -> None:
    """Dated numbers over the years; those without a date in a strip of their own."""
    left, bottom, right, top = box
    dated = [(name, [point for point in points if point.date]) for name, points in data.series]
    loose = [(name, point) for name, points in data.series for point in points if not point.date]
    strip = 3.4 if loose else 0.0
    most = max(point.value for _, points in data.series for point in points)
    if any(points for _, points in dated):
        axes = axes_in(figure, (left + 0.5, bottom + 0.35, right - strip - 1.6, top - 0.1))
        ends = []
        for number, (name, points) in enumerate((name, points) for name, points in dated if points):
            colour = COLOURS[number % len(COLOURS)]
            xs = [year_of(point.date) for point in points]
            axes.plot(xs, [p.value for p in points], marker=MARKS[number % len(MARKS)], color=colour, linewidth=1.5)
            ends.append((points[-1].value, xs[-1], f"{name} {points[-1].told}", colour))
        spread(axes, ends, most)
        years = [int(point.date[:4]) for _, points in dated for point in points]
        axes.set_xlim(min(years), max(years) + 1)
        axes.set_ylim(0, most * 1.12)
        span = range(min(years), max(years) + 1)
        axes.set_xticks([year + 0.5 for year in span], [str(year) for year in span])
        axes.grid(axis="y", color=PALE)
        axes.tick_params(length=0)
    if loose:
        across, up = figure.get_size_inches()
        figure.text((right - strip + 0.6) / across, top / up, UNDATED.say(language), size=12, color=GREY, va="top")
        for number, (name, point) in enumerate(loose[:20]):
            y = top - 0.4 - 0.27 * number
            figure.text((right - strip + 0.6) / across, y / up, f"{shortened(name, 34)} {point.told}", va="top")


def spread(axes: Axes, ends: list[tuple[int, float, str, str]], most: int) -> None:
    """Labels behind the ends of lines, moved apart where they would lie upon each other."""
    lowest = float("-inf")
    for value, x, text, colour in sorted(ends):
        y = max(float(value), lowest + most * 0.05)
        lowest = y
        axes.annotate(
            shortened(text, 40), (x, value), xytext=(x + 0.06, y), textcoords="data", va="center", size=10,
            color=INK, annotation_clip=False,
            arrowprops={"arrowstyle": "-", "color": colour, "linewidth": 0.6} if y > value + most * 0.02 else None,
        )  # fmt: skip


def amounts(figure: Figure, box: Box, data: Amounts, language: Language) -> None:
    """A block of bars for each currency, each block with a scale of its own; of many bars the longest of each."""
    left, bottom, right, top = box
    shown = longest(data, MOST_ROWS)
    total = sum(map(len, shown))
    key = [OWN_SCALE] if len(shown) > 1 else []
    if left_out := sum(len(sums) for _, sums in data.currencies) - total:
        key.append(MORE.format(number=left_out))
    if key:
        bottom += 0.35
        note(figure, (left, bottom - 0.35, right, top), "      ".join(text.say(language) for text in key))
    tall = min((top - bottom - GAP * len(shown)) / max(total, 1), 0.45)
    left += max(inches(shortened(name), 11) for sums in shown for name, _, _ in sums) + 0.15
    for number, sums in enumerate(shown):
        lower = top - GAP - tall * len(sums)
        axes = axes_in(figure, (left, lower, right - 2.2, top - GAP))
        most = max(amount for _, amount, _ in sums)
        axes.barh(range(len(sums)), [amount for _, amount, _ in sums], color=COLOURS[number % len(COLOURS)], height=0.6)
        for line, (_, amount, told) in enumerate(sums):
            axes.annotate(told, (amount, line), xytext=(5, 0), textcoords="offset points", va="center")
        axes.set_xlim(0, most)
        axes.set_ylim(len(sums) - 0.5, -0.5)
        axes.set_yticks(range(len(sums)), [shortened(name) for name, _, _ in sums])
        axes.set_xticks([])
        axes.tick_params(length=0)
        axes.spines["bottom"].set_visible(False)
        top = lower


def longest(data: Amounts, room: int) -> list[tuple[tuple[str, float, str], ...]]:
    """Of each block the longest bars, as many of one as of another, and of all no more than there is room for.

    >>> bars = (("A", 3.0, "3"), ("B", 2.0, "2"), ("C", 1.0, "1"))
    >>> [len(sums) for sums in longest(Amounts((("EUR", bars), ("USD", bars[:1]))), 3)]
    [2, 1]
    """
    blocks = [sums for _, sums in data.currencies][:room]
    most = max(map(len, blocks), default=0)
    while most > 1 and sum(min(most, len(sums)) for sums in blocks) > room:
        most -= 1
    return [sums[:most] for sums in blocks]
