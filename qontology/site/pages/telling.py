"""What a page tells of one thing in one language: facts, history, passages, and where sources differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from ... import terms
from ...namespaces import DCTERMS, RDF, SKOS, Term
from ...telling.describe import CLAIMS, NAMED_IN, SLOTS, Teller
from ...telling.description import Line
from ...telling.rows import grouped
from ...telling.words import Piece
from ..addresses import anchor
from ..page import Told, with_marks

__all__ = ["ALSO", "LEADS", "MOST", "Telling", "TextLine"]

MOST = 60
"""How many lines of one kind a page has; the files beside it have all."""

FEW = 4
BRIEF = 20
"""Of more things than this a page tells no more than their line, where they have pages of their own."""

ALSO = SKOS["altLabel"].value

LEADS = (SKOS["definition"].value,)
DATES = (terms.date, terms.start, terms.end, terms.asOf, DCTERMS["issued"].value)


class TextLine(NamedTuple):
    """A line of a page: its HTML, the numbers of its notes, and the lines below it.

    ``paged`` is whether what it names first has a page of its own, ``order`` what it tells besides.
    """

    text: Markup
    notes: tuple[int, ...] = ()
    nested: tuple[Any, ...] = ()
    label: str = ""
    paged: bool = False
    order: tuple[str, ...] = ()


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
        parts = [part for value in line.values for part in value]
        first = next((part.term for part in parts), None)
        paged = first is not None and self.told.content.addresses.has_page(first)
        order = tuple(part.term.value if isinstance(part.term, Literal) else part.text for part in parts[1:])
        return TextLine(self.told.values(line.values), line.notes, (), line.label, paged, order)

    def blocks(self, *left_out: str) -> Iterator[tuple[str, list[TextLine], int]]:
        """The facts by the names of their properties, with what stands below each; long lists are cut, and what has a
        page of its own tells more only there."""
        hidden = {self.words.property(name) for name in (ALSO, *LEADS, *left_out)}
        hidden |= {text.say(self.told.language) for text in SLOTS.values()}
        for label, lines in self.facts:
            items: list[TextLine] = []
            for line in lines:
                if line.depth:
                    items[-1] = items[-1]._replace(nested=(*items[-1].nested, self.item(line)))
                else:
                    items.append(self.item(line))
            if label == self.words.property(terms.hasCount):
                items.sort(key=lambda item: item.order)
            if len(items) > BRIEF:
                items = [item._replace(nested=()) if item.paged else item for item in items]
            if label not in hidden:
                yield label, items[:MOST], max(len(items) - MOST, 0)

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
        mine = {self.node, *self.values(self.own)}
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
            shown = self.words.bracketed(self.words.date(when), [qualifier])
            parts = [part for part in self.words.parts(node) if part.term is None or part.term.value != when] or [
                *self.words.parts(node)
            ]
            by = things.properties(node).get(terms.claimant, ())
            parts = [part for part in parts if part.term not in by] or parts
            owner = None if node in mine else self.told.content.addresses.owner(node)
            if owner and owner != self.node:  # what is said of another thing, and names this one
                parts = [Piece(self.words.name(owner), owner), *(part for part in parts if part.term != self.node)]
            if len(parts) == 1 and parts[0].term != node:  # a name alone does not tell what happened
                classes = things.properties(node).get(RDF["type"].value, ())
                parts += [Piece(self.words.name(one)) for one in classes]
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
            found.append({"text": text, "id": anchor(locator), "below": below, "key": natural(locator)})
        return sorted(found, key=lambda passage: passage["key"])

    def conflicts(self) -> list[dict[str, Any]]:
        """Where sources differ about an alliance."""
        accounts = self.told.content.accounts
        return [
            {
                "matter": row.cells[0],
                "followed": with_marks(str(row.cells[1])),
                "other": with_marks(str(row.cells[2])),
                "both": row.cells[3],
            }
            for row in accounts.told(accounts.of([self.node]), self.told.evidence)
        ]

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


def natural(locator: str) -> list[tuple[bool, int, str]]:
    """An order in which the tenth comes after the ninth.

    >>> sorted(["ref10", "ref9", "ref"], key=natural)
    ['ref', 'ref9', 'ref10']
    """
    found = re.findall(r"\d+|\D+", locator)
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in found]
