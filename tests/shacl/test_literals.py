"""Literals: what a datatype allows, and what is made of those that a Store rewrites."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, Store

from qontology.engine import Embedded
from qontology.namespaces import XSD
from qontology.shacl import Verbatim, compile_shapes, run
from qontology.shacl.execution import known_of
from qontology.shacl.lexical_forms import suspicious
from qontology.shacl.literals import LEXICAL, is_valid, valid

FORMS = [
    ("boolean", "true false 1 0", "True yes 2"),
    ("integer", "0 -7 +07 99999999999999999999999", "1.0 1e3 x"),
    ("decimal", "1 1.50 -.5 +2.", "1e3 . x"),
    ("double", "1 1.5e-3 INF -INF NaN .5E7", "inf e3 1e"),
    ("byte", "127 -128 007", "128 -129 1.0"),
    ("unsignedByte", "0 255", "-1 256"),
    ("unsignedLong", "0 -0 18446744073709551615", f"-1 18446744073709551616 {'9' * 5000}"),
    ("positiveInteger", f"1 +01 18446744073709551616 {'9' * 5000}", "0 -1 -0"),
    ("nonPositiveInteger", f"0 -1 +0 -{'9' * 30}", "1 +1"),
    ("nonNegativeInteger", f"0 -0 {'9' * 30}", "-1 1.0"),
    ("negativeInteger", f"-1 -01 -{'9' * 30}", "0 -0 1"),
    (
        "date",
        "2024-02-29 2000-02-29 2022-12-31 -0044-03-15 12022-01-01Z",
        "2023-02-29 1900-02-29 2022-13-01 2022-04-31 2022-1-1",
    ),
    (
        "dateTime",
        "2022-01-01T24:00:00 2022-01-01T23:59:59.5+14:00",
        "2022-01-01 2022-01-01T25:00:00 2022-01-01T24:00:01",
    ),
    ("dateTimeStamp", "2022-01-01T00:00:00Z", "2022-01-01T00:00:00"),
    ("time", "00:00:00 23:59:59.999Z", "24:30:00 1:00:00"),
    ("gYear", "2018 -0001 12018Z", "20x4 18 02018"),
    ("gYearMonth", "2018-01", "2018-13 2018-1"),
    ("gMonth", "--01", "--13 01"),
    ("gDay", "---31", "---32 --31"),
    ("gMonthDay", "--02-29 --12-31", "--02-30 --04-31"),
    ("duration", "P1Y P1DT2H -PT0.5S P1Y2M3DT4H5M6S", "P PT P1DT 1Y P1S"),
    ("yearMonthDuration", "P1Y2M", "P1D P"),
    ("dayTimeDuration", "P1D PT1M", "P1M P PT"),
    ("hexBinary", "0aFF", "0 0g"),
    ("base64Binary", "QUJD QUI=", "QUI A==="),
    ("language", "en zh-Hans", "1en e_n"),
    ("string", "anything", ""),
]
CASES = [
    (name, form, right)
    for name, good, bad in FORMS
    for forms, right in ((good, True), (bad, False))
    for form in forms.split()
]


@pytest.mark.parametrize(("name", "form", "right"), CASES)
def test_a_datatype_allows_these_forms_and_not_those_in_python_and_in_queries(
    name: str, form: str, right: bool
) -> None:
    assert is_valid(Literal(form, datatype=XSD[name])) is right
    condition = valid("?form", XSD[name]) or "true"
    assert bool(Store().query(f"ASK {{ VALUES ?form {{ {Literal(form)} }} FILTER({condition}) }}")) is right


def test_every_datatype_with_forms_of_its_own_has_examples() -> None:
    shown = {XSD[name] for name, _, _ in FORMS}
    derived = {XSD[name] for name in ("long", "int", "short", "unsignedInt", "unsignedShort", "float")}
    assert set(LEXICAL) <= shown | derived


@pytest.mark.parametrize(
    ("constraint", "value", "conforms"),
    [
        ("sh:datatype xsd:byte", '"5"^^xsd:byte', True),
        ("sh:datatype xsd:byte", '"300"^^xsd:byte', False),
        ("sh:datatype xsd:unsignedLong", '"18446744073709551615"^^xsd:unsignedLong', True),
        ("sh:datatype xsd:integer", "1" + 40 * "0", True),
        ("sh:minInclusive 0", "1" + 20 * "0", True),
        ("sh:minInclusive 0", "-1" + 20 * "0", False),
        ("sh:maxExclusive 0", f'"-{40 * "9"}.5"^^xsd:decimal', True),
        ("sh:minInclusive 1" + 20 * "0", "1" + 20 * "0", True),
        ("sh:maxInclusive 1" + 20 * "0", "5", True),
        ("sh:minInclusive 1" + 20 * "0", "5", False),
        ("sh:lessThan :q", ":a . :b a :C ; :p 5 ; :q 1" + 20 * "0", True),
        ("sh:lessThan :q", "1" + 20 * "0" + " ; :q 5", False),
        ("sh:maxCount 1", "1" + 20 * "0" + " , 01" + 20 * "0", False),
        ("sh:hasValue 1" + 20 * "0", "1" + 20 * "0", True),
        ("sh:datatype xsd:byte", "5", False),
        ("sh:datatype xsd:integer", '"5"^^xsd:byte', False),
        ("sh:datatype xsd:integer", '"05"^^xsd:integer', True),
        ("sh:pattern '^0'", '"05"^^xsd:integer', True),
        ("sh:pattern '^0'", "5", False),
        ("sh:maxLength 1", "05", False),
        ("sh:minLength 4", "1.50", True),
        ("sh:in ( 5 )", "05", False),
        ("sh:in ( 05 )", "05", True),
        ("sh:minInclusive 5", "05", True),
        ("sh:maxInclusive 400", '"300"^^xsd:byte', False),
        ("sh:or ( [ sh:datatype xsd:byte ] [ sh:datatype xsd:short ] )", '"300"^^xsd:short', True),
        ("sh:or ( [ sh:datatype xsd:byte ] [ sh:datatype xsd:short ] )", '"300"^^xsd:int', False),
        ("sh:and ( [ sh:datatype xsd:byte ] [ sh:minLength 2 ] )", '"05"^^xsd:byte', True),
        ("sh:xone ( [ sh:datatype xsd:byte ] [ sh:minLength 2 ] )", '"05"^^xsd:byte', False),
        ("sh:not [ sh:datatype xsd:byte ]", '"5"^^xsd:byte', False),
        ("sh:node [ sh:datatype xsd:byte ]", '"5"^^xsd:byte', True),
    ],
)
def test_a_literal_that_a_store_rewrites_is_judged_as_it_was_written(validate, constraint, value, conforms) -> None:
    assert (
        validate(f":S sh:targetClass :C ; sh:path :p ; {constraint} .", f":a a :C ; :p {value} .").conforms is conforms
    )


def test_a_literal_that_a_store_rewrites_is_reported_as_it_was_written(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :p ; sh:maxExclusive 5 ."
    (finding,) = validate(shapes, ":a a :C ; :p 05.00 .").findings
    assert str(finding.value) == '"05.00"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert finding.message.en.startswith('"05.00"')


def test_each_spelling_of_a_value_is_judged_for_itself(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :p ; sh:pattern '^0' ."
    found = [str(one.value) for one in validate(shapes, ":a a :C ; :p 5 , 05 . :b a :C ; :p 05 .").findings]
    assert found == ['"5"^^<http://www.w3.org/2001/XMLSchema#integer>']


@pytest.mark.parametrize(
    "shape",
    [
        "sh:targetObjectsOf :p",
        "sh:targetSubjectsOf :q ; sh:path ( :q :p )",
        "sh:targetSubjectsOf :q ; sh:path [ sh:alternativePath ( :p ( :q :p ) ) ]",
    ],
)
def test_a_value_is_not_reported_as_another_property_has_it(shape: str, validate) -> None:
    found = validate(f":S {shape} ; sh:nodeKind sh:IRI .", ':z :q :a . :a :p 7 . :b :r "7"^^xsd:byte .').findings
    assert [str(one.value) for one in found] == ['"7"^^<http://www.w3.org/2001/XMLSchema#integer>']


def test_a_target_node_is_reported_as_the_shape_has_it(validate) -> None:
    (finding,) = validate(":S sh:targetNode 4.0 ; sh:nodeKind sh:IRI .", ":a :p 1 .").findings
    assert str(finding.node) == str(finding.value) == '"4.0"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_a_store_alone_cannot_tell_derived_integer_types_and_the_report_says_so(turtle) -> None:
    shapes = compile_shapes(turtle(":S sh:targetClass :C ; sh:path :p ; sh:datatype xsd:byte ."))
    store = Store()
    store.extend(turtle(':a a :C ; :p "5"^^xsd:byte .'))
    assert [one.code for one in run(shapes, Embedded(store)).findings] == ["datatype-not-kept"]


@pytest.mark.parametrize(
    ("text", "suspect"),
    [
        ("<urn:a> <urn:p> 1 , 1.5 , -3 , true .", False),
        ('<urn:a> <urn:p> "01" , "1.50 kg" , "2018"^^xsd:gYear , "20x4"^^xsd:gYear .', False),
        ('<urn:a> <urn:p> "2,000 of 1.50" , \'1.50 it\\\'s\' , """ 01 " 1.50 """@en . # since 2022. \n', False),
        ("<urn:a> <urn:p#x> 1.50 .", True),
        ("<urn:a'> <urn:p> 1.50 , <urn:b'> . # it's", True),
        ("<urn:a> <urn:p> 'a \\\\' , 1.50 , 'b' .", True),
        ("<urn:a> <urn:p> 01 .", True),
        ("<urn:a> <urn:p> 1.50 .", True),
        ("<urn:a> <urn:p> 1e6 .", True),
        ("<urn:a> <urn:p> '01'^^xsd:integer .", True),
        ('<urn:a> <urn:p> "5"^^xsd:byte .', True),
        ('<urn:a> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#boolean> .', True),
        ('<urn:a> <urn:p> "2022-01-01T00:00:00.000Z"^^xsd:dateTime .', True),
    ],
)
def test_a_glance_at_the_bytes_tells_whether_a_store_would_rewrite_something(text: str, suspect: bool) -> None:
    assert suspicious(text.encode()) is suspect


