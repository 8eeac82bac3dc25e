"""Whatever stands in the data, no format is broken by it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse

from qontology.characters import visible
from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats import write
from qontology.language import Text

IN_ANY_TIME = settings(deadline=None)  # a busy machine is no fault
ANY_TEXT = st.text(max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "=1+1",
        "]]>",
        "\ufffe",
        "\x00",
        "a\r\n::error::b",
        "{0}",
        "$title",
        '"\n',
        "-->",
        "'=",
    ]
)


def report_with(text: str) -> Report:
    """A report in which the text stands wherever data can stand."""
    finding = Finding(
        code=text,
        severity=Severity.VIOLATION,
        node=Literal(text),
        message=Text(text, text),
        value=Literal(text),
        component="MinCountConstraintComponent",
        shape=Literal(text),
        remedy=Text(text, text),
        file=text,
        line=1,
        column=2,
        related=(Literal(text),),
    )
    return Report.of([finding], engine=text, shapes=[text], data=[text])


def test_a_finding_that_is_no_result_stands_in_a_comment_of_the_validation_report() -> None:
    """Whatever its words are, it ends with its line."""
    hostile = "x\n<urn:a> <urn:b> <urn:c> .\r\u2028\x85"
    report = report_with(hostile)
    doubt = replace(report.findings[0], component=None)
    text = write(replace(report, findings=(doubt,)), "report")
    assert {str(quad.subject) for quad in parse(text, format=RdfFormat.TURTLE)}.isdisjoint({"<urn:a>"})
    assert text.splitlines()[0].startswith("# ")


def written(text: str, format: str) -> str:
    return write(report_with(text), format, language="both", sources=lambda file, line: text)


@IN_ANY_TIME
@given(ANY_TEXT)
def test_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    assert all(line == visible(line) for line in written(text, "text").split("\n"))


@IN_ANY_TIME
@given(ANY_TEXT)
def test_json_gives_the_text_back(text: str) -> None:
    [finding] = json.loads(written(text, "json"))["findings"]
    assert finding["message"]["en"] == text
    assert finding["node"] == str(Literal(text))


@IN_ANY_TIME
@given(ANY_TEXT)
def test_sarif_parses_and_speaks_one_result(text: str) -> None:
    [result] = json.loads(written(text, "sarif"))["runs"][0]["results"]
    assert result["ruleId"] == text
    first = result["message"]["text"].split("\n")[0]
    assert first.replace("{{", "{").replace("}}", "}") == visible(text)


@IN_ANY_TIME
@given(ANY_TEXT)
def test_a_workflow_command_is_one_line_with_its_own_properties_only(text: str) -> None:
    [line, end] = written(text, "github").split("\n")
    _, head, message = line.split("::", 2)
    assert end == "" and line == visible(line)
    assert [pair.split("=")[0] for pair in head.removeprefix("error ").split(",")] == ["file", "line", "col", "title"]
    assert message.split("%0A")[0].replace("%25", "%") == visible(text)


@IN_ANY_TIME
@given(ANY_TEXT)
def test_the_validation_report_parses_and_keeps_message_and_value(text: str) -> None:
    objects = [quad.object for quad in parse(written(text, "report"), format=RdfFormat.TURTLE)]
    assert objects.count(Literal(text, language="zh")) == 1
    assert Literal(text) in objects


@IN_ANY_TIME
@given(ANY_TEXT)
def test_junit_parses_and_keeps_what_can_be_seen(text: str) -> None:
    [case] = ElementTree.fromstring(written(text, "junit")).iter("testcase")
    assert case.attrib["classname"] == visible(text)


@IN_ANY_TIME
@given(ANY_TEXT)
@example("=HYPERLINK(1)")
@example("+1")
@example("-1")
@example("@SUM(1)")
@example("\t=1")
@example("'=1")
def test_csv_round_trips_and_no_cell_is_a_formula(text: str) -> None:
    [row] = csv.DictReader(io.StringIO(written(text, "csv"), newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
    assert row["message_en"].removeprefix("'") == visible(text)
    assert row["value"] == visible(str(Literal(text)))


class Elements(HTMLParser):
    """The names of all elements of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@IN_ANY_TIME
@given(ANY_TEXT)
def test_a_page_has_the_same_elements_whatever_the_text(text: str) -> None:
    page, plain = Elements(written(text, "html")), Elements(written("plain", "html"))
    assert [name for name in page.names if name != "br"] == [name for name in plain.names if name != "br"]
    assert not text.strip() or visible(text) in page.text
