"""What the canonical layout costs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from .generate import write
from .timing import Row, compare, python, qontology

__all__ = ["formatting"]

# Reading and writing the file with its own prefixes: the least that any formatter does, comments lost.
ROUND_TRIP = """
from pyoxigraph import RdfFormat, parse, serialize
parser = parse(path={path!r}, format=RdfFormat.TURTLE)
quads = list(parser)
serialize((quad.triple for quad in quads), {path!r} + ".out", format=RdfFormat.TURTLE, prefixes=parser.prefixes)
"""


def formatting(triples: int) -> Iterator[Row]:
    """``qontology fmt --check`` against pyoxigraph that parses the same file and serialises it."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), triples).path
        ours = qontology("fmt", "--check", str(path), codes=(0, 1))
        theirs = python(ROUND_TRIP.format(path=str(path)))
        yield compare(f"format {triples:,} / parse, serialise", ours, theirs, "3", runs=5)
