"""Rules of shapes: what they derive, where, in what order, and when they end."""

from __future__ import annotations

import pytest

from qontology.errors import EngineError
from qontology.shacl import Verbatim, compile_shapes
from qontology.shacl.rules import Rules

RULE = ":S sh:targetClass :C ; sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate %s ; sh:object %s ] ."
CONSTRUCT = """:S sh:targetClass :C ; sh:rule [ a sh:SPARQLRule ; sh:construct '''
    PREFIX : <http://example.org/> CONSTRUCT { %s } WHERE { %s }''' ] ."""


@pytest.fixture
def derived(turtle):
    """What rules derive from data, as text without the namespace, and the codes of what is said of the rules."""

    def run(shapes: str, data: str) -> tuple[list[str], list[str]]:
        rules = Rules(compile_shapes(turtle(shapes)))
        found = rules.derive(Verbatim(turtle(data)))
        short = sorted(
            str(one).replace("http://example.org/", "").replace("http://www.w3.org/2001/XMLSchema#", "")
            for one in found
        )
        return short, [one.code for one in rules.problems]

    return run


@pytest.mark.parametrize(
    ("shapes", "data", "expected"),
    [
        (RULE % (":n", "1"), ":a a :C . :b a :D .", ["<a> <n> 1"]),
        (RULE % (":n", "1"), ":a a :C ; :n 1 .", []),
        (RULE % (":n", "[ sh:path ( :p :q ) ]"), ":a a :C ; :p :b . :b :q :c , :d .", ["<a> <n> <c>", "<a> <n> <d>"]),
        (
            CONSTRUCT % ("$this :area ?area", "$this :w ?w ; :h ?h BIND(?w * ?h AS ?area)"),
            ":a a :C ; :w 2 ; :h 3 .",
            ["<a> <area> 6"],
        ),
        (CONSTRUCT % ("?x :seen true", "{ BIND($this AS ?x) }"), ":a a :C .", ["<a> <seen> true"]),
    ],
)
def test_a_rule_derives_at_its_focus_nodes(derived, shapes: str, data: str, expected: list[str]) -> None:
    found, problems = derived(shapes, data)
    assert [one.replace('"', "").replace("^^<integer>", "").replace("^^<boolean>", "") for one in found] == expected
    assert problems == []


def test_rules_run_until_nothing_new_follows(derived) -> None:
    ancestors = CONSTRUCT % ("$this :above ?z", "$this :above ?y . ?y :above ?z")
    data = " ".join(f":n{n} a :C ; :above :n{n + 1} ." for n in range(6))
    assert len(derived(ancestors, data)[0]) == 15


def test_a_rule_sees_what_one_before_it_derived_and_classes_that_were_derived(derived) -> None:
    shapes = """:S sh:targetClass :C ; sh:rule [ sh:order 2 ; sh:subject sh:this ; sh:predicate :second ;
        sh:object [ sh:path :first ] ] , [ sh:order 1 ; sh:subject sh:this ; sh:predicate :first ; sh:object :x ] .
        :T sh:targetSubjectsOf :sort ; sh:rule [ sh:subject :D ; sh:predicate rdfs:subClassOf ; sh:object :C ] ."""
    found, _ = derived(shapes, ":a a :D . :b :sort 1 .")
    assert "<a> <second> <x>" in found


@pytest.mark.parametrize(("size", "expected"), [(1, []), (2, ["<a> <large> <yes>"])])
def test_a_rule_holds_where_its_condition_does(derived, size: int, expected: list[str]) -> None:
    shapes = """:S sh:targetClass :C ; sh:rule [ sh:condition [ sh:path :size ; sh:minInclusive 2 ] ;
        sh:subject sh:this ; sh:predicate :large ; sh:object :yes ] ."""
    assert derived(shapes, f":a a :C ; :size {size} .")[0] == expected


def test_a_deactivated_rule_derives_nothing(derived) -> None:
    shapes = RULE.replace("a sh:TripleRule", "sh:deactivated true") % (":n", "1")
    assert derived(shapes, ":a a :C .") == ([], [])


def test_a_rule_sees_literals_as_they_are_written(derived) -> None:
    copies = CONSTRUCT % ("$this :text ?text", "$this :size ?size BIND(STR(?size) AS ?text)")
    assert derived(copies, ":a a :C ; :size 1.50 .")[0] == ['<a> <text> "1.50"']


def test_a_rule_that_makes_nodes_runs_once(derived) -> None:
    found, _ = derived(CONSTRUCT % ("$this :part [ a :C ]", "$this :size 1"), ":a a :C ; :size 1 .")
    assert len(found) == 2


def test_rules_without_an_end_are_given_up(turtle) -> None:
    rules = Rules(compile_shapes(turtle(CONSTRUCT % ("$this :n ?m", "$this :n ?n BIND(?n + 1 AS ?m)"))))
    with pytest.raises(EngineError, match="no end"):
        rules.derive(Verbatim(turtle(":a a :C ; :n 1 .")))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ('a sh:JSRule ; sh:jsFunctionName "f"', "not-supported"),
        ("sh:subject sh:this ; sh:predicate :p ; sh:object [ sh:count [ sh:path :q ] ]", "not-supported"),
        ("sh:subject sh:this ; sh:predicate :p", "ill-formed"),
        ('sh:construct "CONSTRUCT { $this a"', "ill-formed"),
        ('sh:construct "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"', "ill-formed"),
        ('sh:order "first" ; sh:subject sh:this ; sh:predicate :p ; sh:object 1', "ill-formed"),
    ],
)
def test_a_rule_that_cannot_be_run_is_named_and_the_others_are_run(derived, rule: str, code: str) -> None:
    sound = "[ sh:subject sh:this ; sh:predicate :n ; sh:object :x ]"
    assert derived(f":S sh:targetClass :C ; sh:rule [ {rule} ] , {sound} .", ":a a :C .") == (["<a> <n> <x>"], [code])
