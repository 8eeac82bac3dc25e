"""Shapes for some nodes only: what these nodes are asked, and nothing else, is evaluated."""

from __future__ import annotations

from collections.abc import Collection, Container
from dataclasses import replace

from pyoxigraph import NamedNode, Triple

from ..engine import Engine
from ..findings import Finding
from ..namespaces import SH, Node, Term
from .compiler import CompiledShapes
from .execution import known_of
from .patterns import QueryContext
from .target_reader import gives_focus
from .targets import Target
from .triples import TripleIndex

__all__ = ["focused", "without_focus"]


def focused(compiled: CompiledShapes, engine: Engine, nodes: Collection[NamedNode]) -> CompiledShapes:
    """The shapes that have some of these nodes for focus nodes, each with these alone; their graph says the same.

    What is doubtful in the other shapes only is left out.

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
    read = {shape.node for shape in compiled.shapes}
    left_out = read - {shape.node for shape in shapes}
    triples = [one for one in compiled.graph.triples if one.subject not in read or not gives_focus(one)]
    triples += (Triple(one.node, SH["targetNode"], node) for one in shapes for node in one.target.nodes)
    return replace(
        compiled,
        graph=TripleIndex(triples, compiled.graph.prefixes),
        shapes=tuple(shapes),
        problems=tuple(one for one in compiled.problems if not concerns_only(one, compiled, left_out)),
    )


def concerns_only(problem: Finding, compiled: CompiledShapes, shapes: Collection[Node]) -> bool:
    """Whether a problem of the shapes leaves none but these unchecked."""
    concerned = compiled.concerned.get(problem, ())
    return bool(concerned) and set(concerned) <= set(shapes)


def without_focus(compiled: CompiledShapes, engine: Engine, shapes: Container[Term | None]) -> frozenset[Node]:
    """Those of the shapes, as far as they were read, that have no focus node in what an engine holds."""
    known = known_of(compiled, engine)
    asked = [shape for shape in compiled.shapes if shape.node in shapes]
    patterns = {one.node: one.target.focus(QueryContext.at(one.target.only, known)).pattern for one in asked}
    return frozenset(node for node, pattern in patterns.items() if not engine.ask(f"ASK {{ {pattern} }}"))
