"""The pictures of a report, drawn by matplotlib with the same bytes at every run.

Texts are set in Noto Sans SC, which the extra ``plot`` brings along; in SVG they are outlines, so that a picture looks
the same wherever it is opened. Colours are those of Okabe and Ito, which colour-blind people can tell apart, and what
they tell is told by marks, lines or words too.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ..characters import wrap
from ..language import Language, Text
from ..tables.extras import require
from .figures import Bars, Body, Data, HeatMap, Network, Timeline, Trees

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["Picture", "check", "draw"]

FONTS = "pylopdf_fonts_zh_cn"
FONT = "NotoSansSC-Regular.otf"
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
LINES = tuple({"linestyle": line} for line in ("-", "--", ":"))
MARKS = tuple({"linestyle": "", "marker": mark} for mark in ("s", "o", "^", "D", "v"))
BLOCKS = ({"linewidth": 8},)
INK, GREY = "#1a1a1a", "#767676"
STYLE = {
    "axes.edgecolor": GREY,
    "axes.labelcolor": INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlesize": 11,
    "font.size": 9,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "qontology",
    "text.color": INK,
    "text.parse_math": False,
    "xtick.color": INK,
    "ytick.color": INK,
}

GOALS = Text("goals that name the theme", "提及该主题的目标数")
WORK = Text("bodies and initiatives that take it up", "落实该主题的机构与举措数")
MEMBERS = Text("named members", "具名成员数")


class Picture(NamedTuple):
    """One picture in both formats."""

    svg: bytes
    png: bytes


def draw(figure: Data, language: Language) -> Picture:
    """The picture of these numbers, with its labels in the language.

    :raises InputError: where the extra ``plot`` is not installed.
    """
    painters: dict[type, Any] = {
        HeatMap: heat_map, Timeline: timeline, Trees: trees, Network: network, Bars: bars,
    }  # fmt: skip
    with style():
        drawn = painters[type(figure)](figure, language)
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


def saved(figure: Figure, form: str, metadata: dict[str, None]) -> bytes:
    """The bytes of a picture without anything that changes from run to run."""
    file = io.BytesIO()
    figure.savefig(file, format=form, dpi=160, metadata=metadata, bbox_inches="tight", pad_inches=0.15)
    return file.getvalue()


def canvas(width: float, height: float) -> Figure:
    """An empty picture of that many inches."""
    figure: Figure = require("matplotlib.figure", "plot").Figure(figsize=(width, height))
    return figure


def heat_map(data: HeatMap, language: Language) -> Figure:
    """Two fields side by side: what alliances name as goals, and what their bodies and initiatives take up."""
    figure = canvas(9.5, 0.26 * len(data.themes) + 1)
    left, right = figure.subplots(1, 2, sharey=True)
    most = max(map(max, (*data.goals, *data.work)))
    for axes, values, title in ((left, data.goals, GOALS), (right, data.work, WORK)):
        axes.imshow(values, cmap="Blues", vmin=0, vmax=1.4 * most, aspect="auto")
        axes.set_title(title.say(language), pad=24)
        axes.set_xticks(range(len(data.alliances)), data.alliances)
        axes.set_yticks(range(len(data.themes)), data.themes)
        axes.tick_params(length=0, top=False, labeltop=True, bottom=False, labelbottom=False)
        axes.spines[:].set_visible(False)
        axes.set_xticks([place - 0.5 for place in range(1, len(data.alliances))], minor=True)
        axes.set_yticks([place - 0.5 for place in range(1, len(data.themes))], minor=True)
        axes.grid(which="minor", color="white", linewidth=1.5)
        axes.tick_params(which="minor", length=0)
        for line, row in enumerate(values):
            for column, value in enumerate(row):
                if value:
                    axes.text(column, line, str(value), ha="center", va="center")
    figure.subplots_adjust(wspace=0.08)
    return figure


def timeline(data: Timeline, language: Language) -> Figure:
    """A line for each moment, in order: a bar as long as the time in which it may lie, and the date as it is known."""
    figure = canvas(10, 0.34 * len(data.moments) + 1)
    axes = figure.subplots()
    texts = [lines(moment.name, 52) for moment in data.moments]
    for line, moment in enumerate(data.moments):
        first, last = moment.first.toordinal(), moment.last.toordinal() + 1
        axes.barh(line, last - first, left=first, height=0.6, color=COLOURS[moment.kind % len(COLOURS)], alpha=0.85)
        told = f"{moment.told}  {data.kinds[moment.kind]}"
        axes.annotate(told, (last, line), xytext=(4, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(texts)), texts)
    axes.set_ylim(len(texts) - 0.4, -0.6)
    years = range(data.moments[0].first.year, max(moment.last.year for moment in data.moments) + 2)
    axes.set_xticks([date(year, 1, 1).toordinal() for year in years], map(str, years))
    axes.grid(axis="x", color="#dddddd")
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    return figure


def trees(data: Trees, language: Language) -> Figure:
    """Alliances to the left, their bodies to the right of what they stand under."""
    places: list[tuple[Body, int, float]] = []
    joints: list[tuple[int, float, float]] = []

    def lay(body: Body, depth: int, line: float) -> tuple[float, float]:
        """Lays a body and all below it from that line on; its own line, and the first that is free."""
        below = []
        free = line
        for part in body.below:
            own, free = lay(part, depth + 1, free)
            below.append(own)
        own = (below[0] + below[-1]) / 2 if below else line
        joints.extend((depth, own, part) for part in below)
        places.append((body, depth, own))
        return own, max(free, line + 1)

    free = 0.0
    for alliance in data.alliances:
        _, free = lay(alliance, 0, free + 0.4)
    kinds = list(dict.fromkeys(body.kind for body, depth, _ in sorted(places, key=lambda found: found[1]) if depth))
    figure = canvas(10, 0.36 * free + 0.8)
    axes = figure.subplots()
    for depth, line, part in joints:
        start, end = level(depth) + 0.3, level(depth + 1)
        axes.plot([start, end - 0.15, end - 0.15, end], [line, line, part, part], color=GREY, linewidth=0.8, zorder=1)
    for body, depth, line in places:
        if depth:
            axes.plot([level(depth)], [line], markersize=6, **look(kinds.index(body.kind), MARKS))
        axes.annotate(
            lines(body.name, 46 if body.below else 70),
            (level(depth), line),
            xytext=(7, 0),
            textcoords="offset points",
            va="center",
            size=9 if depth else 11,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 2},
        )
    axes.set_xlim(-0.1, 10)
    axes.set_ylim(free, -0.3)
    axes.axis("off")
    legend(axes, [(kind, look(number, MARKS)) for number, kind in enumerate(kinds)])
    return figure


def level(depth: int) -> float:
    """Where a level of a tree begins, in tenths of the width of the picture."""
    return max(0.0, 3.2 * depth - 1.6)


def network(data: Network, language: Language) -> Figure:
    """Organizations to the left and the right, alliances between them, a line for each relation."""
    own: dict[str, list[str]] = {alliance: [] for alliance in data.alliances}
    for organization in data.organizations:
        own[next(link.alliance for link in data.links if link.organization == organization)].append(organization)
    # An alliance all of whose organizations stand with another begins the right side: lines to it cross no other box.
    left: list[str] = []
    right = [alliance for alliance, organizations in own.items() if not organizations]
    for alliance, organizations in own.items():
        if organizations:
            half_full = 2 * sum(len(own[name]) for name in left) >= len(data.organizations)
            (right if half_full else left).append(alliance)
    spots: dict[str, tuple[float, float]] = {}
    ends: dict[str, tuple[float, float]] = {}
    for alliances, inside, outside in ((left, 0.36, 0.0), (right, 0.64, 1.0)):
        line = 0.0
        for alliance in alliances:
            spots[alliance] = (inside, line + max(len(own[alliance]) - 1, 0) / 2)
            ends |= {name: (outside, line + place) for place, name in enumerate(own[alliance])}
            line += max(len(own[alliance]), 1) + 1.5
    lowest = max(y for _, y in (*spots.values(), *ends.values()))
    figure = canvas(7.5, 0.3 * lowest + 1)
    axes = figure.subplots()
    for link in data.links:
        number = data.relations.index(link.relation)
        (x, y), (u, v) = ends[link.organization], spots[link.alliance]
        # Several relations of an organization end at different heights, so that each can be seen.
        shift = 0.3 * (number - (len(data.relations) - 1) / 2)
        axes.plot([x, u], [y, v + shift], linewidth=1.3, **look(number, LINES))
    for name, (x, y) in ends.items():
        axes.plot([x], [y], marker="o", markersize=4, color=INK)
        side = ("left", 6) if x else ("right", -6)
        axes.annotate(name, (x, y), xytext=(side[1], 0), textcoords="offset points", ha=side[0], va="center")
    for alliance, spot in spots.items():
        box = {"facecolor": "#eef4fa", "edgecolor": INK, "linewidth": 0.8, "boxstyle": "round,pad=0.35"}
        axes.text(*spot, lines(alliance, 34), ha="center", va="center", bbox=box)
    axes.set_ylim(lowest + 0.6, -0.6)
    axes.axis("off")
    legend(axes, [(relation, look(number, LINES)) for number, relation in enumerate(data.relations)])
    return figure


def bars(data: Bars, language: Language) -> Figure:
    """A bar for each sector, with a part for each alliance."""
    figure = canvas(8, 0.26 * len(data.sectors) + 1)
    axes = figure.subplots()
    start = [0] * len(data.sectors)
    for number, _ in enumerate(data.alliances):
        sizes = [len(row[number]) for row in data.members]
        axes.barh(range(len(sizes)), sizes, left=start, height=0.7, color=COLOURS[number % len(COLOURS)])
        start = [before + size for before, size in zip(start, sizes, strict=True)]
    for line, total in enumerate(start):
        axes.annotate(str(total), (total, line), xytext=(4, 0), textcoords="offset points", va="center")
    axes.set_yticks(range(len(data.sectors)), data.sectors)
    axes.set_ylim(len(data.sectors) - 0.4, -0.6)
    axes.set_xticks(range(max(start) + 1))
    axes.set_xlabel(MEMBERS.say(language))
    axes.tick_params(axis="y", length=0)
    legend(axes, [(alliance, look(number, BLOCKS)) for number, alliance in enumerate(data.alliances)])
    return figure


def legend(axes: Axes, entries: list[tuple[str, dict[str, Any]]]) -> None:
    """What colours, lines and marks mean, above the picture: a name and its look each."""
    line = require("matplotlib.lines", "plot").Line2D
    handles = [line([], [], label=name, **style) for name, style in entries]
    axes.legend(handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(handles), borderaxespad=0.3)


def look(number: int, among: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """The colour and the line or mark of what has this number."""
    return {"color": COLOURS[number % len(COLOURS)]} | among[number % len(among)]


def lines(text: str, columns: int) -> str:
    """The text in lines of at most so many columns."""
    return "\n".join(wrap(text, columns))
