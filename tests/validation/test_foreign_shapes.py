"""Shapes of others: whatever is in them, the run ends, says what is the matter, and never says "conforms" for it."""

import time

import pytest

from qontology import validate
from qontology.errors import EngineError, InputError

DATA = 'e:a e:p "' + "a" * 40 + '!" .'
CHAIN = "e:S sh:targetSubjectsOf e:p ; sh:not e:n0 . " + " ".join(f"e:n{n} sh:not e:n{n + 1} ." for n in range(5000))
JOIN = "$this ?a ?b . ?c ?d ?f . ?g ?h ?i . ?j ?k ?l . FILTER(STRLEN(CONCAT(STR(?b), STR(?f), STR(?i), STR(?l))) = 0)"
QUERY = 'e:S sh:targetSubjectsOf e:p ; sh:sparql [ sh:select """SELECT $this WHERE { %s }""" ] .'

# What is refused: the shapes, and what is said in English and in Chinese.
REFUSED = {
    "five thousand brackets": (
        "e:S sh:targetSubjectsOf e:p ; " + "sh:not [ " * 5000 + "sh:nodeKind sh:IRI" + " ]" * 5000 + " .",
        "s.ttl: nests brackets more than 1000 deep",
        "s.ttl：括号嵌套超过 1000 层",
    ),
    "no target": ("e:S a sh:NodeShape ; sh:nodeKind sh:IRI .", "no shape has a target", "没有任何形状指定目标"),
    "a broken file": ("e:S sh:targetClass", "s.ttl:4:", "s.ttl:4:"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused_in_both_languages(case, turtle):
    shapes, english, chinese = REFUSED[case]
    with pytest.raises(InputError) as caught:
        validate(turtle(DATA), shapes=[turtle(shapes, "s.ttl")], with_shipped=False)
    assert english in caught.value.say("en")
    assert chinese in caught.value.say("zh")


# What is wrong with one shape, and the code of the finding; an unrelated shape is checked all the same.
ILL = {
    "recursion": (
        "e:S sh:targetSubjectsOf e:p ; sh:node e:T .\ne:T sh:node e:S .",
        "recursive-shapes",
    ),
    "a path through itself": (
        "e:S sh:targetSubjectsOf e:p ; sh:property [ sh:path _:x ; sh:minCount 1 ] . _:x sh:inversePath _:x .",
        "ill-formed",
    ),
    "five thousand shapes inside one another": (CHAIN, "not-compiled"),
    "a remote service": (QUERY % "SERVICE <http://127.0.0.1:9/> { ?s ?p ?o }", "ill-formed"),
    "a count that is no number": (
        'e:S sh:targetSubjectsOf e:p ; sh:property [ sh:path e:q ; sh:minCount "x" ] .',
        "ill-formed",
    ),
    "a list that is none": ("e:S sh:targetSubjectsOf e:p ; sh:closed true ; sh:ignoredProperties e:q .", "ill-formed"),
    "a property without a path": ("e:S sh:targetSubjectsOf e:p ; sh:property [ sh:minCount 1 ] .", "ill-formed"),
}
SOUND = "\ne:Sound sh:targetSubjectsOf e:p ; sh:property [ sh:path e:missing ; sh:minCount 1 ] ."


@pytest.mark.parametrize("case", ILL)
def test_one_ill_shape_is_one_finding_with_its_place_and_every_other_shape_is_checked(case, turtle):
    text, code = ILL[case]
    shapes = turtle(text + SOUND, "s.ttl")
    found = validate(turtle(DATA), shapes=[shapes], with_shipped=False).findings
    doubts = [one for one in found if one.node is None]
    assert [(one.code, one.file, one.line) for one in doubts] == [(code, shapes, 4)]
    assert doubts[0].remedy is not None
    assert "MinCountConstraintComponent" in [one.component for one in found]


def test_a_shape_that_cannot_be_used_gives_the_exit_code_of_what_cannot_be_used(command, turtle):
    shapes = turtle(ILL["a count that is no number"][0], "s.ttl")
    assert command(turtle(DATA), "--shapes", shapes, "--with", "none").code == 2
    assert command(turtle(DATA), "--shapes", turtle(SOUND, "t.ttl"), "--with", "none").code == 1


def test_a_prefix_of_the_file_stands_in_for_one_that_no_query_declares(turtle):
    query = 'e:S sh:targetSubjectsOf e:p ; sh:sparql [ sh:select "SELECT $this WHERE { $this e:p ?x }" ] .'
    found = validate(turtle(DATA), shapes=[turtle(query, "s.ttl")], with_shipped=False).findings
    assert sorted((one.code, one.severity.value) for one in found) == [
        ("S", "violation"),
        ("undeclared-prefix", "info"),
    ]


# What is a finding: the shapes, and the code.
DOUBTFUL = {
    "a term that SHACL does not have": (
        "e:S sh:targetSubjectsOf e:p ; sh:minCont 1 ; sh:nodeKind sh:IRI .",
        "unknown-term",
    ),
    "a shape that nobody uses": (
        "e:S sh:targetSubjectsOf e:p ; sh:nodeKind sh:IRI . e:T a sh:NodeShape .",
        "unused-shape",
    ),
    "a broken regular expression": ('e:S sh:targetObjectsOf e:p ; sh:pattern "(((" .', "ill-formed"),
    "JavaScript": ("e:S sh:targetSubjectsOf e:p ; sh:js [ sh:jsFunctionName 'f' ] .", "not-supported"),
    "no focus node": ("e:S sh:targetClass e:Nothing ; sh:nodeKind sh:IRI .", "nothing-checked"),
}


@pytest.mark.parametrize("case", DOUBTFUL)
def test_what_is_doubtful_is_a_finding_with_the_place_of_the_shape(case, turtle):
    text, code = DOUBTFUL[case]
    shapes = turtle(text, "s.ttl")
    (finding,) = validate(turtle(DATA), shapes=[shapes], with_shipped=False).findings
    assert finding.code == code
    assert code == "nothing-checked" or (finding.file, finding.line) == (shapes, 4)


def test_a_pattern_that_never_ends_elsewhere_ends_here(turtle):
    shapes = turtle('e:S sh:targetObjectsOf e:p ; sh:pattern "^(a+)+$" .', "s.ttl")
    (finding,) = validate(turtle(DATA), shapes=[shapes], with_shipped=False).findings
    assert finding.component == "PatternConstraintComponent"


@pytest.mark.parametrize(
    ("shapes", "engine"),
    [('e:S sh:targetObjectsOf e:p ; sh:pattern "^(a+)+$" .', "pyshacl"), (QUERY % JOIN, "compiled")],
    ids=["regular expression", "query"],
)
def test_what_has_no_end_is_given_up_in_time(shapes, engine, turtle):
    data = turtle(DATA + " ".join(f"e:n{n} e:q {n} ." for n in range(2000)))
    start = time.monotonic()
    with pytest.raises(EngineError, match="there was no end after 1 seconds"):
        validate(data, shapes=[turtle(shapes, "s.ttl")], with_shipped=False, engine=engine, timeout=1)
    assert time.monotonic() - start < 20


def test_no_shapes_at_all_are_refused(turtle, tmp_path):
    with pytest.raises(InputError, match="no shape has a target"):
        validate(turtle(DATA), shapes=[turtle("", "s.ttl")], with_shipped=False)


def test_a_severity_and_a_message_of_the_shapes_are_those_of_the_finding(turtle):
    shapes = turtle(
        'e:S sh:targetObjectsOf e:p ; sh:nodeKind sh:IRI ; sh:severity sh:Info ; sh:message "no"@en .', "s.ttl"
    )
    (finding,) = validate(turtle(DATA), shapes=[shapes], with_shipped=False).findings
    assert (finding.severity.value, finding.message.en, finding.code) == ("info", "no", "S")


def test_a_literal_stands_in_the_report_as_in_the_file_with_its_place(turtle):
    """What a store would rewrite is known of one file; the others are read as they are."""
    shapes = turtle("e:S sh:targetSubjectsOf e:p ; sh:property [ sh:path e:p ; sh:maxExclusive 1 ] .", "s.ttl")
    files = turtle("e:a e:p\n1.50 ."), turtle("e:b e:p 0.5 , 1.5 .", "b.ttl"), turtle("e:c e:p", "broken.ttl")
    found = validate(*files, shapes=[shapes], with_shipped=False).findings
    assert [(one.value.value, one.file, one.line) for one in found if one.value] == [
        ("1.50", files[0], 5),
        ("1.5", files[1], 4),
    ]
    assert [one.code for one in found if not one.value] == ["SYNTAX"]


@pytest.mark.parametrize("message", ["", "sh:message 'the address is incomplete' ;"])
def test_the_text_tells_why_an_inner_shape_fails_where_the_shape_does_not_say_it_itself(command, turtle, message):
    shapes = turtle(
        f"e:S sh:targetSubjectsOf e:p ; {message} sh:node e:T . e:T sh:property [ sh:path e:zip ; sh:minCount 1 ] .",
        "s.ttl",
    )
    outcome = command(turtle(DATA), "--shapes", shapes, "--with", "none")
    assert ("because: zip has fewer values than 1" in outcome.out) == (not message)
