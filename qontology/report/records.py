"""Records: the rows of the questions that a study asks, and the order in which alliances stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from pyoxigraph import NamedNode

from ..analysis.arguments import studied
from ..analysis.timeline import Happening
from ..knowledge import KnowledgeGraph
from ..telling.rows import rows
from ..telling.words import Words

__all__ = ["Record", "about_study", "ask", "compared", "ordered", "organization"]


class Record(NamedTuple):
    """One row of any question of a study; of a column that its question does not have nobody may ask."""

    alliance: NamedNode
    theme: NamedNode
    body: NamedNode
    above: NamedNode | None
    organization: NamedNode
    sector: NamedNode
    member: NamedNode
    thing: NamedNode
    source: str | None
    name: str = ""
    kind: str = ""
    relation: str = ""
    role: str = ""
    member_name: str = ""
    date: str = ""
    qualifier: str = ""
    mode_name: str = ""
    counted: str = ""
    value: str = ""
    bound: str = ""
    as_of: str = ""
    dating: str = ""
    number: int = 0
    # The tables as they are printed.
    row: int = 0
    column: int = 0
    acronym: str = ""
    place: str = ""
    lead: str = ""
    founded: str = ""
    item: int = 0
    wording: str = ""
    text: str = ""


Told = TypeVar("Told", Record, Happening)


def ask(question: str, words: Words) -> list[Record]:
    """The answer to a question of the library in the language of the words, about the alliances of the study."""
    return about_study(words.graph, rows(words.graph, question, Record, language=words.language))


def about_study(graph: KnowledgeGraph, found: Iterable[Told]) -> list[Told]:
    """Of these rows, those about an alliance that a study tells of or one of the user's own, or about none."""
    known = {None, *studied(graph)}
    return [row for row in found if row.alliance in known]


def compared(graph: KnowledgeGraph) -> dict[NamedNode, str]:
    """The alliances of the study with their acronyms, in the order of its Table 1."""
    return {row.alliance: row.acronym for row in rows(graph, "compare/table-1", Record)}


def ordered(graph: KnowledgeGraph, alliances: Iterable[NamedNode]) -> list[NamedNode]:
    """Alliances once each: those of the study first, in its order, then the others by IRI."""
    study = list(compared(graph))
    return sorted(set(alliances), key=lambda each: (study.index(each) if each in study else len(study), each.value))


def organization(node: NamedNode, words: Words) -> str:
    """The name of an organization that fits a picture: in English the shortest, in Chinese the preferred one."""
    return words.name(node) if words.language == "zh" else words.short(node)
