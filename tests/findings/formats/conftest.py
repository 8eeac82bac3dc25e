"""Three reports, with none, one and ten findings, and the file that they speak of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats.excerpts import Sources
from qontology.language import Text
from qontology.namespaces import SKOS, XSD, Namespace
from qontology.sparql.paths import Alternative, Inverse, Predicate, Repeat, Sequence

QO = Namespace("https://w3id.org/qontology/ns#")
QUIC = NamedNode("https://w3id.org/qontology/id/alliance/quic")
QIC = NamedNode("https://w3id.org/qontology/id/alliance/qic")

LINES = (Path(__file__).parent / "mine.ttl").read_text(encoding="utf-8").splitlines()


def standing(finding: Finding, line: int, word: str) -> Finding:
    """The finding, placed at a word of the example."""
    return replace(finding, file="my data/mine.ttl", line=line, column=LINES[line - 1].index(word) + 1)


TWO_LABELS = standing(
    Finding(
        code="QO-101",
        severity=Severity.VIOLATION,
        node=QUIC,
        message=Text(
            "An alliance has one preferred label in Chinese, this one has two.",
            "每个联盟只能有一个中文首选标签，而这里有两个。",
        ),
        path=Predicate(SKOS["prefLabel"]),
        value=Literal("量子产业联盟", language="zh"),
        component="QualifiedMaxCountConstraintComponent",
        shape=NamedNode("https://w3id.org/qontology/shapes#QO-101"),
        remedy=Text(
            "Keep the name that the alliance uses itself, and make the other one a skos:altLabel.",
            "请保留联盟自称的名称，并将另一个改为 skos:altLabel。",
        ),
    ),
    line=7,
    word='"量子产业联盟"@zh',
)

TEN = (
    TWO_LABELS,
    standing(
        Finding(
            code="QO-204",
            severity=Severity.VIOLATION,
            node=BlankNode("founding"),
            message=Text("The date is not a valid xsd:gYear.", "日期不是合法的 xsd:gYear。"),
            path=Predicate(QO["date"]),
            value=Literal("20x4", datatype=XSD["gYear"]),
            component="DatatypeConstraintComponent",
            shape=NamedNode("https://w3id.org/qontology/shapes#QO-204"),
            remedy=Text(
                'Write a year as four digits ("2014"^^xsd:gYear).', '请用四位数字书写年份（"2014"^^xsd:gYear）。'
            ),
        ),
        line=8,
        word='"20x4"',
    ),
    standing(
        Finding(
            code="QO-205",
            severity=Severity.VIOLATION,
            node=QUIC,
            message=Text("The end lies before the start.", "结束时间早于开始时间。"),
            path=Predicate(QO["end"]),
            value=Literal("2019"),
            component="SPARQLConstraintComponent",
            shape=NamedNode("https://w3id.org/qontology/shapes#QO-205"),
            remedy=Text("Check both dates against the source.", "请对照来源核对这两个日期。"),
            related=(Literal("2021-04"),),
        ),
        line=9,
        word='"2019"',
    ),
    standing(
        Finding(
            code="QO-310",
            severity=Severity.WARNING,
            node=QUIC,
            message=Text("A count is not negative.", "数量不能为负数。"),
            path=Predicate(QO["memberCount"]),
            value=Literal("-12", datatype=XSD["integer"]),
            component="MinInclusiveConstraintComponent",
            remedy=Text("Write the number as the source has it.", "请按来源中的数字填写。"),
        ),
        line=10,
        word="-12",
    ),
    standing(
        Finding(
            code="QO-120",
            severity=Severity.VIOLATION,
            node=QUIC,
            message=Text("An alliance is led by an organisation or a post.", "领导联盟的应是组织或职位。"),
            path=Predicate(QO["ledBy"]),
            value=QIC,
            component="ClassConstraintComponent",
            shape=NamedNode("https://w3id.org/qontology/shapes#QO-120"),
            related=(QO["Organization"], QO["Post"]),
        ),
        line=11,
        word="alliance:qic",
    ),
    standing(
        Finding(
            code="QO-131",
            severity=Severity.INFO,
            node=QUIC,
            message=Text("A theme is a concept, not a string.", "主题应是概念，而不是字符串。"),
            path=Alternative(
                (
                    Sequence((Predicate(QO["theme"]), Inverse(Repeat(Predicate(SKOS["broader"]), "*")))),
                    Predicate(QO["impliedTheme"]),
                )
            ),
            value=Literal("Standards"),
            component="NodeKindConstraintComponent",
            remedy=Text("Choose a concept of the scheme goal-theme.", "请从方案 goal-theme 中选用一个概念。"),
        ),
        line=12,
        word='"Standards"',
    ),
    Finding(
        code="QO-140",
        severity=Severity.WARNING,
        node=QIC,
        message=Text(
            "The homepage, with control characters (\x1b[31mred\x1b[0m) and a mark that turns the line (\u202e), "
            "is no web address.",
            "主页地址含有控制字符（\x1b[31m红\x1b[0m）和改变书写方向的标记（\u202e），不是网址。",
        ),
        value=Literal("\x07www.example.org/量子"),
        file="my data/mine.ttl",
        line=13,
    ),
    Finding(
        code="QO-150",
        severity=Severity.INFO,
        node=NamedNode("https://example.org/things/without-a-prefix"),
        message=Text("The note is longer than 2,000 characters.", "注释超过 2000 个字符。"),
        value=Literal("A long story. " * 200, language="en"),
        remedy=Text("Make it shorter.", "请缩短注释。"),
        file="my data/100%.ttl",
    ),
    Finding(
        code="SYNTAX",
        severity=Severity.VIOLATION,
        node=None,
        message=Text("The file ends inside a string.", "文件在字符串中间结束。"),
        file="my data/100%.ttl",
        line=1200,
        column=3,
        remedy=Text("Close the quotation mark.", "请补上右引号。"),
    ),
    Finding(
        code="QO-001",
        severity=Severity.WARNING,
        node=None,
        message=Text("No alliance was found.", "没有找到任何联盟。"),
    ),
)


def report_of(*findings: Finding) -> Report:
    """A report as the embedded engine would give it."""
    return Report.of(findings, engine="embedded", shapes=["core.ttl"], data=["my data/mine.ttl", "my data/clean.ttl"])


@pytest.fixture(scope="session")
def none() -> Report:
    """The report of a run that found nothing."""
    return report_of()


@pytest.fixture(scope="session")
def one() -> Report:
    """The report with one finding: two labels where one is allowed."""
    return report_of(TWO_LABELS)


@pytest.fixture(scope="session")
def ten() -> Report:
    """The report with ten findings, of every severity and with everything absent that can be."""
    return report_of(*TEN)


@pytest.fixture(scope="session")
def sources() -> Sources:
    """The lines of the example, whose name has a blank; the other files of the reports cannot be read."""
    return lambda file, line: LINES[line - 1] if file == "my data/mine.ttl" else None
