"""Each finding stands where the mistake is written, in every format, in one file or in several."""

import json

import pytest
from pyoxigraph import BlankNode, Literal

from qontology import validate
from qontology.findings import Finding, Severity
from qontology.language import Text
from qontology.validation.labels import with_stable_labels

SHAPES = """
e:Named sh:targetClass e:Person ; sh:property e:Name , e:Age , e:Friend .
e:Name sh:path e:name ; sh:minCount 1 ; sh:maxCount 1 .
e:Age sh:path ( e:life e:age ) ; sh:maxInclusive 150 .
e:Friend sh:path [ sh:alternativePath ( e:knows e:likes ) ] ; sh:nodeKind sh:IRI .
"""


@pytest.fixture
def places(turtle):
    """The code and place of each finding in files that hold these texts."""

    def of(**texts):
        files = [turtle(text, f"{name}.ttl") for name, text in texts.items()]
        report = validate(*files, shapes=[turtle(SHAPES, "shapes.ttl")], with_shipped=False)
        return [(one.code, one.file.rsplit("/")[-1], one.line, one.column) for one in report.findings]

    return of


def test_a_missing_property_stands_at_its_subject(places):
    assert places(a="e:x\n  a e:Person .") == [("Name", "a.ttl", 4, 1)]


def test_too_many_values_stand_at_the_predicate(places):
    assert places(a='e:x a e:Person ;\n  e:name "X" , "Y" .') == [("Name", "a.ttl", 5, 3)]


def test_a_wrong_value_stands_at_the_value(places):
    assert places(a='e:x a e:Person ; e:name "X" ;\n  e:knows e:y , "Z" .') == [("Friend", "a.ttl", 5, 17)]


def test_a_value_of_an_alternative_stands_at_the_value(places):
    assert places(a='e:x a e:Person ; e:name "X" ; e:knows e:y ;\n  e:likes "Z" .') == [("Friend", "a.ttl", 5, 11)]


def test_the_value_of_a_longer_path_stands_at_its_first_step(places):
    found = places(a='e:x a e:Person ; e:name "X" ;\n  e:life e:l .\ne:l e:age 200 .')
    assert found == [("Age", "a.ttl", 5, 3)]


REPEATED = """
e:S sh:targetClass e:Person ; sh:property e:Far , e:Back .
e:Far sh:path ( [ sh:oneOrMorePath [ sh:alternativePath ( e:knows e:likes ) ] ] e:age ) ; sh:maxInclusive 150 .
e:Back sh:path [ sh:inversePath e:knows ] ; sh:nodeKind sh:BlankNode .
"""


def test_of_a_repeated_path_the_first_step_counts_and_of_one_backwards_the_node(turtle):
    data = turtle("e:x a e:Person ;\n  e:likes e:y .\ne:y e:age 200 .\ne:z e:knows e:x .")
    report = validate(data, shapes=[turtle(REPEATED, "shapes.ttl")], with_shipped=False)
    assert [(one.code, one.line, one.column) for one in report.findings] == [("Back", 4, 1), ("Far", 5, 3)]


def test_a_node_in_brackets_stands_where_it_is_mentioned(places):
    assert places(a="e:x e:knows\n  [ a e:Person ] .") == [("Name", "a.ttl", 5, 3)]


def test_a_node_in_brackets_inside_brackets_stands_at_the_outer_one(places):
    assert places(a="e:x e:knows\n  [ e:knows [ a e:Person ] ] .") == [("Name", "a.ttl", 5, 3)]


def test_a_node_with_a_label_stands_where_it_is_mentioned(places):
    assert places(a="e:x e:knows\n  _:y .\n_:y a e:Person .") == [("Name", "a.ttl", 4, 5)]


def test_of_several_files_the_one_counts_that_has_the_statement(places):
    found = places(a='e:x a e:Person ; e:name "X" .', b='e:x e:knows "Z" .')
    assert found == [("Friend", "b.ttl", 4, 13)]


def test_statements_of_several_files_are_one_graph(places):
    assert places(a="e:x a e:Person .", b='e:x e:name "X" .') == []


def test_blank_nodes_have_the_same_labels_at_every_run(turtle):
    text = "e:x e:knows [ a e:Person ] , [ a e:Person ] ."
    reports = [validate(turtle(text), shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False).to_json() for _ in range(3)]
    assert reports[0] == reports[1] == reports[2]
    assert [finding["node"] for finding in json.loads(reports[0])["findings"]] == ["_:b1", "_:b2"]


def test_the_labels_are_those_of_the_report_in_messages_too():
    one, other = BlankNode("x1"), BlankNode("x2")
    said = Text("_:x1 is near _:x2 and _:x3", "_:x1 邻近 _:x2 和 _:x3")
    finding = Finding("S", Severity.INFO, other, said, value=Literal("_:x1"), related=(one, one))
    (stable,) = with_stable_labels([finding])
    assert (stable.node, stable.value, stable.related) == (BlankNode("b1"), Literal("_:x1"), (BlankNode("b2"),) * 2)
    assert stable.message == Text("_:b2 is near _:b1 and _:x3", "_:b2 邻近 _:b1 和 _:x3")


DOCUMENTS = {
    "a.rdf": """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://example.org/">
      <rdf:Description rdf:about="http://example.org/y"><e:knows rdf:resource="http://example.org/x"/></rdf:Description>
      <e:Person rdf:about="http://example.org/x"/>
    </rdf:RDF>""",
    "a.jsonld": """[
      {"@id": "http://example.org/y", "http://example.org/knows": {"@id": "http://example.org/x"}},
      {"@id": "http://example.org/x", "@type": "http://example.org/Person"}
    ]""",
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_in_xml_and_json_a_finding_stands_where_its_node_is_described(name, turtle, tmp_path):
    file = tmp_path / name
    file.write_text(DOCUMENTS[name], encoding="utf-8")
    (finding,) = validate(file, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False).findings
    line = DOCUMENTS[name].splitlines()[2]
    assert (finding.line, finding.column) == (3, line.index("http://example.org/x") + 1)


def test_a_prefixed_name_in_json_is_found_by_its_local_part(turtle, tmp_path):
    file = tmp_path / "a.jsonld"
    file.write_text('{"@context": {"e": "http://example.org/"},\n "@id": "e:x", "@type": "e:Person"}', encoding="utf-8")
    (finding,) = validate(file, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False).findings
    assert (finding.line, finding.column) == (2, 10)


def test_a_syntax_error_is_a_finding_and_the_other_files_are_read(places):
    assert places(a="e:x a e:Person .", b="e:x e:name .") == [("Name", "a.ttl", 4, 1), ("SYNTAX", "b.ttl", 4, 12)]
