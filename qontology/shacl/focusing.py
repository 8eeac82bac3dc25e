"""Shapes for some nodes only: what these nodes are asked, and nothing else, is evaluated."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from pyoxigraph import NamedNode

from ..engine import Engine
from .compiler import CompiledShapes
from .execution import known_of
from .patterns import QueryContext
from .shape import Target

__all__ = ["focused"]


def focused(compiled: CompiledShapes, engine: Engine, nodes: Collection[NamedNode]) -> CompiledShapes:
    """The shapes that have some of these nodes for focus nodes, each with these alone.

    :param engine: it holds the data, which tell whose focus nodes they are.
    """
    known = known_of(compiled, engine)
    values = " ".join(map(str, nodes))
    shapes = []
    for shape in compiled.shapes:
        pattern = shape.target.focus(QueryContext(known)).pattern
        rows = engine.select(f"SELECT DISTINCT ?this WHERE {{ VALUES ?this {{ {values} }} {{ {pattern} }} }}").rows
        if found := tuple(node for (node,) in rows if node is not None):
            shapes.append(replace(shape, target=Target(nodes=found)))
    return replace(compiled, shapes=tuple(shapes))
