"""The views along time: what happened when, and what sources counted when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from ... import terms
from ...analysis.timeline import ASPECTS, Happening
from ...namespaces import Term, curie, local_name
from ...telling.rows import grouped
from ..content import Content
from ..page import PICTURES, SitePage, Told
from ..texts import VIEWS

__all__ = ["members_page", "timeline_page"]

WIDTH, HEIGHT = 720, 180
TOLD = 12
"""So many years have room below the bars, on a phone too."""


class MemberCount(NamedTuple):
    """One row of ``structure/member-counts``."""

    alliance: NamedNode
    counted: str | None
    value: str | None
    bound: str | None
    as_of: str | None
    dating: str | None


class SeriesPoint(NamedTuple):
    """One row of ``structure/series``."""

    alliance: NamedNode
    counted: str
    as_of: str
    value: str
    bound: str | None
    document: Term | None


def timeline_page(content: Content) -> SitePage:
    """Bars for the years, and below them all that has a date."""

    def fill(told: Told) -> Mapping[str, Any]:
        found = content.rows("compare/timeline", Happening)
        dated = [row for row in found if isinstance(row.date, Literal)]
        moments = grouped(dated, lambda row: (row.date.value, row.aspect, row.thing))
        years: dict[str, list[dict[str, Any]]] = {}
        alliances = {row.alliance: told.words.short(row.alliance) for row in dated}
        classes = {row.class_: told.words.name(row.class_) for row in dated}
        bars: Counter[tuple[str, bool]] = Counter()
        for (when, aspect, thing), same in moments.items():
            year = when[:4]
            bars[year, same[0].class_.value == terms.Founding] += 1
            kind = told.words.bracketed(
                told.words.name(same[0].class_), [told.words.say(*ASPECTS[aspect])] if aspect in ASPECTS else []
            )
            shown = told.words.bracketed(told.words.date(when), [told.words.name(same[0].qualifier)])
            who = Markup(told.marks.comma).join(
                told.link(told.words.short(one), one) for one in dict.fromkeys(row.alliance for row in same)
            )
            line = {"when": shown, "kind": kind, "what": told.named(thing), "who": who}
            line |= {"class": curie(same[0].class_), "alliances": " ".join(curie(row.alliance) for row in same)}
            years.setdefault(year, []).append(line | {"notes": told.evidence.of([thing])})
        return {
            "lead": content.text("lead_timeline", told.language),
            "years": [(year, lines[::-1]) for year, lines in sorted(years.items(), reverse=True)],
            "bars": columns(bars),
            "unit": HEIGHT / (highest(bars) or 1),
            "alliances": choices(alliances),
            "kinds": choices(classes),
            "question": told.page_link("query/compare/timeline.html", "compare/timeline"),
        }

    return SitePage(
        "timeline.html",
        "timeline.html",
        VIEWS["timeline"],
        fill,
        section="timeline",
        scripts=(*PICTURES, "choose"),
    )


def choices(names: Mapping[NamedNode, str]) -> list[tuple[str, str]]:
    """What a reader chooses from: the names, and what stands for each in the address."""
    found = sorted(names.items(), key=lambda each: (each[1].casefold(), each[0].value))
    return [(curie(node), name) for node, name in found]


def highest(bars: Mapping[tuple[str, bool], int]) -> int:
    """The number of the year of most."""
    return max((sum(bars.get((year, part), 0) for part in (True, False)) for year, _ in bars), default=0)


def columns(bars: Mapping[tuple[str, bool], int]) -> list[dict[str, Any]]:
    """A bar for each year from the first to the last: foundings below, all else above."""
    numbers = [int(year) for year, _ in bars]
    if not numbers:
        return []
    first, last = min(numbers), max(numbers)
    most = highest(bars)
    step = WIDTH / (last - first + 1)
    each = max(1, -(-(last - first + 1) // TOLD))
    found = []
    for place, number in enumerate(range(first, last + 1)):
        year = f"{number:04}"
        founded, other = bars.get((year, True), 0), bars.get((year, False), 0)
        scale = HEIGHT / most
        low, high = founded * scale, other * scale
        found.append(
            {
                "year": year, "founded": founded, "other": other, "x": round(place * step + step * 0.15, 1),
                "width": round(step * 0.7, 1), "middle": round((place + 0.5) * step, 1),
                "low": round(low, 1), "high": round(high, 1), "told": place % each == 0,
            }
        )  # fmt: skip
    return found


def members_page(content: Content) -> SitePage:
    """What sources count of the members of each alliance, and what of it changed."""

    def fill(told: Told) -> Mapping[str, Any]:
        found = content.rows("structure/member-counts", MemberCount, told.language)
        found.sort(key=lambda row: (told.words.short(row.alliance).casefold(), row.alliance.value))
        counts = [
            (
                told.link(told.words.short(alliance), alliance),
                [(row.counted, row.bound or "", row.value, row.as_of or row.dating or "") for row in same],
            )
            for alliance, same in grouped((row for row in found if row.value), lambda row: row.alliance).items()
        ]
        unknown = dict.fromkeys(row.alliance for row in found if not row.value)
        points = content.rows("structure/series", SeriesPoint, told.language)
        series = grouped(points, lambda row: (row.alliance, row.counted))
        charts = [
            (told.link(told.words.short(alliance), alliance), counted, local_name(alliance.value), curve(same))
            for (alliance, counted), same in series.items()
            if len({row.as_of for row in same}) > 1
        ]
        return {
            "lead": content.text("lead_members", told.language),
            "counts": counts,
            "unknown": [told.link(told.words.short(one), one) for one in unknown],
            "charts": charts,
            "question": told.page_link("query/structure/member-counts.html", "structure/member-counts"),
        }

    return SitePage("members.html", "members.html", VIEWS["members"], fill, section="members", scripts=PICTURES)


def curve(points: list[SeriesPoint]) -> list[dict[str, Any]]:
    """The numbers of one series as points of a small chart, by time."""
    dates = sorted({(time(row.as_of), row.as_of, int(row.value), row.bound or "") for row in points})
    first, last = dates[0][0], dates[-1][0]
    most = max(value for _, _, value, _ in dates) or 1
    return [
        {
            "x": round(20 + 260 * (at - first) / (last - first or 1), 1),
            "y": round(100 - 80 * value / most, 1),
            "value": value,
            "bound": bound,
            "when": when,
        }
        for at, when, value, bound in dates
    ]


def time(date: str) -> float:
    """A date as a number of years; what it leaves open is taken in the middle."""
    parts = [int(part) for part in date.split("-")]
    year, month, day = (*parts, *(7, 1)[len(parts) - 1 :])[:3]
    return year + (month - 1) / 12 + (day - 1) / 366
