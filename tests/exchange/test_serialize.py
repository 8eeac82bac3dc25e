"""One graph in each RDF format: nothing is lost, lists keep their order, and the bytes are the same at every run."""

import json
import random
from importlib import import_module
from itertools import pairwise

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from qontology import InputError, terms
from qontology.exchange import FORMATS, serialize

TURTLE = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

alliance:qutac a qo:Alliance ;
    skos:prefLabel "Consortium"@en , "联盟"@zh ;
    qo:seat [ skos:prefLabel "b" ] , [ skos:prefLabel "a" ] .
qo:through owl:propertyChainAxiom ( qo:z qo:a qo:m ) .
"""
MODULE = import_module("qontology.exchange.serialize")
READERS = {"turtle": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "rdfxml": "xml", "jsonld": "json-ld"}


def triples(turtle: str = TURTLE) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)]


def read_back(text: str, name: str) -> rdflib.Graph:
    """What another library reads, of all graphs."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=text, format=READERS[name])
    graph = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    return graph


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_lost_in_any_format(name: str) -> None:
    again = read_back(serialize(triples(), name), name)
    assert isomorphic(again, rdflib.Graph().parse(data=TURTLE, format="turtle"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_repetitions_and_labels_of_blank_nodes_of_the_input_leave_no_trace(name: str) -> None:
    shuffled = triples() * 2
    random.Random(3).shuffle(shuffled)
    relabelled = triples(TURTLE.replace('[ skos:prefLabel "b" ]', "_:other") + '_:other skos:prefLabel "b" .')
    assert serialize(triples(), name) == serialize(shuffled, name) == serialize(relabelled, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [("turtle", "ttl"), ("nt", "n-triples"), ("nq", "nquads"), ("rdfxml", "xml"), ("jsonld", "json-ld")],
)
def test_a_format_has_other_names(one: str, other: str) -> None:
    assert serialize(triples(), one) == serialize(triples(), other)


def test_a_format_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InputError) as found:
        serialize(triples(), "n3")
    assert found.value.say("en") == "there is no RDF format n3; choose from turtle, trig, nt, nq, rdfxml, jsonld"
    assert found.value.say("zh") == "没有名为 n3 的 RDF 格式；可选：turtle、trig、nt、nq、rdfxml、jsonld"


def test_graphs_keep_their_names_where_the_format_has_any_and_merge_elsewhere() -> None:
    one = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.NamedNode("urn:b"))
    quads = [ox.Quad(one.subject, one.predicate, one.object, ox.NamedNode(f"urn:{name}")) for name in ("g", "f")]
    assert serialize(quads, "nq") == "<urn:a> <urn:p> <urn:b> <urn:f> .\n<urn:a> <urn:p> <urn:b> <urn:g> .\n"
    assert serialize(quads, "nt") == "<urn:a> <urn:p> <urn:b> .\n"
    assert serialize(quads, "jsonld") == serialize([one], "jsonld")
    assert {*ox.parse(serialize(quads, "trig"), ox.RdfFormat.TRIG)} == {*quads}


def test_the_default_graph_comes_first_and_then_the_others_by_their_names() -> None:
    nodes = {name: ox.NamedNode(f"urn:{name}") for name in "abcpfg"}
    graphs = (("a", nodes["g"]), ("b", nodes["f"]), ("c", ox.DefaultGraph()))
    quads = [ox.Quad(nodes[name], nodes["p"], nodes[name], graph) for name, graph in graphs]
    assert serialize(quads, "nq").splitlines() == [
        "<urn:c> <urn:p> <urn:c> .",
        "<urn:b> <urn:p> <urn:b> <urn:f> .",
        "<urn:a> <urn:p> <urn:a> <urn:g> .",
    ]


def test_n_triples_are_sorted_lines() -> None:
    lines = serialize(triples(), "nt").splitlines()
    assert lines == sorted(lines) and len(lines) == 14
    assert lines[0].startswith("<https://w3id.org/qontology/id/alliance/qutac> <http://www.w3.org/1999/02/22-rdf-")


def test_turtle_and_rdf_xml_use_the_prefixes_of_the_project() -> None:
    assert "alliance:qutac\n    a qo:Alliance ;\n" in serialize(triples(), "turtle")
    assert '<skos:prefLabel xml:lang="en">Consortium</skos:prefLabel>' in serialize(triples(), "rdfxml")