SAME_VALUE = [
    ("1.5", "1.50"),
    ("5", '"5"^^xsd:int'),
    ("5", "05"),
    ("true", '"1"^^xsd:boolean'),
    ("1e0", "1.0e0"),
    ('"2020-01-01T00:00:00Z"^^xsd:dateTime', '"2020-01-01T00:00:00.0Z"^^xsd:dateTime'),
]
IDENTITY = [
    ("sh:maxCount 1", 1),
    ("sh:minCount 2", 0),
    ("sh:minCount 3", 1),
    ("sh:maxCount 2", 0),
    ("sh:hasValue {one}", 0),
    ("sh:hasValue {other}", 0),
    ("sh:in ( {one} )", 1),
    ("sh:in ( {one} {other} )", 0),
    ("sh:equals :one", 1),
    ("sh:equals :both", 0),
    ("sh:disjoint :one", 1),
    ("sh:disjoint :neither", 0),
    ("sh:qualifiedValueShape [ sh:nodeKind sh:Literal ] ; sh:qualifiedMaxCount 1", 1),
    ("sh:qualifiedValueShape [ sh:hasValue {other} ] ; sh:qualifiedMaxCount 1", 0),
    ("sh:not [ sh:hasValue {other} ]", 1),
    ("sh:not [ sh:in ( {other} ) ]", 1),
    ('sh:sparql [ sh:select "SELECT $this ?value {{ $this $PATH ?value }}" ]', 2),
    ('sh:sparql [ sh:select "SELECT $this {{ $this $PATH ?x }} GROUP BY $this HAVING (COUNT(DISTINCT ?x) > 1)" ]', 1),
    ('sh:sparql [ sh:select "SELECT $this {{ $this $PATH ?x . $this <http://example.org/one> ?x }}" ]', 1),
    (":own {other}", 1),
]
OWN = """:Own a sh:ConstraintComponent ; sh:parameter [ sh:path :own ] ;
    sh:validator [ sh:ask "ASK { FILTER(!sameTerm($value, $own)) }" ] ."""


