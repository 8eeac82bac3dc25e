"""Every kind of constraint has nodes that conform and nodes that do not; each engine must tell them apart."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store, parse

from qontology.engine import Embedded, Engine, Solutions, connect
from qontology.errors import EngineError
from qontology.language import Text
from qontology.shacl import compile_shapes, run
from qontology.shacl.constraints import COMPONENTS
from qontology.shacl.execution import find
from qontology.shacl.probe import PROBE, probe, without

SERVER = shutil.which("oxigraph", path=str(Path(sys.executable).parent))


@pytest.fixture
def embedded() -> Embedded:
    store = Store()
    store.load(path=PROBE, format=RdfFormat.TURTLE)
    return Embedded(store)


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[Engine]:
    if SERVER is None:
        pytest.skip("the oxigraph server is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = free.getsockname()
    address = f"{place[0]}:{place[1]}"
    subprocess.run([SERVER, "load", "--location", tmp_path, "--file", PROBE], check=True, capture_output=True)
    server = subprocess.Popen(
        [SERVER, "serve-read-only", "--location", tmp_path, "--bind", address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(400):
            with socket.socket() as client:
                if client.connect_ex(place) == 0:
                    break
            time.sleep(0.05)
        yield connect(f"http://{address}/query")
    finally:
        server.terminate()
        server.wait()


def test_the_embedded_engine_is_right_on_every_kind(embedded: Embedded) -> None:
    assert probe(embedded) == ()


def test_an_endpoint_is_right_on_every_kind(endpoint: Engine) -> None:
    assert probe(endpoint) == ()


def test_an_endpoint_and_the_embedded_engine_give_the_same_findings(endpoint: Engine, embedded: Embedded) -> None:
    compiled = compile_shapes(parse(path=PROBE, format=RdfFormat.TURTLE))
    here, there = (
        [(one.code, str(one.node), one.component, one.message) for one in find(compiled, engine)]
        for engine in (embedded, endpoint)
    )
    assert blank_nodes_alike(here) == blank_nodes_alike(there)
    assert len(here) >= 60


def blank_nodes_alike(findings: list[tuple[object, ...]]) -> list[str]:
    return sorted(re.sub(r"_:\w+", "_:b", str(finding)) for finding in findings)


def test_the_probe_has_nodes_for_every_component() -> None:
    text = PROBE.read_text(encoding="utf-8")
    for ending in ("good", "bad"):
        assert set(re.findall(rf"^e:(\w+)-\d-{ending} a ", text, re.MULTILINE)) >= set(COMPONENTS)


class ComparesAnything:
    """An engine that finds no fault in comparisons."""

    name = "generous"

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.ask, self.construct = engine.ask, engine.construct

    def select(self, query: str) -> Solutions:
        return self.engine.select(query.replace("COALESCE(!", "COALESCE(false && "))


def test_an_engine_is_not_asked_what_it_gets_wrong_and_the_shapes_are_named(embedded: Embedded, turtle) -> None:
    generous = ComparesAnything(embedded)
    wrong = probe(generous)
    assert {"lessThan", "minExclusive"} <= set(wrong)
    assert not {"minCount", "class", "sparql"} & set(wrong)
    shapes = """:Range sh:targetClass :C ; sh:property [ sh:path :p ; sh:minExclusive 0 ] .
        :Count sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] ."""
    kept = without(compile_shapes(turtle(shapes)), generous.name, wrong)
    assert [shape.code for shape in kept.shapes] == ["Count"]
    assert [(one.code, str(one.shape)) for one in kept.problems] == [("not-trusted", "<http://example.org/Range>")]
    assert "generous answers this kind of constraint wrongly: minExclusive" in kept.problems[0].message.en


class Fails(ComparesAnything):
    """An engine that gives up on comparisons."""

    def select(self, query: str) -> Solutions:
        if "isNUMERIC" in query:
            raise EngineError(Text("internal error 37000", "内部错误 37000"))
        return self.engine.select(query)


def test_a_shape_on_which_an_engine_from_afar_fails_is_named_and_the_others_are_checked(turtle) -> None:
    shapes = """:Range sh:targetClass :C ; sh:path :p ; sh:minExclusive 0 .
        :Count sh:targetClass :C ; sh:path :p ; sh:minCount 2 ."""
    store = Store()
    store.extend(turtle(":a a :C ; :p 1 ."))
    found = run(compile_shapes(turtle(shapes)), Fails(Embedded(store))).findings
    assert sorted(one.code for one in found) == ["Count", "not-answered"]
    (named,) = (one for one in found if one.code == "not-answered")
    assert (str(named.shape), named.message.en) == ("<http://example.org/Range>", "not checked: internal error 37000")


def test_an_endpoint_that_takes_two_spellings_for_one_term_is_named_where_that_may_change_a_verdict(turtle) -> None:
    engine = ComparesAnything(Embedded())
    engine.engine.store.extend(turtle(":a a :C ; :p 1.5 , 1.50 ."))
    for constraint, codes in (("sh:maxCount 1", ["literals-merged"]), ("sh:minCount 1", [])):
        shapes = compile_shapes(turtle(f":S sh:targetClass :C ; sh:path :p ; {constraint} ."))
        assert [one.code for one in run(shapes, engine).findings] == codes
