"""The user's files beside what is shipped: what they may refer to, and whose mistakes are told."""

import pytest

from qontology import assets, validate
from qontology.shacl.lexical_forms import suspicious
from qontology.validation import Source

ALLIANCE = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix organization: <https://w3id.org/qontology/id/organization/> .
@prefix passage: <https://w3id.org/qontology/id/passage/> .
@prefix place: <https://w3id.org/qontology/id/place/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <https://w3id.org/qontology/scheme/status/> .
alliance:aurora
    a qo:Alliance ;
    skos:prefLabel "Aurora"@en , "极光"@zh ;
    qo:hasCountry place:germany ;
    qo:status status:announced ;
    qo:evidence passage:paper-2022-abstract-zh .
"""


of_the_study = pytest.mark.usefixtures("of_the_study")


def codes(*sources, **options):
    return [finding.code for finding in validate(*sources, **options).findings]


def source(text, name="mine.ttl"):
    return Source(name, (ALLIANCE + text).encode())


@of_the_study
def test_a_file_may_refer_to_what_is_shipped():
    assert "QO-121" not in codes(source(""))


def test_alone_it_has_to_bring_what_it_refers_to():
    assert "QO-121" in codes(source(""), with_shipped=False)


def test_what_is_shipped_has_no_findings():
    assert validate().findings == ()


def test_a_store_keeps_every_shipped_literal_as_it_is_written():
    texts = [path.read_bytes() for folder in ("ontology", "data") for path in assets.files(folder)]
    assert not any(map(suspicious, texts))


def test_the_shipped_data_may_be_named_without_the_ontology():
    assert validate(*assets.files("data")).conforms


@of_the_study
def test_a_mistake_about_a_shipped_node_is_told_where_the_file_mentions_it(turtle):
    shapes = turtle("e:S sh:targetObjectsOf e:praises ; sh:property [ sh:path e:price ; sh:minCount 1 ] .")
    (finding,) = validate(source("<urn:x> <http://example.org/praises>\n  alliance:qutac ."), shapes=[shapes]).findings
    assert str(finding.node) == "<https://w3id.org/qontology/id/alliance/qutac>"
    assert (finding.file, finding.line, finding.column) == ("mine.ttl", ALLIANCE.count("\n") + 2, 3)


@of_the_study
def test_mistakes_that_are_there_without_the_file_are_not_told(turtle):
    shapes = turtle("""
        e:S sh:targetClass <https://w3id.org/qontology/ns#Alliance> ;
            sh:property [ sh:path e:price ; sh:minCount 1 ] .
    """)
    found = validate(source(""), shapes=[shapes]).findings
    assert [str(finding.node) for finding in found] == ["<https://w3id.org/qontology/id/alliance/aurora>"]


@of_the_study
def test_a_node_that_must_exist_and_does_not_is_told_without_a_place(turtle):
    shapes = turtle("e:S sh:targetNode e:one ; sh:property [ sh:path e:price ; sh:minCount 1 ] .")
    (finding,) = validate(source(""), shapes=[shapes]).findings
    assert (str(finding.node), finding.file) == ("<http://example.org/one>", None)


@of_the_study
def test_a_file_of_another_subject_is_not_said_to_conform():
    report = validate(Source("other.ttl", b"<urn:a> <urn:p> 1 ."))
    assert [finding.code for finding in report.findings] == ["nothing-checked"]
    assert not report.conforms


@of_the_study
@pytest.mark.parametrize("part", ["ontology", "shapes"])
def test_imports_are_not_followed(part, turtle):
    remote = "<urn:o> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/> ."
    shapes = turtle(f"e:S sh:targetSubjectsOf e:p ; sh:nodeKind sh:IRI . {remote if part == 'shapes' else ''}", "s.ttl")
    data = turtle(f"e:a e:p 1 . {remote if part == 'ontology' else ''}")
    found = validate(data, shapes=[shapes], with_shipped=False).findings
    assert [(one.code, one.severity.value) for one in found] == [("import-not-read", "info")]


MISSPELT = {
    "a property": ("qo:statuss status:planned", "there is no term qo:statuss", "did you mean qo:status?"),
    "a class": ("a qo:Aliance", "there is no term qo:Aliance", "did you mean qo:Alliance?"),
    "a concept": ("qo:status status:planed", "there is no term status:planed", "did you mean status:planned?"),
    "nothing that exists": ("qo:xyzzy 1", "there is no term qo:xyzzy", "look for the right one with: qontology search"),
    "a property that is called has": ("qo:goals 1", "there is no term qo:goals", "did you mean qo:hasGoal?"),
    "a property in full": (
        "<https://w3id.org/qontology/ns#goals> 1",
        "there is no term qo:goals",
        "did you mean qo:hasGoal?",
    ),
}


@of_the_study
@pytest.mark.parametrize("case", MISSPELT)
def test_a_term_of_ours_that_does_not_exist_is_told_with_the_nearest(case):
    statement, message, remedy = MISSPELT[case]
    (finding,) = (one for one in validate(source(f"alliance:aurora\n  {statement} .")).findings if one.code == "QO-001")
    assert (finding.message.en, finding.remedy.en[: len(remedy)]) == (message, remedy)
    assert finding.line == ALLIANCE.count("\n") + 2


@of_the_study
def test_every_statement_with_a_misspelt_term_is_told():
    assert codes(source("alliance:aurora qo:goals 1 . alliance:qutac qo:goals 2 .")).count("QO-001") == 2


@of_the_study
def test_a_term_in_a_text_or_a_comment_is_none():
    assert "QO-001" not in codes(source('alliance:aurora skos:note "qo:statuss"@en . # qo:statuss'))


@of_the_study
def test_a_term_that_the_file_declares_exists():
    assert "QO-001" not in codes(source("qo:mine a <urn:Property> . alliance:aurora qo:mine 1 ."))
