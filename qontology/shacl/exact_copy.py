"""A copy of data in rdflib, which keeps literals as they were written, for queries that shapes bring.

A query of somebody's may read how a literal is written, and cannot know of private datatypes. Where it can come upon
one, it is asked of this copy, which holds no more than the predicates that it names: slow, and right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from ..engine import Solutions
from ..engine.rdflib_copy import from_rdflib, to_rdflib
from ..errors import InputError
from ..language import Text
from ..namespaces import RDF
from ..sparql.guard import check as guard
from .compiler import Check
from .lexical_forms import PRIVATE, Verbatim
from .rdflib_queries import answered

if TYPE_CHECKING:
    import rdflib

__all__ = ["ExactCopy", "needs_copy"]

IRI = re.compile(r"<([^<>\s]*)>")


class ExactCopy:
    """Answers SELECT queries over a part of what an engine holds.

    :param shapes: the shapes graph with its name, for queries that look into it.
    """

    def __init__(self, engine: Verbatim, shapes: Iterable[Triple], shapes_name: NamedNode) -> None:
        self._engine = engine
        self._shapes = tuple(shapes)
        self._shapes_name = shapes_name
        self._lock = Lock()
        self._copies: dict[frozenset[NamedNode] | None, rdflib.Dataset] = {}

    def select(self, query: str, predicates: frozenset[NamedNode] | None) -> Solutions:
        """The solutions over the statements that have one of these predicates; over all where none are given.

        :raises InputError: where rdflib does not answer the query.
        """
        guard(query)
        with self._lock:
            if predicates not in self._copies:
                self._copies[predicates] = self._copy(predicates)
            try:
                found = answered(self._copies[predicates], query)
                names = list(found.vars or ())
                rows = [tuple(from_rdflib(row.get(name)) for name in names) for row in found.bindings]
            except Exception as error:
                reason = str(error) or type(error).__name__
                raise InputError(Text(f"rdflib cannot answer it: {reason}", f"rdflib 无法执行：{reason}")) from error
        return Solutions(tuple(map(str, names)), rows)

    def _copy(self, predicates: frozenset[NamedNode] | None) -> rdflib.Dataset:
        import rdflib

        copy = rdflib.Dataset()
        for triple in to_rdflib(self._engine.statements(predicates)):
            copy.add(triple)
        shapes = copy.graph(rdflib.URIRef(self._shapes_name.value))
        for triple in to_rdflib(self._shapes):
            shapes.add(triple)
        return copy


def needs_copy(check: Check, engine: Verbatim) -> bool:
    """Whether a query that the shapes bring may come upon a literal that the store holds under a private datatype."""
    queries = (*check.constraint.queries, *(query.text for query in check.target.queries))
    if any(query.spells_literals for query in queries) or any(PRIVATE in text for text in check.texts):
        return bool(queries)
    if not engine.private or not queries:
        return False
    return not all(query.names_predicates for query in queries) or any(map(engine.has_rewritten, named(check)))


def named(check: Check) -> frozenset[NamedNode]:
    """The IRIs that the query of a check names, with the one that ``a`` stands for."""
    return frozenset({RDF["type"]}).union(NamedNode(iri) for text in check.texts for iri in IRI.findall(text))
