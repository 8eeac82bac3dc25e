"""What a finding says: the contract of findings, kept by validation."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from qontology.findings.findings import Severity
from qontology.language import Text
from qontology.shacl import ShapesError, Verbatim, compile_shapes, run


def test_a_finding_names_node_path_value_component_and_shape(validate) -> None:
    shapes = (
        ":Name a sh:PropertyShape ; sh:targetClass :C ; sh:path ( :p [ sh:inversePath :q ] ) ; sh:nodeKind sh:Literal ."
    )
    (finding,) = validate(shapes, ":a a :C ; :p :b . :c :q :b .").findings
    assert str(finding.node) == "<http://example.org/a>"
    assert str(finding.path) == "<http://example.org/p>/(^<http://example.org/q>)"
    assert str(finding.value) == "<http://example.org/c>"
    assert finding.component == "NodeKindConstraintComponent"
    assert str(finding.shape) == "<http://example.org/Name>"
    assert finding.severity is Severity.VIOLATION


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ("<https://w3id.org/qontology/shapes#QO-101>", "QO-101"),
        ("<https://w3id.org/qontology/shapes#QO-101-label>", "QO-101"),
        ("<http://example.org/shapes/PersonShape>", "PersonShape"),
        ("[]", "MinCountConstraintComponent"),
    ],
)
def test_the_code_is_the_name_of_the_rule(validate, shape: str, code: str) -> None:
    shapes = f"{shape} sh:targetClass :C ; sh:path :p ; sh:minCount 1 ."
    assert [one.code for one in validate(shapes, ":a a :C .").findings] == [code]


def test_a_nameless_property_shape_goes_by_the_name_of_the_shape_that_holds_it(validate) -> None:
    shapes = ":Person sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] ."
    assert [one.code for one in validate(shapes, ":a a :C .").findings] == ["Person"]


def test_a_message_in_two_languages_is_one_finding(validate) -> None:
    shapes = """:S sh:targetClass :C ; sh:path :p ; sh:minCount 1 ; sh:message "a name is missing"@en , "缺少名称"@zh ;
        <https://w3id.org/qontology/shapes#remedy> "add a name"@en , "请补充名称"@zh ."""
    (finding,) = validate(shapes, ":a a :C .").findings
    assert finding.message == Text("a name is missing", "缺少名称")
    assert finding.remedy == Text("add a name", "请补充名称")


def test_a_message_in_one_language_stands_for_both(validate) -> None:
    shapes = ':S sh:targetClass :C ; sh:path :p ; sh:minCount 1 ; sh:message "a name is missing" .'
    assert validate(shapes, ":a a :C .").findings[0].message == Text("a name is missing", "a name is missing")


