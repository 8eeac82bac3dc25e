"""docs/curation.md and its Chinese twin: four commands are walked for an invented alliance; both tell the same."""

import re
import shlex
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, CHINESE = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("curation.md", "curation.zh.md"))


def commands(document):
    blocks = re.findall(r"^```console\n(.*?)^```", document, re.DOTALL | re.MULTILINE)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line.removeprefix("$ "), comments=True)[1:] for line in lines]


def fill_in(path):
    """Does what the document says: takes the # from the worked rows."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets[1:-1]:
        sheet["A3"] = sheet["A3"].value.removeprefix("# ")
    book.save(path)


@pytest.fixture
def folder(tmp_path, monkeypatch, of_the_study):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_four_commands_lead_from_a_template_to_a_comparison(folder, run):
    template, to_turtle, validate, compare = commands(ENGLISH)[:4]
    assert run(*template).code == 0
    fill_in(folder / "mine.xlsx")
    assert (run(*to_turtle).code, run(*validate).code) == (0, 0)
    outcome = run(*compare)
    assert outcome.code == 0 and "EQA" in outcome.out and "September 2025" in outcome.out


def test_the_other_commands_run(folder, run):
    for command in commands(ENGLISH)[4:]:
        assert run(*command).code == 0


def test_both_documents_have_the_same_sections_and_commands():
    def depths(document):
        return re.findall(r"^(#+) ", document, re.MULTILINE)

    assert depths(ENGLISH) == depths(CHINESE)
    assert commands(ENGLISH) == commands(CHINESE)
