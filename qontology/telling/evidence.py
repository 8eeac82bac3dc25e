"""Evidence: the passages and reasons on which statements rest, cited in one way and numbered as they are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode, Triple

from ..characters import visible, wrap
from ..language import Text
from ..namespaces import Term
from .locators import WHOLE, place_in_words
from .rows import grouped, rows
from .words import Words

__all__ = ["Cited", "Evidence", "counted", "marks", "notes_of", "numbered_lines", "runs"]


class Cited(NamedTuple):
    """A text, and the numbers of the notes on which it rests."""

    text: str
    notes: tuple[int, ...] = ()


class Ground(NamedTuple):
    """One row of ``evidence/grounds``: on which passage of a document a node rests, or on whose reason."""

    node: Term | Triple
    document: NamedNode | None
    locator: str | None
    claimant: NamedNode | None
    reason: str | None


# A document and where in it; or none, and a reason in the words of its claimant.
Place = tuple[NamedNode | None, str]


class Evidence:
    """The notes of one page, numbered from 1, and their ``places``: of each its source and locator, or ``None`` and a
    reason. Passages of two documents are two notes, even where these have one name.

    >>> from qontology import load
    >>> graph = load()
    >>> evidence = Evidence(Words(graph, "en"))
    >>> evidence.cite(["table5/row1/col2", "sec2.2/p2"]), evidence.cite(["sec2.2/p2"])
    ((1, 2), (2,))
    >>> evidence.notes[0]
    'the comparative study of 2022: table 5, row 1, column 2'
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self.notes: list[str] = []
        self.places: list[Place] = []
        self._numbered: dict[Place, int] = {}

    def anew(self) -> Evidence:
        """The evidence of another page of the same graph, without notes so far."""
        other = Evidence(self.words)
        other._grounds = self._grounds
        return other

    def of(self, nodes: Iterable[Term | Triple | None]) -> tuple[int, ...]:
        """The numbers of the notes for all on which these nodes rest, in order and each once."""
        return self._numbers(self._place(ground) for node in nodes if node for ground in self._grounds.get(node, ()))

    def rests_on(self, node: Term, documents: Collection[NamedNode]) -> bool:
        """Whether a passage of one of these documents vouches for a node."""
        return any(ground.document in documents for ground in self._grounds.get(node, ()))

    def cite(self, locators: Iterable[str | None]) -> tuple[int, ...]:
        """The numbers of the notes for these places; one may also be a row or a cell that holds passages."""
        return self._numbers((self._source(locator), locator) for locator in locators if locator)

    def cited(self, text: str, nodes: Iterable[Term | Triple | None]) -> Cited:
        """The text with the numbers of the notes for these nodes in brackets behind it."""
        notes = self.of(nodes)
        return Cited(text + marks(notes), notes)

    @property
    def sources(self) -> tuple[NamedNode, ...]:
        """The documents on which the notes rest, in the order in which they were first asked for."""
        return self.sources_of(range(1, len(self.notes) + 1))

    def sources_of(self, notes: Iterable[int]) -> tuple[NamedNode, ...]:
        """The documents on which the notes of these numbers rest, each once."""
        found = (self.places[note - 1][0] for note in notes)
        return tuple(dict.fromkeys(source for source in found if source))

    def extent(self) -> Text:
        """On how much all that was asked for rests: passages, sources, and reasons that somebody gives."""
        passages = sum(bool(source) for source, _ in self.places)
        # A page in both languages has each reason in both.
        reasons = (len(self.notes) - passages) // (2 if self.words.language == "both" else 1)
        sources = len(self.sources)
        return Text(
            f"{counted(passages, 'passage')} of {counted(sources, 'source')}"
            + (f" and {counted(reasons, 'stated reason')}" if reasons else ""),
            f"{sources}个来源的{passages}处出处" + (f"以及{reasons}条推断理由" if reasons else ""),
        )

    def _numbers(self, places: Iterable[Place]) -> tuple[int, ...]:
        return tuple(sorted({self._number(place) for place in places}))

    def _number(self, place: Place) -> int:
        if place not in self._numbered:
            self.places.append(place)
            self.notes.append(self._text(place))
            self._numbered[place] = len(self.notes)
        return self._numbered[place]

    def _text(self, place: Place) -> str:
        source, locator = place
        if source is None:
            return locator
        name = self.words.name(source)
        if locator == WHOLE:
            return name
        return f"{name}{self.words.marks.place}{place_in_words(locator).say(self.words.language)}"

    def _place(self, ground: Ground) -> Place:
        if ground.document and ground.locator:
            return ground.document, ground.locator
        return None, f"{self.words.name(ground.claimant)}{self.words.marks.colon}{ground.reason}"

    def _source(self, locator: str) -> NamedNode | None:
        grounds = (ground for found in self._grounds.values() for ground in found if ground.locator)
        return next((ground.document for ground in grounds if f"{ground.locator}/".startswith(f"{locator}/")), None)

    @cached_property
    def _grounds(self) -> dict[Term | Triple, list[Ground]]:
        found = rows(self.words.graph, "evidence/grounds", Ground, language=self.words.language)
        return grouped(found, lambda ground: ground.node)


def counted(number: int, noun: str) -> str:
    """A number with its English noun.

    >>> counted(1, "source"), counted(2, "source")
    ('1 source', '2 sources')
    """
    return f"{number} {noun}{'s' * (number != 1)}"


def notes_of(cited: Iterable[Cited]) -> tuple[int, ...]:
    """The numbers of all notes of these, in order."""
    return tuple(sorted({number for one in cited for number in one.notes}))


def marks(notes: Iterable[int]) -> str:
    """The numbers of notes as they stand behind a text.

    >>> marks((1, 4)), marks(())
    (' [1, 4]', '')
    """
    numbers = ", ".join(map(str, notes))
    return f" [{numbers}]" if numbers else ""


def runs(notes: Iterable[int]) -> list[list[int]]:
    """The numbers of notes, those that follow one another together.

    >>> runs((2, 3, 4, 7))
    [[2, 3, 4], [7]]
    """
    found: list[list[int]] = []
    for note in notes:
        if found and note == found[-1][-1] + 1:
            found[-1].append(note)
        else:
            found.append([note])
    return found


def numbered_lines(notes: Iterable[str], columns: int) -> list[str]:
    """Notes with their numbers, as lines of at most so many columns.

    >>> print("\\n".join(numbered_lines(["the study: table 1, row 5, column 2"], 30)))
      [1] the study: table 1, row
          5, column 2
    """
    lines = []
    for number, note in enumerate(notes, 1):
        first, *rest = wrap(visible(note), columns - 6)
        lines += [f"{f'[{number}]':>5} {first}", *(" " * 6 + line for line in rest)]
    return lines
