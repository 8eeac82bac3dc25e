"""What follows: each rule on a case where it speaks and on one, a step away, where it must be silent."""

import pyoxigraph as ox
import pytest
import rdflib
from asking import study

from qontology import terms
from qontology.engine import Embedded
from qontology.knowledge import KnowledgeGraph
from qontology.knowledge.library import Library
from qontology.reasoning import derive, materialize

PREFIXES = """
@prefix : <http://example.org/> .
@prefix completeness: <https://w3id.org/qontology/scheme/completeness/> .
@prefix mode: <https://w3id.org/qontology/scheme/formation-mode/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix reading: <https://w3id.org/qontology/scheme/reading/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

# Rule: a case, what must follow from it, and a change after which nothing may follow.
CASES = {
    "formation-mode": (
        ":a qo:hasFormationAssessment :j . :j qo:assessedMode mode:company-led .",
        ":a qo:formationMode mode:company-led .",
        ("qo:hasFormationAssessment", "qo:rival"),
    ),
    "class-by-mode": (
        ":a a qo:Alliance ; qo:hasFormationAssessment :j . :j qo:assessedMode mode:government-led .",
        ":a a qo:GovernmentLedAlliance .",
        ("qo:Alliance", "qo:Organization"),
    ),
    "body-of": (
        ":b qo:subBodyOf :c . :c qo:subBodyOf :d . :d qo:bodyOf :a .",
        ":b qo:bodyOf :a . :c qo:bodyOf :a .",
        (":d qo:bodyOf :a", ":e qo:bodyOf :a"),
    ),
    "has-member": (
        ":a qo:hasMembership :m . :m qo:member :o .",
        ":a qo:hasMember :o .",
        (":m qo:member", ":n qo:member"),
    ),
    "held-in": (
        ":p qo:hasAffiliation :m . :m qo:hasPost :t . :t qo:postOf :b . :b a qo:Body ; qo:bodyOf :a .",
        ":m qo:heldIn :a .",
        (":b a qo:Body ; qo:bodyOf :a", ":b a qo:Body"),
    ),
    "led-by": (
        ":b qo:hasLeadership :l . :l qo:leadOrganization :o .",
        ":b qo:ledBy :o . :o qo:leads :b .",
        ("qo:leadOrganization", "qo:leadPost"),
    ),
    "participates-in": (
        ":b qo:subBodyOf :c ; qo:hasLeadership :l . :c qo:bodyOf :a . :l qo:leadOrganization :o .",
        ":o qo:participatesIn :a .",
        ("qo:leadOrganization", "qo:leadPost"),
    ),
    "broader-theme": (
        ":g qo:theme :t . :t skos:broader :u . :u skos:broader :v .",
        ":g qo:theme :u , :v .",
        ("qo:theme", "qo:impliedTheme"),
    ),
    "distributive-claim": (
        ":c qo:reading reading:distributive ; qo:about :a . :a qo:hasMembership :m . :m qo:member :o ."
        ":l qo:subject :a ; qo:predicate qo:hasMembership ; qo:completeness completeness:closed .",
        ":c qo:about :o .",
        ("reading:distributive", "reading:collective"),
    ),
    "label": (
        ':a skos:prefLabel "one"@en .',
        ':a <http://www.w3.org/2000/01/rdf-schema#label> "one"@en .',
        ("skos:prefLabel", "skos:altLabel"),
    ),
    "day-bounds": (
        ':e qo:date "2024-02"^^xsd:gYearMonth .',
        ':e qo:earliestDay "2024-02-01"^^xsd:date ; qo:latestDay "2024-02-29"^^xsd:date .',
        ("qo:date", "qo:start"),
    ),
}
# The rules that OWL 2 RL has too, by the terms they derive.
OWL_TERMS = {
    terms.formationMode, terms.hasMember, terms.ledBy, terms.leads, terms.participatesIn, terms.bodyOf, terms.theme
}  # fmt: skip
OWL_CLASSES = {terms.GovernmentLedAlliance, terms.CompanyLedAlliance}
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def engine(text: str) -> Embedded:
    store = ox.Store()
    store.load(PREFIXES + text, format=ox.RdfFormat.TURTLE)
    return Embedded(store)


def triples(text: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(PREFIXES + text, format=ox.RdfFormat.TURTLE)}


@pytest.fixture
def graph() -> KnowledgeGraph:
    """The study, since owlrl and rdflib need long for the world, whose facts have the same patterns."""
    return study()


def test_every_rule_has_a_case() -> None:
    assert {name.removeprefix("rules/") for name in Library().ids() if name.startswith("rules/")} == set(CASES)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_derives_what_follows_and_nothing_else(rule: str) -> None:
    given, expected, _ = CASES[rule]
    assert set(derive(engine(given))[rule]) == triples(expected)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_silent_one_step_away(rule: str) -> None:
    given, _, (old, new) = CASES[rule]
    assert old in given
    assert derive(engine(given.replace(old, new)))[rule] == []


@pytest.mark.parametrize(("date", "first", "last"), [
    ('"2021"^^xsd:gYear', "2021-01-01", "2021-12-31"),
    ('"2021-06"^^xsd:gYearMonth', "2021-06-01", "2021-06-30"),
    ('"1900-02"^^xsd:gYearMonth', "1900-02-01", "1900-02-28"),
    ('"2000-02"^^xsd:gYearMonth', "2000-02-01", "2000-02-29"),
    ('"2022-07-05"^^xsd:date', "2022-07-05", "2022-07-05"),
])  # fmt: skip
def test_a_date_lies_between_the_days_that_its_precision_allows(date: str, first: str, last: str) -> None:
    found = {triple.object.value for triple in derive(engine(f":e qo:date {date} ."))["day-bounds"]}
    assert found == {first, last}


def test_a_post_of_a_programme_is_held_in_no_organization() -> None:
    given = ":p qo:hasAffiliation :m . :m qo:hasPost :t . :t qo:postOf :x . :x a {} ."
    assert derive(engine(given.format("qo:Programme")))["held-in"] == []
    assert set(derive(engine(given.format("qo:Organization")))["held-in"]) == triples(":m qo:heldIn :x .")


def test_what_is_asserted_is_not_derived_again() -> None:
    assert derive(engine(":a qo:hasMembership :m ; qo:hasMember :o . :m qo:member :o ."))["has-member"] == []


@pytest.mark.long
def test_each_rule_gives_the_same_on_rdflib(graph: KnowledgeGraph) -> None:
    copy = graph.to_rdflib()
    for name, derived in derive(graph.engine).items():
        query = Library().get(f"rules/{name}").body
        found = set(copy.query(query)) - set(copy)
        assert {line.n3() for triple in found for line in triple} == {
            term for triple in derived for term in n3(triple)
        }, name


def n3(triple: ox.Triple) -> list[str]:
    return [(rdflib.URIRef(term.value) if isinstance(term, ox.NamedNode) else literal(term)).n3() for term in triple]


def literal(term: ox.Literal) -> rdflib.Literal:
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))


def test_derived_triples_lie_in_one_named_graph_a_rule_and_leave_the_asserted_ones_alone(graph: KnowledgeGraph) -> None:
    before = len(graph)
    full = materialize(graph)
    assert len(graph) == before < len(full)
    assert not full.ask(
        "ASK { GRAPH ?g { ?s ?p ?o } FILTER(!STRSTARTS(STR(?g), 'https://w3id.org/qontology/graph/derived/')) }"
    )


@pytest.mark.long
def test_the_rules_derive_what_owl_2_rl_derives(graph: KnowledgeGraph) -> None:
    """owlrl over everything but the annotations, which no axiom reads and which would only make it slow."""
    import owlrl

    copy = rdflib.Graph()
    for triple in graph.to_rdflib():
        if (
            not isinstance(triple[2], rdflib.Literal)
            and "skos/core#in" not in triple[1]
            and "evidence" not in triple[1]
        ):
            copy.add(triple)
    asserted = set(copy)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, rdfs_closure=False, axiomatic_triples=False).expand(copy)

    def relevant(subject: str, predicate: str, value: str) -> bool:
        return predicate in OWL_TERMS or (predicate == RDF_TYPE and value in OWL_CLASSES)

    by_owl = {tuple(map(str, triple)) for triple in set(copy) - asserted if relevant(*map(str, triple))}
    by_rules = {
        (triple.subject.value, triple.predicate.value, triple.object.value)
        for derived in derive(graph.engine).values()
        for triple in derived
        if relevant(triple.subject.value, triple.predicate.value, getattr(triple.object, "value", ""))
    }
    assert by_rules == by_owl
