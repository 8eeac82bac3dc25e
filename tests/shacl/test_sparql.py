"""SPARQL in shapes: pre-binding, messages, and what is refused."""

from __future__ import annotations

import pytest

from qontology.shacl import Verbatim, compile_shapes, run
from qontology.shacl.queries import QueryText
from qontology.shacl.query_groups import is_glued
from qontology.shacl.query_tokens import QueryError
from qontology.sparql.tokens import Token

DATA = ":a a :C ; :p 1 ; :size 3 . :b a :C ; :q 1 ; :size 5 . :c :p 1 ."


def constraint(query: str, rest: str = "", target: str = "sh:targetClass :C") -> str:
    """A node shape with one SPARQL constraint."""
    declared = ': sh:declare [ sh:prefix "" ; sh:namespace "http://example.org/" ] .'
    return f'{declared} :S {target} ; sh:sparql [ sh:prefixes : ; sh:select """{query}""" {rest} ] .'


QUERIES = [
    ("SELECT $this WHERE { $this :p ?x }", "a"),
    ("SELECT $this WHERE { FILTER($this = :b) }", "b"),
    ("SELECT $this WHERE { BIND($this AS ?x) FILTER(?x = :b) }", "b"),
    ("SELECT $this WHERE { { FILTER(false) } UNION { FILTER($this = :b) } }", "b"),
    ("SELECT $this WHERE { { { FILTER($this = :b) } } }", "b"),
    ("SELECT $this WHERE { ?x :p 1 OPTIONAL { BIND($this AS ?y) } FILTER(?x = ?y) }", "a"),
    ("SELECT $this WHERE { OPTIONAL { $this :p ?x } FILTER(!BOUND(?x)) }", "b"),
    ("SELECT $this WHERE { FILTER NOT EXISTS { { BIND($this AS ?x) } ?x :p ?y } }", "b"),
    ("SELECT $this WHERE { { SELECT $this WHERE { FILTER($this = :b) } } }", "b"),
    ("SELECT $this WHERE { { SELECT $this (COUNT(?x) AS ?n) WHERE { $this :p ?x } GROUP BY $this } }", "a"),
    ("SELECT $this WHERE { SELECT $this WHERE { FILTER($this = :b) } }", "b"),
    ("SELECT $this WHERE { $this a :C. FILTER($this = :b). ?x :size 3.}", "b"),
    ("SELECT $this WHERE { $this :p ?x } GROUP BY $this HAVING (COUNT(?x) = 1)", "a"),
    ("SELECT $this WHERE { $this :size ?x } ORDER BY ?x", "ab"),
    ("SELECT $this WHERE { ?x :size ?size } ORDER BY ?size LIMIT 1", "ab"),
    ("SELECT $this WHERE { { SELECT $this ?s WHERE { ?x :size ?s } ORDER BY ?s LIMIT 1 } $this :size ?s }", "a"),
    ("SELECT $this WHERE { FILTER(STR($this) = 'http://example.org/a' || '$this' = \"?x\") } # $this", "a"),
]


@pytest.mark.parametrize(("query", "found"), QUERIES)
def test_this_is_bound_in_every_part_of_a_query(validate, query: str, found: str) -> None:
    report = validate(constraint(query), DATA)
    assert [str(one.node) for one in report.findings] == [f"<http://example.org/{name}>" for name in found]


@pytest.mark.parametrize("query", [query for query, _ in QUERIES])
def test_one_run_over_all_focus_nodes_finds_what_one_run_for_each_of_them_finds(validate, query: str) -> None:
    together = validate(constraint(query), DATA).findings
    apart = [
        one for node in "ab" for one in validate(constraint(query, target=f"sh:targetNode :{node}"), DATA).findings
    ]
    assert [one.node for one in together] == [one.node for one in apart]


