"""The shipped graph, and the two ways in which tests ask it."""

from functools import cache

from qontology import load
from qontology.namespaces import curie

__all__ = ["found", "graph", "holds"]

graph = cache(load)


def holds(pattern: str) -> bool:
    """Whether the graph has such a pattern."""
    return graph().ask(f"ASK {{ {pattern} }}")


def found(columns: str, pattern: str) -> set[str]:
    """The rows that match, each as its terms in short, with a blank between."""
    answer = graph().select(f"SELECT DISTINCT {columns} WHERE {{ {pattern} }}")
    return {" ".join(map(curie, row)) for row in answer.rows}
