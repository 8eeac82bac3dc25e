"""The view of who shares organizations with whom: all alliances on a circle, and of each its neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import cos, degrees, pi, sin, sqrt
from typing import Any

from markupsafe import Markup
from pyoxigraph import NamedNode

from ...characters import clip, columns
from ...namespaces import curie
from ..content import Content
from ..page import PICTURES, SitePage, Told
from ..texts import VIEWS
from .world_map import homes

__all__ = ["neighbours", "network_page"]

MOST = 90
"""How many alliances a circle has room for."""

LONGEST = 22
"""So many columns of a name have room beside the circle."""

NEAR = 12
"""How many neighbours are drawn around one alliance."""

PAIRS = 250
SIZE, RING = 960, 300
WIDE, HIGH, LOW = 560, 380, 60


def network_page(content: Content) -> SitePage:
    """All alliances that share organizations, and a line for each two."""

    def fill(told: Told) -> Mapping[str, Any]:
        found = content.in_common.pairs
        numbers: Counter[NamedNode] = Counter()
        for pair, shared in found.items():
            for one in pair:
                numbers[one] += len(shared)
        kept = [one for one, _ in sorted(numbers.items(), key=lambda each: (-each[1], each[0].value))[:MOST]]
        place = {one: number for number, one in enumerate(along(content, told, kept))}
        ordered = sorted(
            found, key=lambda pair: (-len(found[pair]), *(told.words.short(one).casefold() for one in pair))
        )
        return {
            "lead": content.text("lead_network", told.language),
            "drawing": circle(told, place, found) if place else "",
            "alliances": [(curie(one), told.words.short(one)) for one in sorted(place, key=told.words.short)],
            "pairs": [
                (*(told.link(told.words.short(one), one) for one in pair), len(found[pair]), names(told, found[pair]))
                for pair in ordered[:PAIRS]
            ],
            "whole": len(ordered) <= PAIRS and len(place) == len(numbers),
            "question": told.page_link("query/compare/organizations.html", "compare/organizations"),
        }

    return SitePage(
        "network.html", "network.html", VIEWS["network"], fill, section="network", scripts=(*PICTURES, "choose")
    )


def names(told: Told, organizations: list[NamedNode]) -> Markup:
    """The organizations that two alliances share."""
    return Markup(told.marks.semicolon).join(
        told.link(told.words.short(one), one) for one in sorted(organizations, key=told.words.short)
    )


def along(content: Content, told: Told, alliances: list[NamedNode]) -> list[NamedNode]:
    """Alliances in the order of the circle: those of one country side by side."""
    country = {one: place for place, found in homes(content).items() for one in found}
    return sorted(
        alliances, key=lambda one: (told.words.name(country.get(one)), told.words.short(one).casefold(), one.value)
    )


def circle(
    told: Told, place: Mapping[NamedNode, int], pairs: Mapping[tuple[NamedNode, NamedNode], list[NamedNode]]
) -> Markup:
    """The alliances around a circle, each a link to its neighbours, and a line for each two that share something."""
    middle = SIZE / 2

    def at(number: int, radius: float) -> tuple[float, float]:
        turn = 2 * pi * number / len(place) - pi / 2
        return round(middle + radius * cos(turn), 1), round(middle + radius * sin(turn), 1)

    drawn = []
    for pair, shared in sorted(pairs.items(), key=lambda each: len(each[1])):
        if all(one in place for one in pair):
            (x, y), (to_x, to_y) = (at(place[one], RING) for one in pair)
            text = f"{told.words.short(pair[0])} – {told.words.short(pair[1])}{told.marks.colon}{len(shared)}"
            drawn.append(
                Markup(
                    '<path data-ends="{} {}" stroke-width="{}" d="M{} {}Q{} {} {} {}"><title>{}</title></path>'
                ).format(curie(pair[0]), curie(pair[1]), width(len(shared)), x, y, middle, middle, to_x, to_y, text)
            )
    for one, number in place.items():
        x, y = at(number, RING)
        label_x, label_y = at(number, RING + 12)
        turn = degrees(2 * pi * number / len(place) - pi / 2)
        flipped = 90 < turn % 360 < 270
        drawn.append(
            Markup(
                '<a href="{}#network" data-node="{}"><circle cx="{}" cy="{}" r="6"/>'
                '<text x="{}" y="{}" dy="4" text-anchor="{}" transform="rotate({} {} {})">{}</text>'
                "<title>{}</title></a>"
            ).format(
                told.href(one), curie(one), x, y, label_x, label_y, "end" if flipped else "start",
                round(turn + 180 if flipped else turn, 1), label_x, label_y, clip(told.words.short(one), LONGEST, "…"),
                told.words.name(one),
            )
        )  # fmt: skip
    return Markup('<svg viewBox="0 0 {0} {0}" role="group" aria-label="{1}">{2}</svg>').format(
        SIZE, told.content.text("network_title", told.language), Markup("").join(drawn)
    )


def neighbours(told: Told, alliance: NamedNode) -> Markup:
    """One alliance in the middle and those that share most organizations with it around; empty where there are none."""
    near = told.content.in_common.neighbours.get(alliance, {})
    found = sorted(near.items(), key=lambda each: (-len(each[1]), each[0].value))[:NEAR]
    if not found:
        return Markup("")
    begin, high = (pi, LOW) if len(found) < 3 else (-pi / 2, HIGH)
    x, y = WIDE / 2, high / 2
    lines, nodes = [], []
    for number, (other, shared) in enumerate(found):
        turn = 2 * pi * number / len(found) + begin
        to_x, to_y = round(x + 200 * cos(turn), 1), round(y + 145 * sin(turn), 1)
        lines.append(
            Markup('<path stroke-width="{}" d="M{} {}L{} {}"><title>{}</title></path>').format(
                width(len(shared)), x, y, to_x, to_y, told.marks.comma.join(map(told.words.short, shared))
            )
        )
        mid_x, mid_y = round((x + 2 * to_x) / 3, 1), round((y + 2 * to_y) / 3, 1)
        nodes.append(
            Markup(
                '<circle class="count" cx="{0}" cy="{1}" r="11"/>'
                '<text x="{0}" y="{2}" text-anchor="middle">{3}</text>'
            ).format(mid_x, mid_y, mid_y + 5, len(shared))
            + node(told, other, to_x, to_y)
        )  # fmt: skip
    middle = node(told, alliance, x, y)
    return Markup('<svg viewBox="0 0 {} {}" role="group" aria-label="{}">{}</svg>').format(
        WIDE, high, told.content.text("near_title", told.language, name=told.words.short(alliance)),
        Markup("").join([*lines, *nodes, middle]),
    )  # fmt: skip


def node(told: Told, alliance: NamedNode, x: float, y: float) -> Markup:
    """An alliance as a box with its name, which leads to its own neighbours."""
    text = clip(told.words.short(alliance), LONGEST, "…")
    half = columns(text) * 4.2 + 10
    box = Markup(
        '<rect class="{}" x="{}" y="{}" width="{}" height="28" rx="14"/>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text>'
    )
    href = told.href(alliance)
    drawn = box.format("near" if href else "own", round(x - half, 1), y - 14, round(2 * half, 1), x, y + 5, text)
    return Markup('<a href="{}#network">{}</a>').format(href, drawn) if href else drawn


def width(number: int) -> float:
    """How broad the line of so many is."""
    return round(1 + sqrt(number - 1) * 1.4, 1)
