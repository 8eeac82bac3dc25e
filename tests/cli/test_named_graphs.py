"""An endpoint whose data lie in a named graph: ``--graph`` looks there, and without it an error says where they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest
from asking import study

pytestmark = pytest.mark.usefixtures("of_the_study")

HOME = "https://w3id.org/qontology/graph/named"
VERBS = {
    "query": ["query", "goals/of-alliance", "alliance=QUTAC"],
    "show": ["show", "QUTAC"],
    "search": ["search", "量子密码"],
    "compare": ["compare", "QUTAC", "QIC", "--sources"],
    "compare --overlap": ["compare", "--overlap", "QUTAC", "QIC"],
    "similar": ["similar", "QIC"],
    "gaps": ["gaps", "QIC"],
    "timeline": ["timeline", "QUTAC"],
    "explain": ["explain", "Airbus", "participates in"],
    "validate": ["validate", "--code", "QO-101"],
}
HOLDS_NOTHING = "holds no triple where queries look; its data lie in named graphs; name one with --graph: "


@pytest.fixture(scope="module")
def endpoint(oxigraph_server: str) -> Iterator[list[str]]:
    """The option for a server that has the study in one named graph."""
    address = f"{oxigraph_server}/store?graph={HOME}"
    body = ox.serialize(study().triples(), format=ox.RdfFormat.N_TRIPLES)
    urlopen(Request(address, body, {"Content-Type": "application/n-triples"}, method="PUT"), timeout=20).close()
    yield ["--endpoint", f"{oxigraph_server}/query"]
    urlopen(Request(address, method="DELETE"), timeout=20).close()


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_answers_from_a_named_graph_as_from_what_is_shipped(run, endpoint, verb) -> None:
    here, there = run(*VERBS[verb]), run(*VERBS[verb], *endpoint, "--graph", HOME)
    assert there.code == 0 and "may be incomplete" not in there.err
    assert there.out == here.out or (verb == "validate" and there.out.startswith("No findings;"))


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_that_looks_elsewhere_says_where_the_data_are(run, endpoint, verb) -> None:
    outcome = run(*VERBS[verb], *endpoint)
    assert outcome.code == 2 and HOLDS_NOTHING in outcome.err and HOME in outcome.err


def test_a_graph_that_is_not_there_is_told(run, endpoint) -> None:
    outcome = run("show", "QUTAC", *endpoint, "--graph", "urn:none")
    assert outcome.code == 2 and "check its address and, if one is named, its graph" in outcome.err


def test_a_graph_has_its_prefixed_name_too(run, endpoint, tmp_path: Path) -> None:
    file = tmp_path / "all.rq"
    file.write_text("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", encoding="utf-8")
    found = run("query", str(file), *endpoint, "--graph", HOME, "-f", "csv").out.split()
    assert found == ["n", str(len(study()))]


def test_a_query_of_ones_own_may_name_its_graphs_itself(run, endpoint, tmp_path: Path) -> None:
    file = tmp_path / "all.rq"
    file.write_text(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{HOME}> {{ ?s ?p ?o }} }}", encoding="utf-8")
    assert run("query", str(file), *endpoint, "-f", "csv").out.split() == ["n", str(len(study()))]
