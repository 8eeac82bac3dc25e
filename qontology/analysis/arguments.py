"""The alliances that an analyst names."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from ..knowledge import KnowledgeGraph
from ..namespaces import expand

__all__ = ["as_alliance", "as_alliances"]


def as_alliance(graph: KnowledgeGraph, name: str) -> NamedNode:
    """The alliance that goes by this name, acronym, slug or IRI.

    :raises InputError: where no alliance does, or more than one.
    """
    iri = expand(name)
    for alliance, *_ in graph.query("compare/compared").rows:
        if isinstance(alliance, NamedNode) and alliance.value == iri:
            return alliance
    return graph.names_of("qo:Alliance").resolve(name)


def as_alliances(graph: KnowledgeGraph, names: Iterable[str]) -> list[NamedNode]:
    """The alliances of these names, each once; of no names, those that a study compares, in the order of founding.

    :raises InputError: as :func:`as_alliance`.
    """
    found = [as_alliance(graph, name) for name in names] or [
        alliance
        for alliance, study, _ in graph.query("compare/compared").rows
        if study is not None and isinstance(alliance, NamedNode)
    ]
    return list(dict.fromkeys(found))
