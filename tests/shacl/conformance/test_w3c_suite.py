"""The W3C test suite of SHACL: 98 tests of SHACL Core, and 22 of SHACL-SPARQL with one that their manifests forget.

QONTOLOGY_W3C names the folder of the suite. Else it is taken from the pinned source distribution of pySHACL on the
package index; where that cannot be had either, the tests are skipped.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from downloads import unpacked
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from shacl.results import result_of, results_of

from qontology.namespaces import SH, Namespace, Term
from qontology.shacl import ShapesError, Verbatim, compile_shapes
from qontology.shacl.execution import find
from qontology.shacl.triples import TripleIndex, relabelled

ARCHIVE = "pyshacl-0.40.1.tar.gz"
SHA256 = "011e3cf1a68b31747cb762ba3d755ae1bdcc464c8fad0dc212a9adc550719552"
INSIDE = "pyshacl-0.40.1/test/resources/sht_tests"

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")


@dataclass(frozen=True)
class Case:
    """One test of a manifest."""

    file: Path
    node: NamedNode

    @property
    def name(self) -> str:
        return "/".join((*self.file.parts[-3:-1], self.file.stem))


def folder(cache: Path) -> Path | None:
    """The suite that QONTOLOGY_W3C names, else the one of the pinned source distribution; None where neither is."""
    named = os.environ.get("QONTOLOGY_W3C")
    if named:
        return next(path for path in (Path(named) / "shacl", Path(named)) if (path / "core").is_dir())
    found = unpacked(cache, "pyshacl==0.40.1", ARCHIVE, SHA256, "--no-binary", ":all:")
    return found / INSIDE if found else None


def cases(suite: Path) -> list[Case]:
    """All tests of SHACL Core and SHACL-SPARQL, in order of their files."""
    files = sorted(file for part in ("core", "sparql") for file in (suite / part).rglob("*.ttl"))
    return [Case(file, entry) for file in files for entry in entries(file)]


def entries(file: Path) -> Iterator[NamedNode]:
    graph = read(file)
    for _, head in graph.pairs(MF["entries"]):
        yield from (entry for entry in graph.members(head) if isinstance(entry, NamedNode))


@cache
def read(file: Path) -> TripleIndex:
    return TripleIndex(relabelled(parse(path=file, format=RdfFormat.TURTLE, base_iri=file.as_uri())))


def named(graph: TripleIndex, action: Term, name: str) -> TripleIndex:
    return read(Path(unquote(urlparse(str(graph.objects(action, SHT[name])[0])[1:-1]).path)))


def differences(case: Case) -> list[str]:
    """How the findings differ from the report that the test expects, a line each; none where they are equal."""
    graph = read(case.file)
    action, expected = graph.objects(case.node, MF["action"])[0], graph.objects(case.node, MF["result"])[0]
    data = named(graph, action, "dataGraph").triples
    try:
        compiled = compile_shapes(named(graph, action, "shapesGraph").triples)
        found = list(find(compiled, Verbatim(data)))
    except ShapesError as error:
        return [] if expected == SHT["Failure"] else [f"error: {error}"]
    if expected == SHT["Failure"]:
        refused = [one for one in compiled.problems if one.code == "ill-formed"]
        return [] if refused else ["nothing is said to be ill-formed, though a failure was expected"]
    wanted = Counter(result_of(graph, node) for node in graph.objects(expected, SH["result"]))
    got = results_of(found)
    said = {one.message.en for one in found}
    messages = [
        text.value
        for node in graph.objects(expected, SH["result"])
        for text in graph.objects(node, SH["resultMessage"])
        if isinstance(text, Literal) and text.value not in said
    ]
    return [
        *(f"missing: {one}" for one in (wanted - got).elements()),
        *(f"invented: {one}" for one in (got - wanted).elements()),
        *(f"message missing: {text}" for text in messages),
    ]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a case; one that is skipped where there is no suite."""
    cache = getattr(metafunc.config, "cache", None)
    suite = folder(cache.mkdir("w3c")) if cache else None
    missing = pytest.param(None, marks=pytest.mark.skip("121 tests: no suite at QONTOLOGY_W3C or on the package index"))
    found = [missing] if suite is None else cases(suite)
    metafunc.parametrize("case", found, ids=lambda case: case.name if case else "suite")


def test_the_findings_are_those_of_the_suite(case: Case) -> None:
    assert differences(case) == []
