"""The queries that shapes become: short, set-based, and in a part of SPARQL on which engines agree."""

from __future__ import annotations

import re

import pytest

from qontology.shacl import compile_shapes
from qontology.shacl.patterns import Known

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


@pytest.fixture
def query(turtle):
    """The one query of one shape whose target is the class C, with local names for IRIs."""

    def compiled(constraint: str, tree=()) -> str:
        (check,) = compile_shapes(turtle(f":S sh:targetClass :C ; {constraint} .")).checks(Known(tree))
        text = check.query.text.replace(TYPE, "a")
        return re.sub(r"<http://[^>]*[/#](\w+)>", r":\1", text)

    return compiled


def test_a_test_of_values_looks_at_each_value_once(query) -> None:
    assert query("sh:path :p ; sh:nodeKind sh:IRI") == (
        "SELECT DISTINCT ?this ?value1 WHERE { { ?this a :C . ?this :p ?value1 . FILTER(!(isIRI(?value1))) } }"
    )


def test_the_classes_below_a_class_stand_in_values(query, turtle) -> None:
    pairs = [(quad.subject, quad.object) for quad in turtle(":D rdfs:subClassOf :C . :E rdfs:subClassOf :D .")]
    assert "VALUES ?class1 { :C :D :E } ?this a ?class1 ." in query("sh:nodeKind sh:IRI", pairs)


def test_a_missing_value_is_a_bare_not_exists_without_a_count(query) -> None:
    assert "FILTER(!(EXISTS { ?this :p ?value2 }))" in query("sh:path :p ; sh:minCount 1")


def test_many_values_are_counted_by_group(query) -> None:
    assert query("sh:path :p ; sh:minCount 9") == (
        "SELECT ?this WHERE { ?this a :C . OPTIONAL { ?this :p ?value1 . } } "
        "GROUP BY ?this HAVING (COUNT(DISTINCT ?value1) < 9)"
    )


def test_a_sequence_inside_exists_goes_step_by_step_from_the_focus(query) -> None:
    text = query("sh:path ( :p :q ) ; sh:minCount 1")
    assert "EXISTS { ?this :p ?step3 FILTER(EXISTS { ?step3 :q ?value2 }) }" in text
    assert ":p/:q" not in text


def test_no_path_is_repeated_that_the_shape_does_not_repeat(query) -> None:
    for constraint in ("sh:class :D", "sh:path :p ; sh:class :D", "sh:not [ sh:class :D ]"):
        assert "*" not in query(constraint)
    assert ":p*" in query("sh:path [ sh:zeroOrMorePath :p ] ; sh:class :D")


def test_comparisons_are_guarded_by_datatype_and_errors_are_violations(query) -> None:
    assert 'COALESCE(!(isNUMERIC(?value1) && ?value1 >= "5"^^:integer), true)' in query(
        "sh:path :p ; sh:minInclusive 5"
    )
    year = query('sh:path :p ; sh:minInclusive "2018"^^xsd:gYear')
    assert 'COALESCE(!(DATATYPE(?value1) = :gYear && ?value1 >= "2018"^^:gYear), true)' in year


def test_a_query_of_a_shape_runs_once_for_all_focus_nodes_where_that_is_equal(turtle) -> None:
    def runs_once(query: str) -> bool:
        shapes = compile_shapes(turtle(f':S sh:targetClass :C ; sh:sparql [ sh:select "{query}" ] .'))
        return shapes.checks()[0].query.each is None

    assert runs_once("SELECT $this WHERE { $this ?p ?o OPTIONAL { ?o ?q $this } }")
    assert runs_once("SELECT $this WHERE { $this ?p ?o } GROUP BY $this HAVING (COUNT(?o) > 1)")
    assert not runs_once("SELECT $this WHERE { $this ?p ?o } LIMIT 1")
    assert not runs_once("SELECT $this WHERE { { SELECT $this ?o WHERE { $this ?p ?o } OFFSET 1 } }")


def test_every_term_of_a_hostile_shape_is_escaped(turtle) -> None:
    hostile = '"\\"} SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } #\\n"'
    (check,) = compile_shapes(turtle(f":S sh:targetClass :C ; sh:in ( {hostile} ) .")).checks()
    assert '"\\"} SELECT * { SERVICE' in check.query.text
    assert "\n" not in check.query.text


def test_values_find_their_focus_nodes_where_the_target_is_who_has_them(turtle) -> None:
    def where(shape: str) -> str:
        (check,) = compile_shapes(turtle(f":S {shape} .")).checks()
        return re.sub(r"<http://[^>]*[/#](\w+)>", r":\1", check.query.text.partition("WHERE ")[2])

    assert where("sh:targetSubjectsOf :p ; sh:path :p ; sh:nodeKind sh:IRI") == (
        "{ { ?this :p ?value2 . FILTER(!(isIRI(?value2))) } }"
    )
    either = "sh:path [ sh:alternativePath ( :p :q ) ] ; sh:nodeKind sh:IRI"
    assert where(f"sh:targetSubjectsOf :p , :q ; {either}") == (
        "{ { { ?this :p ?value3 . } UNION { ?this :q ?value3 . } FILTER(!(isIRI(?value3))) } }"
    )
    assert ":p|:q" in where(f"sh:targetSubjectsOf :p ; {either}"), "a node with :q alone is no focus node"
    assert "?object1" in where("sh:targetSubjectsOf :p ; sh:path [ sh:inversePath :p ] ; sh:nodeKind sh:IRI")
    assert "?object1" in where("sh:targetSubjectsOf :p ; sh:path :p ; sh:minCount 2"), "no value is a violation too"


def test_a_query_that_leaves_its_focus_as_the_target_does_needs_no_target(turtle) -> None:
    def where(target: str, query: str) -> str:
        select = f'sh:select """SELECT $this ?p WHERE {{ {query} }}"""'
        (check,) = compile_shapes(turtle(f":S sh:targetSubjectsOf {target} ; sh:sparql [ {select} ] .")).checks()
        return re.sub(r"<http://[^>]*[/#](\w+)>", r":\1", check.query.text.partition("WHERE ")[2]).strip()

    p, q = "<http://example.org/p>", "<http://example.org/q>"
    limited = f"$this ?p ?o . FILTER(?p IN ({p}, {q}))"
    assert where(":p , :q", limited) == "{ VALUES ?p { :p :q } $this ?p ?o . FILTER( ?p IN( :p , :q ) ) }"
    assert where(":p", limited).startswith(
        "{ { SELECT DISTINCT ?this WHERE { ?this :p ?object1 . } } VALUES ?p { :p :q }"
    )
    assert where(":p", f"$this {p} ?o") == "{ $this :p ?o }"
    for other in (
        f"$this {p}|{q} ?o",
        f"$this {p}/{q}|{q} ?o",
        f"$this {p}+|{q} ?o",
        f"$this {p}? ?o",
        f"?o {p} $this",
        f"OPTIONAL {{ $this {p} ?o }}",
        "$this ?p ?o",
    ):
        assert where(":p", other).startswith("{ { SELECT DISTINCT ?this"), other
    for other in (f"?p IN ({p}, ?q)", f"?p NOT IN ({p})", f"?p IN ({p}) || ?o = 1", f"?o IN ({p})"):
        assert where(":p", f"$this ?p ?o . FILTER({other})").startswith("{ { SELECT DISTINCT ?this"), other
