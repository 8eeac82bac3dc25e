"""Pictures: small drawings in SVG, without scripts, styles or anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape
from pyoxigraph import NamedNode

from ..characters import columns
from ..namespaces import OWL, RDFS, SCHEMA
from .page import Told

__all__ = ["box", "neighbourhood"]

MOST = 6
HEIGHT, GAP, WIDTH, PAD = 30, 10, 200, 12
CLASS = OWL["Class"].value


def box(told: Told, node: NamedNode, x: float, y: float, kind: str) -> Markup:
    """A name in a box, which leads to its page."""
    text = shortened(told.words.name(node))
    drawn = Markup(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="6"/><text x="{}" y="{}" text-anchor="middle">{}</text>'
    ).format(kind, x, y, WIDTH, HEIGHT, x + WIDTH / 2, y + HEIGHT / 2 + 5, text)
    href = told.href(node)
    return Markup('<a href="{}">{}</a>').format(href, drawn) if href and not href.startswith("http") else drawn


def shortened(text: str, most: int = 26) -> str:
    """A text that fits a box."""
    if columns(text) <= most:
        return text
    kept = ""
    for character in text:
        if columns(kept + character) > most - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def neighbourhood(told: Told, node: NamedNode) -> Markup:
    """A term between what is above and below it, and what leads to it and from it; empty where there is nothing."""
    things = told.words.things
    own, pointing = things.properties(node), things.pointing(node)
    is_class = things.is_a(node, CLASS)
    up, domain, reach = ((RDFS["subClassOf"] if is_class else RDFS["subPropertyOf"]).value, SCHEMA["domainIncludes"].value, SCHEMA["rangeIncludes"].value)

    def named(nodes: Sequence[object]) -> list[NamedNode]:
        return [one for one in dict.fromkeys(nodes) if isinstance(one, NamedNode)][:MOST]

    above = named(own.get(up, ()))
    below = named([one for one, predicate in pointing if predicate == up])
    left = named([one for one, predicate in pointing if predicate == reach] if is_class else own.get(domain, ()))
    right = named([one for one, predicate in pointing if predicate == domain] if is_class else own.get(reach, ()))
    if not (above or below or left or right):
        return Markup("")
    middle = [above, [node], below]
    rows = max(len(left), len(right), sum(map(len, middle)) + 2)
    height = rows * (HEIGHT + GAP) + 2 * PAD
    wide = 3 * WIDTH + 2 * 70 + 2 * PAD
    columns_at = (PAD, PAD + WIDTH + 70, PAD + 2 * (WIDTH + 70))
    centre = height / 2

    def placed(nodes: Sequence[NamedNode], x: float, y: float, kind: str) -> list[tuple[NamedNode, float, float, str]]:
        start = y - (len(nodes) * (HEIGHT + GAP) - GAP) / 2
        return [(one, x, start + number * (HEIGHT + GAP), kind) for number, one in enumerate(nodes)]

    stack = [*above, node, *below]
    spread = (len(stack) - 1) * (HEIGHT + GAP) + HEIGHT + 2 * 18
    y, mid = centre - spread / 2, []
    for one in stack:
        kind = "own" if one == node else "near"
        y += 18 if one == node else 0
        mid.append((one, columns_at[1], y, kind))
        y += HEIGHT + GAP + (18 if one == node else 0)
    at = next(place[2] for place in mid if place[3] == "own") + HEIGHT / 2
    lines = []
    for _, x, top, _ in placed(left, columns_at[0], centre, "near"):
        lines.append((x + WIDTH, top + HEIGHT / 2, columns_at[1], at))
    for _, x, top, _ in placed(right, columns_at[2], centre, "near"):
        lines.append((columns_at[1] + WIDTH, at, x, top + HEIGHT / 2))
    drawn = [Markup('<path d="M{} {}C{} {} {} {} {} {}"/>').format(x, y, x + 35, y, a - 35, b, a, b) for x, y, a, b in lines]
    own_top = at - HEIGHT / 2
    if above:
        drawn.append(Markup('<path d="M{0} {1}V{2}"/>').format(columns_at[1] + WIDTH / 2, own_top, own_top - 18))
    if below:
        drawn.append(Markup('<path d="M{0} {1}V{2}"/>').format(columns_at[1] + WIDTH / 2, own_top + HEIGHT, own_top + HEIGHT + 18))
    boxes = [box(told, *place) for place in (*placed(left, columns_at[0], centre, "near"), *mid, *placed(right, columns_at[2], centre, "near"))]
    label = escape(told.content.text("picture", told.language))
    return Markup('<svg class="terms" viewBox="0 0 {} {}" role="group" aria-label="{}">{}{}</svg>').format(
        wide, round(height, 1), label, Markup("").join(drawn), Markup("").join(boxes)
    )