@pytest.mark.parametrize(("one", "other"), SAME_VALUE)
@pytest.mark.parametrize(("constraint", "number"), IDENTITY)
def test_two_ways_to_write_a_value_are_two_terms(validate, constraint: str, number: int, one: str, other: str) -> None:
    shapes = f"{OWN} :S sh:targetClass :C ; sh:property [ sh:path :p ; {constraint.format(one=one, other=other)} ] ."
    data = f":a a :C ; :p {one} , {other} ; :one {one} ; :both {one} , {other} ."
    assert len(validate(shapes, data).findings) == number


@pytest.mark.parametrize(("one", "other"), SAME_VALUE)
@pytest.mark.parametrize(
    "constraint",
    ["sh:hasValue {other}", "sh:in ( {other} )", "sh:equals :q", "sh:not [ sh:not [ sh:hasValue {other} ] ]"],
)
def test_a_value_written_in_another_way_is_another_term(validate, constraint: str, one: str, other: str) -> None:
    shapes = f":S sh:targetClass :C ; sh:path :p ; {constraint.format(other=other)} ."
    assert validate(shapes, f":a a :C ; :p {other} ; :q {other} .").conforms
    assert not validate(shapes, f":a a :C ; :p {one} ; :q {other} .").conforms


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("STRLEN(STR(?value)) > 3", ["1.50"]),
        ("DATATYPE(?value) = <http://www.w3.org/2001/XMLSchema#int>", ["2"]),
        ("?value >= 1.5 && isNUMERIC(?value)", ["1.5", "1.50", "2"]),
        ("sameTerm(?value, 1.50)", ["1.50"]),
    ],
)
@pytest.mark.parametrize("pattern", ["$this :p ?value", "$this ?any ?value"])
def test_a_query_of_the_shapes_reads_literals_as_they_are_written(validate, pattern, expression, found) -> None:
    query = f"PREFIX : <http://example.org/> SELECT $this ?value {{ {pattern} FILTER({expression}) }}"
    shapes = f':S sh:targetNode :a ; sh:sparql [ sh:select "{query}" ] .'
    values = [one.value for one in validate(shapes, ':a :p 1.5 , 1.50 , 1 , "2"^^xsd:int .').findings]
    assert sorted(value.value for value in values) == found


