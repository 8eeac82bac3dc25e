"""The alliances that an analyst names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..knowledge import KnowledgeGraph
from ..namespaces import expand
from ..telling.rows import rows

__all__ = ["as_alliance", "as_alliances", "studied", "studies"]


class Studied(NamedTuple):
    """One row of ``compare/studied``: an alliance that a study tells of, or one of the user's own."""

    alliance: NamedNode
    study: NamedNode | None


class Compared(NamedTuple):
    """One row of ``compare/compared``: an alliance, and the study that compares it."""

    alliance: NamedNode
    study: NamedNode | None


def as_alliance(graph: KnowledgeGraph, name: str) -> NamedNode:
    """The alliance that goes by this name, acronym, slug or IRI.

    :raises InputError: where no alliance does, or more than one.
    """
    iri = expand(name)
    known = (row.alliance for row in rows(graph, "compare/compared", Compared) if row.alliance.value == iri)
    return next(known, None) or graph.find_of("qo:Alliance", name)


def as_alliances(graph: KnowledgeGraph, names: Iterable[str]) -> list[NamedNode]:
    """The alliances of these names, each once; of no names, those that a study compares, in the order of founding.

    :raises InputError: as :func:`as_alliance`.
    """
    found = [as_alliance(graph, name) for name in names] or [
        row.alliance for row in rows(graph, "compare/compared", Compared) if row.study
    ]
    return list(dict.fromkeys(found))


def studies(graph: KnowledgeGraph) -> list[NamedNode]:
    """The studies that compare alliances."""
    return sorted({row.study for row in rows(graph, "compare/compared", Compared) if row.study}, key=str)


def studied(graph: KnowledgeGraph) -> set[NamedNode]:
    """The alliances that a study tells of, and the user's own: those that answers keep to where nobody names any."""
    return {row.alliance for row in rows(graph, "compare/studied", Studied)}
