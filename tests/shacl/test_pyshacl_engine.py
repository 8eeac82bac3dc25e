"""Shapes and data at random: the compiled engine and pySHACL find the same, but for known faults of pySHACL."""

from __future__ import annotations

import logging

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from shacl.generated import ABOUT_TERMS, COUNTS, SPELLINGS, graphs, rules

from qontology.errors import InputError
from qontology.findings.findings import Report
from qontology.reading.isolation import isolated
from qontology.shacl import ShapesError, Verbatim, compile_shapes, run
from qontology.shacl.pyshacl_engine import complete, differences, run_pyshacl

logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)


RANDOM = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


@settings(RANDOM, max_examples=60, derandomize=True)
@given(rule=rules(), data=graphs())
def test_both_engines_find_the_same(turtle, rule: str, data: str) -> None:
    ours, theirs = both(turtle, rule, data)
    assert differences(ours, theirs) == ()


@settings(RANDOM, max_examples=40, derandomize=True)
@given(rule=rules(ABOUT_TERMS, COUNTS), data=graphs(objects=st.sampled_from(SPELLINGS)))
def test_both_engines_find_the_same_in_literals_as_people_write_them(turtle, rule: str, data: str) -> None:
    ours, theirs = both(turtle, rule, data)
    assert differences(ours, theirs) == ()


@pytest.mark.long
@pytest.mark.parametrize("start", range(4))
@pytest.mark.parametrize(
    ("shapes", "graph"),
    [(rules(), graphs()), (rules(ABOUT_TERMS, COUNTS), graphs(objects=st.sampled_from(SPELLINGS)))],
    ids=["of all kinds", "in literals as people write them"],
)
def test_both_engines_find_the_same_from_wherever_one_starts(turtle, shapes, graph, start: int) -> None:
    @seed(start)
    @settings(RANDOM, max_examples=120)
    @given(rule=shapes, data=graph)
    def agree(rule: str, data: str) -> None:
        ours, theirs = both(turtle, rule, data)
        assert differences(ours, theirs) == ()

    agree()


def isolated_pyshacl(shapes, data) -> Report:
    """What pySHACL says in a process of its own: owlrl, which other tests use, mends datatypes of rdflib for good."""
    return isolated(60, run_pyshacl, list(shapes), list(data))


def both(turtle, rule: str, data: str, opinion=run_pyshacl):
    quads, shape = turtle(data), turtle(rule)
    try:
        compiled = compile_shapes(shape)
    except ShapesError as error:  # pragma: no cover - the generator makes well-formed shapes
        raise AssertionError(rule) from error
    # Nothing checked is a finding of ours that pySHACL does not have.
    ours = run(compiled, Verbatim(quads))
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
            ":S sh:targetClass :C ; sh:path :p ; sh:minLength 0 .",
            ":a a :C ; :p [] .",
            "lets a blank node pass where a length is asked for",
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
    compiled = compile_shapes(turtle(shapes))
    alone = run(compiled, Verbatim(data))
    assert [(one.code, str(one.value)) for one in alone.findings] == [("Count", "None"), ("not-compiled", "None")]
    both = complete(alone, compiled, Verbatim(data))
    assert [(one.code, str(one.value)) for one in both.findings] == [("Count", "None"), ("Text", '"ac"')]
    assert both.engine == "embedded + pyshacl"


def test_what_both_engines_find_is_told_once(turtle) -> None:
    shapes = """:Text sh:property _:count ; sh:targetClass :C ; sh:property [ sh:path :q ; sh:pattern "a(?=b)" ] .
        :Count sh:targetClass :C ; sh:property _:count . _:count sh:path :p ; sh:minCount 3 ."""
    data = turtle(':a a :C ; :p "ab" ; :q "ac" .')
    compiled = compile_shapes(turtle(shapes))
    alone = run(compiled, Verbatim(data))
    assert [one.component for one in alone.findings] == ["MinCountConstraintComponent"] * 2 + [None]
    both = complete(alone, compiled, Verbatim(data))
    assert [(one.component, one.code) for one in both.findings] == [
        ("MinCountConstraintComponent", "Count"),
        ("MinCountConstraintComponent", "Text"),
        ("PatternConstraintComponent", "Text"),
    ]


def test_recursive_shapes_are_read_as_pyshacl_does_and_that_is_said(turtle) -> None:
    shapes = ":S sh:targetClass :C ; sh:property [ sh:path :knows ; sh:node :S ] , [ sh:path :name ; sh:minCount 1 ] ."
    data = turtle(":a a :C ; :name 1 ; :knows :b . :b a :C .")
    compiled = compile_shapes(turtle(shapes))
    alone = run(compiled, Verbatim(data))
    assert sorted(one.component or one.code for one in alone.findings) == [
        "MinCountConstraintComponent",
        "recursive-shapes",
    ]
    found = complete(alone, compiled, Verbatim(data)).findings
    assert sorted((one.component or one.code, one.severity.value) for one in found) == [
        ("MinCountConstraintComponent", "violation"),
        ("NodeConstraintComponent", "violation"),
        ("recursive-shapes", "info"),
    ]


