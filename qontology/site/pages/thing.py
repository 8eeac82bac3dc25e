"""The page of one thing: its names, what is known of it and why, its history, and where it is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from ... import terms
from ...language import Language, Text
from ...namespaces import DCTERMS, FOAF, RDF, Term
from ...telling.leads import SIZES
from ..content import Content
from ..downloads import downloads
from ..page import PICTURES, SitePage, Told
from .network import neighbours
from .telling import ALSO, LEADS, MOST, Telling

__all__ = ["thing_page"]


def thing_page(content: Content, node: NamedNode) -> SitePage:
    """The page of a thing that is neither a term, a rule nor a question."""
    names = Text(content.words["en"].name(node), content.words["zh"].name(node))
    kind = content.kind(node)

    def fill(told: Told) -> Mapping[str, Any]:
        telling = Telling(told, node)
        lead = telling.text(LEADS[0])
        facts = [*telling.blocks()]
        is_source = kind == "sources"
        passages = telling.passages() if is_source else []
        hidden = {told.words.property(DCTERMS["isPartOf"].value)} if is_source else set()
        return {
            "kinds": kinds(told, node),
            "foreign": foreign(content, node, told.language),
            "also": also(told, node, names.say(told.language)),
            "written": "",
            "lead": lead,
            "own_notes": telling.own_notes,
            "glance": glance(telling) if kind == "alliances" else [],
            "picture": "",
            "network": neighbours(told, node) if kind == "alliances" else "",
            "near_title": content.text("near_title", told.language, name=told.words.short(node)),
            "facts": facts,
            "history": [] if is_source else telling.history(),
            "sections": [(content.text("passages", told.language), passages)] if passages else [],
            "conflicts": telling.conflicts() if kind == "alliances" else [],
            "claims": [telling.item(line) for line in telling.claimed[:MOST]],
            "referred": [group for group in telling.referred() if group[0] not in hidden],
            "schema": schema(content, node, names),
        }

    path = content.addresses.of(node)
    scripts = PICTURES if kind == "alliances" else ()
    return SitePage(path, "thing.html", names, fill, node.value, downloads(content, node), kind, scripts)


def kinds(told: Told, node: NamedNode) -> list[Markup]:
    """What a thing is."""
    found = told.words.things.properties(node).get(RDF["type"].value, ())
    pages = told.content.addresses
    return [told.named(kind) if pages.of(kind) else escape(told.words.name(kind)) for kind in found]


def foreign(content: Content, node: NamedNode, language: Language) -> str:
    """The name of a thing in the other language, where it is another."""
    here, there = (content.words[tongue].name(node) for tongue in (language, "zh" if language == "en" else "en"))
    return there if there != here else ""


def also(told: Told, node: NamedNode, name: str) -> list[Markup]:
    """Its other names in any language, each once."""
    labels = {label.value: label for label in reversed(told.words.things.properties(node).get(ALSO, []))}
    return [told.link(text, label) for text, label in reversed(labels.items()) if text != name]


def glance(telling: Telling) -> list[tuple[str, Markup]]:
    """The answers that readers look for first: where, since when, by whom driven, in which state, how large."""
    things, told, own = telling.words.things, telling.told, telling.own

    def through(predicate: str, value: str) -> list[Term]:
        return [one for node in own.get(predicate, ()) for one in things.properties(node).get(value, ())]

    confirmed = told.content.confirmed.get(telling.node)
    counts = [one for one in own.get(terms.hasCount, ()) if {*things.properties(one).get(terms.counted, ())} & {*SIZES}]
    counts.sort(key=lambda one: max((date.value for date in things.properties(one).get(terms.asOf, ())), default=""))
    found: dict[str, list[Term]] = {
        "country": own.get(terms.hasCountry, []) or own.get(terms.basedIn, []),
        "founded": through(terms.hasFounding, terms.date),
        "mode": through(terms.hasFormationAssessment, terms.assessedMode),
        "state": own.get(terms.status, []),
        "size": counts[-1:],
        "confirmed": [Literal(confirmed)] if confirmed else [],
    }
    lines = [
        (told.content.text(name, told.language), told.values([telling.words.parts(value) for value in values]))
        for name, values in found.items()
        if values
    ]
    differing = told.content.accounts.of([telling.node])
    if differing:
        link = Markup('<a href="#conflicts">{}</a>').format(len(differing))
        lines.append((told.content.text("differing", told.language), link))
    return lines


def schema(content: Content, node: NamedNode, names: Text) -> dict[str, Any]:
    """The thing in the vocabulary of schema.org."""
    found: dict[str, Any] = {"@context": "https://schema.org", "@id": node.value}
    if node in content.schema.nodes:
        found |= content.schema.node(node)
    else:
        kind = {"sources": "CreativeWork", "concepts": "DefinedTerm", "terms": "DefinedTerm"}.get(
            content.kind(node), "Thing"
        )
        found["@type"] = kind
    found.setdefault(
        "name", [{"@value": text, "@language": tag} for tag, text in zip(("en", "zh"), names, strict=True)]
    )
    homepages = [page.value for page in content.things.properties(node).get(FOAF["homepage"].value, ())]
    if homepages and "url" not in found:
        found["url"] = homepages[0]
    found.setdefault("identifier", node.value)
    return found
