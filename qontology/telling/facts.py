"""What is known of each alliance, attribute by attribute: that from which tables are laid out and leads are told."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ..knowledge import KnowledgeGraph
from .rows import Fact, Listing, grouped, rows

__all__ = ["Facts"]

QUESTIONS = ("formation", "goals", "structure", "initiatives")


class Facts:
    """The answers of the questions of comparison, as of a date; without one, all.

    >>> from qontology import load, terms
    >>> graph = load()
    >>> [fact.value.value for fact in Facts(graph).of(graph.find("QUTAC"), terms.hasFounding)]
    ['2021-06']
    """

    def __init__(self, graph: KnowledgeGraph, until: str | None = None) -> None:
        self.until = until
        found = (fact for each in QUESTIONS for fact in rows(graph, f"compare/{each}", Fact, until=until))
        self._facts = grouped(found, lambda fact: (fact.alliance, fact.attribute))
        self._lists = grouped(rows(graph, "compare/lists", Listing), lambda row: (row.alliance, row.attribute))

    def of(self, alliance: NamedNode, attribute: str, *, rival: bool = False) -> list[Fact]:
        """What the graph follows about an attribute of an alliance, or what contradicts it."""
        return [fact for fact in self._facts.get((alliance, attribute), []) if fact.rival == rival]

    def lists(self, alliance: NamedNode, attribute: str) -> list[Listing]:
        """What is known of how complete the values of an attribute are, and how many a source counts."""
        return self._lists.get((alliance, attribute), [])