@pytest.mark.parametrize(
    ("query", "together"),
    [
        ("SELECT $this WHERE { $this :p ?x } GROUP BY $this HAVING (COUNT(?x) > 1)", True),
        ("SELECT ?n $this WHERE { $this :p ?x } GROUP BY (STR(?x) AS ?n) $this ORDER BY ?n", True),
        ("SELECT $this WHERE { $this :p ?x } GROUP BY ?x HAVING (COUNT($this) > 1)", True),
        ("SELECT $this WHERE { $this :p ?x } GROUP BY ?x ORDER BY $this", True),
        ("SELECT $this WHERE { { SELECT $this WHERE { $this :p ?x } GROUP BY ?x } }", True),
        ("SELECT $this WHERE { $this :p ?x } HAVING (COUNT(?x) > 1)", False),
        ("SELECT $this (COUNT(?x) AS ?n) WHERE { $this :p ?x }", False),
        ("SELECT $this WHERE { $this :p ?x } GROUP BY $this LIMIT 1", False),
    ],
)
def test_a_query_runs_once_for_all_focus_nodes_only_where_it_groups_by_them(query: str, together: bool) -> None:
    """An aggregate over solutions of several focus nodes would say of each what holds of all."""
    assert QueryText(query, {"": "http://example.org/"}, frozenset({"this"})).set_based == together


def test_a_query_that_groups_by_something_else_groups_by_the_focus_node_too(validate) -> None:
    """With its value in the place of ``$this``, which is what pre-binding means, it would be valid SPARQL."""
    query = "SELECT $this ?value WHERE { $this :part/:key ?value } GROUP BY ?value HAVING (COUNT(?value) > 1)"
    data = ":a a :C ; :part [ :key 1 ] , [ :key 1 ] , [ :key 2 ] . :b a :C ; :part [ :key 2 ; :v 1 ] , [ :key 3 ] ."
    (finding,) = validate(constraint(query), data).findings
    assert (str(finding.node), str(finding.value)[:3]) == ("<http://example.org/a>", '"1"')


def test_only_focus_nodes_are_found(validate) -> None:
    report = validate(constraint("SELECT $this WHERE { $this :p ?x }", target="sh:targetNode :c"), DATA)
    assert [str(one.node) for one in report.findings] == ["<http://example.org/c>"]


def test_a_prefix_of_the_query_itself_comes_before_a_declared_one(validate) -> None:
    shapes = constraint(
        "PREFIX : <http://example.org/> PREFIX o: <http://example.org/> SELECT $this WHERE { $this o:p 1 }"
    )
    assert len(validate(shapes, DATA).findings) == 1


def test_the_path_of_a_property_shape_stands_for_path(validate) -> None:
    shapes = """:S sh:targetClass :C ; sh:path [ sh:alternativePath ( :p :q ) ] ;
        sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER(?value = 1) }" ] ."""
    assert [str(one.path) for one in validate(shapes, DATA).findings] == [
        "<http://example.org/p>|<http://example.org/q>"
    ] * 2


def test_a_constraint_inside_another_shape_sees_the_inner_node(validate) -> None:
    inner = """:Inner sh:sparql [ sh:select "SELECT $this WHERE { $this <http://example.org/p> ?value }" ] ."""
    shapes = f":S sh:targetSubjectsOf :knows ; sh:path :knows ; sh:node :Inner . {inner}"
    (finding,) = validate(shapes, ":x :knows :a , :b . :a :p 1 . :x :p 1 .").findings
    assert str(finding.value) == "<http://example.org/a>"
    assert finding.component == "NodeConstraintComponent"


def test_a_constraint_of_a_property_shape_behind_a_path_sees_the_values_of_the_path(validate) -> None:
    query = 'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER(?value > 1) }" ]'
    shapes = f":S sh:targetNode :x ; sh:path :knows ; sh:property [ sh:path :p ; {query} ] ."
    (finding,) = validate(shapes, ":x :knows :a , :b . :a :p 1 . :b :p 2 . :c :p 3 .").findings
    assert (str(finding.node), str(finding.value)) == (
        "<http://example.org/b>",
        '"2"^^<http://www.w3.org/2001/XMLSchema#integer>',
    )


def test_a_message_is_filled_in_with_the_solution(validate) -> None:
    rest = '; sh:message "{?size} of {$this} is too much, {?other}"@en'
    report = validate(constraint("SELECT $this ?size WHERE { $this :size ?size FILTER(?size > 4) }", rest), DATA)
    assert report.findings[0].message.en == "5 of http://example.org/b is too much, {?other}"


