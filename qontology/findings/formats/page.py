"""Findings as one HTML page that stands alone: no network, no script, for light and dark screens and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

from ...characters import visible
from ...language import Language, Text
from ..findings import Finding, Report
from .excerpts import Sources, by_file, excerpt, place
from .wording import NO_FILE, SEVERITIES, counts, details, statements, summary

__all__ = ["write"]

LONGEST_LINE = 400

TITLE = Text("Validation report", "校验报告")
LANGUAGE_TAGS = {"en": "en", "zh": "zh-CN", "both": "en"}


def write(report: Report, language: Language, sources: Sources, prefixes: Mapping[str, str]) -> str:
    """The page, in one language or in both; findings can be filtered by severity with check boxes."""
    template = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    groups = [
        f"<h2>{file_name(file, language)} <small>{escape(counts(findings).say(language))}</small></h2>\n"
        + "\n".join(article(finding, language, sources, prefixes) for finding in findings)
        for file, findings in by_file(report)
    ]
    return template.substitute(
        lang=LANGUAGE_TAGS[language],
        title=escape(TITLE.say(language)),
        summary=paragraphs(statements(summary(report), language), "summary"),
        filters=filters(report, language),
        groups="\n".join(groups),
    )


def file_name(file: str | None, language: Language) -> str:
    return escape(NO_FILE.say(language) if file is None else visible(file))


def filters(report: Report, language: Language) -> str:
    """A check box for each severity that occurs."""
    found = {finding.severity for finding in report.findings}
    return "\n".join(
        f'<input class="filter" type="checkbox" id="{severity.value}" checked>'
        f'<label for="{severity.value}">{escape(name.say(language))}</label>'
        for severity, name in SEVERITIES.items()
        if severity in found
    )


def article(finding: Finding, language: Language, sources: Sources, prefixes: Mapping[str, str]) -> str:
    severity = escape(SEVERITIES[finding.severity].say(language))
    code, where = escape(visible(finding.code)), escape(place(finding))
    parts = [
        f'<article class="{finding.severity.value}">',
        f'<h3><span class="severity">{severity}</span> <code>{code}</code> <code class="place">{where}</code></h3>',
        paragraphs(statements(finding.message, language), "message"),
        quotation(finding, sources),
        definitions(finding, language, prefixes),
        "</article>",
    ]
    return "\n".join(part for part in parts if part)


def definitions(finding: Finding, language: Language, prefixes: Mapping[str, str]) -> str:
    rows = [
        f"<dt>{escape(label.say(language))}</dt><dd>{'<br>'.join(map(escape, lines))}</dd>"
        for label, lines in details(finding, language, prefixes)
    ]
    return "\n".join(["<dl>", *rows, "</dl>"]) if rows else ""


def paragraphs(lines: tuple[str, ...], kind: str) -> str:
    return "\n".join(f'<p class="{kind}">{escape(line)}</p>' for line in lines)


def quotation(finding: Finding, sources: Sources) -> str:
    """The source line with the word marked at which the finding stands."""
    quoted = excerpt(finding, sources)
    if quoted is None:
        return ""
    _, before, word, after = quoted.within(LONGEST_LINE)
    return f"<pre><span>{quoted.line}</span>  {escape(before)}<mark>{escape(word)}</mark>{escape(after)}</pre>"
