"""What statements cannot concern is not asked again: only focus nodes from which a check may come upon them are."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from shacl.conftest import PREFIXES
from shacl.generated import NAMED, properties, rules, terms

from qontology.shacl import Verbatim, compile_shapes
from qontology.shacl.execution import find
from qontology.shacl.queries import QueryText
from qontology.shacl.reach import Touched, reach

STEPS = {
    "$this <urn:p> ?v": 1,
    "$this <urn:p> ?v , ?w ; a ?class . ?v <urn:q> 1 .": 2,
    "$this <urn:p>/<urn:q>/a ?class": 3,
    "$this a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* ?class FILTER(?class != <urn:C>)": 1,
    "$this ?path ?v FILTER NOT EXISTS { ?v a ?class . ?class <urn:q> ?w }": 3,
    "$this <urn:p> ?v OPTIONAL { ?v <urn:q> ?w } FILTER(!BOUND(?w))": 2,
    "{ $this <urn:p> ?v } UNION { $this <urn:q> ?v . ?v <urn:p> 'x'@en }": 2,
    "BIND(IRI(CONCAT(STR($this), 'x')) AS ?other) $this <urn:p> ?other": 1,
    "FILTER NOT EXISTS { $this <urn:p> ?v . FILTER EXISTS { ?v <urn:q> $this } }": 2,
}
ELSEWHERE = [
    "?other <urn:p> $this",
    "$this ^<urn:p> ?other",
    "$this <urn:p>+ ?v",
    "$this (<urn:p>|<urn:q>) ?v",
    "$this !<urn:p> ?v",
    "$this <urn:p> [ <urn:q> 1 ]",
    "$this <urn:p> ?v . ?other <urn:q> ?v",
    "<urn:a> <urn:q> $this",
    "$this <urn:p> ?v OPTIONAL { ?v <urn:q> ?w } ?w <urn:r> ?x",
    "{ $this <urn:p> ?v } UNION { ?v <urn:q> $this }",
    "$this <urn:p> ?v { OPTIONAL { ?v <urn:q> ?w } }",
    "OPTIONAL { ?v <urn:q> ?w } $this <urn:p> ?v",
    "BIND(IRI(CONCAT(STR($this), 'x')) AS ?other) ?other <urn:p> ?v",
    "$this a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* ?class . ?class <urn:p> ?v",
    "GRAPH ?g { $this <urn:p> ?v }",
]
QUERIES = [
    "$this :p ?value . ?value :q ?w",
    "$this :p/:q ?value",
    "$this :p ?value FILTER NOT EXISTS { ?value a :C }",
    "$this :p ?value OPTIONAL { ?value :q ?w } FILTER(!BOUND(?w))",
    "{ $this :p ?value } UNION { $this :q ?value . ?value :p ?w }",
    "?value :p $this",
    "$this :p ?v . ?value :p ?v",
]
NAMESPACE = "PREFIX : <http://example.org/> SELECT $this ?value WHERE"


def steps(where: str) -> int | None:
    return QueryText(f"SELECT $this {{ {where} }}", {}, frozenset({"this"})).steps


@pytest.mark.parametrize(("where", "number"), STEPS.items())
def test_a_query_reads_so_many_statements_in_a_row(where: str, number: int) -> None:
    assert steps(where) == number


@pytest.mark.parametrize("where", ELSEWHERE)
def test_a_query_that_may_read_elsewhere_is_not_limited(where: str) -> None:
    assert steps(where) is None


@pytest.mark.parametrize(
    ("shape", "number"),
    [
        ("sh:path :p ; sh:minCount 1", 1),
        ("sh:path ( :p :q ) ; sh:class :D", 3),
        ("sh:path [ sh:alternativePath ( :p ( :q :r ) ) ] ; sh:nodeKind sh:IRI", 2),
        ("sh:closed true", 1),
        ("sh:property [ sh:path :p ; sh:node [ sh:property [ sh:path :q ; sh:maxCount 1 ] ] ]", 2),
        ("sh:path [ sh:inversePath :p ] ; sh:minCount 1", None),
        ("sh:path :p ; sh:node [ sh:property [ sh:path [ sh:zeroOrMorePath :q ] ; sh:maxCount 1 ] ]", None),
    ],
)
def test_a_constraint_reads_so_many_statements_in_a_row(shape: str, number: int | None, turtle) -> None:
    (check,) = compile_shapes(turtle(f":S sh:targetClass :C ; {shape} .")).checks()
    assert reach(check) == number


statements = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(NAMED), st.just("a"), st.sampled_from([":C", ":D"])),
        st.tuples(st.sampled_from(NAMED), properties, terms),
    ).map(lambda parts: f"{' '.join(parts)} ."),
    max_size=8,
).map("\n".join)
queries = st.sampled_from(QUERIES).map(
    lambda where: f':S sh:targetClass :C ; sh:sparql [ sh:select "{NAMESPACE} {{ {where} }}" ] .'
)


def quads(text: str) -> list[Quad]:
    return list(parse(PREFIXES + text, RdfFormat.TURTLE))


@settings(deadline=None, database=None, suppress_health_check=list(HealthCheck), max_examples=150, derandomize=True)
@given(st.one_of(rules(), queries), statements, statements)
def test_what_is_left_out_is_found_without_the_statements_too(shapes: str, before: str, added: str) -> None:
    compiled, new = compile_shapes(quads(shapes)), quads(added)
    alone, both = Verbatim(quads(before)), Verbatim([*quads(before), *new])
    subjects = {quad.subject for quad in new}
    everything = Counter(find(compiled, both))
    found = Counter(find(compiled, both, Touched(both.store, subjects)))
    left_out = everything - found
    assert found <= everything
    assert left_out <= Counter(find(compiled, alone))
    assert subjects.isdisjoint(finding.node for finding in left_out)


def test_only_what_is_touched_is_asked(turtle) -> None:
    data = Verbatim(turtle(":a a :C . :b a :C . :c a :C ; :p :b . :d a :C ; :p :c . :e a :C ; :p [] ."))
    shapes = ":S sh:targetClass :C ; sh:property [ sh:path %s ; sh:maxCount 0 ; sh:minCount 1 ] ."
    touched = Touched(data.store, [NamedNode("http://example.org/b")])
    for path, nodes in ((":p", "b"), ("( :p :p )", "bc"), ("[ sh:inversePath :p ]", "abcde")):
        found = find(compile_shapes(turtle(shapes % path)), data, touched)
        assert "".join(sorted({str(finding.node)[-2] for finding in found})) == nodes
