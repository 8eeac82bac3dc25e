"""The alignments: what we have is found under the names of others, whole, and nothing false follows."""

from pathlib import Path

import owlrl
import pyoxigraph as ox
import pytest
import rdflib
from asking import graph, study
from rdflib import PROV, RDF, RDFS, Namespace
from rdflib.namespace import FOAF, ORG

from qontology import KnowledgeGraph, terms
from qontology.assets import files
from qontology.reasoning import derive

pytestmark = pytest.mark.long
QO = Namespace(terms.NAMESPACE)
ORGANIZATION_ONTOLOGY = Path(__file__).with_name("organization-ontology.ttl")


def reasoned(data: KnowledgeGraph, more: str = "") -> rdflib.Graph:
    """Data, rules and alignments after OWL 2 RL; without what no axiom reads, for which owlrl takes long."""
    found = rdflib.Graph()
    for path in [*files("ontology/alignments"), ORGANIZATION_ONTOLOGY]:
        found.parse(path)
    read = {RDF.type, *found.subjects(RDFS.subPropertyOf), QO.hasMembership, QO.bodyOf, QO.postOf, RDFS.subClassOf}
    derived = {triple for triples in derive(data.engine).values() for triple in triples}
    for triple in {*data.triples(), *derived}:
        if rdflib.URIRef(triple.predicate.value) in read and isinstance(triple.object, ox.NamedNode):
            found.add(tuple(rdflib.URIRef(term.value) for term in triple))
    found.parse(data=more, format="turtle")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, rdfs_closure=False, axiomatic_triples=False).expand(found)
    return found


@pytest.fixture(scope="module")
def closed() -> rdflib.Graph:
    return reasoned(graph())


def subjects(found: rdflib.Graph, kind: rdflib.URIRef) -> set[rdflib.term.Node]:
    return set(found.subjects(RDF.type, kind))


def of_programmes() -> set[rdflib.term.Node]:
    """The affiliations by a post of a programme, which are held in no organization."""
    rows = graph().select("SELECT ?s { ?s qo:hasPost/qo:postOf ?x . ?x a qo:Programme }").rows
    return {rdflib.URIRef(row[0].value) for row in rows}


def test_every_membership_of_org_has_a_member_an_organization_and_a_role(closed) -> None:
    memberships = subjects(closed, ORG.Membership)
    assert memberships == subjects(closed, QO.Membership) | subjects(closed, QO.Affiliation)
    assert len(memberships) >= 38
    outside = of_programmes()
    for each in memberships:
        assert len(set(closed.objects(each, ORG.organization))) == (each not in outside), each
        assert len(set(closed.objects(each, ORG.member))) == 1, each
        assert set(closed.objects(each, ORG.role)), each


def test_a_seat_in_a_body_is_held_in_the_alliance(closed) -> None:
    seat = rdflib.URIRef("https://w3id.org/qontology/id/statement/qed-c-steering-committee-nist")
    assert set(closed.objects(seat, ORG.organization)) == {
        rdflib.URIRef("https://w3id.org/qontology/id/alliance/qed-c")
    }


def test_no_body_is_an_agent_and_no_alliance_a_formal_organization(closed) -> None:
    bodies = subjects(closed, QO.Body)
    assert len(bodies) >= 17
    for kind in (ORG.Organization, ORG.OrganizationalUnit, FOAF.Agent, FOAF.Organization, PROV.Agent):
        assert not bodies & subjects(closed, kind), kind
    assert not subjects(closed, ORG.FormalOrganization)


def test_what_is_no_organization_does_not_become_one(closed) -> None:
    organizations = subjects(closed, ORG.Organization)
    assert organizations == subjects(closed, QO.Organization)


def test_foundings_are_events_from_which_alliances_resulted(closed) -> None:
    resulted = set(closed.subject_objects(ORG.resultedFrom))
    assert resulted == set(closed.subject_objects(QO.hasFounding)) and len(resulted) >= 8
    assert {event for _, event in resulted} <= subjects(closed, PROV.Activity)


def test_nothing_is_contradicted(closed) -> None:
    errors = "http://www.daml.org/2002/03/agents/agent-ont#error"
    assert not set(closed.subjects(RDF.type, rdflib.URIRef(errors)))


def test_an_alignment_that_says_something_false_would_be_seen() -> None:
    false = f"<{QO.bodyOf}> <{RDFS.subPropertyOf}> <{ORG.unitOf}> ."
    found = reasoned(study(), false)
    assert subjects(found, ORG.FormalOrganization)
    assert subjects(found, QO.Body) & subjects(found, FOAF.Agent)
