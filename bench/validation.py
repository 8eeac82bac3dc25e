"""What validation costs, held against loading and against pySHACL; times are printed only if every finding is right."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import RdfFormat, Store, parse

from qontology import assets
from qontology.engine import Embedded
from qontology.shacl import compile_shapes, run

from .generate import write
from .seeding import Finding, difference
from .shapes import CHOSEN, write_shapes
from .timing import Command, Row, Usage, WrongError, apart, in_turn, middle, python, qontology
from .timing import run as run_command

__all__ = ["against_loading", "against_pyshacl", "loading", "pyshacl_takes", "reported", "shipped", "validating"]

LOADING = """
import pyoxigraph
pyoxigraph.Store().bulk_load(path={path!r}, format=pyoxigraph.RdfFormat.TURTLE)
"""

# pySHACL over the same graph; it tells what it found, and how long it took after the imports.
PYSHACL = """
import json, rdflib, pyshacl, time
from rdflib import SH
begun = time.process_time()
data, shapes = rdflib.Graph(), rdflib.Graph()
for path in {data!r}:
    data.parse(path, format="turtle")
shapes.parse({shapes!r}, format="turtle")
_, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced={advanced!r})
seconds = time.process_time() - begun
results = list(report.objects(None, SH.result))
pairs = [(str(report.value(one, SH.sourceShape)), report.value(one, SH.focusNode).n3()) for one in results]
with open({answer!r}, "w") as file:
    json.dump([seconds, pairs], file)
"""


def shipped() -> list[str]:
    """The files that are validated together with those of a user."""
    return [str(path) for path in (*assets.files("ontology"), *assets.files("data"))]


def loading(path: Path) -> Command:
    """The command that only loads a file."""
    return python(LOADING.format(path=str(path)))


def validating(path: Path, report: Path, *options: str) -> Command:
    """The command that validates a file, with the places of all findings, and writes a report."""
    return qontology("validate", str(path), *options, "-f", "json", "-o", str(report), codes=(0, 1))


def reported(report: Path, expected: Iterable[Finding]) -> None:
    """Reads what validation reported.

    :raises WrongError: where that is not what was expected, no more and no less.
    """
    findings = json.loads(report.read_text(encoding="utf-8"))["findings"]
    found = ((finding["shape"] and code_of(finding["shape"].strip("<>")), finding["node"]) for finding in findings)
    verify(found, expected)


def verify(found: Iterable[Finding], expected: Iterable[Finding]) -> None:
    """Compares findings.

    :raises WrongError: where they are not those expected.
    """
    differing = difference(found, expected)
    if differing.missed or differing.invented:
        raise WrongError(f"{differing}: {', '.join(map(str, (*differing.missed, *differing.invented)[:3]))}")


def code_of(shape: str) -> str:
    """The code in the name of a shape."""
    return shape.rpartition("#")[2].rpartition("/")[2]


def against_loading(triples: int) -> Iterator[Row]:
    """``qontology validate`` with positions against loading the same file, by the clock: with all shapes, with 25."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeded, report = write(folder, triples), folder / "report.json"
        shapes = write_shapes(folder)
        for what, goal, options, expected in (
            ("all shapes", "1.8", (), seeded.findings),
            ("25 shapes", "1.8", ("--shapes", str(shapes)), seeded.of(CHOSEN)),
        ):
            ours, theirs = validating(seeded.path, report, *options), loading(seeded.path)
            mine, other = map(middle, in_turn(ours, theirs, runs=3))
            reported(report, expected)
            yield Row(f"validate {triples:,}, {what} / load", mine.wall, other.wall, goal)


def against_pyshacl(triples: int) -> Iterator[Row]:
    """Validation with 25 shapes against pySHACL with the same on a tenth of the triples: as a command, and inside."""
    few = triples // 10
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seeded, report, shapes = write(folder, few), folder / "report.json", write_shapes(folder)
        expected = seeded.of(CHOSEN)
        (mine,) = in_turn(validating(seeded.path, report, "--shapes", str(shapes)), runs=3)
        reported(report, expected)
        seconds, found = apart(inside, [*shipped(), str(seeded.path)], shapes)
        verify(found, expected)
        theirs, inner, remark = pyshacl_takes(folder, [*shipped(), str(seeded.path)], shapes, expected)
        yield Row(f"validate {few:,}, 25 shapes / pySHACL", middle(mine).cpu, theirs.cpu, "1/150 at 100k", remark)
        yield Row("the same in one process / pySHACL in one", seconds, inner, "1/190 at 100k", remark)


def inside(data: Sequence[str], shapes: Path) -> tuple[float, list[Finding]]:
    """The processor time that loading and validation take in this process, all imports done, and what is found."""
    begun = time.process_time()
    compiled = compile_shapes(parse(path=shapes, format=RdfFormat.TURTLE))
    store = Store()
    for path in data:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
    findings = run(compiled, Embedded(store)).findings
    seconds = time.process_time() - begun
    return seconds, [(finding.code, str(finding.node)) for finding in findings]


def pyshacl_takes(
    folder: Path, data: Sequence[str], shapes: Path, expected: Iterable[Finding], *, advanced: bool = False
) -> tuple[Usage, float, str]:
    """What one run of pySHACL takes, how long it takes inside after its imports, and how right it is."""
    answer = folder / "pyshacl.json"
    script = PYSHACL.format(data=list(data), shapes=str(shapes), answer=str(answer), advanced=advanced)
    usage = run_command(python(script))
    seconds, found = json.loads(answer.read_text(encoding="utf-8"))
    return usage, seconds, f"pySHACL: {difference(((code_of(shape), node) for shape, node in found), expected)}"