def test_a_solution_may_bring_its_message_its_path_and_its_value(validate) -> None:
    query = (
        "SELECT $this ?value ?path ?message WHERE { $this ?path ?value BIND('wrong' AS ?message) FILTER(?path = :q) }"
    )
    (finding,) = validate(constraint(query, '; sh:message "unused"'), DATA).findings
    assert (finding.message.en, str(finding.path)) == ("wrong", "<http://example.org/q>")
    assert str(finding.value).startswith('"1"')


def test_the_shapes_graph_can_be_asked_on_the_embedded_engine(validate) -> None:
    shapes = constraint(
        "SELECT $this WHERE { GRAPH $shapesGraph { $currentShape :limit ?n } $this :size ?s FILTER(?s > ?n) }"
    )
    assert [str(one.node) for one in validate(shapes + " :S :limit 4 .", DATA).findings] == ["<http://example.org/b>"]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT $this WHERE { $this :p ?x MINUS { $this :q ?x } }",
        "SELECT $this WHERE { VALUES ?x { 1 } $this :p ?x }",
        "SELECT $this WHERE { SERVICE <http://127.0.0.1/> { $this :p ?x } }",
        "SELECT $this WHERE { FILTER EXISTS { sErViCe # comment\\n <http://127.0.0.1/> { $this :p ?x } } }",
        "SELECT $this FROM <file:///etc/passwd> WHERE { $this :p ?x }",
        "SELECT $this WHERE { BIND(1 AS $this) }",
        "SELECT $this WHERE { { SELECT ?x WHERE { ?x :p ?y } } }",
        "SELECT $this WHERE { { SELECT * WHERE { $this :p ?y } } }",
        "SELECT ?x WHERE { ?x :p ?y }",
        "ASK { $this :p ?x }",
        "SELECT $this WHERE { $this nowhere:p ?x }",
        "SELECT $this WHERE { $this :p }",
        "SELECT $this WHERE { $this :p ?x } }",
        "SELECT $this WHERE { $this :p ?x",
        "SELECT $this WHERE " + "{" * 5000 + "}" * 5000,
        "DELETE WHERE { $this :p ?x }",
        "",
    ],
)
def test_a_query_that_shacl_forbids_or_nobody_can_read_is_a_finding_that_names_the_shape(turtle, query: str) -> None:
    compiled = compile_shapes(turtle(constraint(query)))
    (finding,) = compiled.problems
    assert (finding.code, str(finding.shape)) == ("ill-formed", "<http://example.org/S>")
    assert "\n" not in finding.message.en
    assert not compiled.checks()


def test_a_prefix_that_is_declared_nowhere_is_that_of_the_file_and_told_once(turtle) -> None:
    query = "SELECT $this WHERE { $this x:p ?x }"
    shapes = turtle(" ".join(f":S{n} sh:targetClass :C ; sh:sparql [ sh:select '{query}' ] ." for n in range(3)))
    compiled = compile_shapes(shapes, prefixes={"x": "http://example.org/"})
    assert [(one.code, one.severity.value) for one in compiled.problems] == [("undeclared-prefix", "info")]
    assert "prefix x: in queries of shapes (3)" in compiled.problems[0].message.en
    assert len([one for one in run(compiled, Verbatim(turtle(DATA))).findings if one.node]) == 3
    assert {one.code for one in compile_shapes(shapes).problems} == {"ill-formed"}


def test_a_declared_prefix_comes_before_that_of_the_file(turtle) -> None:
    compiled = compile_shapes(turtle(constraint("SELECT $this WHERE { $this :p 1 }")), prefixes={"": "http://other/"})
    assert not compiled.problems
    assert len(run(compiled, Verbatim(turtle(DATA))).findings) == 1


