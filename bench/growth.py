"""How time and memory grow with the data."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from .generate import write
from .timing import Row, Usage, in_turn, middle
from .validation import loading, reported, validating

__all__ = ["growth"]

LEAST = 100_000
LARGE = 5_000_000


def sizes(triples: int) -> tuple[int, ...]:
    """A tenth and the whole, both large enough to tell; what is very large is held against the usual sizes."""
    if triples >= LARGE:
        return 100_000, 1_000_000, triples
    return max(triples // 10, LEAST // 10), max(triples, LEAST)


def growth(triples: int) -> Iterator[Row]:
    """Validation with all shapes: the time of a triple against that at the smallest size, the peak against loading's.

    What a file of one alliance takes is taken off the time: it would hide how the rest grows.
    """
    start, _ = usages(1)
    smallest, *larger = sizes(triples)
    first, loaded = usages(smallest)
    least = (first.cpu - start.cpu) / smallest
    yield memory(smallest, first, loaded)
    for size in larger:
        validated, loaded = usages(size)
        a_triple = (validated.cpu - start.cpu) / size
        yield Row(f"a triple of {size:,} / of {smallest:,}", a_triple, least, "1.2", unit="µs")
        yield memory(size, validated, loaded)


def usages(triples: int) -> tuple[Usage, Usage]:
    """What it takes to validate a file of this size, once the report is right, and what it takes to load it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeded, report = write(folder, triples), folder / "report.json"
        ours, theirs = validating(seeded.path, report), loading(seeded.path)
        validated, loaded = in_turn(ours, theirs, runs=3 if triples < LARGE else 1, warm=False)
        reported(report, seeded.findings)
        return middle(validated), middle(loaded)


def memory(triples: int, validated: Usage, loaded: Usage) -> Row:
    """The peak of memory against that of loading."""
    return Row(f"peak memory, validate {triples:,} / load", validated.memory, loaded.memory, "1.3", unit="MB")
