"""py-horned-owl opens an export in RDF/XML: its axioms, labels in both languages, and the facts of an alliance."""

import re

import pytest
from asking import study
from consumers.reading import ALLIANCE, CLASS, QUTAC, expected

pytestmark = pytest.mark.long

horned = pytest.importorskip("pyhornedowl", reason="needs py-horned-owl")
PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
FACT = re.compile(r"ObjectPropertyAssertion\(<https://w3id.org/qontology/ns#(\w+)> <(\S+)> <(\S+)>\)")


def test_it_opens_an_export(exported) -> None:
    ontology = horned.open_ontology_from_file(str(exported("rdfxml", dl=True)), "owl")
    assert str(ontology.get_iri()) == "https://w3id.org/qontology/ns"
    classes = study().select("SELECT ?c { ?c a owl:Class FILTER(isIRI(?c)) }")
    assert len(ontology.get_classes()) == len(classes)
    named = [name for name in ontology.get_classes() if CLASS in ontology.get_annotations(name, LABEL)]
    assert named == expected().classes
    assert ALLIANCE in ontology.get_annotations(QUTAC, PREFERRED)

    facts = [found.groups() for axiom in ontology.get_axioms() if (found := FACT.fullmatch(str(axiom.component)))]
    memberships = {end for name, start, end in facts if (name, start) == ("hasMembership", QUTAC)}
    assert (
        sorted({end for name, start, end in facts if name == "member" and start in memberships}) == expected().members
    )