TARGET = """:S sh:target [ a sh:SPARQLTarget ; sh:select "SELECT ?this WHERE { ?this a <http://example.org/C> %s }" ] ;
    sh:property [ sh:path :p ; sh:minCount 1 ] ."""


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("", "b"),
        ("FILTER NOT EXISTS { ?this <urn:q> ?x }", "b"),
        ("MINUS { ?this <http://example.org/q> 1 }", ""),
    ],
)
def test_a_query_may_give_the_focus_nodes(validate, rest: str, found: str) -> None:
    assert [str(one.node)[-2] for one in validate(TARGET % rest, DATA).findings] == list(found)


def test_a_query_that_gives_focus_nodes_sees_literals_as_they_are_written(validate) -> None:
    query = "SELECT ?this WHERE { ?this <http://example.org/p> ?x FILTER(STR(?x) = '1.50') }"
    shapes = f':S sh:target [ a sh:SPARQLTarget ; sh:select "{query}" ] ; sh:nodeKind sh:Literal .'
    found = validate(shapes, ":a :p 1.5 . :b :p 1.50 .").findings
    assert [str(one.node) for one in found] == ["<http://example.org/b>"]


TARGET_TYPE = """:Larger a sh:SPARQLTargetType ; rdfs:subClassOf sh:Target ; sh:parameter [ sh:path :than ] ;
    sh:select "SELECT ?this WHERE { ?this <http://example.org/size> ?size FILTER(?size > $than) }" .
    :S sh:target [ a :Larger ; %s ] ; sh:nodeKind sh:Literal ."""


def test_a_type_of_targets_has_parameters(validate) -> None:
    assert [str(one.node) for one in validate(TARGET_TYPE % ":than 4", DATA).findings] == ["<http://example.org/b>"]
    assert len(validate(TARGET_TYPE % ":than 2", DATA).findings) == 2


@pytest.mark.parametrize("target", [":less 4", ":than 1 , 2"])
def test_a_target_without_its_parameter_is_a_finding(validate, target: str) -> None:
    assert [one.code for one in validate(TARGET_TYPE % target, DATA).findings] == ["ill-formed"]


def test_a_query_of_a_target_that_asks_elsewhere_is_refused(validate) -> None:
    shapes = TARGET % "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }"
    assert [one.code for one in validate(shapes, DATA).findings] == ["ill-formed"]


def test_a_validator_in_javascript_beside_one_in_sparql_is_passed_over(validate) -> None:
    script = 'sh:validator [ a sh:JSValidator ; sh:jsFunctionName "f" ] ;'
    component = COMPONENT.replace("sh:validator [", f"{script} sh:validator [")
    (finding,) = validate(component + ":S sh:targetClass :C ; sh:path :size ; :low 1 ; :high 4 .", DATA).findings
    assert str(finding.node) == "<http://example.org/b>"
    alone = f":Odd a sh:ConstraintComponent ; sh:parameter [ sh:path :odd ] ; {script} sh:message 'odd' ."
    (finding,) = validate(f"{alone} :S sh:targetClass :C ; :odd 1 .", DATA).findings
    assert finding.code == "not-supported"


def test_a_variable_called_service_is_no_service(validate) -> None:
    query = "SELECT $this WHERE { $this :p ?SERVICE } # SERVICE <http://127.0.0.1/>"
    assert len(validate(constraint(query), DATA).findings) == 1


def test_a_query_that_must_run_once_a_node_cannot_do_so_for_blank_nodes(validate) -> None:
    query = "SELECT $this WHERE { ?x :size ?size } ORDER BY ?size LIMIT 1"
    (finding,) = validate(constraint(query), "[] a :C ; :size 1 .").findings
    assert finding.code == "not-compiled"
    assert "no query can name a blank node" in finding.message.en


COMPONENT = """
: sh:declare [ sh:prefix "" ; sh:namespace "http://example.org/" ] .
:Between a sh:ConstraintComponent ; sh:parameter [ sh:path :low ] , [ sh:path :high ; sh:optional true ] ;
    sh:validator [ sh:message "{$value} is not between {$low} and {$high}"@en ;
        sh:ask "ASK { FILTER($value >= $low && (!BOUND($high) || $value <= $high)) }" ] .
"""


