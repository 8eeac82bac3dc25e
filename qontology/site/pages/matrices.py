"""The views in which alliances are columns: themes and technologies as heat maps, and who sits where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from pyoxigraph import NamedNode

from ... import terms
from ...analysis.arguments import as_alliances
from ...analysis.overlap import Appearance, Item
from ...namespaces import curie
from ...telling.rows import grouped
from ..content import Content
from ..page import PICTURES, SitePage, Told
from ..texts import VIEWS

__all__ = ["heat_map_page", "seats_page"]

LEVELS = 5
ORGANIZATIONS, ALLIANCES = 60, 24
"""How many rows and columns a page can show."""

MATRICES = {
    "themes": ("compare/theme-matrix", "theme", terms.theme),
    "technologies": ("compare/technology-matrix", "technology", terms.technology),
}


def heat_map_page(content: Content, view: str) -> SitePage:
    """How many goals, and how many bodies and initiatives, serve a theme or deal with a technology, by alliance."""
    question, column, attribute = MATRICES[view]

    def fill(told: Told) -> Mapping[str, Any]:
        answer = content.graph.query(question, language=told.language)
        goal = told.words.name(NamedNode(terms.Goal))
        numbers: Counter[tuple[Any, Any, bool]] = Counter()
        for cells in answer.rows:
            row = dict(zip(answer.columns, cells, strict=True))
            kind, number = row["kind"], row["number"]
            if kind and number:
                numbers[row[column], row["alliance"], kind.value == goal] += int(number.value)
        alliances = as_alliances(content.graph, ())[:ALLIANCES]
        shared = content.rows("compare/shared", Item)
        having = Counter(row.item for row in shared if row.attribute == attribute)
        items = {*having, *(key[0] for key in numbers)}
        totals = {one: sum(numbers[one, each, part] for each in alliances for part in (True, False)) for one in items}
        most = max(
            (numbers[one, each, True] + numbers[one, each, False] for one in items for each in alliances), default=1
        )

        def cell(one: NamedNode, alliance: NamedNode) -> tuple[str, int, int]:
            goals, work = numbers[one, alliance, True], numbers[one, alliance, False]
            level = -(-LEVELS * (goals + work) // most) if goals + work else 0
            return (f"{goals} + {work}" if goals + work else ""), goals + work, level

        ordered = sorted(items, key=lambda one: (-having[one], -totals[one], told.words.name(one)))
        return {
            "lead": content.text(f"lead_{view}", told.language),
            "remark": content.text("lists_differ", told.language),
            "head": content.text(column, told.language),
            "matrix_title": content.text(f"{view}_title", told.language),
            "alliances": heads(told, alliances),
            "rows": [(told.named(one), having[one], [cell(one, each) for each in alliances]) for one in ordered],
            "naming": [(told.named(one), named_by(told, shared, one, attribute)) for one in ordered if having[one]],
            "levels": range(1, LEVELS + 1),
            "question": told.page_link(f"query/{question}.html", question),
        }

    return SitePage(f"{view}.html", "heat_map.html", VIEWS[view], fill, section=view, scripts=PICTURES)


def seats_page(content: Content) -> SitePage:
    """Organizations that are named in several alliances, and in which role."""

    def fill(told: Told) -> Mapping[str, Any]:
        found = grouped(content.rows("compare/organizations", Appearance), lambda row: row.organization)
        several = {one: same for one, same in found.items() if len({row.alliance for row in same}) > 1}
        ranked = sorted(several, key=lambda one: (-len({r.alliance for r in several[one]}), told.words.name(one)))
        shown = ranked[:ORGANIZATIONS]
        columns = Counter(alliance for one in shown for alliance in {row.alliance for row in several[one]})
        alliances = most_named(told, columns)
        body = []
        for one in shown:
            cells = []
            for alliance in alliances:
                same = [row for row in several[one] if row.alliance == alliance]
                roles = dict.fromkeys(role(told, row) for row in same)
                cells.append((told.marks.comma.join(roles), told.evidence.of([row.node for row in same])))
            body.append((told.named(one), cells))
        return {
            "lead": content.text("lead_seats", told.language),
            "alliances": heads(told, alliances),
            "names": [told.words.short(one) for one in alliances],
            "rows": body,
            "whole": len(shown) == len(ranked) and len(alliances) == len(columns),
            "question": told.page_link("query/compare/organizations.html", "compare/organizations"),
        }

    return SitePage("seats.html", "seats.html", VIEWS["seats"], fill, section="seats", scripts=PICTURES)


def heads(told: Told, alliances: list[NamedNode]) -> list[tuple[str, Markup]]:
    """The heads of the columns of alliances, each with the name that it has in the address."""
    return [(curie(one), told.link(told.words.short(one), one)) for one in alliances]


def named_by(told: Told, shared: list[Item], item: NamedNode, attribute: str) -> list[Markup]:
    """The alliances that name a theme or a technology."""
    found = dict.fromkeys(row.alliance for row in shared if row.item == item and row.attribute == attribute)
    return [
        told.link(told.words.short(one), one) for one in sorted(found, key=lambda one: told.words.short(one).casefold())
    ]


def most_named(told: Told, numbers: Counter[NamedNode]) -> list[NamedNode]:
    """The alliances that have most, as many as a page can show side by side."""
    return sorted(numbers, key=lambda one: (-numbers[one], told.words.short(one), one.value))[:ALLIANCES]


def role(told: Told, row: Appearance) -> str:
    """In which role an organization appears; a member is called one."""
    if not row.role and row.class_.value == terms.Membership:
        return told.content.text("member", told.language)
    return told.words.name(row.role or row.class_)
