"""The lists of all things of a kind, in several pages where there are many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode

from ... import terms
from ...namespaces import DC, DCTERMS, RDF, RDFS, SKOS, local_name
from ..content import Content
from ..page import TABLES, SitePage, Told
from ..rows import rows_script
from ..texts import KINDS, TEXTS
from .class_tree import class_tree

__all__ = ["list_pages", "lists_page"]

MOST = 200
WHOLE = ("terms", "shapes", "questions")
"""Lists of what is ours: each on one page, on which names with a fragment find their place."""


def lists_page(content: Content) -> SitePage:
    """What can be looked up, and how much there is of it."""

    def fill(told: Told) -> Mapping[str, Any]:
        counted = {kind: len(nodes) for kind, nodes in content.kinds.items()}
        counted |= {"shapes": len(content.rules), "questions": len(content.questions)}
        return {"kinds": [(f"{kind}.html", text.say(told.language), counted[kind]) for kind, text in KINDS.items()]}

    return SitePage("lists.html", "lists.html", TEXTS["look_up"], fill, section="lists")


def list_pages(content: Content, kind: str) -> Iterator[SitePage]:
    """The pages of one list."""
    pages = 1 if kind in WHOLE else max(1, -(-len(listed(content, kind)) // MOST))
    for number in range(1, pages + 1):
        yield list_page(content, kind, number, pages)


def listed(content: Content, kind: str) -> list[Any]:
    """What stands in a list."""
    if kind == "shapes":
        return [*content.rules]
    if kind == "questions":
        return sorted(content.questions, key=lambda one: (one.id.startswith(("exchange/", "rules/")), one.id))
    if kind in ("concepts", "terms", "others"):
        return sorted(
            content.kinds[kind], key=lambda node: (group_of(content, node, "en"), content.words["en"].name(node))
        )
    return content.kinds[kind]


def list_page(content: Content, kind: str, number: int, pages: int) -> SitePage:
    """One page of a list."""

    def fill(told: Told) -> Mapping[str, Any]:
        found = listed(content, kind)
        shown = found if pages == 1 else found[(number - 1) * MOST : number * MOST]
        heads, make = COLUMNS[kind]
        groups: dict[str, list[tuple[Any, ...]]] = {}
        for one in shown:
            group, cells = make(told, one)
            groups.setdefault(group, []).append((place(one), cells))
        return {
            "heads": [(head, content.text(head, told.language)) for head in heads],
            "groups": groups,
            "whole": pages > 1,
            "most": MOST,
            "count": len(found),
            "numbers": range(1, pages + 1),
            "number": number,
            "stem": kind,
            "tree": class_tree(told) if kind == "terms" else "",
        }

    def rows(told: Told) -> bytes:
        make = COLUMNS[kind][1]
        return rows_script(make(told, one)[1] for one in listed(content, kind))

    path = f"{kind}.html" if number == 1 else f"{kind}-{number}.html"
    whole = rows if pages > 1 and number == 1 else None
    return SitePage(path, "list.html", KINDS[kind], fill, section=kind, scripts=TABLES, rows=whole)


def place(one: Any) -> str:
    """The place of a term or a rule on the page of all."""
    return one if isinstance(one, str) else local_name(one.value) if isinstance(one, NamedNode) else ""


def group_of(content: Content, node: NamedNode, language: str) -> str:
    """Under which heading a thing stands: its scheme, its module or its class."""
    own, words = content.things.properties(node), content.words["zh" if language == "zh" else "en"]
    scheme = own.get(SKOS["inScheme"].value) or own.get(RDFS["isDefinedBy"].value) or own.get(RDF["type"].value)
    return words.name(scheme[0]) if scheme else ""


def definition(told: Told, node: NamedNode) -> str:
    """The definition of a term or a concept."""
    values = told.words.things.properties(node).get(SKOS["definition"].value, ())
    return " ".join(value.value for value in told.words.understood(values))


def alliance(told: Told, node: NamedNode) -> tuple[str, tuple[Any, ...]]:
    """Name, country, founding, mode, and when it was last confirmed."""
    things = told.words.things
    own = things.properties(node)
    places = own.get(terms.hasCountry, ()) or own.get(terms.basedIn, ())
    dates = [date for event in own.get(terms.hasFounding, ()) for date in things.properties(event).get(terms.date, ())]
    modes = [
        mode
        for one in own.get(terms.hasFormationAssessment, ())
        for mode in things.properties(one).get(terms.assessedMode, ())
    ]
    cells = [told.values([told.words.parts(one) for one in found]) for found in (places, dates, modes)]
    return "", (told.named(node), *cells, told.content.confirmed.get(node, ""))


def source(told: Told, node: NamedNode) -> tuple[str, tuple[Any, ...]]:
    """Title, kind, date."""
    own = told.words.things.properties(node)
    kinds = [told.words.name(value) for value in own.get(terms.sourceKind, ())]
    dates = [value.value for value in (*own.get(DCTERMS["issued"].value, ()), *own.get(terms.date, ()))]
    publishers = [value.value for value in told.words.understood(own.get(DC["publisher"].value, ()))]
    return "", (told.named(node), told.marks.comma.join(publishers), told.marks.comma.join(kinds), " ".join(dates[:1]))


def defined(told: Told, node: NamedNode) -> tuple[str, tuple[Any, ...]]:
    """Name and definition, below the scheme or the module."""
    return group_of(told.content, node, told.language), (told.named(node), definition(told, node))


def plain(told: Told, node: NamedNode) -> tuple[str, tuple[Any, ...]]:
    """The name in both languages."""
    other = told.content.words["zh" if told.language == "en" else "en"].name(node)
    name = told.words.name(node)
    return "", (told.link(name, node), other if other != name else "")


def other(told: Told, node: NamedNode) -> tuple[str, tuple[Any, ...]]:
    """The name in both languages, and the class."""
    return "", (*plain(told, node)[1], group_of(told.content, node, told.language))


def rule(told: Told, code: str) -> tuple[str, tuple[Any, ...]]:
    """Name and code."""
    return "", (told.page_link(f"shapes/{code}.html", told.content.rules[code].name.say(told.language)), code)


def question(told: Told, one: Any) -> tuple[str, tuple[Any, ...]]:
    """Title and id, below the folder."""
    return one.id.rpartition("/")[0], (told.page_link(f"query/{one.id}.html", one.title.say(told.language)), one.id)


COLUMNS: dict[str, tuple[tuple[str, ...], Any]] = {
    "alliances": (("alliance", "country", "founded", "mode", "confirmed"), alliance),
    "sources": (("title", "publisher", "kind", "date"), source),
    "concepts": (("title", "definition"), defined),
    "terms": (("title", "definition"), defined),
    "shapes": (("title", "identifier"), rule),
    "questions": (("question", "identifier"), question),
    "organizations": (("title", "other_name"), plain),
    "people": (("title", "other_name"), plain),
    "bodies": (("title", "other_name"), plain),
    "others": (("title", "other_name", "kind"), other),
}
"""The columns of each list, and what makes a row of it: the heading below which it stands, and its cells."""
