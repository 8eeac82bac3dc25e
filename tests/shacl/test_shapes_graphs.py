"""Shapes that are wrong, doubtful or hostile: never a crash, never passed over, never "conforms"."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from qontology.errors import InputError
from qontology.findings.findings import Severity
from qontology.shacl import RecursiveShapesError, ShapesError, compile_shapes

USED = ":Used sh:targetNode :a ; sh:nodeKind sh:IRI . "


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ('sh:path :p ; sh:minCount "x"', "sh:minCount is"),
        ("sh:path :p ; sh:minCount 1.5", "not a natural number"),
        ("sh:path :p ; sh:minCount 1 , 2", "sh:minCount has 2 values"),
        ("sh:minCount 1", "sh:minCount on a node shape"),
        ('sh:class "Person"', "not an IRI"),
        ("sh:nodeKind :Iri", "not one of sh:IRI"),
        ("sh:in :notAList", "not a well-formed list"),
        ("sh:or :notAList", "not a well-formed list"),
        ("sh:pattern 5", "not a plain string"),
        ("sh:property :noPath", "not a property shape"),
        ('sh:not "text"', "not a shape"),
        ("sh:minInclusive :five", "not a literal"),
        ('sh:closed "yes"', "not true or false"),
        ("sh:path ( :p ) ; sh:minCount 1", "a list of two or more"),
        ("sh:path [ sh:inversPath :p ] ; sh:minCount 1", "is no property path"),
        ('sh:path "p" ; sh:minCount 1', "is no property path"),
        ('sh:targetClass "C" ; sh:nodeKind sh:IRI', "not an IRI"),
        ("sh:sparql [ ]", "needs exactly one sh:select"),
    ],
)
def test_a_malformed_constraint_is_an_error_that_names_the_shape(turtle, constraint: str, said: str) -> None:
    with pytest.raises(ShapesError) as caught:
        compile_shapes(turtle(f":S sh:targetNode :a ; {constraint} ."))
    assert "shape <http://example.org/S>" in caught.value.message.en
    assert said in caught.value.message.en
    assert "形状" in caught.value.message.zh
    assert caught.value.exit_code == InputError.exit_code


@pytest.mark.parametrize(
    "shapes",
    [
        "",
        ":S a sh:NodeShape ; sh:nodeKind sh:IRI .",
        ":a :p :b .",
    ],
)
def test_shapes_that_would_check_nothing_are_an_error(turtle, shapes: str) -> None:
    with pytest.raises(ShapesError, match="nothing would be checked"):
        compile_shapes(turtle(shapes))


def test_recursion_is_refused_with_the_cycle(turtle) -> None:
    shapes = ":A sh:targetClass :C ; sh:node :B . :B sh:property [ sh:path :p ; sh:not :A ] ."
    with pytest.raises(RecursiveShapesError) as caught:
        compile_shapes(turtle(shapes))
    first, second, *_, last = caught.value.cycle
    assert first == last == NamedNode("http://example.org/A")
    assert second == NamedNode("http://example.org/B")


def test_shapes_that_share_an_inner_shape_are_not_recursive(validate) -> None:
    shapes = ":A sh:targetNode :a ; sh:node :B ; sh:and ( :B :B ) . :B sh:nodeKind sh:IRI ."
    assert validate(shapes, ":a :p 1 .").conforms


@pytest.mark.parametrize(
    "shapes",
    [
        ":S sh:targetNode :a ; " + "sh:not [ " * 5000 + "sh:nodeKind sh:IRI" + " ]" * 5000 + " .",
        ":S sh:targetNode :a ; sh:minCount 1 ; sh:path _:p . _:p sh:inversePath _:p .",
        ":S sh:targetNode :a ; sh:minCount 1 ; sh:path ( :p _:p ) . _:p sh:zeroOrMorePath [ sh:inversePath _:p ] .",
        ":S sh:targetNode :a ; sh:in _:l . _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ;"
        " <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:l .",
        ":S sh:targetNode :a ; sh:path " + "[ sh:inversePath " * 5000 + ":p" + " ]" * 5000 + " ; sh:minCount 1 .",
        ":S0 sh:targetNode :a . "
        + " ".join(f":S{n} sh:and ( :S{n + 1} :S{n + 1} ) ." for n in range(30))
        + ":S30 sh:closed true .",
    ],
    ids=[
        "5,000 nested shapes",
        "circular path",
        "circular path in a list",
        "circular list",
        "deep path",
        "2^30 shapes",
    ],
)
def test_what_would_exhaust_an_engine_is_an_error(turtle, shapes: str) -> None:
    with pytest.raises(ShapesError):
        compile_shapes(turtle(shapes))


def test_many_constraints_and_long_lists_are_no_trouble(validate) -> None:
    choices = " ".join(str(number) for number in range(2000))
    names = " ".join(f":n{number}" for number in range(5000))
    shapes = f":S sh:targetSubjectsOf :p ; sh:path :p ; sh:in ( {choices} {names} ) ."
    assert [str(one.value) for one in validate(shapes, ":a :p 1999 , :n4999 , :other .").findings] == [
        "<http://example.org/other>"
    ]


def test_a_long_list_inside_another_shape_is_no_trouble(validate) -> None:
    choices = " ".join(f":n{number}" for number in range(200))
    shapes = f":S sh:targetSubjectsOf :p ; sh:path :p ; sh:not [ sh:in ( {choices} 1 'x'@en ) ] ."
    found = [str(one.value) for one in validate(shapes, ":a :p 1 , 1.5 , :n199 , :other .").findings]
    assert found == ['"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "<http://example.org/n199>"]


def test_a_query_that_no_engine_is_asked_is_named_and_the_other_shapes_are_run(validate) -> None:
    deep = "sh:not [ sh:path ( :p :p ) ; " * 38 + "sh:minCount 1" + " ]" * 38
    report = validate(f":Deep sh:targetNode :a ; {deep} . :S sh:targetNode :a ; sh:nodeKind sh:Literal .", ":a :p 1 .")
    assert [one.code for one in report.findings] == ["S", "not-compiled"]
    assert str(report.findings[1].shape) == "<http://example.org/Deep>"


@pytest.mark.parametrize("pattern", ["(((", "a(?=b)", "[z-a]", "(a){1000000}"])
def test_a_pattern_that_engines_cannot_run_is_never_taken_for_conforming(validate, pattern: str) -> None:
    report = validate(f':S sh:targetNode :a ; sh:pattern "{pattern}" .', ":a :p 1 .")
    assert [one.code for one in report.findings] == ["not-compiled"]
    assert "pySHACL" in (report.findings[0].remedy or report.findings[0].message).en


def test_a_pattern_that_makes_others_hang_is_no_trouble(validate) -> None:
    shapes = ':S sh:targetObjectsOf :p ; sh:pattern "^(a+)+$" .'
    assert len(validate(shapes, f':a :p "{"a" * 5000}!" .').findings) == 1


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        ('sh:js [ sh:jsFunctionName "f" ]', "not-supported"),
        ("sh:target [ a sh:SPARQLTarget ]", "not-supported"),
        ("sh:expression [ sh:path :p ]", "not-supported"),
        ("sh:hasValue []", "not-compiled"),
        ("sh:in ( [] )", "not-compiled"),
    ],
)
def test_a_feature_that_is_not_compiled_is_named_and_its_shape_counts_as_unchecked(validate, feature, code) -> None:
    (finding,) = validate(f"{USED} :S sh:targetNode :a ; {feature} .", ":a :p 1 .").findings
    assert (finding.code, finding.severity) == (code, Severity.VIOLATION)
    assert str(finding.shape) == "<http://example.org/S>"
    assert "is not compiled" in finding.message.en


def test_an_unknown_term_of_shacl_is_found(validate) -> None:
    (finding,) = validate(":S sh:targetNode :a ; sh:path :p ; sh:mincount 1 .", ":a :p 1 .").findings
    assert (finding.code, str(finding.shape)) == ("unknown-term", "<http://example.org/S>")
    assert finding.message.en == "SHACL has no term sh:mincount"


def test_an_unknown_type_or_severity_of_shacl_is_found(validate) -> None:
    shapes = f"{USED} :S a sh:NodeShpe ; sh:targetNode :a ; sh:nodeKind sh:IRI ; sh:severity sh:Warn ."
    assert {one.message.en for one in validate(shapes, ":a :p 1 .").findings} == {
        "SHACL has no term sh:NodeShpe",
        "SHACL has no term sh:Warn",
    }


def test_a_shape_that_nobody_uses_is_found(validate) -> None:
    (finding,) = validate(f"{USED} :S a sh:NodeShape ; sh:nodeKind sh:Literal .", ":a :p 1 .").findings
    assert (finding.code, finding.severity) == ("unused-shape", Severity.WARNING)


def test_a_boolean_that_shacl_passes_over_is_found(validate) -> None:
    shapes = ':S sh:targetNode :a ; sh:path :p ; sh:uniqueLang "1"^^xsd:boolean .'
    assert [one.code for one in validate(shapes, ':a :p "x"@en , "y"@en .').findings] == ["boolean-spelling"]


def test_imports_are_not_followed(validate) -> None:
    shapes = f"{USED} <http://example.org/> owl:imports <http://127.0.0.1:1/shapes.ttl> , <file:///etc/passwd> ."
    assert validate(shapes, ":a :p 1 .").conforms


def test_the_findings_come_in_the_same_order_whatever_the_order_of_the_shapes(turtle, validate) -> None:
    one = ":A sh:targetNode :a ; sh:nodeKind sh:Literal . :B sh:targetNode :a ; sh:datatype xsd:string ."
    other = " . ".join(reversed(one.removesuffix(" .").split(" . "))) + " ."
    assert validate(one, ":a :p 1 .").findings == validate(other, ":a :p 1 .").findings
