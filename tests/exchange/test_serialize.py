"""One graph in each RDF format: nothing is lost, lists keep their order, and the bytes are the same at every run."""

import json
import random

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from qontology import assets
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
CONTEXT = "https://w3id.org/qontology/context.jsonld"
READERS = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".jsonld": "json-ld"}


def triples(turtle: str = TURTLE) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(turtle, ox.RdfFormat.TURTLE)]


def read_back(text: str, ending: str) -> rdflib.Graph:
    """What another library reads, the context of JSON-LD taken from the checkout."""
    if ending == ".jsonld":
        context = json.loads((assets.root() / "ontology/context.jsonld").read_text(encoding="utf-8"))
        text = json.dumps({**json.loads(text), **context})
    return rdflib.Graph(bind_namespaces="none").parse(data=text, format=READERS[ending])


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_lost_in_any_format(name: str) -> None:
    again = read_back(serialize(triples(), name), FORMATS[name].ending)
    assert isomorphic(again, rdflib.Graph().parse(data=TURTLE, format="turtle"))


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_repetitions_and_labels_of_blank_nodes_of_the_input_leave_no_trace(name: str) -> None:
    shuffled = triples() * 2
    random.Random(3).shuffle(shuffled)
    relabelled = triples(TURTLE.replace('[ skos:prefLabel "b" ]', "_:other") + '_:other skos:prefLabel "b" .')
    assert serialize(triples(), name) == serialize(shuffled, name) == serialize(relabelled, name)


@pytest.mark.parametrize("names", [("turtle", "ttl"), ("nt", "n-triples"), ("rdfxml", "xml"), ("jsonld", "json-ld")])
def test_a_format_has_two_names(names: tuple[str, str]) -> None:
    one, other = names
    assert FORMATS[one].names == names
    assert serialize(triples(), one) == serialize(triples(), other)


def test_n_triples_are_sorted_lines() -> None:
    lines = serialize(triples(), "nt").splitlines()
    assert lines == sorted(lines) and len(lines) == 14
    assert lines[0].startswith("<https://w3id.org/qontology/id/alliance/qutac> <http://www.w3.org/1999/02/22-rdf-")


def test_turtle_and_rdf_xml_use_the_prefixes_of_the_project() -> None:
    assert "alliance:qutac\n    a qo:Alliance ;\n" in serialize(triples(), "turtle")
    assert '<skos:prefLabel xml:lang="en">Consortium</skos:prefLabel>' in serialize(triples(), "rdfxml")


def test_json_ld_is_compact_sorted_and_names_its_context_by_its_address() -> None:
    text = serialize(triples(), "jsonld")
    document = json.loads(text)
    assert list(document) == ["@context", "@graph"] and document["@context"] == CONTEXT
    ids = [thing["id"] for thing in document["@graph"]]
    assert ids == sorted(ids) and ids[2:] == ["alliance:qutac", "qo:through"]
    alliance = document["@graph"][2]
    assert list(alliance) == ["id", "prefLabel", "qo:seat", "type"]
    assert alliance["type"] == "Alliance" and alliance["prefLabel"] == {"en": "Consortium", "zh": "联盟"}
    assert text == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def test_the_members_of_a_list_keep_their_order_in_json_ld() -> None:
    chain = json.loads(serialize(triples(), "jsonld"))["@graph"][3]["owl:propertyChainAxiom"]
    assert [member["id"] for member in chain["@list"]] == ["qo:z", "qo:a", "qo:m"]


def test_values_without_an_order_are_sorted_as_they_are_written() -> None:
    names = " , ".join(f'"{name}"' for name in ("联盟", "b", "ä", "a"))
    document = json.loads(serialize(triples(f"<urn:x> <urn:p> {names} ."), "jsonld"))
    assert document["@graph"] == [{"id": "urn:x", "urn:p": ["a", "b", "ä", "联盟"]}]


def test_a_graph_of_one_thing_is_a_graph_all_the_same() -> None:
    document = json.loads(serialize(triples()[:1], "jsonld"))
    assert document == {"@context": CONTEXT, "@graph": [{"id": "alliance:qutac", "type": "Alliance"}]}


@pytest.mark.parametrize("name", FORMATS)
def test_a_graph_of_nothing_is_a_file_of_its_format(name: str) -> None:
    assert len(read_back(serialize([], name), FORMATS[name].ending)) == 0
