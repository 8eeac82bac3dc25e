"""JSON-LD: the context inside, nothing lost whatever the values are, and things as trees."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from qontology.exchange import contents
from qontology.exchange.json_ld import json_ld

PREFIXES = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
HARD = {
    "texts in a language, twice in one": 'alliance:a skos:prefLabel "b"@en , "a"@en , "联盟"@zh .',
    "a text without a language where there are languages": 'alliance:a skos:prefLabel "a" , "b"@en .',
    "numbers, truth and dates": 'alliance:a qo:value 3 , 03 , 3.5 , true , "1"^^xsd:boolean , 12345678901234567890 ; '
    'qo:date "2022-06"^^xsd:gYearMonth .',
    "a text where things are expected": 'alliance:a qo:hasCountry "Germany" , <urn:x> .',
    "a thing where texts are expected": "alliance:a skos:prefLabel <urn:x> .",
    "an IRI whose scheme is called like a prefix": "<alliance:a> <role:b> <urn:c> . <urn:c> a alliance:d .",
    "a list, and one in a list": 'alliance:a owl:p ( "b" "a" ( <urn:x> ) ) ; qo:hasCountry ( "text" ) .',
    "a list that two share, and one with more to it": "alliance:a owl:p _:l ; owl:q _:l . _:l <http://www.w3.org/1999/02/"
    "22-rdf-syntax-ns#first> 1 ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> () .",
    "blank nodes in a circle": "_:a qo:hasCountry _:b . _:b qo:hasCountry _:a .",
    "a type that is a text": 'alliance:a a "type" , qo:Alliance .',
}


def triples(turtle: str) -> list[ox.Triple]:
    return [quad.triple for quad in ox.parse(PREFIXES + turtle, ox.RdfFormat.TURTLE)]


def read(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="json-ld")


@pytest.mark.parametrize("case", HARD)
@pytest.mark.parametrize("framed", [False, True])
def test_nothing_is_lost(case: str, framed: bool) -> None:
    things = [ox.NamedNode("https://w3id.org/qontology/id/alliance/a")] if framed else []
    again = ox.Dataset(ox.parse(json_ld(triples(HARD[case]), things), ox.RdfFormat.JSON_LD))
    before = ox.Dataset(ox.Quad(*triple) for triple in triples(HARD[case]))
    for dataset in (again, before):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert again == before


def test_names_are_those_of_the_context_which_stands_inside() -> None:
    document = json.loads(
        json_ld(triples('alliance:qutac a qo:Alliance ; skos:prefLabel "Consortium"@en , "联盟"@zh .'))
    )
    assert document["@context"]["prefLabel"]["@container"] == "@language"
    thing = {"id": "alliance:qutac", "type": "Alliance", "prefLabel": {"en": "Consortium", "zh": "联盟"}}
    assert document["@graph"] == [thing]


def test_values_without_an_order_are_sorted_as_they_are_written() -> None:
    document = json.loads(json_ld(triples('<urn:x> <urn:p> "联盟" , "b" , "ä" , "a" .')))
    assert document["@graph"] == [{"id": "urn:x", "urn:p": ["a", "b", "ä", "联盟"]}]


def test_an_alliance_is_a_tree_with_its_goals_and_its_bodies_inside_and_the_same_triples() -> None:
    found = contents("QuIC")
    text = json_ld(sorted({quad.triple for quad in found.quads}, key=str), found.things)
    tree = json.loads(text)["@graph"][0]
    assert tree["id"] == "alliance:quic"
    written = json.dumps(tree)
    assert all(f'"id": "{name}"' in written for name in ("place:europe", "source:paper-2022"))
    assert any("goal:quic-1" in str(goal) for goal in tree["hasGoal"])
    assert "Quantum Funding" in written or "quic-funding" in json.dumps(tree["@reverse"])
    flat = rdflib.Graph().parse(data="\n".join(f"{quad.triple} ." for quad in found.quads), format="nt")
    assert isomorphic(read(text), flat)
