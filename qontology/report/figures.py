"""What the pictures of a report show, as plain numbers and texts: each comes from questions of the library alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text

__all__ = ["Bars", "Body", "HeatMap", "Link", "Moment", "Network", "Record", "Timeline", "Trees"]

Record = dict[str, str | int | bool | None]

# What a date is of, where it is not simply when the thing happened or appeared.
ASPECTS = {terms.start: Text("start", "启动"), terms.end: Text("end", "结束")}


class HeatMap(NamedTuple):
    """How many goals, and how many bodies and initiatives, serve each theme (row) in each alliance (column)."""

    themes: tuple[str, ...]
    alliances: tuple[str, ...]
    goals: tuple[tuple[int, ...], ...]
    work: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, graph: KnowledgeGraph, language: Language) -> HeatMap:
        """The answer of ``compare/theme-matrix``; the themes of most alliances come first."""
        rows = graph.query("compare/theme-matrix", language=language).to_dicts()
        alliances = compared(graph)
        goal = graph.label(NamedNode(terms.Goal), language)
        names: dict[str, str] = {}
        counts: dict[str, dict[str, list[int]]] = {}
        for row in rows:
            names[str(row["theme"])] = str(row["name"])
            cell = counts.setdefault(str(row["theme"]), {}).setdefault(str(row["alliance"]), [0, 0])
            cell[row["kind"] != goal] += int(row["number"] or 0)
        themes = sorted(counts, key=lambda theme: (-len(counts[theme]), -sum(map(sum, counts[theme].values())), theme))
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
    thing: str


class Timeline(NamedTuple):
    """What happened when, in the order of time; ``kinds`` names the kinds of moments."""

    kinds: tuple[str, ...]
    moments: tuple[Moment, ...]

    @classmethod
    def of(cls, graph: KnowledgeGraph, language: Language) -> Timeline:
        """The answer of ``compare/timeline``, each thing once; what has no date is left out."""
        kinds: dict[str, int] = {}
        found: dict[tuple[str, str], Moment] = {}
        for row in graph.query("compare/timeline").to_dicts():
            when, thing, aspect = str(row["date"]), str(row["thing"]), str(row["aspect"])
            if not when[:4].isdigit():
                continue
            kind = label(graph, row["class"], language)
            if aspect in ASPECTS:
                what = ASPECTS[aspect].say(language)
                kind = Text(f"{kind}, {what}", f"{kind}（{what}）").say(language)
            founding = row["class"] == terms.Founding
            name = short(graph, row["alliance"], language) if founding else label(graph, thing, language)
            qualifier = label(graph, row["qualifier"], language) if row["qualifier"] else ""
            moment = Moment(
                kinds.setdefault(kind, len(kinds)), name, dated(when, qualifier, language), *span(when), thing
            )
            found.setdefault((thing, aspect), moment)
        moments = sorted(found.values(), key=lambda moment: (moment.first, moment.last, moment.kind, moment.thing))
        return cls(tuple(kinds), tuple(moments))


class Body(NamedTuple):
    """A body of an alliance, or an alliance, with the bodies below it."""

    name: str
    kind: str
    below: tuple[Body, ...]


class Trees(NamedTuple):
    """The alliances that have bodies, each with them below it."""

    alliances: tuple[Body, ...]

    @classmethod
    def of(cls, graph: KnowledgeGraph, language: Language) -> Trees:
        """The answer of ``structure/bodies``."""
        rows = graph.query("structure/bodies", language=language).to_dicts()

        def below(alliance: str, above: object) -> tuple[Body, ...]:
            return tuple(
                Body(str(row["name"]), str(row["kind"]), below(alliance, row["body"]))
                for row in rows
                if (row["alliance"], row["above"]) == (alliance, above)
            )

        order = ordered(graph, (str(row["alliance"]) for row in rows))
        return cls(tuple(Body(short(graph, iri, language), "", below(iri, None)) for iri in order))


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
    def of(cls, graph: KnowledgeGraph, language: Language) -> Network:
        """The answer of ``core/organization-roles``, each link once; organizations stand by their first alliance."""
        rows = graph.query("core/organization-roles", language=language).to_dicts()
        order = ordered(graph, (str(row["alliance"]) for row in rows))
        alliances = {iri: short(graph, iri, language) for iri in order}
        rows.sort(key=lambda row: order.index(str(row["alliance"])))
        classes = (terms.Membership, terms.Leadership, terms.Involvement)
        relations = [graph.label(NamedNode(name), language) for name in classes]
        links = dict.fromkeys(
            Link(
                organization(graph, row["organization"], language),
                alliances[str(row["alliance"])],
                str(row["relation"]),
            )
            for row in rows
        )
        return cls(
            tuple(dict.fromkeys(link.organization for link in links)),
            tuple(alliances.values()),
            tuple(relation for relation in relations if any(link.relation == relation for link in links)),
            tuple(links),
        )


class Bars(NamedTuple):
    """How many named members of each alliance (column) work in each sector (row)."""

    sectors: tuple[str, ...]
    alliances: tuple[str, ...]
    members: tuple[tuple[tuple[str, ...], ...], ...]

    @classmethod
    def of(cls, graph: KnowledgeGraph, language: Language) -> Bars:
        """The answer of ``structure/members-by-sector``; the sectors of most members come first."""
        rows = graph.query("structure/members-by-sector", language=language).to_dicts()
        order = ordered(graph, (str(row["alliance"]) for row in rows))
        names: dict[str, str] = {}
        found: dict[str, dict[str, list[str]]] = {}
        for row in rows:
            names[str(row["sector"])] = str(row["name"])
            cell = found.setdefault(str(row["sector"]), {iri: [] for iri in order})
            cell[str(row["alliance"])].append(str(row["memberName"]))
        sectors = sorted(found, key=lambda sector: (-sum(map(len, found[sector].values())), sector))
        return cls(
            tuple(names[sector] for sector in sectors),
            tuple(short(graph, iri, language) for iri in order),
            tuple(tuple(tuple(names) for names in found[sector].values()) for sector in sectors),
        )


def compared(graph: KnowledgeGraph) -> dict[str, str]:
    """The alliances of the study with their acronyms, in the order of its Table 1."""
    rows = graph.query("compare/table-1", language="en").to_dicts()
    return {str(row["alliance"]): str(row["acronym"]) for row in rows}


def ordered(graph: KnowledgeGraph, alliances: Iterable[str]) -> list[str]:
    """Alliances once each: those of the study first, in its order, then the others by IRI."""
    study = list(compared(graph))
    return sorted(set(alliances), key=lambda iri: (study.index(iri) if iri in study else len(study), iri))


def short(graph: KnowledgeGraph, iri: object, language: Language) -> str:
    """The shortest name of an alliance, which is its acronym where it has one."""
    return graph.names.short(NamedNode(str(iri)), language)


def organization(graph: KnowledgeGraph, iri: object, language: Language) -> str:
    """The name of an organization that fits a picture: in English the shortest, in Chinese the preferred one."""
    node = NamedNode(str(iri))
    return graph.label(node, "zh") if language == "zh" else graph.names.short(node, language)


def label(graph: KnowledgeGraph, iri: object, language: Language) -> str:
    """The preferred name of a thing."""
    return graph.label(NamedNode(str(iri)), language)


def dated(when: object, qualifier: object, language: Language) -> str:
    """A date as the source gives it, with what the source adds to it, such as that it was late in the year."""
    return Text(f"{when}, {qualifier}", f"{when}（{qualifier}）").say(language) if qualifier else str(when)


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
