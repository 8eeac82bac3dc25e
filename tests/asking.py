"""The shipped graph, and the two ways in which tests ask it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from qontology import KnowledgeGraph, assets, load
from qontology.assets import files, root
from qontology.engine import Embedded
from qontology.engine.protocol import Solutions, Triple
from qontology.namespaces import curie

__all__ = ["found", "graph", "holds", "is_of_the_web", "only_the_study", "study", "study_files"]


class Remembering(Embedded):
    """Works out an answer once in a process: all tests share the store, and none writes to it."""

    def __init__(self, shared: KnowledgeGraph) -> None:
        super().__init__(shared.engine.store)
        self._rows, self._triples = cache(super().select), cache(super().construct)

    def select(self, query: str) -> Solutions:
        columns, rows = self._rows(query)
        return Solutions(columns, [*rows])

    def construct(self, query: str) -> list[Triple]:
        return [*self._triples(query)]


@cache
def graph() -> KnowledgeGraph:
    """What is shipped, read once in a process."""
    return KnowledgeGraph(Remembering(load()))


def is_of_the_web(path: Path) -> bool:
    """Whether a shipped file rests on the web, wherever the checkout itself lies."""
    return "world" in path.relative_to(root()).parts


@cache
def study() -> KnowledgeGraph:
    """What rests on the study and not on the web, of which there may be ever more: enough for tests that take long."""
    return KnowledgeGraph(Remembering(load(*study_files(), with_shipped=False)))


def study_files() -> list[Path]:
    """The files of :func:`study`."""
    return [path for folder in ("ontology", "data") for path in files(folder) if not is_of_the_web(path)]


@contextmanager
def only_the_study() -> Iterator[None]:
    """Meanwhile nothing is shipped but what rests on the study."""

    def studied(folder: str, suffix: str = ".ttl") -> list[Path]:
        return [path for path in files(folder, suffix) if not is_of_the_web(path)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "files", studied)
        yield


def holds(pattern: str) -> bool:
    """Whether the graph has such a pattern."""
    return graph().ask(f"ASK {{ {pattern} }}")


def found(columns: str, pattern: str) -> set[str]:
    """The rows that match, each as its terms in short, with a blank between."""
    answer = graph().select(f"SELECT DISTINCT {columns} WHERE {{ {pattern} }}")
    return {" ".join(map(curie, row)) for row in answer.rows}
