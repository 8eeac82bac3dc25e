"""The scope of a report: the alliances that it is about, in their order, as of a date, in one language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..analysis.arguments import as_alliances, studied
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.parameters import as_date
from ..language import Language, Text
from ..namespaces import Term
from ..telling.dates import date_in_words
from ..telling.evidence import Evidence
from ..telling.facts import Facts
from ..telling.leads import Leads
from ..telling.rows import Fact, rows
from ..telling.words import Words

__all__ = ["Record", "Scope", "compared"]

NONE_YET = Text("none of these alliances had been founded by {date}", "截至{date}，这些联盟均未成立")


class Record(NamedTuple):
    """One row of any question of a report; of a column that its question does not have nobody may ask."""

    alliance: NamedNode
    body: NamedNode
    above: NamedNode | None
    sector: NamedNode
    member: NamedNode
    receiver: NamedNode
    funding: NamedNode
    funder: NamedNode | None
    name: str = ""
    kind: str = ""
    bound: str = ""
    value: str = ""
    currency: str = ""
    modality: str = ""
    as_of: str = ""
    # The tables of the study as they are printed.
    row: int = 0
    column: int = 0
    acronym: str = ""
    place: str = ""
    lead: str = ""
    founded: str = ""
    item: int = 0
    wording: str = ""
    text: str = ""


class Scope:
    """What all chapters share: words and evidence in one language, facts as of a date, and the alliances.

    Without names these are those that a study tells of and the user's own, in the order of their founding.

    >>> from qontology import load
    >>> scope = Scope(load(), "en", ["QUTAC", "QIC"])
    >>> [scope.name(alliance) for alliance in scope.alliances]
    ['QIC', 'QUTAC']

    :raises InputError: for a name of no alliance, for what is no date, or where none of them had been founded by then.
    """

    def __init__(
        self, graph: KnowledgeGraph, language: Language, names: Iterable[str] = (), as_of: str | None = None
    ) -> None:
        self.graph = graph
        self.language: Language = language
        self.until = as_date(as_of)
        self.words = Words(graph, language)
        self.evidence = Evidence(self.words)
        self.facts = Facts(graph, self.until)
        named = list(names)
        self.named = bool(named)
        chosen = as_alliances(graph, named) if named else sorted(studied(graph), key=lambda each: each.value)
        self.later = self._founded_later(chosen)
        self.alliances = sorted((each for each in chosen if each not in self.later), key=self._order)
        if chosen and not self.alliances:
            raise InputError(
                NONE_YET.format(date=date_in_words(self.until or "")),
                remedy=Text("give a later date", "请给出更晚的日期"),
            )
        self.leads = Leads(self.evidence, self.facts, self.alliances)

    def of(self, attribute: str) -> list[Fact]:
        """The facts about an attribute of all alliances of the report, alliance by alliance."""
        return [fact for alliance in self.alliances for fact in self.facts.of(alliance, attribute)]

    def ask(self, question: str) -> list[Record]:
        """The answer to a question of the library; where its rows are about alliances, about those of the report."""
        found = rows(self.graph, question, Record, language=self.language)
        return [row for row in found if row.alliance is None or row.alliance in self.alliances]

    def name(self, alliance: NamedNode) -> str:
        """The short name of an alliance, or the whole where another goes by the same."""
        short = self.words.short(alliance)
        alike = [each for each in self.alliances if self.words.short(each) == short]
        return self.words.name(alliance) if len(alike) > 1 else short

    def organization(self, node: Term) -> str:
        """The name of an organization that fits a picture: in English the shortest, in Chinese the preferred one."""
        return self.words.name(node) if self.language == "zh" else self.words.short(node)

    def sources(self, notes: Iterable[int]) -> tuple[str, ...]:
        """The names of the sources of these notes."""
        return tuple(self.words.name(source) for source in self.evidence.sources_of(notes))

    def _order(self, alliance: NamedNode) -> tuple[str, str]:
        dates = [fact.when for fact in self.facts.of(alliance, terms.hasFounding) if fact.when]
        return (dates[0] if dates else "9999", alliance.value)

    def _founded_later(self, chosen: list[NamedNode]) -> dict[NamedNode, str]:
        if not self.until:
            return {}
        return {
            fact.alliance: fact.when
            for fact in rows(self.graph, "compare/formation", Fact)
            if fact.alliance in chosen
            and fact.attribute == terms.hasFounding
            and fact.when
            and not self.facts.of(fact.alliance, terms.hasFounding)
        }


def compared(graph: KnowledgeGraph) -> dict[NamedNode, str]:
    """The alliances of the study with their acronyms, in the order of its Table 1."""
    return {row.alliance: row.acronym for row in rows(graph, "compare/table-1", Record)}
