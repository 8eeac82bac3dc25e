"""Profiles: what of the graph survives in the vocabularies of others, and nothing false."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from asking import study
from exchange.profiles import asked, content, made, of_file

from qontology import InputError
from qontology.exchange import PROFILES, profiled, serialize
from qontology.knowledge.library import Library

pytestmark = pytest.mark.usefixtures("of_the_study")

TIME = "PREFIX time: <http://www.w3.org/2006/time#> "
BODY = "?thing a/rdfs:subClassOf* qo:Body"
OF_PROGRAMME = "?post qo:postOf/a qo:Programme"


def things(found: str, pattern: str, of: str = "") -> set[str]:
    """The things that match in a profile, or in the shipped graph."""
    source = asked(of) if of else study()
    return {row[0].value for row in source.select(f"SELECT DISTINCT ?{found} WHERE {{ {pattern} }}").rows}


def test_each_profile_has_queries_and_each_query_a_profile() -> None:
    names = {name.split("/")[1] for name in Library().ids() if name.startswith("exchange/") and name.count("/") == 2}
    assert names == set(PROFILES)


@pytest.mark.parametrize("profile", PROFILES)
def test_the_same_contents_give_the_same_bytes(profile: str) -> None:
    assert profiled(profile, content()) == made(profile)


@pytest.mark.parametrize("profile", ["org", "prov", "skos"])
def test_an_export_says_under_which_licence_it_is(profile: str) -> None:
    assert asked(profile).ask("ASK { ?export dcterms:license ?licence ; dcterms:creator ?editors ; dcterms:title ?t }")


@pytest.mark.parametrize("profile", ["org", "prov", "schema"])
def test_a_profile_has_no_term_of_ours(profile: str) -> None:
    terms = "{ ?s ?term ?o } UNION { ?s a ?term } FILTER(STRSTARTS(STR(?term), STR(qo:)))"
    assert things("term", terms, profile) == set()


# ---- ORG


def test_every_membership_and_affiliation_in_an_organization_is_a_whole_membership_of_org() -> None:
    whole = "?m a org:Membership ; org:member ?who ; org:organization ?where ; org:role ?role . ?role a org:Role"
    ours = things("m", "VALUES ?class { qo:Membership qo:Affiliation } ?m a ?class")
    ours -= things("m", f"?m qo:hasPost ?post . {OF_PROGRAMME}")
    assert things("m", whole, "org") == ours
    assert len(ours) >= 38


def test_each_membership_is_in_one_organization_and_no_body_becomes_one() -> None:
    several = "?m org:organization ?one , ?other FILTER(?one != ?other)"
    assert things("m", several, "org") == set()
    assert not things("thing", BODY) & things("o", "{ ?s ?p ?o } UNION { ?o ?p ?s } FILTER(isIRI(?o))", "org")


def test_an_organization_has_those_members_that_have_a_membership_in_itself() -> None:
    qutac = things("member", "alliance:qutac org:hasMember ?member", "org")
    assert qutac == things("member", "alliance:qutac qo:hasMembership/qo:member ?member")
    assert "https://w3id.org/qontology/id/organization/basf" in qutac
    ours = things("m", "?o a/rdfs:subClassOf* qo:Organization ; qo:hasMembership/qo:member ?m")
    assert things("m", "?m org:memberOf ?o", "org") == ours


def test_every_post_is_in_an_organization_unless_a_programme_has_it_and_only_who_holds_it_now_holds_it() -> None:
    ours = things("post", "?post a qo:Post") - things("post", OF_PROGRAMME)
    assert things("post", "?post a org:Post ; org:postIn ?o", "org") == ours
    assert asked("org").ask("ASK { person:celia-merzbacher org:holds post:qed-c-executive-director }")
    assert not asked("org").ask("ASK { person:celia-merzbacher org:holds post:pcast-executive-director }")
    assert not asked("org").ask("ASK { ?who org:holds post:chancellor-of-germany }")


def test_every_founding_is_the_change_from_which_its_organization_resulted() -> None:
    whole = "?founding a org:ChangeEvent ; org:resultingOrganization ?o . ?o org:resultedFrom ?founding"
    ours = things("founding", "?organization qo:hasFounding ?founding")
    assert things("founding", whole, "org") == ours
    assert len(ours) >= 8
    dates = things("date", "?organization qo:hasFounding/qo:date ?date")
    assert things("date", "?founding a org:ChangeEvent ; dcterms:date ?date", "org") == dates


def test_every_kind_of_an_organization_is_its_classification() -> None:
    ours = "?o a/rdfs:subClassOf* qo:Organization ; qo:organizationKind ?kind"
    columns = f"SELECT (COUNT(*) AS ?count) WHERE {{ {ours} }}"
    found = asked("org").select("SELECT (COUNT(*) AS ?count) WHERE { ?o org:classification ?kind }")
    assert found == study().select(columns)


@pytest.mark.parametrize(("form", "is_formal"), [("registered-association", True), ("memorandum", False)])
def test_an_organization_is_formal_where_its_legal_form_makes_it_a_legal_person(
    tmp_path: Path, form: str, is_formal: bool
) -> None:
    own = f"ex:alliance qo:legalForm <https://w3id.org/qontology/scheme/legal-form/{form}> ."
    found = of_file("org", tmp_path / "mine.ttl", "http://example.org/alliance", more=own)
    assert found.ask("ASK { <http://example.org/alliance> a org:FormalOrganization }") == is_formal


def test_no_other_organization_is_said_to_be_formal_and_none_is_a_unit() -> None:
    assert things("o", "?o a org:FormalOrganization", "org") <= things("o", "?o qo:legalForm ?form")
    assert things("o", "?o a org:OrganizationalUnit", "org") == set()


def test_a_period_is_an_interval_with_dates_as_precise_as_they_are(tmp_path: Path) -> None:
    found = of_file("org", tmp_path / "mine.ttl", "http://example.org/alliance")
    pattern = (
        "<http://example.org/first> org:memberDuring ?period . ?period time:hasBeginning/time:inXSDgYear ?start ;"
        " time:hasEnd/time:inXSDDate ?end"
    )
    rows = found.select(f"{TIME} SELECT ?start ?end WHERE {{ {pattern} }}").rows
    assert [[cell.value for cell in row] for row in rows] == [["2023", "2024-05-06"]]


def test_who_had_a_part_in_a_founding_is_associated_with_it_and_who_gained_by_it_is_not(tmp_path: Path) -> None:
    found = of_file("org", tmp_path / "mine.ttl", "http://example.org/alliance")
    rows = found.select("SELECT ?who WHERE { <http://example.org/founding> prov:wasAssociatedWith ?who }").rows
    assert [row[0].value.rpartition("/")[2] for row in rows] == ["basf"]


# ---- PROV


def test_every_evidenced_node_or_the_description_of_it_derives_from_its_source() -> None:
    ours = things("node", "?node qo:evidence/dcterms:isPartOf ?source")
    entity = "?entity a prov:Entity ; prov:wasDerivedFrom ?source . ?source dcterms:title ?title"
    described = things("node", f"{entity} . ?entity foaf:primaryTopic ?node", "prov")
    stated = things("entity", f"{entity} FILTER NOT EXISTS {{ ?entity foaf:primaryTopic ?node }}", "prov")
    assert ours <= described | stated
    assert len(ours) > 700


def test_a_source_of_a_node_is_that_of_its_evidence() -> None:
    pattern = "SELECT DISTINCT ?source WHERE {{ {} }} ORDER BY ?source"
    ours = study().select(pattern.format("?n qo:evidence/dcterms:isPartOf ?source"))
    assert asked("prov").select(pattern.format("?n prov:wasDerivedFrom ?source . ?source dcterms:title ?t")) == ours


def test_no_event_and_no_agent_is_made_an_entity() -> None:
    entities = things("e", "?e a prov:Entity", "prov")
    assert not entities & things("e", "?e a/rdfs:subClassOf* qo:Event")
    assert not entities & things("e", "?e a/rdfs:subClassOf* qo:Agent")


def test_every_statement_of_a_claimant_is_attributed_to_an_agent() -> None:
    ours = things("s", "?s qo:claimant ?who")
    attributed = things("s", "?s prov:wasAttributedTo ?who . ?who a prov:Agent ; rdfs:label ?name", "prov")
    assert ours <= attributed
    assert things("s", "?s a/rdfs:subClassOf* qo:Claim") <= attributed


def test_a_source_that_speaks_in_its_own_voice_speaks_through_its_authors() -> None:
    rows = asked("prov").select("SELECT ?name { source:paper-2022 prov:wasAttributedTo/rdfs:label ?name }").rows
    assert {row[0].value for row in rows} == {"authors of the comparative study of 2022", "2022年的比较研究的作者"}
    assert not asked("prov").ask("ASK { source:paper-2022 a prov:Agent }")


def test_every_triple_with_evidence_of_its_own_is_a_statement_of_rdf() -> None:
    ours = "SELECT (COUNT(*) AS ?count) WHERE { ?a qo:subject ?s ; qo:predicate ?p ; qo:object ?o }"
    theirs = (
        "SELECT (COUNT(*) AS ?count) WHERE { ?a a rdf:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"
    )
    assert asked("prov").select(theirs) == study().select(ours)


# ---- SKOS


def test_skos_has_the_vocabularies_and_nothing_else() -> None:
    found = asked("skos")
    for kind in ("skos:Concept", "skos:ConceptScheme"):
        assert things("c", f"?c a {kind}", "skos") == things("c", f"?c a {kind}")
    kinds = {"Concept", "ConceptScheme"}
    rows = found.select("SELECT DISTINCT ?kind { ?s a ?kind }").rows
    assert {row[0].value.rpartition("#")[2] for row in rows} == kinds
    ours = "SELECT ?c ?p ?v { ?c a skos:Concept ; ?p ?v FILTER(STRSTARTS(STR(?p), STR(skos:))) } ORDER BY ?c ?p ?v"
    assert found.select(ours) == study().select(ours)


def test_top_concepts_are_named_both_ways() -> None:
    assert things("c", "?s skos:hasTopConcept ?c", "skos") == things("c", "?c skos:topConceptOf ?s")


# ---- what is refused


@pytest.mark.parametrize(
    ("profile", "what", "form", "message"),
    [
        ("neo4j", [], None, "there is no profile neo4j; choose from org, prov"),
        ("tables", [], "turtle", "the profile tables is not written as turtle; leave -f out, or choose from csv"),
        ("org", [], "csv", "the profile org is not written as csv"),
        ("skos", ["QUTAC"], None, "the profile skos is of the vocabularies, not of a thing"),
        ("org", ["vocabularies"], None, "the profile org has nothing of this"),
    ],
)
def test_what_a_profile_cannot_be_is_told(profile: str, what: list[str], form: str | None, message: str) -> None:
    with pytest.raises(InputError) as error:
        profiled(profile, content(*what), form)
    assert message in str(error.value)


@pytest.mark.parametrize("form", ["nt", "rdfxml", "jsonld", "trig"])
def test_a_profile_is_the_same_in_every_form_of_rdf(form: str) -> None:
    text = profiled("org", content("QUTAC"), form)
    rdf = {"nt": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}
    quads = ox.parse(text, format=rdf.get(form, ox.RdfFormat.TRIG))
    assert serialize(quads) == profiled("org", content("QUTAC"))
