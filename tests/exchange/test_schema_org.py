"""The profile of schema.org: a page of an alliance can carry it as it is."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from asking import study
from exchange.profiles import MINE, asked, made

from qontology.exchange import contents, profiled

pytestmark = pytest.mark.usefixtures("of_the_study")

PERSON = """
@prefix ex: <http://example.org/> .
@prefix modality: <https://w3id.org/qontology/scheme/modality/> .
@prefix organization: <https://w3id.org/qontology/id/organization/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

ex:person a qo:Person ; skos:prefLabel "Ada"@en , "艾达"@zh ;
    qo:hasAffiliation ex:now , ex:done , ex:ended , ex:planned , ex:programme .
ex:now a qo:Affiliation ; qo:affiliatedWith organization:basf .
ex:done a qo:Affiliation ; qo:affiliatedWith organization:bmw ; qo:modality modality:done .
ex:ended a qo:Affiliation ; qo:affiliatedWith organization:sap ; qo:end "2024"^^xsd:gYear .
ex:programme a qo:Affiliation ; qo:affiliatedWith <https://w3id.org/qontology/id/programme/quantum-flagship> .
ex:planned a qo:Affiliation ; qo:affiliatedWith organization:merck ; qo:modality modality:planned .
"""
QUTAC = "https://w3id.org/qontology/id/alliance/qutac"


def test_an_alliance_is_one_tree_with_name_founding_date_members_place_and_identifiers() -> None:
    found = json.loads(made("schema", "QUTAC"))
    assert found["@id"] == QUTAC
    assert set(found["@type"]) == {"Organization", "Consortium"}
    assert {"@value": "量子技术与应用联盟", "@language": "zh"} in found["name"]
    assert found["foundingDate"] == "2021-06"
    assert found["url"] == "https://www.qutac.de/"
    assert found["location"]["sameAs"][0] == "http://www.wikidata.org/entity/Q183"
    assert found["founder"]["name"][0]["@value"] == "Infineon"
    members = {member["@id"] for member in found["member"]}
    rows = study().select("SELECT DISTINCT ?m { alliance:qutac qo:hasMembership/qo:member ?m }").rows
    assert members == {row[0].value for row in rows} and len(found["member"]) == len(members) >= 12
    basf = next(member for member in found["member"] if member["@id"].endswith("/basf"))
    assert basf["sameAs"] == "http://www.wikidata.org/entity/Q9401"


def test_an_alliance_with_an_identifier_has_it(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(MINE, encoding="utf-8")
    found = json.loads(profiled("schema", contents("http://example.org/alliance", data=[file])))
    assert found["sameAs"] == "http://www.wikidata.org/entity/Q1"


def test_its_context_is_inside_and_other_libraries_read_the_same_triples() -> None:
    for what in ((), ("QUTAC",)):
        text = made("schema", *what)
        expected = set(asked("schema", *what).triples())
        assert {quad.triple for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD)} == expected
        assert len(rdflib.Graph(bind_namespaces="none").parse(data=text, format="json-ld")) == len(expected)


def test_all_alliances_are_trees_of_their_own() -> None:
    found = json.loads(made("schema"))["@graph"]
    trees = [each["@id"] for each in found if "Consortium" in each.get("@type", ())]
    rows = study().select("SELECT ?a { ?a a qo:Alliance } ORDER BY ?a").rows
    assert trees == [row[0].value for row in rows]


def test_who_gave_the_first_push_is_no_founder() -> None:
    assert not asked("schema").ask("ASK { ?o schema:founder person:angela-merkel }")
    assert asked("schema").ask("ASK { person:angela-merkel a schema:Person }")


def test_what_is_over_is_no_job() -> None:
    rows = asked("schema").select("SELECT DISTINCT ?o { person:celia-merzbacher schema:affiliation ?o }").rows
    found = {row[0].value.rpartition("/")[2] for row in rows}
    assert "qed-c" in found and not found & {"ostp", "pcast", "materials-and-manufacturing-board"}


def test_only_what_is_neither_over_nor_to_come_is_an_affiliation(tmp_path: Path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(PERSON, encoding="utf-8")
    text = profiled("schema", contents(data=[file]))
    links = [
        quad for quad in ox.parse(text, format=ox.RdfFormat.JSON_LD) if quad.predicate.value.endswith("affiliation")
    ]
    mine = [quad.object.value for quad in links if quad.subject.value == "http://example.org/person"]
    assert [iri.rpartition("/")[2] for iri in mine] == ["basf"]
