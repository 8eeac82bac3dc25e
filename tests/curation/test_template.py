"""What curators get to fill in: names, help and choices in both languages, the same bytes each time."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from qontology.curation.pages import Desk, chosen_sheets
from qontology.curation.template import csv_files, workbook
from qontology.errors import InputError
from qontology.knowledge import load


@pytest.fixture(scope="module")
def pages():
    return Desk(load()).pages(chosen_sheets(["members", "counts"]))


@pytest.fixture(scope="module")
def book(pages):
    return openpyxl.load_workbook(io.BytesIO(workbook(pages)))


def test_a_workbook_has_help_the_sheets_and_the_choices(book):
    assert book.sheetnames == ["help 说明", "sources 来源", "members 成员", "counts 数量", "choices 选项"]
    assert book.active.title == "sources 来源"


def test_a_sheet_begins_with_names_headings_in_both_languages_and_a_worked_row(book):
    rows = list(book["members 成员"].iter_rows(max_row=3, max_col=2, values_only=True))
    assert rows == [
        ("of", "member"),
        ("# of * / 所属", "member * / 成员"),
        ("# example-quantum-alliance", "Example Photonics"),
    ]
    assert book["members 成员"].freeze_panes == "B4"


def test_cells_are_text_so_that_dates_stay_as_they_are_typed(book):
    assert book["members 成员"].column_dimensions["E"].number_format == "@"


def test_choices_are_offered_and_those_of_a_scheme_are_insisted_upon(book):
    rules = {str(rule.sqref).partition("4")[0]: rule for rule in book["counts 数量"].data_validations.dataValidation}
    counted, of = rules["B"], rules["A"]
    sheet, _, cells = counted.formula1.rpartition("!")
    offered = [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]
    assert "member / 成员" in offered and counted.showErrorMessage
    assert of.type in (None, "none") or not of.showErrorMessage
    assert counted.prompt.startswith("Relates a count to the kind of thing that is counted.") or "/" in counted.prompt


def test_the_same_template_is_the_same_bytes(pages):
    assert workbook(pages) == workbook(pages)


def test_a_folder_of_csv_files_holds_the_same(pages, stored):
    files = csv_files(pages)
    assert list(files) == ["sources.csv", "members.csv", "counts.csv", "help.csv"]
    assert next(csv.reader(io.StringIO(files["members.csv"].removeprefix("\ufeff"))))[:2] == ["of", "member"]
    assert all(text.startswith("\ufeff") for text in files.values())
    stored(Path(__file__).parent / "expected/help.csv", files["help.csv"])


def test_a_sheet_that_there_is_not_is_refused_with_the_one_that_is_meant():
    with pytest.raises(InputError, match="there is no sheet membres; did you mean members"):
        chosen_sheets(["membres"])
