"""Copies of a graph for other libraries: nothing is lost, nothing is fetched, and names are those of people."""

import owlready2
import pyoxigraph as ox
import pytest

from qontology import EngineError, KnowledgeGraph
from qontology.engine import Embedded
from qontology.knowledge.networkx_copy import SEPARATOR, to_networkx
from qontology.knowledge.owlready_copy import individuals, one_ontology, to_owlready
from qontology.knowledge.rdflib_namespace import namespace
from qontology.terms import Alliance

OURS = "https://w3id.org/qontology/ns#"
HEADER = "<http://example.org/o> a owl:Ontology ; owl:imports <http://127.0.0.1:9/secret> . "


def triples(turtle: str) -> list[ox.Triple]:
    prefixes = """@prefix : <http://example.org/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."""
    return [quad.triple for quad in ox.parse(prefixes + turtle, format=ox.RdfFormat.TURTLE)]


def world(turtle: str) -> owlready2.World:
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples(turtle))
    return KnowledgeGraph(Embedded(store)).to_owlready()


# owlready2


def test_what_a_stranger_imports_is_not_fetched() -> None:
    found = world(HEADER + ":a a :C . :C a owl:Class .")
    assert found.get_ontology("http://example.org/o").imported_ontologies == []
    assert not any("imports" in str(triple.predicate) for triple in one_ontology(triples(HEADER)))


def test_the_ontology_has_the_name_of_its_header_and_ours_where_there_is_none() -> None:
    assert "http://example.org/o#" in world(HEADER).ontologies
    assert OURS in world(":a :p :b .").ontologies


def test_individuals_are_declared_and_classes_and_properties_are_not() -> None:
    graph = triples(":C a owl:Class . :p a owl:ObjectProperty . :a a :C . :D a owl:Class , :C . :b a :Undeclared .")
    assert [triple.subject.value for triple in individuals(graph)] == ["http://example.org/a"]


def test_dates_of_any_precision_are_read_as_they_are_written() -> None:
    found = world(
        ':C a owl:Class . :date a owl:DatatypeProperty . :a a :C ; :date "2021"^^xsd:gYear .'
        ':b a :C ; :date "2021-06"^^xsd:gYearMonth . :c a :C ; :date "2021-06-10"^^xsd:date .'
    )
    dates = [found[f"http://example.org/{name}"].date[0] for name in "abc"]
    assert list(map(str, dates)) == ["2021", "2021-06", "2021-06-10"]
    assert sorted(dates[:2]) == ["2021", "2021-06"]


def test_a_world_has_its_own_triples_only_and_another_world_is_no_hindrance() -> None:
    owlready2.default_world.get_ontology("http://example.org/o#")
    first, second = world(HEADER), world(HEADER + ":C a owl:Class .")
    assert first["http://example.org/C"] is None and second["http://example.org/C"] is not None


def test_what_owlready2_does_not_take_in_is_an_error() -> None:
    with pytest.raises(EngineError, match="owlready2 took in 2 of 3 triples"):
        to_owlready(triples(":a :p 1 , 01 ."))


# networkx


def test_every_triple_is_an_edge_or_a_value_of_an_attribute() -> None:
    copy = to_networkx(triples(':a :p :b ; skos:altLabel "x"@en , "y"@en , "z"@zh ; :size 3 .'))
    assert list(copy.edges(keys=True)) == [("http://example.org/a", "http://example.org/b", "http://example.org/p")]
    assert copy.nodes["http://example.org/a"] == {
        "label": "http://example.org/a",
        "skos_altLabel_en": f"x{SEPARATOR}y",
        "skos_altLabel_zh": "z",
        "size": 3,
    }


def test_a_node_is_labelled_with_its_english_name_or_the_other() -> None:
    copy = to_networkx(triples(':a skos:prefLabel "联盟"@zh , "alliance"@en . :b skos:prefLabel "目标"@zh .'))
    assert [data["label"] for _, data in copy.nodes(data=True)] == ["alliance", "目标"]


def test_networkx_has_no_triple_terms() -> None:
    term = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.NamedNode("urn:b"))
    with pytest.raises(EngineError, match="networkx has no triple terms"):
        to_networkx([ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), term)])


# rdflib


def test_the_namespace_knows_our_terms_and_no_other() -> None:
    assert str(namespace().Alliance) == Alliance
    with pytest.raises(AttributeError):
        getattr(namespace(), "Alliancee")  # noqa: B009
