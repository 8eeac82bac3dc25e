"""Workbooks: what a person sees who opens one, and that no text is taken for something else."""

import datetime
import io
import zipfile

import openpyxl
import pytest
from pyoxigraph import Literal, NamedNode

from qontology import Table
from qontology.namespaces import XSD

MIXED = Table(
    ("text", "number", "decimal", "truth", "day", "month", "thing"),
    [
        (
            Literal("联盟", language="zh"),
            Literal(12),
            Literal("0.25", datatype=XSD["decimal"]),
            Literal(True),
            Literal("2022-07-05", datatype=XSD["date"]),
            Literal("2022-07", datatype=XSD["gYearMonth"]),
            NamedNode("https://w3id.org/qontology/id/alliance/qutac"),
        ),
        (None,) * 7,
    ],
)


def sheet(table: Table):
    return openpyxl.load_workbook(io.BytesIO(table.to_xlsx())).active


def test_a_workbook_has_the_header_in_bold_and_in_sight() -> None:
    found = sheet(MIXED)
    assert [cell.value for cell in found[1]] == list(MIXED.columns)
    assert all(cell.font.bold for cell in found[1])
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref == "A1:G3"


def test_a_cell_of_a_workbook_has_the_type_of_its_value() -> None:
    text, number, decimal, truth, day, month, thing = sheet(MIXED)[2]
    assert (text.value, number.value, decimal.value, truth.value) == ("联盟", 12, 0.25, True)
    assert day.value == datetime.datetime(2022, 7, 5) and day.number_format == "yyyy-mm-dd"
    assert month.value == "2022-07"
    assert thing.value == "https://w3id.org/qontology/id/alliance/qutac" and thing.hyperlink is None


@pytest.mark.parametrize(("text", "kind"), [("2022", "gYear"), ("2022-07", "gYearMonth")])
def test_a_date_stays_as_precise_as_its_source(text: str, kind: str) -> None:
    cell = sheet(Table(("founded",), [(Literal(text, datatype=XSD[kind]),)]))["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_what_is_nothing_is_an_empty_cell() -> None:
    assert [cell.value for cell in sheet(MIXED)[3]] == [None] * 7


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "0123", "mailto:a@b", "true"])
def test_a_text_that_excel_would_obey_stays_a_text(text: str) -> None:
    cell = sheet(Table(("text",), [(Literal(text),)]))["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_a_number_with_more_digits_than_excel_keeps_stays_a_text() -> None:
    rows = [(Literal(999_999_999_999_999),), (Literal("1234567890123456", datatype=XSD["integer"]),)]
    found = sheet(Table(("n",), rows))
    assert [found["A2"].value, found["A3"].value] == [999_999_999_999_999, "1234567890123456"]


def test_a_column_of_a_workbook_is_as_wide_as_its_text_a_chinese_character_counting_two() -> None:
    found = sheet(Table(("a", "b", "c"), [(Literal("量子技术"), Literal("quantum"), Literal("x" * 500))]))
    assert [found.column_dimensions[name].width for name in "ABC"] == [
        pytest.approx(size, abs=1) for size in (11, 10, 60)
    ]


def test_a_table_without_rows_is_a_workbook_all_the_same() -> None:
    assert [cell.value for cell in sheet(Table(("a", "b"), []))[1]] == ["a", "b"]


def test_the_same_table_gives_the_same_bytes_whenever_it_is_written() -> None:
    """Two workbooks of one second are always the same; so what tells the time in them must not come from the clock."""
    data = MIXED.to_xlsx()
    assert MIXED.to_xlsx() == data
    made = openpyxl.load_workbook(io.BytesIO(data)).properties
    assert {made.created, made.modified} == {datetime.datetime(1980, 1, 1)}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
