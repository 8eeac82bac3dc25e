"""What serves the goals of an alliance, what its peers name that it does not, and which of its lists are complete."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..telling.rows import Fact, Listing, grouped, rows
from .arguments import studied

__all__ = ["GoalService", "Service"]


class Service(NamedTuple):
    """One row of ``compare/goal-service`` or ``compare/peer-themes``: a goal, a theme of it, and what serves it."""

    goal: NamedNode
    theme: NamedNode | None
    server: NamedNode | None
    carrier: NamedNode | None
    peer: NamedNode
    fit: str = ""
    through: NamedNode | None = None
    near: NamedNode | None = None


class GoalService:
    """What the graph knows of the goals of one alliance and of its peers, those that were ``chosen`` or all."""

    def __init__(self, graph: KnowledgeGraph, alliance: NamedNode, chosen: list[NamedNode] | None) -> None:
        self.graph = graph
        self.alliance = alliance
        self.chosen = chosen
        lists = grouped(rows(graph, "compare/lists", Listing, alliance=alliance), lambda row: row.attribute)
        self.states = {attribute: {row.state for row in found if row.state} for attribute, found in lists.items()}

    @cached_property
    def peers(self) -> list[NamedNode]:
        """The alliances that were chosen, or those with its formation mode that a study tells of or are the user's."""
        if self.chosen is not None:
            return self.chosen
        modes = [
            (fact.alliance, fact.value)
            for fact in rows(self.graph, "compare/formation", Fact)
            if fact.attribute == terms.formationMode and not fact.rival
        ]
        own = {mode for alliance, mode in modes if alliance == self.alliance}
        others = studied(self.graph) - {self.alliance}
        return list(dict.fromkeys(who for who, mode in modes if mode in own and who in others))

    @cached_property
    def services(self) -> list[Service]:
        """What the graph knows of each goal and each theme of it."""
        return rows(self.graph, "compare/goal-service", Service, alliance=self.alliance)

    @cached_property
    def missing(self) -> list[list[list[Service]]]:
        """Goals with a theme that no body or initiative has; themes of a goal with the same finding stand together."""
        findings = grouped(self.services, lambda row: (row.goal, row.theme)).values()
        return together(found for found in findings if not any(row.fit == "same" for row in found))

    @cached_property
    def wanted(self) -> list[list[list[Service]]]:
        """Themes that goals of peers have and its own have not; those that most peers name come first, then those that
        a peer does something about. Themes of the same goals with the same finding stand together."""
        found = rows(self.graph, "compare/peer-themes", Service, alliance=self.alliance, among=self.chosen)
        by_theme = grouped((row for row in found if row.peer in self.peers), lambda row: row.theme).values()
        return sorted(
            together(by_theme),
            key=lambda alike: (-len({row.peer for row in alike[0]}), not any(row.server for row in alike[0])),
        )

    def is_open(self, attributes: tuple[str, ...]) -> bool:
        """Whether a source leaves one of these lists open."""
        return any("open" in self.states.get(attribute, ()) for attribute in attributes)

    def is_complete(self, attributes: tuple[str, ...]) -> bool:
        """Whether these lists are said to be complete; the themes of a goal are so with it, unless said to be open."""
        said = all(self.states.get(each) for each in attributes if each != terms.theme)
        return said and not self.is_open(attributes)


def together(findings: Iterable[list[Service]]) -> list[list[list[Service]]]:
    """Findings that differ in nothing but their theme."""
    return list(grouped(findings, lambda found: tuple(row._replace(theme=None) for row in found)).values())
