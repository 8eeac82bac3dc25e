"""The HTML page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats import write
from qontology.findings.formats.excerpts import Sources
from qontology.language import Language, Text

FAULT = Finding("QO-1", Severity.WARNING, "<urn:a>", Text("wrong", "有误"), file="a.ttl", line=3, column=6)


def page_of(finding: Finding, source: str | None = None) -> str:
    report = Report.of([finding], engine="embedded", shapes=[], data=[])
    return write(report, "html", sources=lambda file, line: source)


def test_a_page_stands_alone(ten: Report, sources: Sources) -> None:
    page = write(ten, "html", sources=sources)
    assert not re.search(r"<script|<link|<img|<iframe|\b(?:src|href|on\w+)=|url\(|@import", page)


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("zh", "zh-CN"), ("both", "en")])
def test_a_page_says_in_which_language_it_is(language: Language, tag: str, none: Report) -> None:
    assert f'<html lang="{tag}">' in write(none, "html", language=language)


def test_the_word_that_is_at_fault_is_marked() -> None:
    assert "<span>3</span>  qo:a <mark>&lt;urn:b&gt;</mark> .</pre>" in page_of(FAULT, "qo:a <urn:b> .")


def test_a_very_long_line_is_shown_around_the_fault_only() -> None:
    page = page_of(replace(FAULT, column=50_001), "x" * 49_999 + " qo:b " + "x" * 50_000)
    assert "x <mark>qo:b</mark> x" in page
    assert len(page) < 10_000


def test_only_severities_that_occur_can_be_filtered() -> None:
    assert re.findall(r'<input .* id="(\w+)" checked>', page_of(FAULT)) == ["warning"]


def test_what_is_not_known_leaves_no_empty_element() -> None:
    page = page_of(replace(FAULT, node=None, file=None, line=None, column=None))
    assert "<dl>" not in page and "<pre>" not in page
    assert "<dl>" in page_of(FAULT) and "<pre>" in page_of(FAULT, "qo:a <urn:b> .")
