"""The alliances of the study at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.evidence import Evidence
from ..telling.facts import Facts
from ..telling.leads import Leads
from ..telling.rows import grouped, rows
from ..telling.tables import AnnotatedTable, Row, annotated
from ..telling.words import Words
from .arguments import studies

__all__ = ["overview"]

LEAD = f"{terms.PREFIXES['role']}lead"
TITLE = Text("The alliances at a glance", "联盟概览")
UNKNOWN = Text("unknown", "未知")
REMARK = Text(
    "● its goals name this theme, an empty cell: those that are known do not, ?: none of its goals is known. unknown:"
    " the study does not tell, which does not mean that there is none; other sources may.",
    "● 其目标提出该主题；空格：已知目标未提出；? 目标未知。未知：该研究未提及，不等于没有，其他来源可能有载。",
)
# Of all that is counted, what tells the size of an alliance.
SIZES = tuple(f"{terms.PREFIXES['counted']}{name}" for name in ("member", "founding-company", "partner"))


class Feature(NamedTuple):
    """One row of ``compare/overview``."""

    alliance: NamedNode
    attribute: str
    thing: NamedNode
    value: str
    detail: str = ""
    as_of: str = ""


def kinds(found: list[Feature], words: Words) -> list[str]:
    """How many bodies of each kind there are, the most frequent first; what is a body and no more is another one."""
    plain = words.name(NamedNode(terms.Body))
    other = words.say("other body", "其他内设机构")
    counted = Counter(other if feature.detail == plain else feature.detail for feature in found)
    order = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [words.bracketed(kind, [str(number)]) for kind, number in order]


def sizes(found: list[Feature], words: Words) -> list[str]:
    """How many members a source gives, each number with what it counts and as of when."""
    return [
        words.bracketed(each.value, [each.detail, words.date(each.as_of)])
        for each in found
        if each.thing.value in SIZES
    ]


def overview(graph: KnowledgeGraph, language: Language = "en") -> AnnotatedTable:
    """The alliances of the study as columns, in the order of their founding; attributes as rows.

    Below the attributes stands one row for each theme that the goals of two alliances or more name, with a dot in the
    columns of these. What is unknown is said to be; where a goal is known and does not name a theme, the cell is empty.
    The rows come from the query ``compare/overview``; there is no room for both languages, which give it in English.

    >>> from qontology import load
    >>> [row.group for row in overview(load()).rows[:3]]
    ['place', 'founded', 'formation']
    """
    words = Words(graph, "zh" if language == "zh" else "en")
    features = rows(graph, "compare/overview", Feature, language=words.language)
    own = grouped(features, lambda each: (each.alliance, each.attribute))
    founded = {each.alliance: each.value for each in features if each.attribute == terms.hasFounding}
    alliances = sorted({each.alliance for each in features}, key=lambda each: (founded.get(each, "–"), each.value))

    def row(label: Text, attribute: str, tell: Callable[[list[Feature]], list[str]]) -> Row:
        told = (words.marks.enumeration.join(tell(own.get((alliance, attribute), []))) for alliance in alliances)
        return Row(words.say(*label), tuple(text or words.say(*UNKNOWN) for text in told))

    def values(found: list[Feature]) -> list[str]:
        return [each.value for each in found]

    attributes = (
        row(Text("place", "所在地"), terms.basedIn, values),
        row(Text("founded", "成立时间"), terms.hasFounding, values),
        row(Text("formation", "组建模式"), terms.formationMode, values),
        # Acronyms stand for long names.
        row(Text("led by", "牵头方"), LEAD, lambda found: [words.short(each.thing) for each in found]),
        row(Text("members", "成员"), terms.hasCount, lambda found: sizes(found, words)),
        row(Text("bodies", "内设机构"), terms.bodyOf, lambda found: kinds(found, words)),
        row(Text("goal themes", "目标主题数"), terms.theme, lambda found: [str(len(found))]),
    )
    themes = grouped((each for each in features if each.attribute == terms.theme), lambda each: each.value)
    having = {theme: {each.alliance for each in found} for theme, found in themes.items()}
    shared = sorted((theme for theme in having if len(having[theme]) > 1), key=lambda each: (-len(having[each]), each))
    aimless = {each for each in alliances if (each, terms.theme) not in own}
    dots = (
        Row(theme, tuple("●" if each in having[theme] else "?" * (each in aimless) for each in alliances))
        for theme in shared
    )
    evidence = Evidence(words)
    leads = Leads(evidence, Facts(graph), alliances)
    # The rows below have the numbers of the study; other sources have later ones.
    told = [*leads.modes(), *leads.themes(), *leads.members_in(studies(graph))]
    columns = ("", *map(words.short, alliances))
    return annotated(evidence, TITLE, columns, (*attributes, *dots), [REMARK], leads=told)
