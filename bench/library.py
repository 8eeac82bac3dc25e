"""What questions of the library cost, held against rdflib and against pyoxigraph with the same text.

rdflib takes minutes for some questions where there is much data, so that not all are asked: of each module one to three
that speak of what is generated and that differ in kind (joins, optional parts, aggregates, paths), twelve in all.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import QuerySolutions, RdfFormat, Store

from qontology.engine import Embedded
from qontology.knowledge import KnowledgeGraph

from .generate import write
from .timing import Row, WrongError, apart
from .validation import shipped

if TYPE_CHECKING:
    import rdflib

__all__ = ["QUESTIONS", "asking"]

QUESTIONS = (
    *("compare/goals", "compare/structure", "core/what-happened", "evidence/claims", "evidence/grounds"),
    *("formation/founders", "goals/by-theme", "goals/of-alliance", "initiatives/contributions"),
    *("structure/counts", "structure/members", "structure/tasks"),
)
RUNS = 3


class Times(NamedTuple):
    """Seconds of the processor for all questions: of ours, of pyoxigraph, of rdflib."""

    ours: float
    raw: float
    rdflib: float


def asking(triples: int) -> Iterator[Row]:
    """Twelve questions of a tenth of the triples, beside what is shipped; the sums of their times."""
    few = triples // 10
    with tempfile.TemporaryDirectory() as folder:
        seeded = write(Path(folder), few)
        times = apart(asked, [*shipped(), str(seeded.path)])
    name = f"{len(QUESTIONS)} questions to {few:,}"
    yield Row(f"{name} / rdflib", times.ours, times.rdflib, "1/60")
    yield Row(f"{name} / pyoxigraph", times.ours, times.raw, "1.1")


def asked(paths: Sequence[str]) -> Times:
    """The times, once all three give each question equally many rows."""
    import rdflib

    store, graph = Store(), rdflib.Graph()
    for path in paths:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
        graph.parse(path, format="turtle")
    gc.freeze()  # or each answer would pay for a walk through the graph of rdflib
    knowledge = KnowledgeGraph(Embedded(store))
    sums = [0.0, 0.0, 0.0]
    for name in QUESTIONS:
        sparql = knowledge.bind(knowledge.library.get(name), language="en")
        asks = (
            (partial(answered, knowledge, name), RUNS),
            (partial(rows, store, sparql), RUNS),
            (partial(rdflib_rows, graph, sparql), 1),
        )
        counts = []
        for position, (ask, runs) in enumerate(asks):
            seconds, count = timed(ask, runs)
            sums[position] += seconds
            counts.append(count)
        if len(set(counts)) > 1 or not counts[0]:
            raise WrongError(f"{name} has {', '.join(map(str, counts))} rows")
    return Times(*sums)


def answered(graph: KnowledgeGraph, name: str) -> int:
    """How many rows the question has, asked as users ask it."""
    return len(graph.query(name, language="en"))


def rdflib_rows(graph: rdflib.Graph, sparql: str) -> int:
    """How many rows rdflib gives."""
    return len(list(graph.query(sparql)))


def rows(store: Store, sparql: str) -> int:
    """How many rows pyoxigraph gives, each of them read."""
    solutions = store.query(sparql, use_default_graph_as_union=True)
    assert isinstance(solutions, QuerySolutions)
    return len([tuple(row) for row in solutions])


def timed(ask: Callable[[], int], runs: int) -> tuple[float, int]:
    """The median time of some runs, and the number of rows."""
    taken, count = [], 0
    for _ in range(runs):
        begun = time.process_time()
        count = ask()
        taken.append(time.process_time() - begun)
    return statistics.median(taken), count
