"""pySHACL as a second opinion: the same contract, and every difference told."""

import pytest
from pyoxigraph import NamedNode, RdfFormat

from qontology import validate
from qontology.errors import InputError
from qontology.findings.findings import Finding, Report, Severity
from qontology.language import Text
from qontology.shacl.pyshacl_engine import DIFFERENT, compared
from qontology.validation import ENGINES, Source

SHAPES = """
e:S sh:targetSubjectsOf e:p ; sh:property e:Q .
e:Q sh:path e:q ; sh:minCount 1 ; sh:datatype xsd:byte ; sh:message "no q"@en , "没有 q"@zh .
"""
DATA = """e:a e:p 1 .
e:b e:p 2 ;
  e:q "300"^^xsd:byte .
e:c e:p 3 ; e:q "1"^^xsd:byte .
e:d e:p [ e:p 4 ] ; e:q "7"^^xsd:byte .
"""


@pytest.fixture
def found(turtle):
    """The findings of an engine: node, component, line and message."""

    def of(engine: str, data: str = DATA) -> list:
        report = validate(turtle(data), shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False, engine=engine)
        return [(str(one.node), one.component, one.line, one.message.zh) for one in report.findings]

    return of


def test_both_engines_find_the_same_at_the_same_place(found):
    assert found("compiled") == found("pyshacl")
    assert [line for _, _, line, _ in found("compiled")] == [4, 6, 8]


def test_two_engines_that_agree_are_one_report(found):
    assert found("both") == found("compiled")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_validates_bytes_that_are_no_file(engine, turtle):
    source = Source("mine", b"<urn:a> <http://example.org/p> 1 .", RdfFormat.TURTLE)
    report = validate(source, shapes=[turtle(SHAPES, "s.ttl")], with_shipped=False, engine=engine)
    assert [(one.node, one.file, one.line) for one in report.findings] == [(NamedNode("urn:a"), "mine", 1)]


def test_the_report_names_the_engines(turtle):
    options = {"shapes": [turtle(SHAPES, "s.ttl")], "with_shipped": False}
    names = [validate(turtle(DATA), engine=engine, **options).engine for engine in ("compiled", "pyshacl", "both")]
    assert names == ["embedded", "pyshacl", "embedded, pyshacl"]


def test_what_only_one_engine_finds_is_a_finding_of_its_own():
    def report(engine: str, *names: str) -> Report:
        findings = [Finding("S", Severity.VIOLATION, NamedNode(name), Text("wrong", "有误")) for name in names]
        return Report.of(findings, engine=engine, shapes=(), data=())

    together = compared(report("embedded", "urn:a", "urn:b"), report("pyshacl", "urn:b", "urn:c"))
    doubts = {str(one.node): one.message.en for one in together.findings if one.code == DIFFERENT}
    assert doubts == {
        "<urn:a>": "only the engine embedded finds here: wrong",
        "<urn:c>": "only the engine pyshacl finds here: wrong",
    }
    assert [str(one.node) for one in together.findings if one.code == "S"] == ["<urn:a>", "<urn:b>"]


def test_an_engine_that_there_is_not_is_refused():
    with pytest.raises(InputError, match="there is no engine rdf4j; choose from compiled, pyshacl, both"):
        validate(engine="rdf4j")
