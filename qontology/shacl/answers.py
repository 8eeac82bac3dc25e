"""The answers that a run gets from an engine: believed in process, counted before they are believed from afar."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pyoxigraph import DefaultGraph, Quad, QuerySolutions, Store

from ..engine import Embedded, Engine, Solutions
from ..language import Text
from ..namespaces import Term
from .compiler import CompiledShapes
from .constraints.sparql_based import SHAPES_GRAPH
from .counting import PAGE, counted, incomplete
from .errors import NotCompiledError
from .shape import ViolationsQuery

__all__ = ["Answers", "ShapesBesideData", "Solution"]

Solution = dict[str, Term | None]


class ShapesBesideData:
    """A copy of an embedded engine's data with the shapes as a named graph, made when a query first wants it."""

    def __init__(self, compiled: CompiledShapes, engine: Engine) -> None:
        self._compiled = compiled
        self._engine = engine

    def select(self, query: str) -> Solutions:
        """The solutions over the data; the shapes are seen by GRAPH only."""
        found = self._store.query(query, default_graph=DefaultGraph(), named_graphs=[SHAPES_GRAPH])
        assert isinstance(found, QuerySolutions)
        return Solutions(tuple(variable.value for variable in found.variables), [tuple(row) for row in found])

    @cached_property
    def _store(self) -> Store:
        if not isinstance(self._engine, Embedded):
            reason = Text("a remote engine does not hold the shapes graph", "远程引擎中没有形状图")
            raise NotCompiledError(None, "$shapesGraph", reason)
        store = Store()
        store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in self._engine.store)
        store.bulk_extend(Quad(s.subject, s.predicate, s.object, SHAPES_GRAPH) for s in self._compiled.graph.triples)
        return store


class Answers:
    """The rows of one or more queries; ``left_out`` counts those that a remote engine has and was not asked for."""

    def __init__(self, engine: Engine, with_shapes: ShapesBesideData) -> None:
        self._engine = engine
        self._with_shapes = with_shapes
        self.left_out = 0

    def rows(self, query: ViolationsQuery) -> Iterator[Solution]:
        """The solutions of a query of shapes; of one that is asked at each focus node, those at all of them.

        :raises NetworkError: where a remote engine gives another number of rows than it counts.
        """
        ask = self._with_shapes.select if query.needs_shapes_graph else self.select
        texts = [query.text]
        if query.each is not None:
            texts = [query.each(node) for (node,) in ask(query.text).rows if node is not None]
        for text in texts:
            columns, rows = ask(text)
            yield from (dict(zip(columns, row, strict=True)) for row in rows)

    def select(self, query: str) -> Solutions:
        """The solutions of a query over the data; from afar the first that come of very many."""
        if isinstance(self._engine, Embedded):
            return self._engine.select(query)
        count = counted(self._engine, query)
        if count == 0:
            return Solutions((), [])
        wanted = min(count, PAGE)
        self.left_out += count - wanted
        found = self._engine.select(query if wanted == count else f"SELECT * WHERE {{ {{ {query} }} }} LIMIT {wanted}")
        if len(found.rows) != wanted:
            raise incomplete(self._engine, len(found.rows), wanted)
        return found
