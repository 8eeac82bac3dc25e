"""The page of one term of the ontology: definition, notes, slots, an example, rules, questions, a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup
from pyoxigraph import NamedNode

from ...language import Text
from ...namespaces import OWL, RDF, RDFS, SKOS, curie
from ...telling.describe import SLOTS
from ..content import Content
from ..downloads import downloads
from ..page import PICTURES, SitePage, Told
from ..picture import neighbourhood
from .telling import Telling
from .thing import foreign, kinds, schema

__all__ = ["term_page"]

EXAMPLES = 3
MOST = 40
ABOVE = (RDFS["subClassOf"].value, RDFS["subPropertyOf"].value)
BELOW = Text("special cases", "下位")
IS_CLASS = OWL["Class"].value


def term_page(content: Content, node: NamedNode) -> SitePage:
    """The page of a class or property of ours."""
    names = Text(content.words["en"].name(node), content.words["zh"].name(node))

    def fill(told: Told) -> Mapping[str, Any]:
        telling = Telling(told, node)
        t = told.content.text
        sections = (
            ("relations", relations(told, node)),
            ("from_data", [line(text) for text in examples(told, node)]),
            ("shapes_of", [line(told.page_link(f"shapes/{code}.html", text)) for code, text in rules(told, node)]),
            ("questions_of", [line(told.page_link(f"query/{id}.html", text)) for id, text in questions(told, node)]),
            ("alignments", [line(text) for text in alignments(told, node)]),
        )
        return {
            "kinds": kinds(told, node),
            "foreign": foreign(content, node, told.language),
            "also": [],
            "written": curie(node),
            "lead": telling.text(SKOS["definition"].value),
            "own_notes": telling.own_notes,
            "glance": [],
            "picture": neighbourhood(told, node),
            "network": "",
            "facts": [*telling.blocks(*SLOTS, *ABOVE)],
            "history": [],
            "sections": [(t(name, told.language), lines) for name, lines in sections if lines],
            "conflicts": [],
            "claims": [],
            "referred": [],
            "schema": schema(content, node, names),
        }

    return SitePage(
        content.addresses.of(node), "thing.html", names, fill, node.value, downloads(content, node), "terms", PICTURES
    )


def line(text: Markup, below: Iterable[Markup] = ()) -> dict[str, Any]:
    """A line of a section."""
    return {"text": text, "id": "", "below": [*below]}


def relations(told: Told, node: NamedNode) -> list[dict[str, Any]]:
    """Above and below, on what a property is used, which properties a class has: each kind on one line."""
    things, own = told.words.things, told.words.things.properties(node)
    found: dict[str, list[NamedNode]] = {}
    for predicate in (*ABOVE, *SLOTS):
        label = told.words.property(predicate)
        found[label] = [value for value in own.get(predicate, ()) if isinstance(value, NamedNode)]
    reverse = {**SLOTS, ABOVE[0]: BELOW, ABOVE[1]: BELOW}
    for subject, predicate in things.pointing(node):
        if predicate in reverse:
            found.setdefault(reverse[predicate].say(told.language), []).append(subject)
    return [
        line(Markup('<span class="quiet">{}{}</span>{}').format(label, told.marks.colon, links(told, values)))
        for label, values in found.items()
        if values
    ]


def links(told: Told, nodes: Iterable[NamedNode]) -> Markup:
    """Names one after another."""
    return Markup(told.marks.semicolon).join(map(told.named, dict.fromkeys(nodes)))


def examples(told: Told, node: NamedNode) -> Iterator[Markup]:
    """A few things of a class, or statements with a property, and how many there are."""
    content = told.content
    if told.words.things.is_a(node, IS_CLASS):
        having = [one for one, predicate in told.words.things.pointing(node) if predicate == RDF["type"].value]
        shown = [told.parts(told.words.parts(one)) for one in having[:EXAMPLES]]
    else:
        used = content.uses.get(node.value, [])
        having = [subject for subject, _ in used]
        shown = [
            Markup("{} · {} · {}").format(
                told.named(subject), told.words.property(node.value), told.parts(told.words.parts(value))
            )
            for subject, value in used[:EXAMPLES]
        ]
    yield from shown
    if len(having) > EXAMPLES:
        yield Markup('<span class="quiet">{}</span>').format(content.counted(told.language, len(having)))


def rules(told: Told, node: NamedNode) -> list[tuple[str, str]]:
    """The rules that mention a term."""
    found = told.content.rules
    return [(code, one.name.say(told.language)) for code, one in found.items() if node.value in one.terms][:MOST]


def questions(told: Told, node: NamedNode) -> list[tuple[str, str]]:
    """The questions that use a term."""
    name = curie(node)
    asked = (one for one in told.content.questions if name in one.covers and not one.is_for_exchange)
    return [(one.id, one.title.say(told.language)) for one in asked][:MOST]


def alignments(told: Told, node: NamedNode) -> list[Markup]:
    """What a term is in the vocabularies of others."""
    return [
        Markup("{} {}").format(
            told.words.property(triple.predicate.value), told.link(curie(triple.object), triple.object)
        )
        for triple in told.content.alignments.get(node, ())
        if isinstance(triple.object, NamedNode)
    ]
