"""How each kind of picture is painted between its title and its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from ..characters import columns as width
from ..characters import wrap
from ..language import Language, Text
from ..tables.extras import require
from .figures import Amounts, Data, Lanes, Map, Matrix, Place, Series, year_of
from .world import LAND

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["GREY", "INK", "paint"]

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9")
MARKS = ("o", "s", "^", "D", "v", "P", "X", "*", "h", "<")
INK, GREY, PALE = "#1a1a1a", "#666666", "#e8e8e8"
# A picture shows so many rows and columns; what is more stands in the table.
MOST_ROWS, MOST_COLUMNS = 30, 18
LONGEST = 44

MORE = Text("{number} more stand in the table", "另有{number}项见表")
KEY_UNKNOWN = Text("unknown", "未知")
KEY_EMPTY = Text("not named", "未提及")
UNDATED = Text("undated", "未注日期")

# Left, bottom, right and top, in inches.
Box: TypeAlias = tuple[float, float, float, float]


def paint(figure: Figure, box: Box, data: Data, language: Language) -> None:
    """Paints the data into the box."""
    painters: dict[type, Any] = {Matrix: matrix, Lanes: lanes, Series: series, Map: world, Amounts: amounts}
    painters[type(data)](figure, box, data, language)


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


def matrix(figure: Figure, box: Box, data: Matrix, language: Language) -> None:
    """A field for each pair: shaded with its text, a dot where it is not named, hatched where all is unknown."""
    data, unknown = without_unknown(data)
    rows, columns = data.rows[:MOST_ROWS], data.columns[:MOST_COLUMNS]
    left, bottom, right, top = box
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
    key = [f"{sign}  {meaning}" for sign, meaning in data.signs] + [f"·  {KEY_EMPTY.say(language)}"]
    if any(cell is None for row in data.cells for cell in row):
        key.append(f"////  {KEY_UNKNOWN.say(language)}")
    left_out = len(data.rows) - len(rows) + len(data.columns) - len(columns)
    if unknown:
        key.append(KEY_UNKNOWN.say(language) + (": " if language == "en" else "：") + ", ".join(unknown))
    if left_out:
        key.append(MORE.format(number=left_out).say(language))
    note(figure, box, "      ".join(key))


def without_unknown(data: Matrix) -> tuple[Matrix, list[str]]:
    """The matrix without the columns of which nothing is known, where these are most, and their names."""
    known = [place for place in range(len(data.columns)) if any(row[place] is not None for row in data.cells)]
    if 2 * len(known) >= len(data.columns):
        return data, []
    cells = tuple(tuple(row[place] for place in known) for row in data.cells)
    names = [name for place, name in enumerate(data.columns) if place not in known]
    return data._replace(columns=tuple(data.columns[place] for place in known), cells=cells), names


def note(figure: Figure, box: Box, text: str) -> None:
    """How to read a picture, at its foot."""
    across, up = figure.get_size_inches()
    for number, line in enumerate(reversed(wrap(text, 150))):
        figure.text(box[0] / across, (box[1] - 0.05 + 0.18 * number) / up, line, size=10, va="bottom")


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
            axes.annotate(moment.label, (x, y), xytext=(8, 0), textcoords="offset points", va="center", size=9.5)
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


def world(figure: Figure, box: Box, data: Map, language: Language) -> None:
    """Dots of land without borders, and a disk for each place with what is there."""
    left, bottom, right, top = box
    foot = 0.3 if data.elsewhere else 0.0
    axes = axes_in(figure, (left, bottom + foot, right, top))
    axes.scatter([x for x, _ in LAND], [y for _, y in LAND], s=5, color="#b4bfca", linewidths=0)
    axes.set_xlim(-170, 180)
    high = (top - bottom - foot) / (right - left) * 350
    axes.set_ylim(82 - high, 82)
    axes.axis("off")
    per_inch = 350 / (right - left)
    dot = 0.12 * per_inch
    boxes = [(p.longitude - dot, p.latitude - dot, p.longitude + dot, p.latitude + dot) for p in data.places]
    for place in sorted(data.places, key=lambda each: (-len(each.what), each.name)):
        axes.scatter(
            [place.longitude], [place.latitude], s=60 + 40 * len(place.what), color=COLOURS[0], alpha=0.9, zorder=3
        )
        if len(place.what) > 1:
            axes.text(
                place.longitude,
                place.latitude,
                str(len(place.what)),
                color="white",
                ha="center",
                va="center",
                size=9,
                zorder=4,
            )
        label(axes, place, boxes, per_inch, language)
    if data.elsewhere:
        note(figure, box, "   ".join(data.elsewhere))


def label(
    axes: Axes, place: Place, boxes: list[tuple[float, float, float, float]], per_inch: float, language: Language
) -> None:
    """The name of a place and what is there, where there is room for it: to the right, to the left, above or below."""
    colon = "：" if language == "zh" else ": "
    text = shortened(place.name + colon + ("、" if language == "zh" else ", ").join(place.what), 34)
    wide, tall, gap = inches(text, 10) * per_inch, 0.19 * per_inch, 0.16 * per_inch
    x, y = place.longitude, place.latitude
    beside = [(x + gap, y - tall / 2), (x - gap - wide, y - tall / 2)]
    over = [(x - wide / 2, y + gap), (x - wide / 2, y - gap - tall)]
    askew = [(side, y + shift) for side in (x + gap, x - gap - wide) for shift in (tall / 2, -1.5 * tall)]
    for left, bottom in (*beside, *over, *askew):
        spot = (left, bottom, left + wide, bottom + tall)
        free = all(spot[2] < b[0] or spot[0] > b[2] or spot[3] < b[1] or spot[1] > b[3] for b in boxes)
        if free and spot[0] > -170 and spot[2] < 180:
            boxes.append(spot)
            axes.text(left, bottom + tall / 2, text, va="center", size=10, zorder=4)
            return


def amounts(figure: Figure, box: Box, data: Amounts, language: Language) -> None:
    """A block of bars for each currency, each block with a scale of its own."""
    left, bottom, right, top = box
    shown = [(currency, sums[:MOST_ROWS]) for currency, sums in data.currencies]
    total = sum(len(sums) + 1 for _, sums in shown)
    tall = min((top - bottom) / max(total, 1), 0.45)
    left += max(inches(shortened(name), 11) for _, sums in shown for name, _, _ in sums) + 0.15
    for number, (currency, sums) in enumerate(shown):
        lower = top - tall * (len(sums) + 0.6)
        axes = axes_in(figure, (left, lower, right - 2.2, top - 0.4 * tall))
        most = max(amount for _, amount, _ in sums)
        axes.barh(range(len(sums)), [amount for _, amount, _ in sums], color=COLOURS[number % len(COLOURS)], height=0.6)
        for line, (_, amount, told) in enumerate(sums):
            axes.annotate(told, (amount, line), xytext=(5, 0), textcoords="offset points", va="center")
        axes.set_xlim(0, most)
        axes.set_ylim(len(sums) - 0.4, -0.6)
        axes.set_yticks(range(len(sums)), [shortened(name) for name, _, _ in sums])
        axes.set_xticks([])
        axes.tick_params(length=0)
        axes.spines["bottom"].set_visible(False)
        axes.set_title(currency, loc="left", size=11, color=GREY)
        top = lower - 0.4 * tall
