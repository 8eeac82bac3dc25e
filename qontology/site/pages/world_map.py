"""The view of where the alliances are at home: circles on a world of dots, without borders."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import hypot, sqrt
from typing import Any, NamedTuple

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from ... import terms
from ...namespaces import DCTERMS, SCHEMA
from ...tables import Table
from ..content import Content
from ..geography import ISO, SIZE, land, middles, projected
from ..page import PICTURES, SitePage, Told
from ..texts import VIEWS

__all__ = ["homes", "map_page", "position"]

SMALLEST = 7.0
GAP, TRIES = 0.4, 400


class Circle(NamedTuple):
    """A country on the map."""

    x: float
    y: float
    radius: float
    number: int
    name: str
    slug: str


def map_page(content: Content) -> SitePage:
    """The map, and below it the countries with their alliances."""

    def fill(told: Told) -> Mapping[str, Any]:
        found = homes(content)
        countries = sorted(
            (place for place in found if place), key=lambda place: (-len(found[place]), told.words.name(place))
        )
        countries.sort(key=lambda place: position(content, place) is None)  # wider places, which have no circle, last
        circles, rows = [], []
        for place in countries:
            number, slug = len(found[place]), place.value.rpartition("/")[2]
            alliances = [(told.named(one), founded(content, one)) for one in found[place]]
            rows.append((slug, told.named(place), number, alliances))
            where = position(content, place)
            if where:
                x, y = projected(*where)
                circles.append(Circle(x, y, round(SMALLEST * sqrt(number), 1), number, told.words.name(place), slug))
        return {
            "lead": content.text("lead_map", told.language),
            "land": Markup(land()),
            "circles": apart(circles),
            "rows": rows,
            "smallest": SMALLEST,
            "years": sorted({year for row in rows for _, year in row[3] if year}),
            "nowhere": [told.named(one) for one in found.get(None, [])],
            "width": SIZE[0],
            "height": SIZE[1],
        }

    return SitePage(
        "map.html",
        "map.html",
        VIEWS["map"],
        fill,
        data={"csv": lambda: table(content)},
        section="map",
        scripts=(*PICTURES, "choose"),
    )


def founded(content: Content, alliance: NamedNode) -> str:
    """The year in which an alliance was founded; empty where no date is known."""
    events = content.things.properties(alliance).get(terms.hasFounding, ())
    dates = [date.value for event in events for date in content.things.properties(event).get(terms.date, ())]
    return min(dates, default="")[:4]


def table(content: Content) -> bytes:
    """The data of the map: each alliance with the year of its founding and its place."""
    en, zh = content.words["en"], content.words["zh"]
    rows = [
        [
            alliance,
            en.name(alliance),
            zh.name(alliance),
            founded(content, alliance),
            place,
            en.name(place),
            zh.name(place),
        ]
        for place, alliances in homes(content).items()
        for alliance in alliances
    ]
    body = [[cell if isinstance(cell, NamedNode) else Literal(cell or "") for cell in row] for row in rows]
    columns = ("alliance", "alliance_en", "alliance_zh", "founded", "place", "place_en", "place_zh")
    return Table(columns, body).to_csv().encode()


def homes(content: Content) -> dict[NamedNode | None, list[NamedNode]]:
    """The alliances by their country or wider place; those of which no place is known under None."""
    found: dict[NamedNode | None, list[NamedNode]] = {}
    for alliance in content.kinds["alliances"]:
        own = content.things.properties(alliance)
        places = [*own.get(terms.hasCountry, ()), *own.get(terms.basedIn, ())]
        place = next((one for one in places if isinstance(one, NamedNode)), None)
        found.setdefault(whole(content, place), []).append(alliance)
    return found


def whole(content: Content, place: NamedNode | None) -> NamedNode | None:
    """The country of a town or a part of one; a place that lies in none stays itself."""
    seen = set()
    while place and place not in seen and not content.things.is_a(place, terms.Country):
        seen.add(place)
        above = content.things.properties(place).get(DCTERMS["isPartOf"].value, ())
        upper = next((one for one in above if isinstance(one, NamedNode)), None)
        if upper is None:
            return place
        place = upper
    return place


def position(content: Content, place: NamedNode) -> tuple[float, float] | None:
    """The middle of a country by its code of ISO 3166, as latitude and longitude in degrees."""
    for value in content.things.properties(place).get(SCHEMA["sameAs"].value, ()):
        if value.value.startswith(ISO):
            return middles().get(value.value.removeprefix(ISO)[:2])
    return None


def apart(circles: list[Circle]) -> list[Circle]:
    """The circles pushed apart until none lies on another: of two that meet, the smaller gives way more.

    >>> [round(circle.x, 1) for circle in apart([Circle(10, 5, 4, 1, "a", "a"), Circle(12, 5, 4, 1, "b", "b")])]
    [6.8, 15.2]
    """
    placed = list(circles)
    for _ in range(TRIES):
        met = False
        for here, there in combinations(range(len(placed)), 2):
            one, two = placed[here], placed[there]
            across, down = two.x - one.x, two.y - one.y
            far, wanted = hypot(across, down), one.radius + two.radius + GAP
            if far < wanted - 0.1:
                met = True
                step = wanted - far
                across, down = (across / far * step, down / far * step) if far else (step, 0.0)
                part = two.number / (one.number + two.number)
                placed[here] = one._replace(x=one.x - across * part, y=one.y - down * part)
                placed[there] = two._replace(x=two.x + across * (1 - part), y=two.y + down * (1 - part))
        if not met:
            break
    return [circle._replace(x=round(circle.x, 1), y=round(circle.y, 1)) for circle in placed]
