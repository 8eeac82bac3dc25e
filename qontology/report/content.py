"""A whole report in one language, before it becomes a page."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from .. import __version__
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from .comparisons import Comparisons
from .drawing import Picture, draw
from .notes import Notes
from .section import Section
from .study import study

__all__ = ["Part", "Report", "Wording"]


class Wording:
    """What every page says, whatever the graph holds."""

    TITLE = Text("Quantum industry alliances compared", "量子产业联盟比较报告")
    ABOUT = Text(
        "Every table and every picture is the answer of a question to the knowledge graph; the name of the question"
        " stands below the title. Numbers in the last column lead to the passages on which a row rests. A dash says"
        " that the graph knows of nothing, not that there is nothing: sources seldom tell all.",
        "每张表、每幅图都是对知识图谱的查询结果，查询名列于标题之下。末栏的编号指向该行所依据的出处。"
        "横线表示图谱中没有记载，并不表示实际没有：来源很少穷尽所有内容。",
    )
    STUDY = Text("The tables of the study", "研究中的表格")
    COMPARISONS = Text("Comparisons", "比较")
    NOTES = Text("Sources", "出处")
    SOURCES = Text("sources", "出处")
    QUERY = Text("query", "查询")
    OTHER = Text("中文", "English")
    MADE = Text(f"Made by qontology {__version__}.", f"由 qontology {__version__} 生成。")


class Part(NamedTuple):
    """A heading with the sections below it."""

    title: str
    sections: tuple[Section, ...]


class Report:
    """The parts of a report, the texts of its notes (numbered from 1), and its pictures by the name of their section.

    A report is in one language, ``en`` or ``zh``; :func:`qontology.report.files` makes it in both.

    >>> from qontology import load
    >>> [part.title for part in Report(load(), "en").parts]
    ['The tables of the study', 'Comparisons']
    """

    def __init__(self, graph: KnowledgeGraph, language: Language) -> None:
        notes = Notes(graph, language)
        self.language = language
        self.parts = (
            Part(Wording.STUDY.say(language), tuple(study(graph, language, notes))),
            Part(Wording.COMPARISONS.say(language), tuple(Comparisons(graph, language, notes))),
        )
        self.notes = tuple(notes.texts)

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """The pictures, drawn when they are first asked for.

        :raises InputError: where the extra ``plot`` is not installed.
        """
        sections = [section for part in self.parts for section in part.sections]
        return {section.name: draw(section.figure.data, self.language) for section in sections if section.figure}
