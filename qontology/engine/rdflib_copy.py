"""Triples as a graph of rdflib, for the libraries that work on one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..errors import EngineError
from ..language import Text
from ..namespaces import XSD, Term
from .protocol import Triple

if TYPE_CHECKING:
    import rdflib

__all__ = ["from_rdflib", "to_rdflib"]


def to_rdflib(triples: Iterable[Triple], prefixes: Mapping[str, str] | None = None) -> rdflib.Graph:
    """The triples as an rdflib graph with these prefixes bound; literals and labels of blank nodes stay as they are.

    :raises EngineError: where a triple has a triple as its subject or object, which rdflib does not know.
    """
    import rdflib

    def term(value: Term | Triple) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
        if isinstance(value, ox.NamedNode):
            return rdflib.URIRef(value.value)
        if isinstance(value, ox.BlankNode):
            return rdflib.BNode(value.value)
        if isinstance(value, ox.Triple):
            raise EngineError(Text("rdflib has no triple terms", "rdflib 不支持三元组项"))
        if value.language:
            return rdflib.Literal(value.value, lang=value.language)
        datatype = None if value.datatype == XSD["string"] else rdflib.URIRef(value.datatype.value)
        return rdflib.Literal(value.value, datatype=datatype, normalize=False)

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in (prefixes or {}).items():
        graph.bind(prefix, namespace)
    for triple in triples:
        graph.add((term(triple.subject), term(triple.predicate), term(triple.object)))
    return graph


def from_rdflib(term: object) -> Term | None:
    """The term that one of rdflib is; nothing for nothing."""
    import rdflib

    match term:
        case rdflib.Literal():
            if term.language:
                return ox.Literal(str(term), language=term.language)
            return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD["string"].value)))
        case rdflib.BNode():
            return ox.BlankNode(str(term))
        case rdflib.URIRef():
            return ox.NamedNode(str(term))
    return None
