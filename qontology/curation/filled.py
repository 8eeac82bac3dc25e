"""Rows for what the graph says of something, by the names that people use."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike

from ..exchange import contents
from ..knowledge import KnowledgeGraph
from .facts import SCHEMES
from .filling import Filled, fill
from .pages import Desk

__all__ = ["filled"]

ALL = "all"


def filled(
    desk: Desk,
    names: Sequence[str],
    data: Sequence[str | PathLike[str]] = (),
    elsewhere: KnowledgeGraph | None = None,
) -> Filled:
    """What the graph says of some things with all that belongs to them; of ``all``, what is shipped, or what a graph
    elsewhere holds.

    The concepts of the schemes are no part of it: the sheet of terms is for those that a curator adds.

    :raises InputError: where nothing goes by one of these names.
    """
    every = ["data" if elsewhere is None else "all"]
    found = contents(*(every if ALL in names else names), data=data, elsewhere=elsewhere)
    triples = {quad.triple for quad in found.quads}
    return fill(desk.sheets, {one for one in triples if not str(one.subject).startswith(f"<{SCHEMES}")}, desk.cells)
