"""docs/import.md: each row names a test that there is, each test of a consumer has a row, and both languages agree."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NO_CONSUMER = {"test_docs.py"}


def rows(name: str) -> list[list[str]]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    found = re.findall(r"^\| (.*?) \| (`?.*) \| ([^|]*) \|$", text, re.MULTILINE)
    assert len(found) > 15
    return [list(row) for row in found[1:] if not row[0].startswith("-")]


@pytest.mark.parametrize(("name", "untested"), [("import.md", "not tested"), ("import.zh.md", "未测试")])
def test_every_row_names_a_test_that_there_is_or_says_that_there_is_none(name: str, untested: str) -> None:
    for destination, _, tested in rows(name):
        tests = re.findall(r"`(tests/[\w/]+\.py)`", tested)
        assert tests or tested == untested, destination
        assert [test for test in tests if not (ROOT / test).is_file()] == []


def test_every_test_of_a_consumer_has_a_row() -> None:
    named = set(re.findall(r"tests/consumers/(test_\w+\.py)", (ROOT / "docs/import.md").read_text(encoding="utf-8")))
    assert named == {path.name for path in Path(__file__).parent.glob("test_*.py")} - NO_CONSUMER


def test_both_languages_give_the_same_lines_and_tests() -> None:
    def code(name: str) -> list[list[str]]:
        return [re.findall(r"`[^`]+`", " ".join(row)) for row in rows(name)]

    assert code("import.md") == code("import.zh.md")
