"""A CONSTRUCT that is asked for by its solutions gives the triples that it gives as it is."""

import pyoxigraph as ox
import pytest

from qontology.engine import Embedded
from qontology.engine.templates import Template

DATA = b"""
@prefix e: <urn:e:> .
e:a e:p 1 , "two\\nlines"@en , "\\"3\\""^^e:t ; e:q e:b . e:b e:p 1.50 . e:c e:q e:d .
"""
E = "PREFIX e: <urn:e:> "
QUERIES = {
    "plain": E + "CONSTRUCT { ?s e:r ?o } WHERE { ?s e:p ?o }",
    "several triples, a type and a text": E + 'CONSTRUCT { ?s a e:C ; e:r ?o , "x"@en . ?s e:q ?o } { ?s e:p ?o }',
    "what is not bound is left out": E + "CONSTRUCT { ?s e:r ?o . ?s e:t ?s } { ?s ?p ?x OPTIONAL { ?x e:p ?o } }",
    "a text is no subject": "CONSTRUCT { ?o <urn:r> ?s } { ?s ?p ?o }",
    "a limit counts solutions": "CONSTRUCT { ?s a ?s } { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 4",
    "values behind": "CONSTRUCT { ?s a ?s } { ?s ?p ?o } VALUES ?o { 1 }",
    "a comment with a brace": "CONSTRUCT { # }\n?s a ?s } { ?s ?p 1 } # CONSTRUCT {",
    "a base": "BASE <http://e.org/> CONSTRUCT { ?s <r> ?o } { ?s ?p ?o }",
    "small letters": "construct { ?s a ?o } where { ?s ?p ?o }",
    "nothing": "CONSTRUCT { ?s a ?o } { ?s <urn:none> ?o }",
}


@pytest.fixture
def engine() -> Embedded:
    store = ox.Store()
    store.load(DATA, ox.RdfFormat.TURTLE)
    return Embedded(store)


@pytest.mark.parametrize("case", QUERIES)
def test_its_solutions_give_its_triples(case: str, engine: Embedded) -> None:
    template = Template.of(QUERIES[case])
    expected = set(engine.construct(QUERIES[case]))
    assert template and set(template.filled(engine.select(template.select))) == expected
    assert expected or case == "nothing"


def test_what_it_makes_anew_is_as_many(engine: Embedded) -> None:
    query = "CONSTRUCT { [] <urn:of> ?s } { ?s ?p ?o }"
    template = Template.of(query)
    assert len(template.filled(engine.select(template.select))) == len(engine.construct(query)) == 6


def test_a_node_without_a_name_is_one_node_and_no_property(engine: Embedded) -> None:
    engine.store.load(b"[] <urn:e:p> _:x . _:x <urn:e:p> 1 .", ox.RdfFormat.TURTLE)
    template = Template.of("CONSTRUCT { ?s <urn:r> ?o . <urn:a> ?o ?s } { ?s <urn:e:p> ?o FILTER(isBlank(?s)) }")
    found = template.filled(engine.select(template.select))
    assert len(found) == 2 and {triple.predicate.value for triple in found} == {"urn:r"}
    [inner] = {triple.object for triple in found if isinstance(triple.object, ox.BlankNode)}
    assert inner in {triple.subject for triple in found}


@pytest.mark.parametrize(
    "query", ["CONSTRUCT WHERE { ?s ?p ?o }", "CONSTRUCT { <urn:a> a <urn:b> } {}", "ASK { ?s ?p ?o }", ""]
)
def test_what_has_no_template_or_no_variable_in_it_is_left_as_it_is(query: str) -> None:
    assert Template.of(query) is None
