"""Confirmations: which documents confirm what is said of an alliance, of which kind they are, and of when."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..namespaces import Term
from ..telling.rows import grouped, rows

__all__ = ["COPIES", "OWN", "Confirmation", "Confirmations", "latest"]

KIND = terms.PREFIXES["source-kind"]
# What a body or an authority says itself, and what only tells it again.
OWN = {KIND + name for name in ("own-page", "official-record", "press-release", "register")}
COPIES = {KIND + name for name in ("copy", "personal-post", "second-hand")}


class Confirmation(NamedTuple):
    """One row of ``evidence/confirmations``: a document that confirms a statement about an alliance."""

    alliance: NamedNode
    statement: NamedNode
    document: NamedNode
    kind: str | None
    published: str | None
    read: str | None

    @property
    def when(self) -> str | None:
        """As of when it confirms: when it appeared or, where it does not say, when it was read."""
        return self.published or self.read


class Confirmations:
    """The documents behind the statements of a graph.

    >>> from qontology import load
    >>> graph = load()
    >>> sources = Confirmations(graph)
    >>> sources.last(graph.find("KQIA")), sources.date
    ('2026-11', '2026-11')
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.rows = rows(graph, "evidence/confirmations", Confirmation)

    def last(self, statement: Term) -> str | None:
        """The date of the latest document that confirms a statement; None where no document has a date."""
        return latest(row.when for row in self._of.get(statement, ()))

    @property
    def date(self) -> str | None:
        """When a document was last read, or the latest one appeared: how new the graph is."""
        return latest(row.read or row.published for row in self.rows)

    @cached_property
    def _of(self) -> dict[Term, list[Confirmation]]:
        return grouped(self.rows, lambda row: row.statement)


def latest(dates: Iterable[str | None]) -> str | None:
    """The latest of some dates, of which a year may be as early as its first day; None of none.

    >>> latest(["2025", None, "2025-04-29"])
    '2025-04-29'
    """
    return max(filter(None, dates), key=lambda date: (date + "-01-01")[:10], default=None)
