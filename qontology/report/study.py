"""A whole study in one language, before it becomes a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import __version__
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.dates import date_in_words, is_date
from ..telling.rows import rows
from ..telling.sentences import Lead
from . import texts
from .chapter import Chapter
from .comparisons import comparisons
from .drawing import Caption, Picture, draw
from .scope import Scope, compared
from .tables import tables

__all__ = ["Part", "Study"]

# A line of sources names so many; of more, the first and how many there are.
MOST_SOURCES = 3


class Part(NamedTuple):
    """A heading with the chapters below it."""

    title: str
    chapters: tuple[Chapter, ...]


class Dated(NamedTuple):
    """One row of ``evidence/source-details``: when a document is of, and when it was read."""

    document: NamedNode
    date: str = ""
    accessed: str = ""


class Study:
    """What a report says in one language: front, findings, parts, the texts of its notes (numbered from 1), and its
    pictures by the name of their chapter.

    Without ``names`` it is about the alliances that a study tells of and the user's own; ``as_of`` leaves out what came
    certainly later. A study is in one language, ``en`` or ``zh``; :func:`qontology.report.files` makes it in both. One
    that is not ``illustrated`` has no pictures, and needs nothing that draws.

    >>> from qontology import load
    >>> study = Study(load(), "en", ["QUTAC", "QIC"])
    >>> [part.title for part in study.parts]
    ['Comparisons', 'The tables of the study']
    >>> study.findings[0].said
    'Of these 2 alliances, 2 are company-led (QIC, QUTAC).'

    :raises InputError: for what is no alliance or no date, or where none of them had been founded by then.
    """

    def __init__(
        self,
        graph: KnowledgeGraph,
        language: Language,
        names: Iterable[str] = (),
        *,
        as_of: str | None = None,
        illustrated: bool = True,
    ) -> None:
        scope = Scope(graph, language, names, as_of)
        self.scope = scope
        self.language: Language = language
        self.illustrated = illustrated
        chapters = tuple(comparisons(scope))
        of_study = any(alliance in scope.alliances for alliance in compared(graph))
        behind = tuple(tables(scope)) if of_study else ()
        parts = (Part(texts.COMPARISONS.say(language), chapters), Part(texts.STUDY.say(language), behind))
        self.parts = tuple(part for part in parts if part.chapters)
        self.findings = tuple(self._findings(chapters))
        self.notes = tuple(scope.evidence.notes)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters of all parts."""
        return tuple(chapter for part in self.parts for chapter in part.chapters)

    @property
    def illustrations(self) -> dict[str, str]:
        """What the picture of each chapter that has one is called: Figure 1, Figure 2."""
        shown = [each.name for each in self.chapters if each.data is not None] if self.illustrated else []
        return {name: self.say(texts.FIGURE.format(number=number)) for number, name in enumerate(shown, 1)}

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """The pictures, drawn when they are first asked for.

        :raises InputError: where the extra ``plot`` is not installed.
        """
        numbers = self.illustrations
        return {
            each.name: draw(each.data, self.caption(each, numbers[each.name]), self.language)
            for each in self.chapters
            if each.name in numbers and each.data is not None
        }

    def caption(self, chapter: Chapter, number: str) -> Caption:
        """What is written around the picture of a chapter."""
        title = chapter.lead.title if chapter.lead else chapter.table.title
        return Caption(title, chapter.table.title, self.foot(chapter), number)

    def foot(self, chapter: Chapter) -> str:
        """Sources, date and licence of a picture in one line."""
        named = chapter.sources[:MOST_SOURCES]
        more = len(chapter.sources) - len(named)
        listed = self.scope.words.marks.semicolon.join(named)
        if more:
            listed += self.say(Text(f" and {more} more", f"等{len(chapter.sources)}个"))
        return "  |  ".join(filter(None, (self.say(texts.SOURCE) + listed if listed else "", self.made)))

    @property
    def made(self) -> str:
        """What stands at every foot: the date of the data, what made it, and the licence."""
        return "  |  ".join(filter(None, (self.date, f"Qontology {__version__}, CC BY 4.0")))

    @cached_property
    def day(self) -> str:
        """The date of the newest thing that was read: a year, a month or a day; empty where no source has one."""
        cited = set(self.scope.evidence.sources)
        details = [row for row in rows(self.scope.graph, "evidence/source-details", Dated) if row.document in cited]
        return max((date for row in details for date in (row.date, row.accessed) if is_date(date)), default="")

    @property
    def date(self) -> str:
        """The date of the data in words, and as of when they are told."""
        day = date_in_words(self.day)
        known = Text(f"data of {day.en}", f"数据截至{day.zh}") if self.day else Text("", "")
        if self.scope.until:
            until = date_in_words(self.scope.until)
            told = Text(f"as of {until.en}", f"截至{until.zh}")
            known = Text(", ".join(filter(None, (told.en, known.en))), "，".join(filter(None, (told.zh, known.zh))))
        return self.say(known)

    @property
    def front(self) -> Iterator[tuple[str, str]]:
        """What stands on the title page: each with what it is."""
        scope, marks = self.scope, self.scope.words.marks
        yield self.say(texts.ALLIANCES), marks.enumeration.join(map(scope.name, scope.alliances))
        if scope.later:
            later = (
                scope.words.bracketed(scope.words.short(each), [scope.words.date(when)])
                for each, when in scope.later.items()
            )
            yield self.say(texts.LATER), marks.enumeration.join(later)
        if scope.until:
            yield self.say(texts.AS_OF), scope.words.date(scope.until)
        if self.day:
            yield self.say(texts.DATE), scope.words.date(self.day)
        yield self.say(texts.RESTS_ON), self.say(scope.evidence.extent())
        yield self.say(texts.LICENCE), self.say(texts.CC)
        cited = Text(
            f"The editors of Qontology: {texts.TITLE.en}. Qontology {__version__}, {self.date}.",
            f"Qontology编者：{texts.TITLE.zh}，Qontology {__version__}，{self.date}。",
        )
        yield self.say(texts.CITE), self.say(cited)

    def say(self, text: Text) -> str:
        """The text in the language of the study."""
        return text.say(self.language)

    def _findings(self, chapters: Iterable[Chapter]) -> Iterator[Lead]:
        """The sentences of the chapters, each once."""
        leads = [chapter.lead for chapter in chapters if chapter.lead]
        leads += [*self.scope.leads.initiatives()]
        yield from {lead.said: lead for lead in leads}.values()