def test_what_pyshacl_would_pass_over_is_not_left_to_it(turtle) -> None:
    compiled = compile_shapes(turtle(":S sh:targetNode :a ; sh:js [] ; sh:nodeKind sh:Literal ."))
    data = turtle(":a :p 1 .")
    alone = run(compiled, Verbatim())
    assert [one.code for one in alone.findings] == ["S", "not-supported"]
    assert complete(alone, compiled, Verbatim(data)) == alone


def test_differences_are_the_findings_of_one_report_only(turtle) -> None:
    rule, data = ":S sh:targetClass :C ; sh:path :p ; sh:maxExclusive 7 .", ":a a :C ; :p true , 8 ."
    ours, theirs = both(turtle, rule, data)
    (only_ours,) = differences(ours, theirs)
    assert str(only_ours.value) == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'


LOOKAHEAD = 'sh:pattern "(?=a)a"'


@pytest.mark.parametrize(
    ("shapes", "code"),
    [
        (f":S sh:targetClass :C ; sh:property :P . :P sh:path :p ; {LOOKAHEAD} .", "P"),
        (f":S sh:targetClass :C ; sh:node :N . :N sh:property :P . :P sh:path :p ; {LOOKAHEAD} .", "S"),
        (f":S sh:targetClass :C ; sh:property [ sh:path :p ; {LOOKAHEAD} ] .", "S"),
        (f"[] sh:targetClass :C ; sh:property [ sh:path :p ; {LOOKAHEAD} ] .", "PatternConstraintComponent"),
        (f"[] sh:targetClass :C ; sh:path :p ; {LOOKAHEAD} .", "PatternConstraintComponent"),
        (f":C a rdfs:Class , sh:NodeShape ; sh:property :P . :P sh:path :p ; {LOOKAHEAD} .", "P"),
    ],
)
def test_a_shape_with_what_is_not_compiled_is_judged_wherever_in_it_that_stands_under_its_name(
    turtle, shapes: str, code: str
) -> None:
    report = completed(turtle, shapes, ':a a :C ; :p "x" , "a" .')
    (found,) = report.findings
    assert (str(found.node), found.code) == ("<http://example.org/a>", code)


UNREADABLE = 'sh:pattern "[\\\\p{IsGreek}-[a]]"'
"""A pattern of XPath that pySHACL cannot read."""


def test_a_doubt_stays_where_pyshacl_gives_up_and_nobody_is_sent_to_it(turtle) -> None:
    shapes = f":S sh:targetClass :C ; sh:property :P . :P sh:path :p ; {UNREADABLE} ."
    report = completed(turtle, shapes, ':a a :C ; :p "x" .')
    assert ([one.code for one in report.findings], report.engine) == (["not-compiled"], "embedded")
    assert "did not answer" in report.findings[0].remedy.en


@pytest.mark.parametrize(("data", "codes"), [(":a a :C .", []), (":a a :C . :d a :D ; :p 'x' .", ["S"])])
def test_a_shape_without_focus_nodes_has_nothing_that_is_not_checked(turtle, data: str, codes: list[str]) -> None:
    shapes = f":S sh:targetClass :D ; sh:path :p ; {LOOKAHEAD} . :T sh:targetClass :C ; sh:nodeKind sh:IRI ."
    report = completed(turtle, shapes, data)
    assert [one.code for one in report.findings] == codes
    assert ("pyshacl" in report.engine) == bool(codes)


def test_one_shape_that_pyshacl_cannot_judge_leaves_it_the_others(turtle) -> None:
    shapes = f":S sh:targetClass :C ; sh:path :p ; {UNREADABLE} . :T sh:targetClass :C ; sh:path :p ; {LOOKAHEAD} ."
    assert [one.code for one in completed(turtle, shapes, ':a a :C ; :p "x" .').findings] == ["T", "not-compiled"]


@pytest.mark.parametrize("form", ["sh:select", "sh:ask"])
def test_no_query_that_asks_a_remote_service_reaches_pyshacl(turtle, form: str) -> None:
    query = "SELECT $this { se\\\\u0072vice <http://127.0.0.1/> {} }"
    shapes = f':S sh:targetClass :C ; sh:sparql [ {form} "{query}" ] .'
    with pytest.raises(InputError, match="SERVICE"):
        run_pyshacl(turtle(shapes), turtle(":a a :C ."))


def completed(turtle, shapes: str, data: str) -> Report:
    """The report of the compiled engine, completed by pySHACL."""
    compiled, engine = compile_shapes(turtle(shapes)), Verbatim(turtle(data))
    return complete(run(compiled, engine), compiled, engine)
