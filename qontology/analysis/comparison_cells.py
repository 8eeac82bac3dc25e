"""What one cell of a comparison tells: values with their details, signs, rival accounts, or why there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..language import Text
from ..namespaces import Term
from ..telling.evidence import Cited, Evidence, notes_of
from ..telling.facts import Facts
from ..telling.rows import Fact, grouped
from ..telling.words import Words
from .attributes import AGENTS, Attribute

__all__ = ["NONE", "NOT_STATED", "UNKNOWN", "ComparisonCells"]

STATES = {
    "open": Text("the source leaves its list open", "来源未列尽"),
    "closed": Text("its list is complete", "来源所列完整"),
}
RIVAL = Text("by another source", "另有来源如此称")
UNKNOWN = Text("unknown", "未知")
NONE = Text("none", "无")
NOT_STATED = Text("not stated", "未说明")
NOT_NAMED = Text("not named, {number} counted", "未列名，计有{number}")
MORE = Text("and {number} more", "另有{number}项")


class ComparisonCells:
    """The cells of some alliances, of what is known as of a date.

    A cell tells ``most`` values, without a number all; ``is_cut`` says whether one had more. With ``sources`` each
    value has its notes.
    """

    def __init__(
        self, words: Words, facts: Facts, alliances: list[NamedNode], *, sources: bool, most: int | None
    ) -> None:
        self.words = words
        self.evidence = Evidence(words)
        self.facts = facts
        self.alliances = alliances
        self.sources = sources
        self.most = most
        self.is_cut = False

    def difference(self, attribute: Attribute) -> str:
        """The sign for how far the alliances agree, as far as their values are known."""
        known = [{fact.value for fact in self.facts.of(alliance, attribute.iri)} for alliance in self.alliances]
        known = [values for values in known if values]
        if not attribute.common or len(known) < 2 or any(undecided(*pair) for pair in combinations(known, 2)):
            return ""
        if all(values == known[0] for values in known):
            return "="
        return "≈" if any(one & other for one, other in combinations(known, 2)) else "≠"

    def cell(self, alliance: NamedNode, attribute: Attribute) -> Cited:
        """The cell of an alliance: its values, the state of their list and what rivals say; or why there is none."""
        own = self.facts.of(alliance, attribute.iri)
        if not own:
            return Cited(self.absent(alliance, attribute))
        states = {row.state for row in self.facts.lists(alliance, attribute.iri)}
        ending = " …" if "open" in states else " ✓" if "closed" in states else ""
        items, more = self.items(own, attribute), []
        if self.most and len(items) > self.most:
            more = [self.words.say(*MORE.format(number=len(items) - self.most))]
            items, self.is_cut = items[: self.most], True
        text = self.words.listed([*(item.text for item in items), *more]) + ending
        rivals = self.items(self.facts.of(alliance, attribute.iri, rival=True), attribute)
        if rivals:
            others = self.words.listed(item.text for item in rivals)
            text += self.words.say(f"; but by another source {others}", f"；另有来源称{others}")
        return Cited(self.alone(text, own), notes_of(items + rivals))

    def values(self, alliance: NamedNode, attribute: Attribute) -> Iterator[tuple[Cited, str]]:
        """Each value of an alliance with what vouches for it, and a remark; or why there is none."""
        own = self.facts.of(alliance, attribute.iri)
        if not own:
            yield Cited(self.absent(alliance, attribute)), ""
            return
        states = {row.state for row in self.facts.lists(alliance, attribute.iri)}
        listing = next((self.words.say(*told) for state, told in STATES.items() if state in states), "")
        rivals = self.facts.of(alliance, attribute.iri, rival=True)
        for found, remark in ((own, listing), (rivals, self.words.say(*RIVAL))):
            for text, same in self.told(found, attribute):
                yield Cited(self.alone(text, same), self.evidence.of(fact.node for fact in same)), remark

    def items(self, found: list[Fact], attribute: Attribute) -> list[Cited]:
        """Each value once, with all its details, and with its notes where these are asked for."""
        return [
            self.evidence.cited(text, (fact.node for fact in same if self.sources))
            for text, same in self.told(found, attribute)
        ]

    def told(self, found: list[Fact], attribute: Attribute) -> Iterator[tuple[str, list[Fact]]]:
        """Each value once, with all its details, and the facts of it; numbers stand for themselves, even where they
        are equal."""
        by_value = grouped(found, lambda fact: fact.value if isinstance(fact.value, NamedNode) else fact.node)
        shared = {value for value in by_value if attribute.common and self.is_shared(value, attribute.iri)}
        for each in sorted(by_value, key=lambda value: value not in shared) if self.most else by_value:
            name, same = self.named(by_value[each], attribute)
            star = "*" if each in shared else ""
            details = [part for fact in same for part in self.details(fact)]
            yield self.words.bracketed(name + star, details), same

    def named(self, same: list[Fact], attribute: Attribute) -> tuple[str, list[Fact]]:
        """The name of a value, and the facts of it; a bound stands before its number, and not among what is told."""
        value = same[0].value
        if attribute.iri != terms.hasCount:
            return self.words.short(value) if attribute.iri in AGENTS else self.words.name(value), same
        number, rest = self.words.counted(value, (fact.qualifier for fact in same))
        qualifier = Literal(self.words.listed(rest)) if rest else None
        return number, [fact._replace(qualifier=qualifier) for fact in same]

    def alone(self, text: str, found: list[Fact]) -> str:
        """The text of some facts; one that is a date and no more is data, which pages put into words."""
        return self.words.datum(found[0].value) if text == self.words.name(found[0].value) else text

    def details(self, fact: Fact) -> list[str]:
        """What stands in brackets behind a value."""
        texts = [self.words.name(fact.detail), self.words.name(fact.qualifier)]
        if fact.when and fact.when != fact.value.value:
            texts.append(self.words.date(fact.when))
        if not fact.certain:
            texts.append(self.words.say("perhaps later", "可能更晚"))
        return texts

    def is_shared(self, value: Term, attribute: str) -> bool:
        """Whether two alliances or more have this value."""
        having = [a for a in self.alliances if any(fact.value == value for fact in self.facts.of(a, attribute))]
        return len(having) > 1

    def absent(self, alliance: NamedNode, attribute: Attribute) -> str:
        """Why a cell has no value: nothing is known, nothing is there, or the source does not say what it is."""
        about = self.facts.lists(alliance, attribute.iri)
        numbers = [row.number for row in about if row.number and not row.state]
        # A count may be younger than the date asked for.
        if self.facts.until or not about:
            text = UNKNOWN
        elif numbers:
            text = NONE if numbers == ["0"] else NOT_NAMED.format(number=numbers[0])
        else:
            text = NOT_STATED
        return text.say(self.words.language)


def undecided(some: set[Term], others: set[Term]) -> bool:
    """Whether two sets hold dates of which one is the coarser form of the other: 2021 may be 2021-06 or not."""
    dates = [(one.value, other.value) for one in some for other in others if isinstance(one, Literal)]
    return any(one != other and (one.startswith(other) or other.startswith(one)) for one, other in dates)
