"""What is said of findings in English and Chinese, alike on a terminal, a page and in a CI service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...characters import cut, visible
from ...language import Language, Text
from ..findings import Finding, Report, Severity
from .names import compact

__all__ = ["NO_FILE", "SEVERITIES", "Detail", "colon", "counts", "details", "prose", "statements", "summary"]

SEVERITIES = {
    Severity.VIOLATION: Text("violation", "违规"),
    Severity.WARNING: Text("warning", "警告"),
    Severity.INFO: Text("info", "提示"),
}
NO_FILE = Text("without a file", "未指明文件")
LONGEST_TERM = 200
LONGEST_MESSAGE = 1000
MOST_DETAILS = 3

NONE = Text("No findings", "未发现问题")
NODE = Text("node", "节点")
PATH = Text("path", "路径")
VALUE = Text("value", "值")
RELATED = Text("related", "相关")
BECAUSE = Text("because", "原因")
REMEDY = Text("remedy", "处理办法")


class Detail(NamedTuple):
    """One thing to know about a finding: a label, and one line, or one a language."""

    label: Text
    lines: tuple[str, ...]


def colon(language: Language) -> str:
    """The colon between a label and what follows, with its blank."""
    return "：" if language == "zh" else ": "


def statements(text: Text, language: Language) -> tuple[str, ...]:
    """The text fit to be shown, in one language or, where both are asked for and differ, in two."""
    wanted = dict.fromkeys(text) if language == "both" else (text.say(language),)
    return tuple(visible(cut(statement, LONGEST_MESSAGE, language)) for statement in wanted)


def details(finding: Finding, language: Language, prefixes: Mapping[str, str]) -> Iterator[Detail]:
    """Node, path, value, related terms and remedy, as far as the finding has them."""
    related = ((RELATED, term) for term in finding.related)
    for label, part in ((NODE, finding.node), (PATH, finding.path), (VALUE, finding.value), *related):
        if part is not None:
            yield Detail(label, (visible(cut(compact(part, prefixes), LONGEST_TERM, language)),))
    # A shape with a message of its own has said already what is the matter.
    told = () if finding.messages else finding.details[:MOST_DETAILS]
    causes = [statement for one in told for statement in statements(one.message, language)]
    if causes:
        yield Detail(BECAUSE, (*causes, *(["…"] if len(finding.details) > MOST_DETAILS else [])))
    if finding.remedy is not None:
        yield Detail(REMEDY, statements(finding.remedy, language))


def prose(finding: Finding, language: Language, prefixes: Mapping[str, str]) -> list[str]:
    """The message and the details of a finding as plain lines."""
    return [
        *statements(finding.message, language),
        *(
            f"{label.say(language)}{colon(language)}{line}"
            for label, lines in details(finding, language, prefixes)
            for line in lines
        ),
    ]


def counts(findings: Iterable[Finding]) -> Text:
    """How many findings there are of each severity that occurs, the worst first.

    >>> from qontology.findings.findings import Finding, Severity
    >>> counts([Finding(code, Severity.WARNING, None, Text("", "")) for code in ("QO-101", "QO-102")])
    Text(en='2 warnings', zh='2 项警告')
    """
    numbers = Counter(finding.severity for finding in findings)
    found = [(numbers[severity], name) for severity, name in SEVERITIES.items() if numbers[severity]]
    return Text(
        ", ".join(f"{number} {name.en}{'' if number == 1 else 's'}" for number, name in found),
        "、".join(f"{number} 项{name.zh}" for number, name in found),
    )


def summary(report: Report) -> Text:
    """The last word on a run: counts per severity, files checked, engine."""
    number = len(set(report.data))
    found = counts(report.findings) if report.findings else NONE
    engine = visible(report.engine)
    return Text(
        f"{found.en}; {number} file{'' if number == 1 else 's'} checked; engine: {engine}.",
        f"{found.zh}；已检查 {number} 个文件；引擎：{engine}。",
    )
