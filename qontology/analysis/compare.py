"""Alliances side by side."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..engine import Term
from ..graph import KnowledgeGraph
from ..language import Language, Text
from ..table import Table

__all__ = ["overview"]

LEAD = f"{terms.PREFIXES['role']}lead"

# The rows of the comparison: the attribute of the query compare/overview, and how the row is called.
ROWS = (
    (terms.basedIn, Text("place", "所在地")),
    (terms.founding, Text("founded", "成立时间")),
    (terms.formationMode, Text("formation", "组建模式")),
    (LEAD, Text("led by", "牵头机构")),
    (terms.count, Text("members", "成员")),
    (terms.bodyOf, Text("bodies", "机构")),
    (terms.theme, Text("goal themes", "目标主题")),
)
NOT_STATED = Text("–", "—")


def overview(graph: KnowledgeGraph, language: Language = "en") -> Table:
    """The alliances of the study as columns, their attributes as rows; cells hold text, a dash where nothing is stated.

    Everything comes from the query ``compare/overview``. Numbers stand with what they count and as of when.

    >>> from qontology import load
    >>> table = overview(load())
    >>> [str(row[0].value) for row in table.rows][:3]
    ['place', 'founded', 'formation']
    """
    spoken: Language = "en" if language == "both" else language
    cells: dict[tuple[str, str], list[str]] = {}
    alliances: list[NamedNode] = []
    for alliance, attribute, *value in graph.query("compare/overview", language=spoken).rows:
        if isinstance(alliance, NamedNode) and attribute is not None:
            if alliance not in alliances:
                alliances.append(alliance)
            cells.setdefault((alliance.value, attribute.value), []).append(told(value, spoken))
    comma = "、" if spoken == "zh" else ", "
    rows = [
        [
            Literal(label.say(spoken)),
            *(
                Literal(comma.join(cells.get((alliance.value, attribute), [NOT_STATED.say(spoken)])))
                for alliance in alliances
            ),
        ]
        for attribute, label in ROWS
    ]
    return Table(("", *(graph.names.short(alliance) for alliance in alliances)), rows)


def told(value: list[Term | None], language: Language) -> str:
    """A value with what it counts and as of when."""
    first, *rest = [term.value for term in value if term is not None]
    if not rest:
        return first
    counted, *times = rest
    if language == "zh":
        return f"{first}（{counted}{''.join(f'，{time}' for time in times)}）"
    return f"{first} ({counted}{''.join(f', {time}' for time in times)})"
