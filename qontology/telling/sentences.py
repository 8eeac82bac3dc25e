"""Sentences about alliances: how many things one names, what it says of those of which nothing is known, its notes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..language import Text
from ..namespaces import Term
from .evidence import Evidence, runs
from .rows import Fact
from .words import Words

__all__ = ["FEW", "MOST", "Lead", "Sentences"]

ALLIANCES = Text("alliances", "家")
# A sentence names so many things; of more, the first few and how many there are.
MOST, FEW = 6, 3


class Lead(NamedTuple):
    """A sentence with its notes in brackets; their numbers; the sentence without them; and of that what makes a title:
    no stop, and nothing of what is not known."""

    text: str
    notes: tuple[int, ...]
    said: str
    title: str


class Sentences:
    """The wording of sentences about some alliances in one language."""

    def __init__(self, evidence: Evidence, alliances: Sequence[NamedNode], words: Words | None = None) -> None:
        self.evidence = evidence
        # A page in both languages has one list of notes, and its sentences one after the other.
        self.words = words or evidence.words
        self.alliances = alliances

    def date(self, when: str | None) -> str:
        """A date in words."""
        return self.words.date(when)

    def rest(self, found: Iterable[Fact], text: Text) -> str:
        """What is said of those of the alliances of which there is no such fact; nothing where there is one of all."""
        known = {fact.alliance for fact in found}
        others = [each for each in self.alliances if each not in known]
        return self.words.say(*text.format(names=self.names(others))) if others else ""

    def lead(self, text: Text, nodes: Iterable[Term], rest: str = "") -> Lead:
        """A sentence with its notes behind what they vouch for, then what is not known."""
        notes, said = self.evidence.of(nodes), self.words.say(*text)
        # What ends in dots needs no stop.
        stop = "" if said.endswith(("…", "……")) and not rest else self.words.marks.stop
        return Lead(said + spans(notes) + rest + stop, notes, said + rest + stop, said)

    def verb(self, having: Collection[object]) -> str:
        """The verb of an English sentence."""
        return " is" if len(having) == 1 else " are"

    def names(self, things: Collection[Term], kind: Text = ALLIANCES) -> str:
        """Things by name; of many how many there are, and the first few."""
        if len(things) <= MOST:
            return self.listed(things)
        if self.words.language == "zh":
            return f"{self.listed(things, dots=False)}等{len(things)}{kind.zh}"
        return f"{len(things)} {kind.en} ({self.listed(things)})"

    def listed(self, things: Collection[Term], *, dots: bool = True) -> str:
        """Alliances by their short names, anything else by name, one after another; of many the first few."""
        names = [self.words.short(each) if each in self.alliances else self.words.name(each) for each in things]
        shown = names if len(names) <= MOST else names[:FEW]
        # Names may have an "and" or a comma of their own.
        parted = any(", " in name or " and " in name for name in shown)
        mark = self.words.marks.semicolon if parted else self.words.marks.enumeration
        return mark.join(shown + ["…"] * (dots and len(shown) < len(names)))


def spans(notes: Sequence[int]) -> str:
    """The numbers of notes as they stand behind a sentence, which may rest on many.

    >>> spans((2, 3, 4, 7))
    ' [2–4, 7]'
    """
    parts = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs(notes)]
    return f" [{', '.join(parts)}]" if parts else ""
