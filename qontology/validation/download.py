"""A whole graph fetched from an endpoint to be validated here; counted, since endpoints cut answers short."""

from __future__ import annotations

from functools import cached_property

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

from ..engine import Engine
from ..errors import NetworkError
from ..language import Text
from ..namespaces import Term
from ..reading import Source
from ..reading.mentions import Mentions
from ..shacl.answers import counted, paged

__all__ = ["DEFAULT_GRAPH", "download"]

COLUMNS = "?s ?p ?o"
ALL = f"SELECT DISTINCT {COLUMNS} WHERE {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
DEFAULT_GRAPH = f"SELECT DISTINCT {COLUMNS} WHERE {{ ?s ?p ?o }}"


def download(engine: Engine, query: str = ALL) -> Source:
    """The triples of all graphs of an endpoint, or of its default graph, as a source that has the address of the
    endpoint as its name.

    :raises NetworkError: where the endpoint gives fewer triples than it counts.
    """
    wanted = counted(engine, query)
    try:
        rows = engine.select(query).rows
    except NetworkError:
        rows = []
    rows = list(dict.fromkeys(rows))  # a row that came twice may stand for one that did not come
    if len(rows) != wanted:
        rows = paged(engine, query, COLUMNS, wanted)
    return Download(
        engine.name,
        serialize((triple(engine, row) for row in rows), format=RdfFormat.N_TRIPLES) or b"",
        RdfFormat.N_TRIPLES,
    )


class Download(Source):
    """A source whose statements stand nowhere that a user could look."""

    @cached_property
    def positions(self) -> Mentions:
        """Which nodes are described, without any places."""
        return Mentions(b"", self.statements[0])


def triple(engine: Engine, row: tuple[Term | None, ...]) -> Triple:
    """The triple that a row holds.

    :raises NetworkError: where it holds none.
    """
    subject, predicate, object = row
    if isinstance(subject, NamedNode | BlankNode) and isinstance(predicate, NamedNode) and object is not None:
        return Triple(subject, predicate, object)
    raise NetworkError(
        Text(f"the endpoint {engine.name} gave a row that is not a triple", f"端点 {engine.name} 返回的某行不是三元组"),
        remedy=Text("see whether it is a SPARQL endpoint of RDF 1.1", "请确认该端点支持 RDF 1.1 的 SPARQL"),
    )
