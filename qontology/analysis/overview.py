"""Alliances side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term
from ..tables import Table

__all__ = ["overview"]

LEAD = f"{terms.PREFIXES['role']}lead"
# Of all that is counted, what tells the size of an alliance.
SIZES = tuple(f"{terms.PREFIXES['counted']}{name}" for name in ("member", "founding-company", "partner"))
NOT_STATED = Text("–", "—")


class Fact(NamedTuple):
    """One row of the query ``compare/overview``."""

    alliance: NamedNode
    attribute: str
    thing: NamedNode
    value: str
    detail: str | None
    as_of: str | None


class Overview:
    """The facts of the query, and how each attribute is told in a cell."""

    def __init__(self, graph: KnowledgeGraph, language: Language) -> None:
        self.language: Language = "zh" if language == "zh" else "en"
        self.names = graph.names
        self.facts = [fact(row) for row in graph.query("compare/overview", language=self.language).rows]
        self.alliances = sorted(
            dict.fromkeys(fact.alliance for fact in self.facts),
            key=lambda alliance: (self.joined(alliance, terms.founding), alliance.value),
        )

    def of(self, alliance: NamedNode, attribute: str) -> list[Fact]:
        """The facts of one alliance about one attribute, in the order of the query."""
        return [fact for fact in self.facts if (fact.alliance, fact.attribute) == (alliance, attribute)]

    def joined(self, alliance: NamedNode, attribute: str) -> str:
        """The values with commas between."""
        return self.listed(fact.value for fact in self.of(alliance, attribute))

    def lead(self, alliance: NamedNode, attribute: str) -> str:
        """The shortest names of those who lead, so that acronyms stand for long names."""
        return self.listed(self.names.short(fact.thing, self.language) for fact in self.of(alliance, attribute))

    def sizes(self, alliance: NamedNode, attribute: str) -> str:
        """How many members a source gives, each number with what it counts and as of when."""
        template = "{value}（{detail}，{as_of}）" if self.language == "zh" else "{value} ({detail}, {as_of})"
        found = [fact for fact in self.of(alliance, attribute) if fact.thing.value in SIZES]
        return self.listed(template.format(**fact._asdict()) for fact in found)

    def kinds(self, alliance: NamedNode, attribute: str) -> str:
        """How many bodies of each kind there are."""
        found = Counter(fact.detail or "" for fact in self.of(alliance, attribute))
        return self.listed(
            f"{kind} {number}" for kind, number in sorted(found.items(), key=lambda item: (-item[1], item[0]))
        )

    def number(self, alliance: NamedNode, attribute: str) -> str:
        """How many values there are."""
        return str(len(self.of(alliance, attribute)))

    def listed(self, texts: Iterable[str]) -> str:
        """Texts with commas between, or a dash where there are none."""
        found = list(texts)
        return ("、" if self.language == "zh" else ", ").join(found) or NOT_STATED.say(self.language)

    def shared_themes(self) -> list[tuple[str, set[NamedNode]]]:
        """The themes that goals of two alliances or more name, with those alliances; the most shared first."""
        found: dict[str, set[NamedNode]] = {}
        for fact in self.facts:
            if fact.attribute == terms.theme:
                found.setdefault(fact.value, set()).add(fact.alliance)
        shared = [(theme, alliances) for theme, alliances in found.items() if len(alliances) > 1]
        return sorted(shared, key=lambda item: (-len(item[1]), item[0]))


# The rows: what a row is called, which attribute it tells, and how.
ROWS = (
    (Text("place", "所在地"), terms.basedIn, Overview.joined),
    (Text("founded", "成立时间"), terms.founding, Overview.joined),
    (Text("formation", "组建模式"), terms.formationMode, Overview.joined),
    (Text("led by", "牵头机构"), LEAD, Overview.lead),
    (Text("members", "成员"), terms.count, Overview.sizes),
    (Text("bodies", "机构"), terms.bodyOf, Overview.kinds),
    (Text("goal themes", "目标主题数"), terms.theme, Overview.number),
)


def overview(graph: KnowledgeGraph, language: Language = "en") -> Table:
    """The alliances of the study as columns, in the order of their founding; attributes as rows.

    Below the attributes stands one row for each theme that the goals of two alliances or more name, with a dot in the
    columns of these. A dash says that the graph has nothing; it does not say that there is nothing. All comes from the
    query ``compare/overview``; cells are plain literals in one language.

    >>> from qontology import load
    >>> table = overview(load())
    >>> [row[0].value for row in table.rows[:3] if row[0]]
    ['place', 'founded', 'formation']
    """
    found = Overview(graph, language)
    rows = [
        [label.say(found.language), *(tell(found, alliance, attribute) for alliance in found.alliances)]
        for label, attribute, tell in ROWS
    ]
    rows += [
        [theme, *("●" if alliance in alliances else "" for alliance in found.alliances)]
        for theme, alliances in found.shared_themes()
    ]
    return Table(
        ("", *(graph.names.short(alliance, found.language) for alliance in found.alliances)),
        [[Literal(cell) for cell in row] for row in rows],
    )


def fact(row: tuple[Term | None, ...]) -> Fact:
    """A row of the query as plain text."""
    alliance, attribute, thing, value, detail, as_of = row
    if not (isinstance(alliance, NamedNode) and isinstance(thing, NamedNode) and attribute and value):
        raise TypeError("compare/overview gives an alliance, an attribute, a thing and a value in every row")
    return Fact(
        alliance, attribute.value, thing, value.value, detail.value if detail else None, as_of.value if as_of else None
    )
