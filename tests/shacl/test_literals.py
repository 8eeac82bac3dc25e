"""Literals: what a datatype allows, and what is made of those that a Store rewrites."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from qontology.engine import Embedded
from qontology.namespaces import XSD
from qontology.shacl import FileBytes, LexicalForms, compile_shapes, run
from qontology.shacl.lexical_forms import suspicious
from qontology.shacl.literals import LEXICAL, is_valid, valid
from qontology.sparql.paths import Predicate

FORMS = [
    ("boolean", "true false 1 0", "True yes 2"),
    ("integer", "0 -7 +07 99999999999999999999999", "1.0 1e3 x"),
    ("decimal", "1 1.50 -.5 +2.", "1e3 . x"),
    ("double", "1 1.5e-3 INF -INF NaN .5E7", "inf e3 1e"),
    ("byte", "127 -128 007", "128 -129 1.0"),
    ("unsignedByte", "0 255", "-1 256"),
    ("positiveInteger", "1 18446744073709551616", "0 -1"),
    ("nonPositiveInteger", "0 -1", "1"),
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
    derived = {XSD[name] for name in ("nonNegativeInteger", "negativeInteger", "long", "int", "short")}
    assert set(LEXICAL) <= shown | derived | {XSD[f"unsigned{size}"] for size in ("Long", "Int", "Short")} | {
        XSD["float"]
    }


@pytest.mark.parametrize(
    ("constraint", "value", "conforms"),
    [
        ("sh:datatype xsd:byte", '"5"^^xsd:byte', True),
        ("sh:datatype xsd:byte", '"300"^^xsd:byte', False),
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


def test_a_plain_spelling_in_one_file_and_another_in_the_next_are_both_known() -> None:
    files = (FileBytes(f"<urn:a> <urn:p> {number} .".encode(), RdfFormat.TURTLE) for number in ("1", "01"))
    forms = LexicalForms.read(*files).forms(NamedNode("urn:a"), Predicate(NamedNode("urn:p")), Literal(1))
    assert [form.value for form in forms] == ["1", "01"]


def test_a_file_in_any_format_gives_up_its_written_forms() -> None:
    xml = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:"><rdf:Description
        rdf:about="urn:a"><e:p rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">01</e:p></rdf:Description></rdf:RDF>"""
    turtle = b"<urn:a> <urn:e:p> 01 ."
    for data, kind in ((xml, RdfFormat.RDF_XML), (turtle, RdfFormat.TURTLE)):
        written = LexicalForms.read(FileBytes(data, kind))
        forms = written.forms(NamedNode("urn:a"), Predicate(NamedNode("urn:e:p")), Literal(1))
        assert [form.value for form in forms] == ["01"]