def test_values_that_are_written_in_many_ways_compare_by_value(validate) -> None:
    shapes = ":S sh:targetClass :C ; sh:path :p ; sh:minInclusive 1.50 ; sh:lessThan :q ."
    data = ':a a :C ; :p 1.500 , "2"^^xsd:byte , 1.4 , "300"^^xsd:byte ; :q 03 .'
    found = {(one.component, one.value.value) for one in validate(shapes, data).findings}
    assert found == {
        ("MinInclusiveConstraintComponent", "1.4"),
        ("MinInclusiveConstraintComponent", "300"),
        ("LessThanConstraintComponent", "300"),
    }


def test_a_target_node_that_the_data_lack_compares_by_value_too(validate) -> None:
    report = validate(':S sh:targetNode "1"^^xsd:int ; sh:minInclusive 1 ; sh:datatype xsd:int .', ":c :p 1 .")
    assert not report.findings


def test_data_without_such_literals_are_asked_nothing_more(turtle) -> None:
    shapes = compile_shapes(turtle(":S sh:targetClass :C ; sh:path :p ; sh:minInclusive 1 ; sh:datatype xsd:decimal ."))
    engine = Verbatim(turtle(":a a :C ; :p 1.5 , true ."))
    known = known_of(shapes, engine)
    assert [one.query.text for one in shapes.checks(known)] == [one.query.text for one in shapes.checks()]
