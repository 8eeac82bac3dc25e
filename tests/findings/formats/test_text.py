"""The text for a terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pyoxigraph import Literal, NamedNode

from qontology.characters import columns
from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats import write
from qontology.findings.formats.excerpts import Sources
from qontology.language import Language, Text

FAULT = Finding("QO-1", Severity.VIOLATION, NamedNode("urn:a"), Text("wrong", "有误"), file="a.ttl", line=3, column=5)


def text_of(finding: Finding, source: str | None = None, width: int = 80, language: Language = "en") -> str:
    report = Report.of([finding], engine="embedded", shapes=[], data=["a.ttl"])
    return write(report, "text", language=language, sources=lambda file, line: source, width=width)


def marked_in(text: str) -> str:
    """What stands above the carets, column by column of the terminal."""
    source, carets = re.findall(r"^ *\d* \| (.*)$", text, re.MULTILINE)[-2:]
    start, end = carets.index("^"), len(carets)
    word, column = "", 0
    for char in source:
        word += char if start <= column < end else ""
        column += columns(char)
    return word


def test_a_place_can_be_clicked_on() -> None:
    assert " --> a.ttl:3:5\n" in text_of(FAULT)


def test_a_finding_without_column_line_or_file_shows_what_is_known() -> None:
    assert " --> a.ttl:3\n" in text_of(replace(FAULT, column=None))
    assert " --> a.ttl\n" in text_of(replace(FAULT, line=None, column=None))
    nowhere = text_of(replace(FAULT, file=None, line=None, column=None))
    assert "-->" not in nowhere and nowhere.startswith("without a file: 1 violation\n")


@pytest.mark.parametrize(
    ("source", "column", "word"),
    [
        ("qo:a qo:b qo:c .", 6, "qo:b"),
        ("qo:a qo:b, qo:c.", 12, "qo:c"),
        ('qo:a qo:b "two words"@en .', 11, '"two words"@en'),
        ('"量子" "联盟"@zh .', 6, '"联盟"@zh'),
        ("\t\tqo:a qo:b .", 8, "qo:b"),
        ("<urn:a> <urn:b>.", 9, "<urn:b>"),
        ('qo:a "never closed', 6, '"never'),
        ("a\x1b[2J qo:b .", 7, "qo:b"),
        ("x " * 200 + "qo:b ." + " x" * 200, 401, "qo:b"),
        ("联盟" * 200 + " qo:b .", 402, "qo:b"),
    ],
)
def test_the_word_at_the_column_is_marked(source: str, column: int, word: str) -> None:
    assert marked_in(text_of(replace(FAULT, column=column), source)) == word


def test_behind_the_end_of_a_line_the_end_is_marked() -> None:
    assert "3 | qo:a\n  |     ^\n" in text_of(FAULT, "qo:a")


def test_without_a_column_the_line_is_shown_and_nothing_marked() -> None:
    text = text_of(replace(FAULT, column=None), "qo:a qo:b .")
    assert "3 | qo:a qo:b .\n" in text and "^" not in text


@pytest.mark.parametrize("width", [40, 50, 80, 200])
@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_no_line_but_a_place_is_wider_than_the_terminal(
    width: int, language: Language, ten: Report, sources: Sources
) -> None:
    lines = write(ten, "text", language=language, sources=sources, width=width).splitlines()
    assert max(columns(line) for line in lines if "-->" not in line) <= width


def test_a_terminal_narrower_than_40_columns_is_written_to_as_if_it_had_40(ten: Report, sources: Sources) -> None:
    assert write(ten, "text", sources=sources, width=3) == write(ten, "text", sources=sources, width=40)


def test_colour_is_there_only_if_asked_for_and_changes_nothing_else(ten: Report, sources: Sources) -> None:
    plain = write(ten, "text", sources=sources)
    coloured = write(ten, "text", sources=sources, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31mviolation QO-204\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_control_characters_of_code_message_node_and_file_are_escaped() -> None:
    evil = "\x1b[2J\x9b1m\u202e\r\n"
    finding = Finding(evil, Severity.INFO, Literal(evil), Text(evil, evil), file=evil, remedy=Text(evil, evil))
    text = text_of(finding)
    assert text.count("\\u001B[2J\\u009B1m\\u202E\\r\\n") == 6
    assert all(line.isprintable() for line in text.split("\n"))


def test_a_long_value_is_cut_in_the_middle_and_says_so() -> None:
    text = text_of(replace(FAULT, value=Literal("a" * 5000, language="en")))
    assert "[characters left out: 4805]" in " ".join(text.split()) and '"@en\n' in text
    assert "〔略去 4805 个字符〕" in re.sub(
        r"\s\s+", "", text_of(replace(FAULT, value=Literal("a" * 5000, language="en")), language="zh")
    )


def test_braces_and_colour_like_words_in_a_message_are_plain_text() -> None:
    assert "violation QO-1: {name} %s [red]\n" in text_of(replace(FAULT, message=Text("{name} %s [red]", "")))


@pytest.mark.parametrize(
    ("language", "summary"),
    [
        ("en", "5 violations, 3 warnings, 2 infos; 2 files checked; engine: embedded.\n"),
        ("zh", "5 项违规、3 项警告、2 项提示；已检查 2 个文件；引擎：embedded。\n"),
    ],
)
def test_the_last_line_counts_severities_and_files_and_names_the_engine(
    language: Language, summary: str, ten: Report
) -> None:
    assert write(ten, "text", language=language).endswith("\n\n" + summary)


def test_findings_are_grouped_by_file_and_ordered_by_place(ten: Report) -> None:
    text = write(ten, "text")
    assert re.findall(r"^(\S.*): \d \w+", text, re.MULTILINE) == [
        "without a file",
        "my data/100%.ttl",
        "my data/mine.ttl",
    ]
    lines = [int(line) for line in re.findall(r"--> my data/mine.ttl:(\d+)", text)]
    assert lines == sorted(lines) and len(lines) == 7
