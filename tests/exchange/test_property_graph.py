"""The files for a property graph: every node and every relationship, and what an importing tool can take in."""

import csv
import io

import pyoxigraph as ox
import pytest
from asking import study
from exchange.profiles import made

from qontology import InputError, terms
from qontology.exchange.property_graph import property_graph
from qontology.namespaces import SKOS

pytestmark = pytest.mark.usefixtures("of_the_study")

TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
ALLIANCE = ox.NamedNode("http://example.org/alliance")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made("property-graph")[name])))


def test_each_relationship_leads_from_a_node_to_a_node_and_each_node_stands_once() -> None:
    nodes = [row["iri:ID"] for row in rows("nodes.csv")]
    assert len(set(nodes)) == len(nodes)
    ends = {row[end] for row in rows("relationships.csv") for end in (":START_ID", ":END_ID")}
    assert ends <= set(nodes)


def test_every_thing_and_every_concept_is_a_node() -> None:
    found = study().select(
        "SELECT DISTINCT ?t { { ?t a/rdfs:subClassOf* ?c FILTER(STRSTARTS(STR(?c), STR(qo:))) } UNION"
        " { ?t a skos:Concept } UNION { ?t a skos:ConceptScheme } }"
    )
    assert {row["iri:ID"] for row in rows("nodes.csv")} == {row[0].value for row in found.rows}


def test_every_link_between_nodes_is_a_relationship() -> None:
    nodes = {row["iri:ID"] for row in rows("nodes.csv")}
    links = [t for t in study().triples() if getattr(t.object, "value", "") in nodes and t.subject.value in nodes]
    assert len(rows("relationships.csv")) == len([t for t in links if isinstance(t.object, ox.NamedNode)])


def test_a_node_has_its_classes_as_labels_and_its_names_in_each_language() -> None:
    found = {row["iri:ID"]: row for row in rows("nodes.csv")}
    qutac = found["https://w3id.org/qontology/id/alliance/qutac"]
    assert qutac[":LABEL"].split("|") == ["Agent", "Alliance", "Organization"]
    assert qutac["prefLabel_zh"] == "量子技术与应用联盟"
    names = study().select("SELECT ?n { alliance:qutac skos:altLabel ?n FILTER(LANG(?n) = 'en') } ORDER BY ?n").rows
    assert qutac["altLabel_en:string[]"].split("|") == [name.value for (name,) in names]
    assert "QUTAC" in qutac["altLabel_en:string[]"].split("|")
    assert found["https://w3id.org/qontology/id/statement/qutac-listed-members"]["value:long"] == "12"


def test_a_relationship_is_called_in_capitals() -> None:
    kinds = {row[":TYPE"] for row in rows("relationships.csv")}
    assert {"HAS_MEMBERSHIP", "MEMBER", "EVIDENCE", "IN_SCHEME", "DCTERMS_IS_PART_OF"} <= kinds


def test_a_name_with_the_separating_sign_is_refused_and_one_without_is_not() -> None:
    def files(name: str) -> dict[str, str]:
        own = ox.Triple(ALLIANCE, SKOS["altLabel"], ox.Literal(name, language="en"))
        return property_graph([ox.Triple(ALLIANCE, TYPE, ox.NamedNode(terms.Alliance)), own])

    assert "A; B" in files("A; B")["nodes.csv"]
    with pytest.raises(InputError, match=r"separates values: A\|B"):
        files("A|B")
