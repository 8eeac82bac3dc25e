"""Shapes that are wrong, doubtful or hostile: never a crash, never passed over, never "conforms"."""

from __future__ import annotations

import pytest

from qontology.findings.findings import Severity
from qontology.shacl import ShapesError, compile_shapes

USED = ":Used sh:targetNode :a ; sh:nodeKind sh:IRI . "


@pytest.mark.parametrize(
    ("constraint", "said"),
    [
        ('sh:path :p ; sh:minCount "x"', "sh:minCount is"),
        ("sh:path :p ; sh:minCount 1.5", "sh:minCount is 1.5, not a natural number"),
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
        ("sh:path [ sh:inversPath :p ] ; sh:minCount 1", "is not a property path"),
        ('sh:path "p" ; sh:minCount 1', "is not a property path"),
        ("sh:path [ sh:inversePath :p ; sh:oneOrMorePath :q ] ; sh:minCount 1", "of several kinds at once"),
        ("sh:path [ sh:inversePath :p , :q ] ; sh:minCount 1", "of several kinds at once"),
        ('sh:targetClass "C" ; sh:nodeKind sh:IRI', "not an IRI"),
        ("sh:sparql [ ]", "needs exactly one sh:select"),
    ],
)
def test_a_malformed_constraint_is_a_finding_and_all_else_is_checked(validate, constraint: str, said: str) -> None:
    shapes = f":S sh:targetNode :a ; {constraint} . :Other sh:targetNode :a ; sh:nodeKind sh:Literal ."
    found = {one.code: one for one in validate(shapes, ":a :p 1 .").findings}
    assert found.keys() - {"unknown-term"} == {"ill-formed", "Other"}
    ill = found["ill-formed"]
    assert ill.severity == Severity.VIOLATION
    assert str(ill.shape) in ("<http://example.org/S>", "<http://example.org/noPath>")
    assert said in ill.message.en
    assert "形状" in ill.message.zh
    assert ill.remedy is not None


def test_the_other_constraints_of_an_ill_formed_shape_are_checked_and_all_faults_are_told_at_once(validate) -> None:
    shapes = """:S sh:targetNode :a ; sh:class "C" ; sh:nodeKind sh:Literal ; sh:property :Name , :Size .
        :Name sh:path :name ; sh:minCount 1 ; sh:maxCount "many" . :Size sh:path ( :size ) ; sh:minCount 1 ."""
    found = validate(shapes, ":a :p 1 .").findings
    assert sorted((one.code, str(one.shape).split("/")[-1]) for one in found) == [
        ("Name", "Name>"),
        ("S", "S>"),
        ("ill-formed", "Name>"),
        ("ill-formed", "S>"),
        ("ill-formed", "Size>"),
    ]


def test_a_shape_that_is_ill_formed_in_part_says_nothing_where_it_stands_inside_another(validate) -> None:
    inner = "[ sh:nodeKind sh:IRI ; sh:maxLength :long ]"
    for outer in (f"sh:not {inner}", f"sh:or ( {inner} [ sh:nodeKind sh:Literal ] )", f"sh:node {inner}"):
        (finding,) = validate(f":S sh:targetNode :a ; {outer} ; sh:nodeKind sh:IRI .", ":a :p 1 .").findings
        assert finding.code == "ill-formed"


def test_one_fault_that_many_shapes_share_is_told_once(validate) -> None:
    shapes = """:A sh:targetNode :a ; sh:property :P . :B sh:targetNode :a ; sh:property :P ; sh:node :C .
        :C sh:property :P . :P sh:path :p ; sh:minCount "x" ."""
    assert [(one.code, str(one.shape)) for one in validate(shapes, ":a :p 1 .").findings] == [
        ("ill-formed", "<http://example.org/P>")
    ]


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


