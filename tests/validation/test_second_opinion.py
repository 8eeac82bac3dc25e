"""Shapes and data at random: the compiled engine and pySHACL find the same, but for known faults of pySHACL."""

from __future__ import annotations

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from qontology.engine import Embedded
from qontology.findings import Report
from qontology.isolation import isolated
from qontology.validation import ShapesError, Written, compile_shapes, run
from qontology.validation.second_opinion import complete, differences, run_pyshacl

logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)

NAMED = [":a", ":b", ":c", ":d"]
LITERALS = ["1", "2", "7", "true", '"one"', '"two"', '"one"@en', '"zwei"@de', '"eins"@de', '"x"^^xsd:integer']
DATES = ['"2020-01-01"^^xsd:date', '"2021-01-01"^^xsd:date']
NODES = [*NAMED, "_:x", "_:y"]

nodes = st.sampled_from(NODES)
terms = st.sampled_from([*NAMED, *LITERALS, *DATES])
properties = st.sampled_from([":p", ":q", ":r"])
classes = st.sampled_from([":C", ":D"])
counts = st.integers(0, 3)


def lists(items: st.SearchStrategy[str], least: int = 0) -> st.SearchStrategy[str]:
    return st.lists(items, min_size=least, max_size=3).map(lambda found: f"( {' '.join(found)} )")


steps = st.one_of(properties, properties.map(lambda name: f"[ sh:inversePath {name} ]"))
paths = st.one_of(
    properties,
    steps,
    lists(steps, 2),
    lists(steps, 2).map(lambda members: f"[ sh:alternativePath {members} ]"),
    st.tuples(st.sampled_from(["zeroOrMore", "oneOrMore", "zeroOrOne"]), steps).map(
        lambda p: f"[ sh:{p[0]}Path {p[1]} ]"
    ),
)


