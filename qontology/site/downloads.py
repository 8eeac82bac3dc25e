"""Downloads: the data of one page, in Turtle, in JSON-LD and as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode

from ..namespaces import NAMESPACES, curie
from ..tables import Table
from ..terms import PREFIXES
from .content import Content

__all__ = ["downloads", "json_ld", "turtle"]

COLUMNS = (
    "subject",
    "property",
    "value",
    "language",
    "subject_en",
    "subject_zh",
    "property_en",
    "property_zh",
    "value_en",
    "value_zh",
)


def downloads(content: Content, node: NamedNode) -> dict[str, Callable[[], bytes]]:
    """What makes the files of all that is stated of a thing, by their ending."""
    triples = cache(lambda: content.own(node))
    return {
        "ttl": lambda: turtle(triples()),
        "jsonld": lambda: json_ld(triples()),
        "csv": lambda: table(content, triples()),
    }


def turtle(triples: Iterable[ox.Triple]) -> bytes:
    """Some triples in Turtle, with the prefixes that they use."""
    found = [*triples]
    nodes = {term.value for triple in found for term in triple if isinstance(term, NamedNode)}
    types = {term.datatype.value for triple in found for term in triple if isinstance(term, Literal)}
    used = {prefix for name in nodes | types for prefix in [prefix_of(name)] if prefix}
    return (
        ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes={name: PREFIXES[name] for name in sorted(used)}) or b""
    )


def prefix_of(name: str) -> str:
    """The prefix of a name, empty where it has none."""
    return next((prefix for namespace, prefix in NAMESPACES if name.startswith(namespace)), "")


def json_ld(triples: Iterable[ox.Triple]) -> bytes:
    """Some triples in JSON-LD, with full names, so that no reader has to look up anything."""
    return ox.serialize([ox.Quad(*triple) for triple in triples], format=ox.RdfFormat.JSON_LD) or b"[]"


def table(content: Content, triples: Iterable[ox.Triple]) -> bytes:
    """Some triples as a table, with the names of all that stands in them."""
    en, zh = content.words["en"], content.words["zh"]

    def names(term: ox.Triple | NamedNode | Literal | ox.BlankNode) -> list[Literal]:
        if not isinstance(term, NamedNode):
            return [Literal(""), Literal("")]
        return [Literal(en.name(term)), Literal(zh.name(term))]

    short = cache(curie)
    rows = []
    for subject, predicate, value in triples:
        language = value.language if isinstance(value, Literal) and value.language else ""
        cells = [Literal(short(subject)), Literal(short(predicate)), Literal(short(value)), Literal(language)]
        rows.append([*cells, *names(subject), *names(predicate), *names(value)])
    return Table(COLUMNS, rows).to_csv().encode()
