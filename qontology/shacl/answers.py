"""The answers that a run gets from an engine: believed in process, counted before they are believed from afar.

Some servers end an answer after so many rows, with a status of success and not a word. Who believed them would take for
conforming what is only missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from pyoxigraph import DefaultGraph, Quad, QuerySolutions, Store

from ..engine import Embedded, Engine, Solutions
from ..engine.counting import counted, incomplete
from ..errors import NetworkError
from ..language import Text
from ..namespaces import Term
from .compiler import CompiledShapes
from .constraints.sparql_based import SHAPES_GRAPH
from .errors import NotCompiledError
from .lexical_forms import Verbatim, as_written
from .shape import ViolationsQuery

__all__ = ["Answers", "ShapesBesideData", "Solution", "counted", "paged"]

PAGE = 5000
"""Rows to ask for at most at a time; common limits of servers are higher."""

MOST_PAGES = 500

Row = tuple[Term | None, ...]
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
        rows = [tuple(map(as_written, row)) for row in found]
        return Solutions(tuple(variable.value for variable in found.variables), rows)

    @cached_property
    def _store(self) -> Store:
        if not isinstance(self._engine, Embedded):
            reason = Text("a remote engine does not hold the shapes graph", "远程引擎中没有形状图")
            raise NotCompiledError(None, "$shapesGraph", reason)
        store = Store()
        shapes = Verbatim(self._compiled.graph.triples)
        store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in self._engine.store)
        store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object, SHAPES_GRAPH) for quad in shapes.store)
        return store


class Answers:
    """The rows of one or more queries; ``left_out`` counts those that a remote engine has and was not asked for.

    :param ask: what answers the queries in the place of the engine.
    """

    def __init__(
        self, engine: Engine, with_shapes: ShapesBesideData, ask: Callable[[str], Solutions] | None = None
    ) -> None:
        self._engine = engine
        self._with_shapes = with_shapes
        self._ask = ask
        self.left_out = 0

    def rows(self, query: ViolationsQuery) -> Iterator[Solution]:
        """The solutions of a query of shapes; of one that is asked at each focus node, those at all of them.

        :raises NetworkError: where a remote engine gives another number of rows than it counts.
        """
        ask = self._ask or (self._with_shapes.select if query.needs_shapes_graph else self.select)
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


def paged(engine: Engine, query: str, columns: str, wanted: int) -> list[Row]:
    """All rows of a SELECT of these columns, in as many answers as it takes.

    Fewer are asked for at a time where an answer is refused as too long. The sub-select keeps the order where a server
    limits what it sorts.

    :raises NetworkError: where fewer or more rows come than wanted.
    """
    found: dict[Row, None] = {}
    offset, size = 0, PAGE
    while offset < wanted:
        page = f"SELECT {columns} WHERE {{ {{ {query} ORDER BY {columns} }} }} LIMIT {size} OFFSET {offset}"
        try:
            rows = engine.select(page).rows
        except NetworkError:
            if size == 1:
                raise
            size = max(size // 10, 1)
            continue
        if not rows or (offset + len(rows) < wanted and wanted > MOST_PAGES * len(rows)):
            break  # a server that gives so few rows at a time would be asked for hours
        found |= dict.fromkeys(rows)
        offset += len(rows)
    if len(found) != wanted:
        raise incomplete(engine, len(found), wanted)
    return list(found)
