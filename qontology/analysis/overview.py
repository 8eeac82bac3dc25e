"""The alliances of the study at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.rows import rows
from ..telling.tables import AnnotatedTable, Row
from ..telling.words import Words

__all__ = ["overview"]

LEAD = f"{terms.PREFIXES['role']}lead"
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


def values(found: list[Feature], words: Words) -> list[str]:
    """The values as they are."""
    return [feature.value for feature in found]


def leads(found: list[Feature], words: Words) -> list[str]:
    """The shortest names of those who lead, so that acronyms stand for long names."""
    return [words.short(feature.thing) for feature in found]


def sizes(found: list[Feature], words: Words) -> list[str]:
    """How many members a source gives, each number with what it counts and as of when."""
    return [words.bracketed(each.value, [each.detail, each.as_of]) for each in found if each.thing.value in SIZES]


def kinds(found: list[Feature], words: Words) -> list[str]:
    """How many bodies of each kind there are, the most frequent first."""
    counted = Counter(feature.detail for feature in found)
    return [f"{kind} {number}" for kind, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


def number(found: list[Feature], words: Words) -> list[str]:
    """How many values there are."""
    return [str(len(found))]


# The rows: what a row is called, which attribute it tells, and how.
ROWS = (
    (Text("place", "所在地"), terms.basedIn, values),
    (Text("founded", "成立时间"), terms.founding, values),
    (Text("formation", "组建模式"), terms.formationMode, values),
    (Text("led by", "牵头机构"), LEAD, leads),
    (Text("members", "成员"), terms.count, sizes),
    (Text("bodies", "机构"), terms.bodyOf, kinds),
    (Text("goal themes", "目标主题数"), terms.theme, number),
)


def overview(graph: KnowledgeGraph, language: Language = "en") -> AnnotatedTable:
    """The alliances of the study as columns, in the order of their founding; attributes as rows.

    Below the attributes stands one row for each theme that the goals of two alliances or more name, with a dot in the
    columns of these. A dash says that the graph has nothing; it does not say that there is nothing. All comes from the
    query ``compare/overview``; there is no room for both languages, which give it in English.

    >>> from qontology import load
    >>> [row.group for row in overview(load()).rows[:3]]
    ['place', 'founded', 'formation']
    """
    words = Words(graph, "zh" if language == "zh" else "en")
    features: dict[NamedNode, dict[str, list[Feature]]] = {}
    themes: dict[str, set[NamedNode]] = {}
    for feature in rows(graph, "compare/overview", Feature, language=words.language):
        features.setdefault(feature.alliance, {}).setdefault(feature.attribute, []).append(feature)
        if feature.attribute == terms.theme:
            themes.setdefault(feature.value, set()).add(feature.alliance)

    def cell(alliance: NamedNode, attribute: str, tell: Callable[[list[Feature], Words], list[str]]) -> str:
        return words.marks.enumeration.join(tell(features[alliance].get(attribute, []), words)) or words.marks.dash

    alliances = sorted(features, key=lambda each: (cell(each, terms.founding, values), each.value))
    attributes = (
        Row(words.say(*label), tuple(cell(alliance, attribute, tell) for alliance in alliances))
        for label, attribute, tell in ROWS
    )
    shared = sorted((theme for theme in themes if len(themes[theme]) > 1), key=lambda each: (-len(themes[each]), each))
    dots = (Row(theme, tuple("●" if each in themes[theme] else "" for each in alliances)) for theme in shared)
    title = words.say("The alliances at a glance", "联盟概览")
    return AnnotatedTable(title, ("", *map(words.short, alliances)), (*attributes, *dots), ())