def asks(name: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return values.map(lambda value: f"sh:{name} {value}")


ON_ANY = [
    asks("class", classes),
    asks("datatype", st.sampled_from(["xsd:integer", "xsd:string", "xsd:date"])),
    asks("nodeKind", st.sampled_from(["sh:IRI", "sh:Literal", "sh:BlankNode", "sh:IRIOrLiteral", "sh:BlankNodeOrIRI"])),
    asks("minLength", counts),
    asks("maxLength", st.integers(0, 7)),
    asks("pattern", st.sampled_from(['"^o"', '"e"', '"^[a-z]+$"'])),
    asks("languageIn", lists(st.sampled_from(['"en"', '"de"']), 1)),
    asks("in", lists(terms)),
    asks("hasValue", terms),
    asks("equals", properties),
    asks("disjoint", properties),
    lists(properties).map(lambda names: f"sh:closed true ; sh:ignoredProperties {names}"),
]
ON_PROPERTIES = [
    asks("minCount", counts),
    asks("maxCount", counts),
    st.just("sh:uniqueLang true"),
]


def bodies(depth: int, on_property: bool) -> st.SearchStrategy[str]:
    choices = ON_ANY + (ON_PROPERTIES if on_property else [])
    if depth:
        inner = shapes(depth - 1)
        choices = [
            *choices,
            asks("not", inner),
            asks("node", bodies(depth - 1, False).map(lambda body: f"[ {body} ]")),
            asks("property", property_shapes(depth - 1)),
            *(asks(name, lists(inner, 1)) for name in ("and", "or", "xone")),
        ]
        if on_property:
            qualified = st.tuples(inner, counts, counts)
            choices.append(
                qualified.map(
                    lambda q: (
                        f"sh:qualifiedValueShape {q[0]} ; sh:qualifiedMinCount {q[1]} ; sh:qualifiedMaxCount {q[2]}"
                    )
                )
            )
    return st.one_of(choices)


def property_shapes(depth: int) -> st.SearchStrategy[str]:
    return st.tuples(paths, bodies(depth, True)).map(lambda parts: f"[ sh:path {parts[0]} ; {parts[1]} ]")


def shapes(depth: int) -> st.SearchStrategy[str]:
    return st.one_of(property_shapes(depth), bodies(depth, False).map(lambda body: f"[ {body} ]"))


targets = st.one_of(
    asks("targetClass", classes),
    asks("targetNode", terms),
    asks("targetSubjectsOf", properties),
    asks("targetObjectsOf", properties),
)
rules = st.one_of(
    st.tuples(targets, bodies(2, False)).map(lambda rule: f":S {rule[0]} ; {rule[1]} ."),
    st.tuples(targets, paths, bodies(2, True)).map(lambda rule: f":S {rule[0]} ; sh:path {rule[1]} ; {rule[2]} ."),
)
statements = st.one_of(
    st.tuples(nodes, properties, st.one_of(terms, nodes)).map(" ".join),
    st.tuples(nodes, st.just("a"), classes).map(" ".join),
)
graphs = st.lists(statements, min_size=3, max_size=15).map(
    lambda found: " .\n".join([*found, ":D rdfs:subClassOf :C ."])
)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(rule=rules, data=graphs)
def test_both_engines_find_the_same(turtle, rule: str, data: str) -> None:
    ours, theirs = both(turtle, rule, data)
    assert differences(ours, theirs) == ()


def isolated_pyshacl(shapes, data) -> Report:
    """What pySHACL says in a process of its own: owlrl, which other tests use, mends datatypes of rdflib for good."""
    return isolated(60, run_pyshacl, list(shapes), list(data))


def both(turtle, rule: str, data: str, opinion=run_pyshacl):
    quads, shape, store = turtle(data), turtle(rule), Store()
    store.extend(quads)
    try:
        compiled = compile_shapes(shape)
    except ShapesError as error:  # pragma: no cover - the generator makes well-formed shapes
        raise AssertionError(rule) from error
    # Nothing checked is a finding of ours that pySHACL does not have.
    ours = run(compiled, Embedded(store), written=Written(quads))
    found = [finding for finding in ours.findings if finding.component]
    return Report.of(found, engine="", shapes=(), data=()), opinion(compiled.graph.triples, quads)


@pytest.mark.parametrize(
    ("rule", "data", "known_fault"),
    [
        (
            ":S sh:targetClass :C ; sh:path :p ; sh:maxExclusive '2019'^^xsd:gYear .",
            ":a a :C ; :p '2018-03-31'^^xsd:date .",
            "compares a date with a year",
        ),
        (
            ":S sh:targetClass :C ; sh:path :p ; sh:lessThan :q .",
            ":a a :C ; :p '2018-03-31'^^xsd:date ; :q '2019'^^xsd:gYear .",
            "compares a date with a year",
        ),
        (
            ":S sh:targetClass :C ; sh:path :p ; sh:lessThanOrEquals :q .",
            ":a a :C ; :p :x ; :q :x .",
            "compares IRIs",
        ),
        (
            ":S sh:targetClass :C ; sh:path :p ; sh:maxExclusive 7 .",
            ":a a :C ; :p true .",
            "compares a boolean with a number",
        ),
        (
            ":S sh:targetClass :C ; sh:path :p ; sh:datatype xsd:gYear .",
            ":a a :C ; :p '20x4'^^xsd:gYear .",
            "takes an ill-typed year for a year",
        ),
    ],
)
def test_a_known_fault_of_pyshacl_is_a_violation_that_it_misses(turtle, rule: str, data: str, known_fault: str) -> None:
    ours, theirs = both(turtle, rule, data, isolated_pyshacl)
    assert len(ours.findings) == 1
    assert theirs.findings == (), f"pySHACL no longer {known_fault}: take the fault out of its description"


def test_what_is_not_compiled_is_left_to_pyshacl_and_the_report_names_both(turtle) -> None:
    shapes = """:Text sh:targetClass :C ; sh:path :p ; sh:pattern "a(?=b)" .
        :Count sh:targetClass :C ; sh:path :p ; sh:minCount 3 ."""
    data = turtle(':a a :C ; :p "ab" , "ac" .')
    store = Store()
    store.extend(data)
    compiled = compile_shapes(turtle(shapes))
    alone = run(compiled, Embedded(store))
    assert [(one.code, one.value) for one in alone.findings] == [("Count", None), ("not-compiled", None)]
    both = complete(alone, compiled, data)
    assert [(one.code, one.value) for one in both.findings] == [("Count", None), ("Text", '"ac"')]
    assert both.engine == "embedded + pyshacl"


def test_what_pyshacl_would_pass_over_is_not_left_to_it(turtle) -> None:
    compiled = compile_shapes(turtle(":S sh:targetNode :a ; sh:js [] ; sh:nodeKind sh:Literal ."))
    data = turtle(":a :p 1 .")
    alone = run(compiled, Embedded(Store()))
    assert [one.code for one in alone.findings] == ["not-supported"]
    assert complete(alone, compiled, data) == alone


def test_differences_are_the_findings_of_one_report_only(turtle) -> None:
    rule, data = ":S sh:targetClass :C ; sh:path :p ; sh:maxExclusive 7 .", ":a a :C ; :p true , 8 ."
    ours, theirs = both(turtle, rule, data)
    (only_ours,) = differences(ours, theirs)
    assert only_ours.value == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
