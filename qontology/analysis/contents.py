"""What a graph has: how many things of each kind, alliances by mode, sources by kind, and from when until when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.dates import date_in_words
from ..telling.evidence import Evidence
from ..telling.rows import rows
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words

__all__ = ["contents"]

TITLE = Text("What is in the graph", "图谱内容")
COLUMNS = (Text("about", "类别"), Text("what", "内容"), Text("number", "数量"))
THINGS = Text("things", "事物")
MODES = Text("alliances by formation mode", "联盟（按组建模式）")
SOURCES = Text("sources by kind", "来源（按类型）")
DATES = Text("dates of the sources", "来源日期")
TRIPLES = Text("triples", "三元组")
UNASSESSED = Text("assessed by nobody", "无人判定")
UNTIL = Text("{first} to {last}", "{first}至{last}")
PUBLISHED, READ = Text("published: {when}", "发布：{when}"), Text("read: {when}", "查阅：{when}")
REMARK = Text(
    "A kind counts the kinds below it, so that the numbers have no sum. An alliance that two assess counts twice.",
    "上位类的数量含其下位类，各数不可相加。有两方判定组建模式的联盟各计一次。",
)


class Kind(NamedTuple):
    """One row of ``core/kinds``."""

    kind: NamedNode
    name: str
    things: int


class Assessed(NamedTuple):
    """One row of ``formation/modes``."""

    alliance: NamedNode
    mode: NamedNode
    mode_name: str
    claimant: NamedNode
    name: str
    source: str | None


class DatedSource(NamedTuple):
    """One row of ``evidence/source-details``."""

    document: NamedNode
    name: str
    kind: str
    publisher: str | None
    date: str | None
    written: str | None
    accessed: str | None
    address: NamedNode | None


def contents(graph: KnowledgeGraph, language: Language = "en") -> AnnotatedTable:
    """How much the graph has of what, as a table with a number in each row.

    >>> from qontology import load
    >>> contents(load()).rows[0].cells[0]
    'triples'
    """
    return in_languages(lambda tongue: contents_of(Words(graph, tongue)), language)


def contents_of(words: Words) -> AnnotatedTable:
    """The table of :func:`contents` in one language."""
    graph, language = words.graph, words.language
    kinds = rows(graph, "core/kinds", Kind, language=language)
    kinds.sort(key=lambda each: (-each.things, each.kind.value))
    things = [(words.say(*TRIPLES), len(graph)), *((each.name, each.things) for each in kinds)]
    assessed = rows(graph, "formation/modes", Assessed, language=language)
    modes = [each.mode_name for each in assessed] + [words.say(*UNASSESSED)] * len(
        graph.query("formation/without-mode", language=language)
    )
    documents = rows(graph, "evidence/source-details", DatedSource, language=language)
    dates = ((PUBLISHED, [each.date for each in documents]), (READ, [each.accessed for each in documents]))
    spans = [
        (words.say(*how.format(when=span(known))), len(known))
        for how, found in dates
        if (known := [*filter(None, found)])
    ]
    groups = (
        (THINGS, things),
        (MODES, Counter(modes).most_common()),
        (SOURCES, Counter(each.kind for each in documents).most_common()),
        (DATES, spans),
    )
    body = [Row(words.say(*group), cells) for group, counted in groups for cells in counted]
    return annotated(Evidence(words), TITLE, COLUMNS, body, [REMARK])


def span(dates: Iterable[str]) -> Text:
    """The first and the last of some dates."""
    ordered = sorted(dates)
    first, last = date_in_words(ordered[0]), date_in_words(ordered[-1])
    return first if first == last else UNTIL.format(first=first, last=last)
