"""What validation costs, held against loading and against pySHACL; times are printed only if every finding is right."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from qontology import assets, validate

from .generate import Seeded, write
from .timing import Ratio, compare

__all__ = ["against_loading", "against_pyshacl"]

COMMAND = str(Path(sys.executable).with_name("qontology"))

# pySHACL over the same graph; a quarter of the shapes, which is more than it can do with all in a reasonable time.
PYSHACL = """
import sys, rdflib, pyshacl
data, shapes = rdflib.Graph(), rdflib.Graph()
for path in {data!r}:
    data.parse(path, format="turtle")
for path in {shapes!r}:
    shapes.parse(path, format="turtle")
pyshacl.validate(data, shacl_graph=shapes)
"""
LOADING = """
import pyoxigraph
pyoxigraph.Store().bulk_load(path={path!r}, format=pyoxigraph.RdfFormat.TURTLE)
"""
SHAPES_FOR_BOTH = ("qontology.ttl", "goals.ttl", "formation.ttl")


def checked(seeded: Seeded) -> Seeded:
    """The file, once validation has found every seeded fault in it and nothing else.

    :raises AssertionError: where it has not.
    """
    found = {(finding.code, finding.node) for finding in validate(seeded.path).findings}
    assert found == seeded.findings, sorted(found ^ seeded.findings, key=str)[:5]
    return seeded


def against_loading(triples: int) -> Ratio:
    """``qontology validate`` with all shapes and positions against loading the same file, by the clock."""
    with tempfile.TemporaryDirectory() as folder:
        seeded = checked(write(Path(folder), triples))
        ours = [COMMAND, "validate", str(seeded.path), "-f", "json", "-o", f"{folder}/report.json"]
        theirs = [sys.executable, "-c", LOADING.format(path=str(seeded.path))]
        name = f"validate {triples:,} triples / load them"
        return compare(name, ours, theirs, "1.8 at 1M", runs=3, clock="wall", codes=(0, 1))


def against_pyshacl(triples: int) -> Ratio:
    """The same command against pySHACL, both with the shapes of goals and formation."""
    with tempfile.TemporaryDirectory() as folder:
        seeded = checked(write(Path(folder), triples))
        shapes = [str(assets.root() / "shapes" / name) for name in SHAPES_FOR_BOTH]
        data = [str(path) for path in (*assets.files("ontology"), *assets.files("data"), seeded.path)]
        options = [option for path in shapes for option in ("--shapes", path)]
        ours = [COMMAND, "validate", str(seeded.path), *options, "-f", "json", "-o", f"{folder}/report.json"]
        theirs = [sys.executable, "-c", PYSHACL.format(data=data, shapes=shapes)]
        name = f"validate {triples:,} triples / pySHACL"
        return compare(name, ours, theirs, "1/150 at 100k", runs=1, codes=(0, 1))
