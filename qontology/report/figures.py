"""What the pictures of a report show, as plain numbers and texts: each comes from questions of the library alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..analysis.timeline import ASPECTS, Happening
from ..telling.words import Words
from .records import Record, compared, ordered, organization

__all__ = ["Bars", "Body", "Data", "HeatMap", "Link", "Moment", "Network", "Timeline", "Trees"]


class HeatMap(NamedTuple):
    """How many goals, and how many bodies and initiatives, serve each theme (row) in each alliance (column)."""

    themes: tuple[str, ...]
    alliances: tuple[str, ...]
    goals: tuple[tuple[int, ...], ...]
    work: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, found: list[Record], words: Words) -> HeatMap:
        """The themes of most alliances come first."""
        alliances = compared(words.graph)
        goal = words.name(NamedNode(terms.Goal))
        names = {row.theme: row.name for row in found}
        counts: dict[NamedNode, dict[NamedNode, list[int]]] = {}
        for row in found:
            counts.setdefault(row.theme, {}).setdefault(row.alliance, [0, 0])[row.kind != goal] += row.number
        themes = sorted(
            counts, key=lambda theme: (-len(counts[theme]), -sum(map(sum, counts[theme].values())), theme.value)
        )
        goals, work = (
            tuple(tuple(counts[theme].get(alliance, [0, 0])[part] for alliance in alliances) for theme in themes)
            for part in (0, 1)
        )
        return cls(tuple(names[theme] for theme in themes), tuple(alliances.values()), goals, work)


class Moment(NamedTuple):
    """Something dated: the number of its kind, what it is, its date as the source gives it, its first and last day."""

    kind: int
    name: str
    told: str
    first: date
    last: date
    thing: NamedNode


class Timeline(NamedTuple):
    """What happened when, in the order of time; ``kinds`` names the kinds of moments."""

    kinds: tuple[str, ...]
    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, found: list[Happening], words: Words) -> Timeline:
        """Each thing once; what has no date is left out."""
        kinds: dict[str, int] = {}
        moments: dict[tuple[NamedNode, str], Moment] = {}
        for row in found:
            if isinstance(row.date, Literal):
                aspect = [words.say(*ASPECTS[row.aspect])] if row.aspect in ASPECTS else []
                kind = words.bracketed(words.name(row.class_), aspect)
                name = words.short(row.alliance) if row.class_.value == terms.Founding else words.name(row.thing)
                when = words.bracketed(row.date.value, [words.name(row.qualifier)])
                number = kinds.setdefault(kind, len(kinds))
                moments.setdefault(
                    (row.thing, row.aspect), Moment(number, name, when, *span(row.date.value), row.thing)
                )
        order = sorted(moments.values(), key=lambda each: (each.first, each.last, each.kind, each.thing.value))
        return cls(tuple(kinds), tuple(order))


class Body(NamedTuple):
    """A body of an alliance, or an alliance, with the bodies below it."""

    name: str
    kind: str
    below: tuple[Body, ...]


class Trees(NamedTuple):
    """The alliances that have bodies, each with them below it."""

    alliances: tuple[Body, ...]

    @classmethod
    def of(cls, found: list[Record], words: Words) -> Trees:
        """Each body below the one it belongs to."""

        def below(alliance: NamedNode, above: NamedNode | None) -> tuple[Body, ...]:
            return tuple(
                Body(row.name, row.kind, below(alliance, row.body))
                for row in found
                if (row.alliance, row.above) == (alliance, above)
            )

        order = ordered(words.graph, (row.alliance for row in found))
        return cls(tuple(Body(words.short(alliance), "", below(alliance, None)) for alliance in order))


class Link(NamedTuple):
    """An organization, the alliance in which it appears, and by which relation."""

    organization: str
    alliance: str
    relation: str


class Network(NamedTuple):
    """Which organizations appear in which alliances."""

    organizations: tuple[str, ...]
    alliances: tuple[str, ...]
    relations: tuple[str, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(cls, found: list[Record], words: Words) -> Network:
        """Each link once; organizations stand by their first alliance."""
        order = ordered(words.graph, (row.alliance for row in found))
        relations = [words.name(NamedNode(name)) for name in (terms.Membership, terms.Leadership, terms.Involvement)]
        links = dict.fromkeys(
            Link(organization(row.organization, words), words.short(row.alliance), row.relation)
            for row in sorted(found, key=lambda row: order.index(row.alliance))
        )
        return cls(
            tuple(dict.fromkeys(link.organization for link in links)),
            tuple(map(words.short, order)),
            tuple(relation for relation in relations if any(link.relation == relation for link in links)),
            tuple(links),
        )


class Bars(NamedTuple):
    """How many named members of each alliance (column) work in each sector (row)."""

    sectors: tuple[str, ...]
    alliances: tuple[str, ...]
    members: tuple[tuple[tuple[str, ...], ...], ...]

    @classmethod
    def of(cls, found: list[Record], words: Words) -> Bars:
        """The sectors of most members come first."""
        order = ordered(words.graph, (row.alliance for row in found))
        names = {row.sector: row.name for row in found}
        members: dict[NamedNode, dict[NamedNode, list[str]]] = {}
        for row in found:
            cell = members.setdefault(row.sector, {alliance: [] for alliance in order})
            cell[row.alliance].append(row.member_name)
        sectors = sorted(members, key=lambda sector: (-sum(map(len, members[sector].values())), sector.value))
        return cls(
            tuple(names[sector] for sector in sectors),
            tuple(map(words.short, order)),
            tuple(tuple(map(tuple, members[sector].values())) for sector in sectors),
        )


Data: TypeAlias = HeatMap | Timeline | Trees | Network | Bars


def span(when: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day.

    >>> span("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    """
    year, month, day = (int(part) if part else None for part in re.findall(r"\d+", f"{when}-0-0")[:3])
    first = date(year or 1, month or 1, day or 1)
    if day:
        return first, first
    after = date(first.year + 1, 1, 1) if not month or month == 12 else date(first.year, month + 1, 1)
    return first, after - timedelta(days=1)
