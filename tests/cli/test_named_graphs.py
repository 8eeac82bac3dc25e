"""An endpoint whose data lie in a named graph: ``--graph`` looks there, and without it an error says where they are."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest
from asking import study

from qontology import KnowledgeGraph

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


OURS = ("dcterms:creator", "dcterms:license")
"""What is said of an export of what is shipped alone: of what others hold, nobody has said whose it is."""


def named(graph: KnowledgeGraph) -> set[str]:
    """The triples of a graph without blank nodes, which have other labels elsewhere."""
    return {f"{triple} ." for triple in graph.triples() if "_:" not in str(triple)}


def test_a_thing_is_exported_with_all_that_belongs_to_it_from_there_too(run, endpoint) -> None:
    here, there = (run("export", "QUTAC", *more).out.splitlines() for more in ([], [*endpoint, "--graph", HOME]))
    assert set(there) <= set(here)
    assert {line.split()[0] for line in set(here) - set(there)} <= set(OURS)
    assert [line for line in there if not line.strip().startswith(OURS)] == [
        line for line in here if not line.strip().startswith(OURS)
    ]


def test_all_that_is_there_is_exported(run, endpoint) -> None:
    here, there = (run("export", "-f", "nt", *more).out.splitlines() for more in ([], [*endpoint, "--graph", HOME]))
    assert len(there) == len(here) > 10_000
    assert [line for line in there if "_:" not in line] == [line for line in here if "_:" not in line]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ontology"], "ontology is no thing in a graph elsewhere"),
        (["mine.ttl"], "mine.ttl is no thing in a graph elsewhere"),
        (["-o", "folder/"], "an endpoint has no files"),
    ],
)
def test_what_an_endpoint_does_not_have_is_not_exported_from_it(run, endpoint, arguments, says) -> None:
    outcome = run("export", *arguments, *endpoint, "--graph", HOME)
    assert outcome.code == 2 and says in outcome.err


def test_sheets_are_filled_from_there_too(run, endpoint, tmp_path: Path) -> None:
    for place, more in (("here", []), ("there", [*endpoint, "--graph", HOME])):
        outcome = run("template", "members", "--filled", "QUTAC", *more, "-o", str(tmp_path / place))
        assert outcome.code == 0, outcome
    here, there = ((tmp_path / place / "members.csv").read_text() for place in ("here", "there"))
    assert "Infineon" in there and there == here


def test_the_tour_counts_and_validates_what_is_there_and_leads_on_there(run, endpoint) -> None:
    here, there = run("tour"), run("tour", *endpoint, "--graph", HOME)
    assert there.code == 0, there
    assert there.out.startswith(f"{len(study())} triples at the endpoint, data validated against the shapes: no ")
    assert there.out.split("\n\n")[1:-1] == here.out.split("\n\n")[1:-1]
    steps = there.out.split("\n\n")[-1].replace("\\\n", "")
    lines = [shlex.split(line) for line in steps.splitlines() if "qontology " in line]
    assert ["qontology", "show", "QUTAC", *endpoint, "--graph", HOME] in lines
    assert sum(line[-4:] == [*endpoint, "--graph", HOME] for line in lines) == 3


def test_a_site_is_made_of_what_is_there(run, endpoint, tmp_path: Path, monkeypatch) -> None:
    made = []
    monkeypatch.setattr("qontology.cli.verbs.site.files", lambda graph, base: made.append(graph) or {})
    assert run("site", *endpoint, "--graph", HOME, "-o", str(tmp_path / "site")).code == 0
    assert len(made[0]) == len(study()) and named(made[0]) == named(study())