def test_json_ld_uses_the_names_of_the_project_and_has_trees_where_they_are_asked_for() -> None:
    alliance, goal = (ox.NamedNode(f"https://w3id.org/qontology/id/{name}/a") for name in ("alliance", "goal"))
    has, kind = ox.NamedNode(terms.hasGoal), ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    statements = [ox.Triple(alliance, has, goal), ox.Triple(goal, kind, ox.NamedNode(terms.Goal))]
    flat, tree = (json.loads(serialize(statements, "jsonld", trees=trees)) for trees in ((), (alliance,)))
    assert [node["id"] for node in flat["@graph"]] == ["alliance:a", "goal:a"]
    assert tree["@graph"] == [{"id": "alliance:a", "hasGoal": {"id": "goal:a", "type": "Goal"}}]


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_of_nothing_is_a_file_of_its_format(name: str) -> None:
    assert len(read_back(serialize([], name), name)) == 0


def linked(number: int, *, alike: bool) -> list[ox.Triple]:
    """A chain of blank nodes, or as many that point to each other and cannot be told apart."""
    nodes, step = [ox.BlankNode() for _ in range(number)], ox.NamedNode("urn:next")
    if alike:
        return [ox.Triple(one, step, other) for one in nodes for other in nodes if one != other]
    return [ox.Triple(one, step, other) for one, other in pairwise([*nodes, ox.NamedNode("urn:end")])]


@pytest.mark.parametrize("number", [9, 40])
def test_blank_nodes_that_cannot_be_told_apart_end_in_an_error_in_time(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MODULE, "SECONDS", 2)
    with pytest.raises(InputError) as found:
        serialize(linked(number, alike=True), "nt")
    assert "naming them takes more than 2 seconds; give them IRIs, or nest them less" in found.value.say("en")
    assert found.value.say("zh") == "空白节点过于相似，命名耗时超过 2 秒；请为其指定 IRI，或减少嵌套"


def pairs(number: int) -> list[ox.Triple]:
    return [ox.Triple(ox.BlankNode(), ox.NamedNode(f"urn:p{each}"), ox.BlankNode()) for each in range(number)]


def star(number: int, *, inward: bool) -> list[ox.Triple]:
    hub, ends, step = ox.BlankNode(), [ox.BlankNode() for _ in range(number)], ox.NamedNode("urn:next")
    return [ox.Triple(end, step, hub) if inward else ox.Triple(hub, step, end) for end in ends]


def twins(number: int) -> list[ox.Triple]:
    return [ox.Triple(ox.BlankNode(), ox.NamedNode("urn:p"), ox.NamedNode(f"urn:{each % 2}")) for each in range(number)]


@pytest.mark.parametrize(
    "statements",
    [
        linked(4, alike=True),
        linked(4, alike=True) + pairs(1),
        pairs(40),
        twins(40),
        star(40, inward=True),
        star(40, inward=False),
    ],
    ids=[
        "few links",
        "few of these alike",
        "properties of their own",
        "no links",
        "one at the end",
        "one at the start",
    ],
)
def test_no_process_of_its_own_is_needed_where_blank_nodes_are_told_apart_at_first_sight(
    statements: list[ox.Triple], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise AssertionError("another process is started")

    monkeypatch.setattr(MODULE, "isolated", refuse)
    assert serialize(statements, "nt").count("\n") == len(statements)
    for hard in (linked(5, alike=True), pairs(7) + pairs(7)):
        with pytest.raises(AssertionError, match="another process"):
            serialize(hard, "nt")


def test_many_blank_nodes_that_can_be_told_apart_are_named() -> None:
    assert serialize(linked(120, alike=False), "nt").count("\n") == 120


def test_blank_nodes_are_named_apart_by_what_is_said_of_them() -> None:
    """It is done in another process; here, what that does."""
    one, other = (
        MODULE.named(f"_:{a} <urn:p> _:{b} <urn:g> .\n_:{b} <urn:p> <urn:end> .\n".encode()) for a, b in ("xy", "yx")
    )
    assert sorted(one.splitlines()) == sorted(other.splitlines())
    assert one.count(b"_:c14n") == 3 and one.count(b"<urn:g>") == 1
    assert MODULE.named(b"") == b""
