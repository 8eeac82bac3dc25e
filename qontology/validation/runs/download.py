"""A whole graph fetched from an endpoint to be validated here; counted, since endpoints cut answers short."""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from ...engine import Engine, Term
from ...errors import NetworkError
from ...language import Text
from ...reading import Source
from ...reading.mentions import Mentions

__all__ = ["download"]

PAGE = 5_000
"""Rows to ask for at first of a server that does not give all at once; common limits are higher."""

ALL = "SELECT DISTINCT ?s ?p ?o WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
COUNT = f"SELECT (COUNT(*) AS ?count) WHERE {{ {ALL} }}"

Row = tuple[Term | None, ...]


def download(engine: Engine) -> Source:
    """The triples of all graphs of an endpoint, as a source that has the address of the endpoint as its name.

    :raises NetworkError: where the endpoint gives fewer triples than it counts.
    """
    count = engine.select(COUNT).rows[0][0]
    wanted = int(count.value) if isinstance(count, Literal) else 0
    try:
        rows = engine.select(ALL).rows
    except NetworkError:
        rows = []
    if len(rows) < wanted:
        rows = pages(engine, wanted)
    if len(rows) != wanted:
        raise NetworkError(
            Text(
                f"the endpoint {engine.name} gave {len(rows)} of {wanted} triples",
                f"端点 {engine.name} 仅返回 {wanted} 条三元组中的 {len(rows)} 条",
            ),
            remedy=Text(
                "raise its limit for rows, or see whether somebody writes to it",
                "请调高其行数限制，或确认是否有人正在写入",
            ),
        )
    return Download(engine.name, serialize(map(triple, rows), format=RdfFormat.N_TRIPLES) or b"", RdfFormat.N_TRIPLES)


class Download(Source):
    """A source whose statements stand nowhere that a user could look."""

    @cached_property
    def positions(self) -> Mentions:
        """Which nodes are described, without any places."""
        return Mentions(b"", self.statements[0])


def pages(engine: Engine, wanted: int) -> list[Row]:
    """The rows in as many answers as it takes; the sub-select keeps the order where a server limits what it sorts."""
    found: dict[Row, None] = {}
    offset, size = 0, PAGE
    while offset < wanted:
        query = f"SELECT ?s ?p ?o WHERE {{ {{ {ALL} ORDER BY ?s ?p ?o }} }} LIMIT {size} OFFSET {offset}"
        try:
            rows = engine.select(query).rows
        except NetworkError:
            if size == 1:
                raise
            size = max(size // 10, 1)
            continue
        if not rows:
            break
        found |= dict.fromkeys(rows)
        offset += len(rows)
    return list(found)


def triple(row: Row) -> Triple:
    """The triple that a row holds."""
    subject, predicate, object = row
    assert isinstance(subject, NamedNode | BlankNode) and isinstance(predicate, NamedNode) and object is not None
    return Triple(subject, predicate, object)