def test_recursion_is_a_finding_with_the_cycle_and_the_rest_of_the_shape_is_checked(validate) -> None:
    shapes = """:A sh:targetClass :C ; sh:node :B ; sh:property [ sh:path :name ; sh:minCount 1 ] .
        :B sh:property [ sh:path :p ; sh:not :A ] . :Other sh:targetNode :b ; sh:nodeKind sh:Literal ."""
    found = {one.code: one for one in validate(shapes, ":a a :C .").findings}
    assert found.keys() == {"A", "Other", "recursive-shapes"}
    cycle = "<http://example.org/A> -> <http://example.org/B> -> _:shape2 -> <http://example.org/A>"
    assert f"recursive shapes: {cycle}" in found["recursive-shapes"].message.en


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
def test_what_would_exhaust_an_engine_is_named_and_not_asked(turtle, shapes: str) -> None:
    assert {one.code for one in compile_shapes(turtle(shapes)).problems} <= {"ill-formed", "not-compiled"}
    assert not compile_shapes(turtle(shapes)).checks()


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


@pytest.mark.parametrize(
    ("pattern", "code", "remedy"),
    [
        ("a(?=b)", "not-compiled", "pySHACL"),
        ("(a){1000000}", "not-compiled", "pySHACL"),
        ("[\\\\p{IsGreek}-[a]]", "not-compiled", "pySHACL"),
        ("(((", "ill-formed", "mend the pattern"),
        ("[z-a]", "ill-formed", "mend the pattern"),
    ],
)
def test_a_pattern_that_engines_cannot_run_is_never_taken_for_conforming(validate, pattern, code, remedy) -> None:
    (finding,) = validate(f':S sh:targetNode :a ; sh:pattern "{pattern}" .', ":a :p 1 .").findings
    assert finding.code == code
    assert remedy in finding.remedy.en


@pytest.mark.parametrize("name", ["node", "not", "qualifiedMinCount 1 ; sh:qualifiedValueShape"])
def test_a_shape_that_is_described_nowhere_is_told(validate, name: str) -> None:
    shapes = f":S sh:targetNode :a ; sh:path :p ; sh:{name} :Gone . :Other sh:targetNode :b ; sh:nodeKind sh:Literal ."
    (told,) = [one for one in validate(shapes, ":a :p 1 .").findings if one.code == "missing-shape"]
    assert str(told.shape) == "<http://example.org/Gone>"
    assert "missing-shape" not in [
        one.code for one in validate(f"{shapes} :Gone sh:nodeKind sh:IRI .", ":a :p 1 .").findings
    ]


@pytest.mark.parametrize("beside", ["", ":T sh:targetNode :a ; sh:nodeKind sh:Literal ."])
def test_a_target_of_shacl_1_2_is_named_even_where_it_is_the_only_one(validate, beside: str) -> None:
    found = validate(f":S sh:targetWhere [ sh:nodeKind sh:IRI ] ; sh:class :C . {beside}", ":a :p 1 .").findings
    assert [one.code for one in found if one.code != "T"] == ["not-supported"]
    assert "sh:targetWhere" in [one for one in found if one.code == "not-supported"][0].message.en


def test_a_pattern_that_makes_others_hang_is_no_trouble(validate) -> None:
    shapes = ':S sh:targetObjectsOf :p ; sh:pattern "^(a+)+$" .'
    assert len(validate(shapes, f':a :p "{"a" * 5000}!" .').findings) == 1


@pytest.mark.parametrize(
    ("feature", "code"),
    [
        ('sh:js [ sh:jsFunctionName "f" ]', "not-supported"),
        ("sh:target [ a sh:JSTarget ]", "not-supported"),
        ("sh:expression [ sh:path :p ]", "not-supported"),
        ("sh:singleLine true", "not-supported"),
        ("sh:reifierShape [ sh:nodeKind sh:IRI ]", "not-supported"),
        ("sh:hasValue []", "not-compiled"),
        ("sh:in ( [] )", "not-compiled"),
    ],
)
def test_a_feature_that_is_not_evaluated_is_named_and_the_rest_of_its_shape_is_checked(validate, feature, code) -> None:
    shapes = f":S sh:targetNode :a ; {feature} ; sh:property [ sh:path :q ; sh:minCount 1 ] ."
    missing, finding = validate(shapes, ":a :p 1 .").findings
    assert missing.component == "MinCountConstraintComponent"
    assert (finding.code, str(finding.shape)) == (code, "<http://example.org/S>")
    assert finding.severity == (Severity.WARNING if code == "not-supported" else Severity.VIOLATION)


