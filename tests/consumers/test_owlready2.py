"""owlready2, both ways: ``to_owlready()``, and its own ``get_ontology`` on an export for it."""

from collections.abc import Iterable

import owlready2
import pytest
from asking import study
from consumers.reading import ALLIANCE, CLASS, Reading, count, expected

pytestmark = pytest.mark.long

OURS = "https://w3id.org/qontology/ns#"


def reading(ontology: owlready2.Ontology) -> Reading:
    def names(things: Iterable, *properties: str) -> set[str]:
        return {str(text) for thing in things for name in properties for text in getattr(thing, name, [])}

    classes = [found.iri for found in ontology.classes() if CLASS in names([found], "label")]
    alliances = [found for found in ontology.Alliance.instances() if ALLIANCE in names([found], "prefLabel")]
    members = {member.iri for one in alliances[0].hasMembership for member in one.member}
    return Reading(len(ontology.graph), sorted(classes), [found.iri for found in alliances], sorted(members))


def declared(ontology: owlready2.Ontology) -> int:
    """How many triples say that something is an individual, which other tools need not be told."""
    return len(list(ontology.individuals()))


def check(ontology: owlready2.Ontology) -> None:
    assert ontology.base_iri == OURS and ontology.imported_ontologies == []
    assert declared(ontology) > 500
    dates = [str(date) for thing in ontology.individuals() for date in thing.date]
    assert len(dates) > 20 and {4, 7} <= {len(date) for date in dates} <= {4, 7, 10}


@pytest.mark.parametrize("time", ["first", "second"])
def test_a_copy_of_the_graph(time: str) -> None:
    graph = study()
    imports = len(graph.select("SELECT ?o { ?s owl:imports ?o }"))
    ontology = graph.to_owlready().get_ontology(OURS)
    check(ontology)
    found = reading(ontology)
    assert found[1:] == expected()[1:]
    assert found.triples - declared(ontology) == count() and imports > 0


@pytest.mark.parametrize("form", ["rdfxml", "nt"])
def test_an_export_for_it(form: str, exported) -> None:
    ontology = owlready2.World().get_ontology(str(exported(form, dl=True))).load()
    check(ontology)
    found = reading(ontology)
    assert (found.triples - declared(ontology), *found[1:]) == expected()


def test_an_export_that_is_not_for_it_lists_no_individuals(exported) -> None:
    ontology = owlready2.World().get_ontology(str(exported("nt"))).load()
    assert declared(ontology) == 0 and len(ontology.Alliance.instances()) > 5