def test_a_component_judges_each_value_with_its_parameters(validate) -> None:
    shapes = COMPONENT + ":S sh:targetClass :C ; sh:path :size ; :low 1 ; :high 4 ."
    (finding,) = validate(shapes, DATA).findings
    assert (str(finding.node), finding.component) == ("<http://example.org/b>", "Between")
    assert finding.message.en == "5 is not between 1 and 4"


def test_an_optional_parameter_may_be_missing_and_a_mandatory_one_makes_the_constraint(validate) -> None:
    assert validate(COMPONENT + ":S sh:targetClass :C ; sh:path :size ; :low 1 .", DATA).conforms
    assert validate(COMPONENT + ":S sh:targetClass :C ; sh:path :size ; :high 1 ; sh:minCount 1 .", DATA).conforms


def test_components_with_select_validators_differ_for_nodes_and_properties(validate) -> None:
    component = """:Max a sh:ConstraintComponent ; sh:parameter [ sh:path :max ] ;
        sh:nodeValidator [ sh:select "SELECT $this WHERE { $this <http://example.org/size> ?s FILTER(?s > $max) }" ] ;
        sh:propertyValidator [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER(?value > $max) }" ] ."""
    for shape in (":S sh:targetClass :C ; :max 4 .", ":S sh:targetClass :C ; sh:path :size ; :max 4 ."):
        (finding,) = validate(component + shape, DATA).findings
        assert str(finding.node) == "<http://example.org/b>"


def test_a_name_goes_on_behind_its_dots_where_the_grammar_has_it_so() -> None:
    query = QueryText(
        "SELECT $this WHERE { $this ex:v1.0.2 ?o . ?o ex:p ?x.?x ex:q 1. }", {"ex": "urn:"}, frozenset({"this"})
    )
    assert "<urn:v1.0.2>" in query.bound({}) and "<urn:p>" in query.bound({}) and "<urn:q>" in query.bound({})


@pytest.mark.parametrize("text", ["SELECT $this WHERE { $this ?p 'open }", "SELECT $this WHERE { $this ?p \\ }"])
def test_what_is_no_token_is_refused_before_it_is_written_into_another_query(text: str) -> None:
    with pytest.raises(QueryError, match="cannot be read at"):
        QueryText(text, {}, frozenset({"this"}))


@pytest.mark.parametrize(
    ("before", "token", "glued"),
    [
        (("word", "CONCAT"), ("sign", "("), True),
        (("variable", "?x"), ("sign", "("), False),
        (("sign", "("), ("sign", "("), False),
        (("iri", "<urn:p>"), ("sign", "*"), True),
        (("name", "e:p"), ("sign", "+"), True),
        (("word", "a"), ("sign", "?"), True),
        (("sign", ")"), ("sign", "*"), True),
        (("variable", "$PATH"), ("sign", "+"), True),
        (("variable", "?x"), ("sign", "+"), False),
        (("literal", "1"), ("sign", "*"), False),
        (("iri", "<urn:p>"), ("sign", "/"), False),
        (("iri", "<urn:p>"), ("variable", "?x"), False),
    ],
)
def test_no_blank_stands_where_an_engine_wants_none(before, token, glued: bool) -> None:
    assert is_glued(Token(*before), Token(*token)) == glued


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT $this { $this :p+ ?x FILTER(CONCAT(STR(?x), '!') = 'http://example.org/c!') }", 1),
        ("SELECT $this { $this (:p|:q)* ?x FILTER(?x = :c) }", 1),
        ("SELECT $this { $this a? ?x FILTER(?x = $this) }", 1),
        ("SELECT $this { $this :n ?n FILTER(?n *2 + 1 = 3 && ?n * (1) +1 = 2) }", 1),
        ("SELECT $this { $this :p :c }", 0),
    ],
)
def test_paths_and_sums_mean_the_same_after_a_query_was_taken_apart(validate, query: str, found: int) -> None:
    shapes = f':S sh:targetNode :a ; sh:sparql [ sh:select "PREFIX : <http://example.org/> {query}" ] .'
    assert len(validate(shapes, ":a :p :b ; :n 1 ; a :C . :b :p :c .").findings) == found
