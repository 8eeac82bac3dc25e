"""A whole study in one language, before it becomes a page."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from ..knowledge import KnowledgeGraph
from ..language import Language
from ..telling.evidence import Evidence
from ..telling.words import Words
from . import texts
from .chapter import Chapter
from .comparisons import Comparisons
from .drawing import Picture, draw
from .tables import tables

__all__ = ["Part", "Study"]


class Part(NamedTuple):
    """A heading with the chapters below it."""

    title: str
    chapters: tuple[Chapter, ...]


class Study:
    """The parts of a study, the texts of its notes (numbered from 1), and its pictures by the name of their chapter.

    A study is in one language, ``en`` or ``zh``; :func:`qontology.report.files` makes it in both. One that is not
    ``illustrated`` has no pictures, and needs nothing that draws.

    >>> from qontology import load
    >>> [part.title for part in Study(load(), "en").parts]
    ['The tables of the study', 'Comparisons']
    """

    def __init__(self, graph: KnowledgeGraph, language: Language, *, illustrated: bool = True) -> None:
        evidence = Evidence(Words(graph, language))
        self.language: Language = language
        self.illustrated = illustrated
        self.parts = (
            Part(texts.STUDY.say(language), tuple(tables(evidence))),
            Part(texts.COMPARISONS.say(language), tuple(Comparisons(evidence))),
        )
        self.notes = tuple(evidence.notes)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters of all parts."""
        return tuple(chapter for part in self.parts for chapter in part.chapters)

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """The pictures, drawn when they are first asked for.

        :raises InputError: where the extra ``plot`` is not installed.
        """
        shown = self.chapters if self.illustrated else ()
        return {each.name: draw(each.data, self.language) for each in shown if each.data}