def test_a_feature_that_many_shapes_ask_for_is_named_once_with_their_number(validate) -> None:
    shapes = " ".join(f":S{n} sh:targetNode :a ; sh:js [ sh:jsFunctionName 'f' ] ." for n in range(3))
    (finding,) = validate(shapes, ":a :p 1 .").findings
    assert finding.message.en == "sh:js is not evaluated; 3 shapes are asking for it, and checked without it"


def test_a_shape_with_a_feature_that_is_not_evaluated_is_not_used_inside_another(validate) -> None:
    (finding,) = validate(":S sh:targetNode :a ; sh:not [ sh:js [] ; sh:nodeKind sh:IRI ] .", ":a :p 1 .").findings
    assert finding.code == "not-supported"


def test_terms_of_the_advanced_features_that_ask_nothing_of_nodes_are_named_in_one_piece_of_advice(validate) -> None:
    functions = " ".join(f":f{n} a sh:SPARQLFunction ; sh:returnType xsd:string ." for n in range(2))
    (finding,) = validate(f"{USED} {functions}", ":a :p 1 .").findings
    assert (finding.code, finding.severity) == ("not-evaluated", Severity.INFO)
    assert "sh:SPARQLFunction (2), sh:returnType (2)" in finding.message.en


def test_a_query_that_calls_a_function_of_the_shapes_is_not_believed(validate) -> None:
    query = "SELECT $this WHERE { FILTER(<http://example.org/isBad>($this)) }"
    shapes = f':S sh:targetNode :a ; sh:sparql [ sh:select "{query}" ] . :isBad a sh:SPARQLFunction .'
    assert {one.code for one in validate(shapes, ":a :p 1 .").findings} == {"not-evaluated", "not-supported"}


def test_a_rule_beside_constraints_hides_none_of_them(validate) -> None:
    rule = "sh:rule [ a sh:TripleRule ; sh:subject sh:this ; sh:predicate :n ; sh:object 1 ]"
    (finding,) = validate(f":S sh:targetNode :a ; {rule} ; sh:property [ sh:path :n ; sh:minCount 1 ] .", "").findings
    assert finding.component == "MinCountConstraintComponent"
    assert validate(f":S sh:targetNode :a ; {rule} ; sh:nodeKind sh:IRI .", ":a :p 1 .").conforms


def test_a_class_with_a_constraint_is_a_shape_without_being_declared_one(validate) -> None:
    shapes = ":C a {} ; sh:property [ sh:path :p ; sh:minCount 1 ] . :S sh:targetNode :a ; sh:nodeKind sh:IRI ."
    data = ":a a :C . :b a :D . :D rdfs:subClassOf :C ."
    found = validate(shapes.format("rdfs:Class"), data).findings
    assert [str(one.node) for one in found] == ["<http://example.org/a>", "<http://example.org/b>"]
    assert validate(shapes.format("owl:Class"), data).findings == ()


def test_a_shape_that_only_owl_calls_a_class_has_its_instances_for_targets_and_that_is_said(validate) -> None:
    shape = ":C a owl:Class , sh:NodeShape ; sh:property [ sh:path :n ; sh:minCount 1 ] ."
    for schema in ("", "owl:Class rdfs:subClassOf rdfs:Class ."):
        found = validate(shape + schema, ":a a :C . :b a :D .").findings
        assert [str(one.node) for one in found if one.node] == ["<http://example.org/a>"]
        told = [one.severity for one in found if one.code == "implicit-class-target"]
        assert told == ([] if schema else [Severity.INFO])


def test_a_class_that_is_no_shape_is_no_target(validate) -> None:
    assert validate(f"{USED} :C a owl:Class ; sh:nodeKind sh:BlankNode .", ":a a :C .").conforms


def test_an_unknown_term_of_shacl_is_found(validate) -> None:
    (finding,) = validate(":S sh:targetNode :a ; sh:path :p ; sh:mincount 1 .", ":a :p 1 .").findings
    assert (finding.code, str(finding.shape)) == ("unknown-term", "<http://example.org/S>")
    assert finding.message.en == "SHACL has no term sh:mincount"


def test_an_unknown_term_is_told_once_with_its_number(validate) -> None:
    shapes = " ".join(f":S{n} sh:targetNode :a ; sh:path :p ; sh:mincount 1 ." for n in range(4))
    (finding,) = validate(shapes, ":a :p 1 .").findings
    assert finding.message.en == "SHACL has no term sh:mincount (4 times)"


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
