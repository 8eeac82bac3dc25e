"""Links to other graphs: each has its evidence, joins by one pattern, implies nothing false, and falls into no trap."""

import rdflib
from asking import found, graph, holds

from qontology import terms
from qontology.assets import files
from qontology.namespaces import FOAF, OWL, SCHEMA, SKOS

WIKIDATA = "<http://www.wikidata.org/entity/{}>"
ROR = "<https://ror.org/{}>"


def test_every_link_of_an_organization_or_a_place_has_an_assertion_with_evidence() -> None:
    bare = """
        VALUES ?property { schema:sameAs foaf:homepage } ?thing ?property ?value .
        FILTER NOT EXISTS { ?thing a qo:Source }
        FILTER NOT EXISTS { ?why qo:subject ?thing ; qo:predicate ?property ; qo:object ?value ; qo:evidence ?passage }
    """
    assert found("?thing ?value", bare) == set()
    assert len(found("?thing ?value", "?thing schema:sameAs ?value")) > 60


def test_a_register_is_joined_by_one_triple_pattern() -> None:
    bmw, label = rdflib.URIRef("https://ror.org/05vs9tj88"), rdflib.Literal("BMW (Germany)")
    register = rdflib.Graph().add((bmw, rdflib.RDFS.label, label))
    for path in files("data"):
        register.parse(path)
    answer = register.query(
        "SELECT ?thing ?label { ?thing <https://schema.org/sameAs> ?same . ?same rdfs:label ?label }"
    )
    assert [tuple(map(str, row)) for row in answer] == [
        ("https://w3id.org/qontology/id/organization/bmw", "BMW (Germany)")
    ]


def test_no_link_says_more_than_that_two_names_stand_for_one_thing() -> None:
    used = {triple.predicate for triple in graph().triples()}
    matches = {SKOS[name] for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")}
    assert not used & {OWL["sameAs"], *matches}
    assert used >= {SCHEMA["sameAs"], FOAF["homepage"]}


def test_no_alliance_has_an_identifier_and_the_hub_quantic_is_not_quic() -> None:
    assert not holds("?alliance a qo:Alliance ; schema:sameAs ?identifier")
    assert not holds(f"?thing schema:sameAs {ROR.format('04qdwq068')}")


def test_merck_of_darmstadt_is_not_the_company_of_that_name_in_the_united_states() -> None:
    assert holds(f"organization:merck schema:sameAs {WIKIDATA.format('Q156959')}")
    assert not holds(f"?thing schema:sameAs {WIKIDATA.format('Q247489')}")


def test_volkswagen_is_the_group_and_not_its_brand() -> None:
    assert holds(f"organization:volkswagen schema:sameAs {WIKIDATA.format('Q156578')}")
    assert not holds(f"?thing schema:sameAs {WIKIDATA.format('Q246')}")


def test_deutsche_telekom_has_not_the_item_of_a_withdrawn_record() -> None:
    assert holds(f"organization:deutsche-telekom schema:sameAs {WIKIDATA.format('Q9396')}")
    assert not holds(f"?thing schema:sameAs {WIKIDATA.format('Q565423')}")


def test_airbus_is_the_parent_of_its_national_companies() -> None:
    assert holds(f"organization:airbus schema:sameAs {ROR.format('02z4rsp10')}")
    for national in ("04a3akw68", "023qdcg29"):
        assert not holds(f"?thing schema:sameAs {ROR.format(national)}")


def test_atos_has_none_of_its_national_companies() -> None:
    assert not holds("organization:atos schema:sameAs ?identifier")


def test_what_was_seen_without_an_address_is_not_there() -> None:
    assert not holds("organization:sap schema:sameAs ?identifier")
    for unseen in (ROR.format("01q8f6705"), WIKIDATA.format("Q37156")):
        assert not holds(f"?thing schema:sameAs {unseen}")


def test_the_limited_company_has_the_identifiers_of_bosch_and_the_group_none() -> None:
    assert holds("organization:robert-bosch schema:sameAs ?identifier")
    assert not holds("organization:bosch-group schema:sameAs ?identifier")


def test_every_country_has_its_code_and_no_other_place_has_one() -> None:
    code = 'schema:sameAs ?code FILTER(CONTAINS(STR(?code), "iso:code:3166:"))'
    assert found("?place", f"?place {code}") == found("?place", "?place a qo:Country")


def test_the_links_have_a_header_of_their_own() -> None:
    assert holds(
        "<https://w3id.org/qontology/data/links> a owl:Ontology ; owl:imports ?root ; dcterms:license ?licence"
    )
    assert terms.NAMESPACE.startswith("https://w3id.org/qontology/ns")
