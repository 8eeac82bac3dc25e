"""What alliances have in common: the organizations that sources name in both, in whatever role."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..analysis.overlap import Appearance

__all__ = ["InCommon", "in_common"]

Pair = tuple[NamedNode, NamedNode]


class InCommon(NamedTuple):
    """Organizations by the two alliances that have them, and the same by one alliance and the other."""

    pairs: dict[Pair, list[NamedNode]]
    neighbours: dict[NamedNode, dict[NamedNode, list[NamedNode]]]


def in_common(rows: Iterable[Appearance]) -> InCommon:
    """What each two alliances have in common, by where organizations appear."""
    having: dict[NamedNode, set[NamedNode]] = {}
    for row in rows:
        if row.organization != row.alliance:
            having.setdefault(row.organization, set()).add(row.alliance)
    found = InCommon({}, {})
    for organization in sorted(having, key=lambda one: one.value):
        for one, two in combinations(sorted(having[organization], key=lambda one: one.value), 2):
            shared = found.pairs.setdefault((one, two), [])
            shared.append(organization)
            found.neighbours.setdefault(one, {})[two] = found.neighbours.setdefault(two, {})[one] = shared
    return found
