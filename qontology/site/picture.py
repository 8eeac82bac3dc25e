"""Pictures: small drawings in SVG, without scripts, styles or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup
from pyoxigraph import NamedNode

from ..characters import clip
from ..namespaces import OWL, RDFS, SCHEMA
from .page import Told

__all__ = ["neighbourhood"]

MOST = 6
# So many columns of a name have room in a box.
LONGEST = 26
HEIGHT, GAP, WIDTH, PAD, APART, FREE = 30, 10, 200, 12, 70, 18
CLASS = OWL["Class"].value


class BoxAt(NamedTuple):
    """Where the box of a term stands."""

    node: NamedNode
    x: float
    y: float


def box(told: Told, place: BoxAt, kind: str) -> Markup:
    """A name in a box, which leads to its page."""
    node, x, y = place
    drawn = Markup(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="6"/>'
        '<text x="{}" y="{}" text-anchor="middle">{}</text>'
    ).format(kind, x, y, WIDTH, HEIGHT, x + WIDTH / 2, y + HEIGHT / 2 + 5, clip(told.words.name(node), LONGEST, "…"))
    href = told.href(node)
    return Markup('<a href="{}">{}</a>').format(href, drawn) if href and ":" not in href else drawn


def neighbourhood(told: Told, node: NamedNode) -> Markup:
    """A term between what is above and below it, and what leads to it and from it; empty where there is nothing."""
    things = told.words.things
    own, pointing = things.properties(node), things.pointing(node)
    is_class = things.is_a(node, CLASS)
    up, domain, reach = (
        (RDFS["subClassOf"] if is_class else RDFS["subPropertyOf"]).value,
        SCHEMA["domainIncludes"].value,
        SCHEMA["rangeIncludes"].value,
    )

    def named(nodes: Sequence[object]) -> list[NamedNode]:
        return [one for one in dict.fromkeys(nodes) if isinstance(one, NamedNode)][:MOST]

    above = named(own.get(up, ()))
    below = named([one for one, predicate in pointing if predicate == up])
    left = named([one for one, predicate in pointing if predicate == reach] if is_class else own.get(domain, ()))
    right = named([one for one, predicate in pointing if predicate == domain] if is_class else own.get(reach, ()))
    if not (above or below or left or right):
        return Markup("")
    stack = [*above, node, *below]
    height = max(len(left), len(right), len(stack) + 1) * (HEIGHT + GAP) + 2 * PAD
    start = 0 if left else WIDTH + APART
    end = 3 * WIDTH + 2 * APART + 2 * PAD - (0 if right else WIDTH + APART)
    x = (PAD, PAD + WIDTH + APART, PAD + 2 * (WIDTH + APART))
    top = (height - (len(stack) * (HEIGHT + GAP) - GAP) - 2 * FREE) / 2
    own_top = top + len(above) * (HEIGHT + GAP) + FREE
    own_middle = own_top + HEIGHT / 2
    places = [
        *column(left, x[0], height),
        *(BoxAt(one, x[1], top + number * (HEIGHT + GAP)) for number, one in enumerate(above)),
        *(BoxAt(one, x[1], own_top + FREE + (number + 1) * (HEIGHT + GAP)) for number, one in enumerate(below)),
        *column(right, x[2], height),
    ]
    lines = [path(x[0] + WIDTH, one.y + HEIGHT / 2, x[1], own_middle) for one in column(left, x[0], height)]
    lines += [path(x[1] + WIDTH, own_middle, x[2], one.y + HEIGHT / 2) for one in column(right, x[2], height)]
    lines += [upright(x[1], own_top - FREE - GAP / 2, own_top)] if above else []
    lines += [upright(x[1], own_top + HEIGHT, own_top + HEIGHT + FREE + GAP)] if below else []
    boxes = [box(told, BoxAt(node, x[1], own_top), "own"), *(box(told, place, "near") for place in places)]
    return Markup(
        '<svg class="terms" viewBox="{} 0 {} {}" width="{}" height="{}" role="group" aria-label="{}">{}</svg>'
    ).format(
        start,
        end - start,
        height,
        end - start,
        height,
        told.content.text("picture", told.language),
        Markup("").join(lines + boxes),
    )


def column(nodes: Sequence[NamedNode], x: float, height: float) -> list[BoxAt]:
    """Boxes one below the other, in the middle of a picture."""
    top = (height - len(nodes) * (HEIGHT + GAP) + GAP) / 2
    return [BoxAt(one, x, top + number * (HEIGHT + GAP)) for number, one in enumerate(nodes)]


def path(x: float, y: float, to_x: float, to_y: float) -> Markup:
    """A bent line between two boxes."""
    bend = APART / 2
    return Markup('<path d="M{} {}C{} {} {} {} {} {}"/>').format(x, y, x + bend, y, to_x - bend, to_y, to_x, to_y)


def upright(x: float, y: float, to_y: float) -> Markup:
    """A line between a box and what is above or below it."""
    return Markup('<path d="M{} {}V{}"/>').format(x + WIDTH / 2, y, to_y)
