"""The page of one thing: its names, what is known of it and why, its history, and where it is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from ... import terms
from ...language import Language, Text
from ...namespaces import DCTERMS, FOAF, RDF, SKOS, Term
from ...telling.describe import CLAIMS, NAMED_IN, SLOTS, Line, Teller
from ...telling.leads import SIZES
from ...telling.rows import grouped
from ..addresses import anchor
from ..content import Content
from ..downloads import downloads
from ..page import SitePage, Told

__all__ = ["TextLine", "Telling", "thing_page"]

MOST = 60
"""How many lines of one kind a page has; the files beside it have all."""

FEW = 4
ALSO = SKOS["altLabel"].value
PREFERRED = SKOS["prefLabel"].value
LEADS = (SKOS["definition"].value,)
DATES = (terms.date, terms.start, terms.end, terms.asOf, DCTERMS["issued"].value)


class TextLine(NamedTuple):
    """A line of a page: its HTML, the numbers of its notes, and the lines below it."""

    text: Markup
    notes: tuple[int, ...] = ()
    nested: tuple[Any, ...] = ()
    label: str = ""


class Telling:
    """What a page tells of one thing in one language."""

    def __init__(self, told: Told, node: NamedNode) -> None:
        self.told = told
        self.node = node
        self.words = told.words
        self.teller = Teller(self.words, told.evidence)
        self.own = self.words.things.properties(node)
        first, *lines = self.teller.lines(node)
        self.own_notes = first.notes
        named, claims = NAMED_IN.say(told.language), CLAIMS.say(told.language)
        groups: list[tuple[str, list[Line]]] = []
        for line in lines:
            if line.label and not line.depth:
                groups.append((line.label, []))
            groups[-1][1].append(line)
        self.facts = [(label, found) for label, found in groups if label not in (named, claims)]
        self.named = [line for label, found in groups if label == named for line in found]
        self.claimed = [line for label, found in groups if label == claims for line in found]

    def text(self, predicate: str) -> str:
        """The texts of a property in the language of the page."""
        return " ".join(value.value for value in self.words.understood(self.own.get(predicate, ())))

    def item(self, line: Line) -> TextLine:
        """A line with its links."""
        return TextLine(self.told.values(line.values), line.notes, (), line.label)

    def blocks(self, *left_out: str) -> Iterator[tuple[str, list[TextLine]]]:
        """The facts by the names of their properties, with what stands below each."""
        hidden = {self.words.property(name) for name in (ALSO, *LEADS, *left_out)}
        hidden |= {text.say(self.told.language) for text in SLOTS.values()}
        for label, lines in self.facts:
            items: list[TextLine] = []
            for line in lines:
                if line.depth:
                    items[-1] = items[-1]._replace(nested=(*items[-1].nested, self.item(line)))
                else:
                    items.append(self.item(line))
            if label not in hidden:
                yield label, items

    def referred(self) -> Iterator[tuple[str, list[TextLine], int]]:
        """Where the thing is named, by the relation that leads to it; long lists are cut."""
        by_relation = grouped(self.named, lambda line: line.values[0][1].text)
        for relation, lines in by_relation.items():
            items = []
            for line in lines[:MOST]:
                owner, _, *rest = line.values[0]
                items.append(TextLine(self.told.parts([owner, *rest]), line.notes))
            yield relation, items, max(len(lines) - MOST, 0)

    def history(self) -> list[tuple[str, Markup, tuple[int, ...]]]:
        """What of all this has a date, in the order of time."""
        things = self.words.things
        near = dict.fromkeys([self.node, *self.values(self.own), *(one for one, _ in things.pointing(self.node))])
        found = []
        for node in near:
            if things.is_a(node, terms.Assertion, terms.Claim, terms.Passage, terms.Source):
                continue
            own = things.properties(node)
            for predicate in DATES:
                for value in own.get(predicate, ()):
                    if isinstance(value, Literal) and not (node == self.node and predicate == terms.asOf):
                        found.append((value.value, predicate, node))
        told = []
        for when, predicate, node in sorted(found, key=lambda each: (each[0], each[1], each[2].value)):
            qualifier = self.words.listed(map(self.words.name, things.properties(node).get(terms.dateQualifier, ())))
            shown = self.words.bracketed(when, [qualifier])
            parts = [part for part in self.words.parts(node) if part.text != when] or [*self.words.parts(node)]
            aspect = [self.words.property(predicate)] if predicate in (terms.start, terms.end) else []
            text = self.told.parts(parts) if node != self.node else Markup("{}").format(self.words.property(predicate))
            if aspect and node != self.node:
                text += Markup(" · {}").format(aspect[0])
            told.append((shown, text, self.told.evidence.of([node])))
        return told if len(told) > 1 else []

    def values(self, properties: Mapping[str, Iterable[Term]]) -> list[NamedNode]:
        """The things to which some properties lead, but for concepts and their like."""
        found = [value for values in properties.values() for value in values if isinstance(value, NamedNode)]
        return [each for each in found if self.words.things.is_a(each, terms.Statement, terms.Event, terms.Initiative)]

    def passages(self) -> list[dict[str, Any]]:
        """The passages of a source, and what rests on each."""
        from ...telling.locators import place_in_words

        things, found = self.words.things, []
        for node, predicate in things.pointing(self.node):
            if predicate != DCTERMS["isPartOf"].value or not things.is_a(node, terms.Passage):
                continue
            locator = next((value.value for value in things.properties(node).get(terms.locator, ())), "")
            resting = [one for one, relation in things.pointing(node) if relation == terms.evidence]
            owners = dict.fromkeys(self.bearer(one) for one in resting)
            names = [self.told.named(one) for one in owners if one][:FEW]
            counted = self.told.content.resting(self.told.language, len(resting))
            below = (
                [Markup(self.told.marks.semicolon).join(names) + (" …" if len(owners) > FEW else "")] if names else []
            )
            text = Markup('{} <span class="quiet">{}</span>').format(
                place_in_words(locator).say(self.told.language), counted
            )
            found.append({"text": text, "id": anchor(locator), "below": below, "key": locator})
        return found

    def bearer(self, node: NamedNode) -> NamedNode | None:
        """The thing with a page to which what rests on a passage belongs."""
        addresses = self.told.content.addresses
        for _ in range(FEW):
            if addresses.has_page(node):
                return node
            owner = addresses.owner(node)
            if owner is None:
                return None
            node = owner
        return None


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
            "also": also(content, node, names.say(told.language)),
            "lead": lead,
            "own_notes": telling.own_notes,
            "glance": glance(telling) if kind == "alliances" else [],
            "picture": "",
            "facts": facts,
            "history": [] if is_source else telling.history(),
            "sections": [(content.text("passages", told.language), passages)] if passages else [],
            "claims": [telling.item(line) for line in telling.claimed[:MOST]],
            "referred": [group for group in telling.referred() if group[0] not in hidden],
            "schema": schema(content, node, names),
        }

    path = content.addresses.of(node)
    return SitePage(path, "thing.html", names, fill, node.value, downloads(content, node), kind)


def kinds(told: Told, node: NamedNode) -> list[Markup]:
    """What a thing is."""
    found = told.words.things.properties(node).get(RDF["type"].value, ())
    pages = told.content.addresses
    return [told.named(kind) if pages.of(kind) else escape(told.words.name(kind)) for kind in found]


def foreign(content: Content, node: NamedNode, language: Language) -> str:
    """The name of a thing in the other language, where it is another."""
    here, there = (content.words[tongue].name(node) for tongue in (language, "zh" if language == "en" else "en"))
    return there if there != here else ""


def also(content: Content, node: NamedNode, name: str) -> list[str]:
    """Its other names in any language, each once."""
    labels = content.things.properties(node).get(ALSO, ())
    return [text for text in dict.fromkeys(label.value for label in labels) if text != name]


def glance(telling: Telling) -> list[tuple[str, Markup]]:
    """The answers that readers look for first: where, since when, by whom driven, in which state, how large."""
    things, told, own = telling.words.things, telling.told, telling.own

    def through(predicate: str, value: str) -> list[Term]:
        return [one for node in own.get(predicate, ()) for one in things.properties(node).get(value, ())]

    counts = [one for one in own.get(terms.hasCount, ()) if {*things.properties(one).get(terms.counted, ())} & {*SIZES}]
    counts.sort(key=lambda one: max((date.value for date in things.properties(one).get(terms.asOf, ())), default=""))
    found: dict[str, list[Term]] = {
        "country": own.get(terms.hasCountry, []) or own.get(terms.basedIn, []),
        "founded": through(terms.hasFounding, terms.date),
        "mode": through(terms.hasFormationAssessment, terms.assessedMode),
        "state": own.get(terms.status, []),
        "size": counts[-1:],
    }
    return [
        (told.content.text(name, told.language), told.values([telling.words.parts(value) for value in values]))
        for name, values in found.items()
        if values
    ]


def schema(content: Content, node: NamedNode, names: Text) -> dict[str, Any]:
    """The thing in the vocabulary of schema.org."""
    found: dict[str, Any] = {"@context": "https://schema.org", "@id": node.value}
    known = content.schema.nodes.get(node)
    objects = content.schema
    if known:
        objects.placed = set(objects.nodes)
        found |= objects.node(node)
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
