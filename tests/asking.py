"""The shipped graph, and the two ways in which tests ask it."""

from functools import cache
from pathlib import Path

from qontology import KnowledgeGraph, load
from qontology.assets import files, root
from qontology.namespaces import curie

__all__ = ["found", "graph", "holds", "is_of_the_web", "study", "study_files"]

graph = cache(load)


def is_of_the_web(path: Path) -> bool:
    """Whether a shipped file rests on the web, wherever the checkout itself lies."""
    return "world" in path.relative_to(root()).parts


@cache
def study() -> KnowledgeGraph:
    """What rests on the study and not on the web, of which there may be ever more: enough for tests that take long."""
    return load(*study_files(), with_shipped=False)


def study_files() -> list[Path]:
    """The files of :func:`study`."""
    return [path for folder in ("ontology", "data") for path in files(folder) if not is_of_the_web(path)]


def holds(pattern: str) -> bool:
    """Whether the graph has such a pattern."""
    return graph().ask(f"ASK {{ {pattern} }}")


def found(columns: str, pattern: str) -> set[str]:
    """The rows that match, each as its terms in short, with a blank between."""
    answer = graph().select(f"SELECT DISTINCT {columns} WHERE {{ {pattern} }}")
    return {" ".join(map(curie, row)) for row in answer.rows}
