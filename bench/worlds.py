"""Each question of the library where there is many times as much data as is shipped: copies of it under other IRIs."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import pyoxigraph as ox

from qontology.assets import files
from qontology.engine import Embedded
from qontology.knowledge import KnowledgeGraph

from .timing import Row, WrongError, apart

__all__ = ["COPIES", "copies", "questions", "worlds"]

Value: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
COPIES = 20
SECONDS = 2.0
"""What a question may take of the processor there."""
WORST = 5
"""So many questions are named, those that grow most of what takes longest."""
ID = "https://w3id.org/qontology/id/"
SHARED = ("place/", "law/")
"""Places and laws are the same in each copy, so that what is asked by place has all of them."""


class Asked(NamedTuple):
    """A question, its rows and its seconds of the processor, at the size that is shipped and in many copies."""

    name: str
    rows: int
    once: float
    often: float


def copies(number: int) -> ox.Store:
    """What is shipped, and its data so many times less one again, each time under other IRIs."""
    store = ox.Store()
    data = [quad for path in files("data") for quad in ox.parse(path=path)]
    for path in files("ontology"):
        store.bulk_load(path=path, format=ox.RdfFormat.TURTLE)
    for copy in range(number):
        store.bulk_extend(in_copy(quad, copy) for quad in data)
    return store


def in_copy(quad: ox.Quad, copy: int) -> ox.Quad:
    """A statement as it is in a copy."""
    subject, object_ = renamed(quad.subject, copy), renamed(quad.object, copy)
    assert isinstance(subject, ox.NamedNode | ox.BlankNode)
    return ox.Quad(subject, quad.predicate, object_)


def renamed(term: Value, copy: int) -> Value:
    """A term as it is in a copy; in the first, as it is."""
    if not copy or not isinstance(term, ox.NamedNode) or not term.value.startswith(ID):
        return term
    if term.value.startswith(SHARED, len(ID)):
        return term
    return ox.NamedNode(f"{term.value}-copy-{copy}")


def asked(number: int) -> list[tuple[str, int, float]]:
    """Each question with its rows and its time in so many copies."""
    graph = KnowledgeGraph(Embedded(copies(number)))
    gc.freeze()
    found = []
    for question in graph.library:
        if question.kind == "select" and not question.is_for_exchange:
            sparql = graph.bind(question, language="en")
            begun = time.process_time()
            rows = len(graph.select(sparql))
            found.append((question.id, rows, time.process_time() - begun))
    return found


def questions() -> list[Asked]:
    """All questions, those that take longest in many copies first."""
    once, often = (apart(asked, number) for number in (1, COPIES))
    pairs = zip(once, often, strict=True)
    found = [Asked(name, rows, before, after) for (name, _, before), (_, rows, after) in pairs]
    return sorted(found, key=lambda each: -each.often)


def worlds(triples: int) -> Iterator[Row]:
    """Questions of the library in twenty copies of what is shipped: seconds beside two, and how they grow."""
    found = questions()
    if not all(each.rows for each in found[:WORST]):
        raise WrongError(f"{found[0].name} has no rows")
    for each in found[:WORST]:
        yield Row(f"{each.name}, {each.rows:,} rows / {SECONDS:g} s", each.often, SECONDS, "1")
        yield Row(f"{each.name}, {COPIES} copies / {COPIES} times one", each.often, each.once * COPIES, "2")
