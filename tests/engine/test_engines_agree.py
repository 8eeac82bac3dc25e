"""One protocol: a real server gives what the engine in process gives on the same triples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import RdfFormat, Store, parse

from qontology.engine import Embedded, Engine, connect
from qontology.errors import InputError

TURTLE = """
@prefix ex: <http://example.org/> .
ex:quic a ex:Alliance ; ex:name "QuIC"@en, "欧洲量子产业联盟"@zh-Hans ; ex:founded 2021 ; ex:budget 1.50, 1.0E6 .
ex:qiic a ex:Alliance ; ex:name "QIIC" ; ex:since "2022-03"^^ex:month ; ex:open true ; ex:partner [ ex:name "?" ] .
"""
PREFIX = "PREFIX ex: <http://example.org/> "


class Pair(NamedTuple):
    embedded: Engine
    remote: Engine


@pytest.fixture(scope="module")
def engines(oxigraph_server: str) -> Iterator[Pair]:
    store = Store()
    store.extend(parse(TURTLE, RdfFormat.TURTLE))
    graph = f"{oxigraph_server}/store?default"
    headers = {"Content-Type": "text/turtle"}
    with urlopen(Request(graph, TURTLE.encode(), headers, method="PUT")):
        yield Pair(Embedded(store), connect(f"{oxigraph_server}/query"))
    with urlopen(Request(graph, method="DELETE")):
        pass


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?p ?o { ?s ?p ?o FILTER(!isBlank(?o) && !isBlank(?s)) }",
        "SELECT ?s ?founded { ?s a ex:Alliance OPTIONAL { ?s ex:founded ?founded } }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT ?o { ex:quic ex:budget ?o }",
        "SELECT ?s { ?s a ex:Nothing }",
    ],
)
def test_the_same_solutions(engines: Pair, query: str) -> None:
    here, there = (engine.select(PREFIX + query) for engine in engines)
    assert there.columns == here.columns
    assert sorted(map(str, there.rows)) == sorted(map(str, here.rows))


@pytest.mark.parametrize(("query", "answer"), [("ASK { ?s ex:open true }", True), ("ASK { ?s ex:open false }", False)])
def test_the_same_booleans(engines: Pair, query: str, answer: bool) -> None:
    assert [engine.ask(PREFIX + query) for engine in engines] == [answer, answer]


@pytest.mark.parametrize(
    "query", ["CONSTRUCT { ?s ex:called ?o } WHERE { ?s ex:name ?o FILTER isIRI(?s) }", "DESCRIBE ex:quic"]
)
def test_the_same_triples(engines: Pair, query: str) -> None:
    here, there = (engine.construct(PREFIX + query) for engine in engines)
    assert set(there) == set(here)
    assert here


def test_blank_nodes_are_as_many(engines: Pair) -> None:
    query = PREFIX + "SELECT DISTINCT ?b { ?a ex:partner ?b . ?b ex:name ?name }"
    assert [len(engine.select(query).rows) for engine in engines] == [1, 1]


@pytest.mark.parametrize(
    "query", ["SELECT * {", "INSERT DATA { <http://a/a> <http://a/b> 1 }", "SELECT * { ?s a un:known }"]
)
def test_what_is_no_query_is_an_input_error(engines: Pair, query: str) -> None:
    for engine in engines:
        with pytest.raises(InputError):
            engine.select(query)
