"""The workbook: what it is and how to read it, and every value in a row of its own with what it rests on."""

import io

import openpyxl
import pytest

from qontology.report import workbook


@pytest.fixture(scope="module", params=["en", "zh"])
def book(request, reports):
    study = reports[request.param]
    return study, openpyxl.load_workbook(io.BytesIO(workbook(study)))


def rows(sheet) -> list[tuple]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_the_first_sheet_says_what_it_is_and_how_each_table_is_read(book) -> None:
    study, made = book
    told = dict(rows(made.worksheets[0]))
    assert all(told[name] == value for name, value in study.front)
    assert all(told[each.table.title] == each.table.remarks[0] for each in study.chapters)


def test_the_second_sheet_has_the_findings_with_their_places(book) -> None:
    study, made = book
    _, *findings = rows(made.worksheets[1])
    assert [row[1] for row in findings] == [lead.said for lead in study.findings]
    assert all(row[2].startswith("[") for row in findings)


def test_every_value_of_every_table_has_a_row_and_numbers_are_numbers(book) -> None:
    study, made = book
    _, *values = rows(made.worksheets[2])
    assert not [row for row in values if row[3] is not None and "\n" in str(row[3])]
    assert all(row[4].startswith("[") for row in values)
    members = next(each for each in study.chapters if each.name == "members").table
    assert {row[3] for row in values if (row[0], row[2]) == (members.title, members.columns[2])} >= {233, 29}


def test_the_last_sheet_has_the_sources_by_their_numbers(book) -> None:
    study, made = book
    _, *notes = rows(made.worksheets[3])
    assert notes == list(enumerate(study.notes, 1))


def test_heads_stay_in_sight_and_every_sheet_fits_a_page_in_width(book) -> None:
    _, made = book
    for sheet in made.worksheets[1:]:
        assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref and sheet.print_title_rows
    for sheet in made.worksheets:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.orientation == "landscape"


def test_a_workbook_tells_no_time_but_that_of_the_data(book) -> None:
    study, made = book
    assert made.properties.created.isoformat()[:7] == study.day[:7]
    assert workbook(study) == workbook(study)