def test_without_a_message_a_finding_says_what_is_wrong_and_what_to_do_in_both_languages(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :country ; sh:class :Country ."
    (finding,) = validate(shapes, ":a a :C ; :country :Atlantis .").findings
    assert finding.message == Text("Atlantis is not an instance of Country", "Atlantis 不是 Country 的实例")
    assert finding.remedy is not None
    assert finding.remedy.en == "give it the type Country, or point to a node that has it"
    assert finding.remedy.zh == "请为其声明类型 Country，或改为指向该类的实例"


def test_a_message_describes_a_shape_without_a_name_by_what_it_asks(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :p ; sh:or ( [ sh:datatype xsd:gYear ] [ sh:path :q ; sh:minCount 1 ] ) ."
    (finding,) = validate(shapes, ":a a :C ; :p :b .").findings
    assert finding.message.en == "b conforms to none of these shapes: [datatype gYear], [q: minCount 1]"


def test_shapes_without_a_name_are_called_alike_in_every_run(validate) -> None:
    shapes = "[] sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ] ."
    assert [str(one.shape) for one in validate(shapes, ":a a :C .").findings] == ["_:shape2"]


def test_severities_are_those_of_the_shape_and_foreign_ones_are_violations(validate) -> None:
    for name, severity in (
        ("sh:Warning", Severity.WARNING),
        ("sh:Info", Severity.INFO),
        (":Grave", Severity.VIOLATION),
    ):
        shapes = f":S sh:targetClass :C ; sh:path :p ; sh:minCount 1 ; sh:severity {name} ."
        assert [one.severity for one in validate(shapes, ":a a :C .").findings] == [severity]


def test_a_pair_that_is_out_of_order_names_the_other_value(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :start ; sh:lessThan :end ."
    (finding,) = validate(shapes, ":a a :C ; :start 5 ; :end 3 .").findings
    assert str(finding.value).startswith('"5"')
    assert [str(one) for one in finding.related] == ['"3"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_each_language_that_is_used_twice_is_a_finding(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :name ; sh:uniqueLang true ."
    data = ':a a :C ; :name "a"@en , "b"@en , "甲"@zh , "乙"@zh , "c"@de .'
    assert [str(*one.related) for one in validate(shapes, data).findings] == ['"en"', '"zh"']


def test_a_closed_shape_names_the_property_that_is_not_allowed(validate) -> None:
    shapes = ":S sh:targetSubjectsOf :p ; sh:closed true ; sh:property [ sh:path :p ] ."
    (finding,) = validate(shapes, ":a :p 1 ; :q 2 .").findings
    assert str(finding.path) == "<http://example.org/q>"
    assert str(finding.value).startswith('"2"')


def test_a_deactivated_shape_finds_nothing_even_inside_another(validate) -> None:
    inner = ":Inner sh:path :p ; sh:minCount 1 ; sh:deactivated true ."
    shapes = f":S sh:targetClass :C ; sh:property :Inner ; sh:node :Inner ; sh:nodeKind sh:BlankNode . {inner}"
    assert [one.component for one in validate(shapes, ":a a :C .").findings] == ["NodeKindConstraintComponent"]


HIERARCHY = ":Organization rdfs:subClassOf :Agent . :Alliance rdfs:subClassOf :Organization ."


def test_subclasses_are_read_from_the_data(validate) -> None:
    shapes = ":S sh:targetClass :Agent ; sh:path :p ; sh:minCount 1 ."
    found = validate(shapes, f"{HIERARCHY} :quic a :Alliance . :other a :Country .").findings
    assert [str(one.node) for one in found] == ["<http://example.org/quic>"]


def test_subclasses_of_the_shapes_graph_are_none_of_the_data(validate) -> None:
    """SHACL 2.1.3.2 and 4.1.1: the declarations of subclasses have to be in the data graph."""
    data = ":quic a :Alliance . :x a :Agent ; :p :quic ."
    target = ":S sh:targetClass :Agent ; sh:path :p ; sh:minCount 1 ."
    value = ":S sh:targetClass :Agent ; sh:path :p ; sh:class :Agent ."
    assert validate(HIERARCHY + target, data).conforms
    assert [str(one.value) for one in validate(HIERARCHY + value, data).findings] == ["<http://example.org/quic>"]


def test_who_runs_the_shapes_may_add_a_hierarchy_to_that_of_the_data(turtle) -> None:
    shapes = turtle(":S sh:targetClass :Agent ; sh:path :p ; sh:minCount 1 .")
    tree = [(quad.subject, quad.object) for quad in turtle(HIERARCHY)]
    found = run(compile_shapes(shapes, tree=tree), Verbatim(turtle(":quic a :Alliance ."))).findings
    assert [str(one.node) for one in found] == ["<http://example.org/quic>"]


def test_a_class_without_a_name_is_a_subclass_like_others(validate) -> None:
    shapes = ":S sh:targetClass :Agent ; sh:path :p ; sh:minCount 1 ."
    data = "_:some rdfs:subClassOf :Agent . :quic a _:some . [ rdfs:subClassOf :Agent ; :q 1 ] :q 2 ."
    assert [str(one.node) for one in validate(shapes, data).findings] == ["<http://example.org/quic>"]


def test_blank_nodes_are_focus_nodes_and_values_like_others(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:property [ sh:path :q ; sh:maxCount 1 ] ] ."
    (finding,) = validate(shapes, "[] a :C ; :p [ :q 1 , 2 ] .").findings
    assert str(finding.node).startswith("_:")


def test_a_path_without_a_step_leads_to_a_target_that_no_triple_knows(validate) -> None:
    shapes = ':S sh:targetNode :unknown , "text" ; sh:path [ sh:zeroOrMorePath :p ] ; sh:nodeKind sh:BlankNode .'
    assert {str(one.value) for one in validate(shapes, ":a :p :b .").findings} == {
        '"text"',
        "<http://example.org/unknown>",
    }


@pytest.mark.parametrize(
    ("inner", "component"),
    [
        ("sh:not [ sh:path [ sh:zeroOrOnePath :p ] ; sh:nodeKind sh:IRI ]", "Not"),
        ("sh:or ( [ sh:path [ sh:zeroOrOnePath :p ] ; sh:class :C ] )", "Or"),
        ("sh:property [ sh:path [ sh:zeroOrOnePath :p ] ; sh:class :C ]", "Class"),
        ("sh:property [ sh:path [ sh:zeroOrMorePath :p ] ; sh:not [ sh:path [ sh:zeroOrOnePath :p ] ] ]", "Not"),
    ],
)
def test_it_does_so_inside_another_shape_too(validate, inner: str, component: str) -> None:
    for path in ("", "sh:path [ sh:zeroOrMorePath :q ] ;"):
        (finding,) = validate(f":S sh:targetNode :alone ; {path} {inner} .", ":a :p :b .").findings
        assert str(finding.value) == "<http://example.org/alone>"
        assert finding.component == f"{component}ConstraintComponent"


@pytest.mark.parametrize("targets", [":a", ":a , :b"])
def test_many_values_are_counted_inside_another_shape_for_any_number_of_target_nodes(validate, targets: str) -> None:
    shapes = f":S sh:targetNode {targets} ; sh:not [ sh:path :p ; sh:minCount 6 ] ."
    assert not validate(shapes, ":a :p 1 , 2 , 3 , 4 , 5 .").findings
    (finding,) = validate(shapes, ":a :p 1 , 2 , 3 , 4 , 5 , 6 .").findings
    assert (str(finding.node), finding.component) == ("<http://example.org/a>", "NotConstraintComponent")


@pytest.mark.parametrize(
    ("constraint", "found"),
    [
        ("sh:minExclusive false", ["false"]),
        ("sh:maxInclusive false", ["true"]),
        ("sh:lessThan :q", ["true"]),
        ("sh:lessThanOrEquals :q", []),
    ],
)
def test_false_comes_before_true(validate, constraint: str, found: list[str]) -> None:
    report = validate(f":S sh:targetClass :C ; sh:path :p ; {constraint} .", ":a a :C ; :p false , true ; :q true .")
    assert [str(one.value).split('"')[1] for one in report.findings] == found


def test_siblings_of_a_disjoint_qualified_shape_do_not_count(validate) -> None:
    shapes = """:Hand sh:targetClass :Hand ;
        sh:property [ sh:path :digit ; sh:qualifiedValueShape [ sh:class :Thumb ] ;
            sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 1 ] ,
        [ sh:path :digit ; sh:qualifiedValueShape [ sh:class :Finger ] ;
            sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMinCount 4 ] ."""
    fingers = " ".join(f":f{number} a :Finger . :h :digit :f{number} ." for number in range(4))
    assert validate(shapes, f":h a :Hand ; :digit :t . :t a :Thumb . {fingers}").conforms
    assert not validate(shapes, f":h a :Hand ; :digit :t . :t a :Thumb , :Finger . {fingers}").conforms


def test_nothing_found_because_nothing_was_checked_is_said(validate) -> None:
    shapes = ":S sh:targetClass :Alliance ; sh:path :p ; sh:minCount 1 ."
    assert [one.code for one in validate(shapes, ":a a :alliance .").findings] == ["nothing-checked"]
    assert validate(shapes, ":a a :Alliance ; :p 1 .").conforms


def test_results_of_two_values_of_one_parameter_are_two_and_say_which(validate) -> None:
    shapes = """:S sh:targetNode :a ;
        sh:property [ sh:path :p ; sh:disjoint :q , :r ; sh:message "clash" ] ;
        sh:property [ sh:path :p ; sh:hasValue :k , :l ; sh:message "lacks" ] ;
        sh:property [ sh:path :w ; sh:class :K , :L ; sh:message "kind" ] ;
        sh:property [ sh:path :w ; sh:node [ sh:class :K ] , [ sh:class :L ] ; sh:message "no" ] ."""
    found = validate(shapes, ":a :p 5 ; :q 5 ; :r 5 ; :w :z .").findings
    assert sorted(one.message.en for one in found) == sorted(["clash", "lacks", "kind", "no"] * 2)
    assert {one.parameter for one in found if one.message.en == "clash"} == {
        "disjoint <http://example.org/q>",
        "disjoint <http://example.org/r>",
    }
    assert {one.remedy.en for one in found if one.message.en == "clash"} == {
        "remove it from p or from q",
        "remove it from p or from r",
    }


def test_each_solution_of_a_query_is_a_result(validate) -> None:
    query = "SELECT $this WHERE { $this <http://example.org/v> ?x }"
    shapes = f":S sh:targetNode :a , :b ; sh:sparql [ sh:message 'many' ; sh:select '{query}' ] ."
    found = validate(shapes, ":a :v 1 , 2 . :b :v 1 .").findings
    assert [(str(one.node)[-2], one.occurrence) for one in found] == [("a", 1), ("a", 2), ("b", 1)]


def test_a_query_that_signals_a_failure_decides_nothing(validate) -> None:
    query = "SELECT $this ?failure WHERE {{ $this <http://example.org/v> ?x BIND(?x > 1 AS ?failure) }}"
    shapes = ":S sh:targetNode :a ; sh:sparql [ sh:select '" + query.replace("{{", "{").replace("}}", "}") + "' ] ."
    assert [one.code for one in validate(shapes, ":a :v 2 .").findings] == ["query-failure"]
    assert [one.code for one in validate(shapes, ":a :v 1 .").findings] == ["S"]


def test_the_messages_are_those_of_the_shapes_in_their_languages(validate) -> None:
    shapes = ":S sh:targetNode :a ; sh:path :p ; sh:minCount 1 ; sh:message 'fehlt'@de , 'manque'@fr ."
    (finding,) = validate(shapes, ":a :q 1 .").findings
    assert [(one.value, one.language) for one in finding.messages] == [("fehlt", "de"), ("manque", "fr")]
    (finding,) = validate(":S sh:targetNode :a ; sh:path :p ; sh:minCount 1 .", ":a :q 1 .").findings
    assert finding.messages == ()


def test_a_severity_of_somebodys_own_is_kept_and_counts_as_a_violation(validate) -> None:
    for given, own in (
        (":Fatal", "<http://example.org/Fatal>"),
        ("sh:Warning", "<http://www.w3.org/ns/shacl#Warning>"),
    ):
        (finding,) = validate(f":S sh:targetNode :a ; sh:nodeKind sh:Literal ; sh:severity {given} .", "").findings
        assert str(finding.own_severity) == own
        assert finding.severity == (Severity.VIOLATION if given == ":Fatal" else Severity.WARNING)


ADDRESS = """:Address sh:property [ sh:path :zip ; sh:minCount 1 ] , [ sh:path :city ; sh:node :City ] .
    :City sh:sparql [ sh:message 'nowhere' ; sh:select
        'SELECT $this WHERE { FILTER NOT EXISTS { $this <http://example.org/in> ?x } }' ] ."""


@pytest.mark.parametrize(
    "target", [":S sh:targetClass :P ;", ":S sh:targetClass :Q ; sh:path :owner ; sh:property :T . :T"]
)
def test_the_details_say_why_a_value_does_not_conform_to_an_inner_shape(validate, target: str) -> None:
    shapes = f"{target} sh:path :address ; sh:node :Address . {ADDRESS}"
    data = """:a a :P ; :address [ :city :x ] , :ok , :far . :ok :zip 1 ; :city :y . :far :zip 2 ; :city :z .
        :y :in :country . :q a :Q ; :owner :a ."""
    found = {one.value: one for one in validate(shapes, data).findings}
    assert len(found) == 2
    told = {len(one.details): [inner.message.en for inner in one.details] for one in found.values()}
    assert told == {
        2: ["zip has fewer values than 1", "x does not conform to the shape City"],
        1: ["z does not conform to the shape City"],
    }
    (city,) = [inner for one in found.values() for inner in one.details if "z " in inner.message.en]
    assert [(inner.message.en, str(inner.node)) for inner in city.details] == [("nowhere", "<http://example.org/z>")]


def test_details_of_a_component_are_there_beside_literals_that_a_store_rewrites(validate) -> None:
    shapes = """:Other a sh:ConstraintComponent ; sh:parameter [ sh:path :other ] ; sh:nodeValidator
            [ sh:select "SELECT $this { $this $other ?x }" ] .
        :S sh:targetSubjectsOf :r ; sh:path [ sh:inversePath :q ] ; sh:node [ :other :r ] ."""
    (found,) = validate(shapes, ":b :q :b ; :r 01 .").findings
    assert [str(inner.node) for inner in found.details] == ["<http://example.org/b>"]


def test_of_alternatives_the_details_say_why_each_of_them_fails_and_of_a_negation_there_are_none(validate) -> None:
    data = ":a :p 1 ."
    (either,) = validate(":S sh:targetNode :a ; sh:or ( [ sh:nodeKind sh:Literal ] [ sh:class :C ] ) .", data).findings
    assert len(either.details) == 2
    (neither,) = validate(":S sh:targetNode :a ; sh:not [ sh:nodeKind sh:IRI ] .", data).findings
    assert neither.details == ()


def test_shapes_that_want_an_entailment_regime_are_refused_unless_it_is_applied(turtle) -> None:
    shapes = turtle(
        ": sh:entailment <http://www.w3.org/ns/entailment/RDFS> . :S sh:targetNode :a ; sh:nodeKind sh:IRI ."
    )
    with pytest.raises(ShapesError, match="wants the entailment regime <http://www.w3.org/ns/entailment/RDFS>"):
        compile_shapes(shapes)
    assert compile_shapes(shapes, entailment=[NamedNode("http://www.w3.org/ns/entailment/RDFS")]).checks()
