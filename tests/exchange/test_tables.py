"""Tables as people take them away: spreadsheets, Parquet, data frames and graphs."""

import datetime
import io
import sys

import openpyxl
import polars
import pytest
from pyoxigraph import Literal, NamedNode

from qontology import InputError, Table, load
from qontology.cli import main

XSD = "http://www.w3.org/2001/XMLSchema#"


def typed(value: str, kind: str) -> Literal:
    return Literal(value, datatype=NamedNode(XSD + kind))


MIXED = Table(
    ("text", "number", "decimal", "truth", "day", "month", "thing"),
    [
        (
            Literal("联盟", language="zh"),
            Literal(12),
            typed("0.25", "decimal"),
            Literal(True),
            typed("2022-07-05", "date"),
            typed("2022-07", "gYearMonth"),
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


def test_what_is_nothing_is_an_empty_cell() -> None:
    assert [cell.value for cell in sheet(MIXED)[3]] == [None] * 7


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "0123", "mailto:a@b", "true"])
def test_a_text_that_excel_would_obey_stays_a_text(text: str) -> None:
    cell = sheet(Table(("text",), [(Literal(text),)]))["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


def test_a_number_with_more_digits_than_excel_keeps_stays_a_text() -> None:
    found = sheet(Table(("n",), [(Literal(999_999_999_999_999),), (typed("1234567890123456", "integer"),)]))
    assert [found["A2"].value, found["A3"].value] == [999_999_999_999_999, "1234567890123456"]


def test_a_column_of_a_workbook_is_as_wide_as_its_text_a_chinese_character_counting_two() -> None:
    found = sheet(Table(("a", "b", "c"), [(Literal("量子技术"), Literal("quantum"), Literal("x" * 500))]))
    assert [found.column_dimensions[name].width for name in "ABC"] == [
        pytest.approx(size, abs=1) for size in (11, 10, 60)
    ]


def test_a_table_without_rows_is_a_workbook_and_a_parquet_file_all_the_same() -> None:
    empty = Table(("a", "b"), [])
    assert [cell.value for cell in sheet(empty)[1]] == ["a", "b"]
    assert polars.read_parquet(io.BytesIO(empty.to_parquet())).columns == ["a", "b"]


def test_the_same_table_gives_the_same_bytes() -> None:
    assert MIXED.to_xlsx() == MIXED.to_xlsx()
    assert MIXED.to_parquet() == MIXED.to_parquet()


def test_a_data_frame_has_typed_columns() -> None:
    frame = MIXED.to_polars()
    assert frame.dtypes == [
        polars.String, polars.Int64, polars.Float64, polars.Boolean, polars.Date, polars.String, polars.String,
    ]  # fmt: skip
    assert frame.row(0)[:5] == ("联盟", 12, 0.25, True, datetime.date(2022, 7, 5))
    assert frame.row(1) == (None,) * 7


def test_a_column_of_different_types_is_text_with_nothing_lost() -> None:
    mixed = Table(("value",), [(Literal(1),), (Literal("more than one"),), (typed("1.50", "decimal"),)])
    assert mixed.to_polars()["value"].to_list() == ["1", "more than one", "1.50"]


def test_what_is_not_of_its_own_type_stays_text() -> None:
    broken = Table(("day",), [(typed("2022-02-30", "date"),)])
    assert broken.to_polars()["day"].to_list() == ["2022-02-30"]
    assert sheet(broken)["A2"].value == "2022-02-30"


def test_parquet_gives_the_data_frame_back() -> None:
    assert polars.read_parquet(io.BytesIO(MIXED.to_parquet())).equals(MIXED.to_polars())


def test_a_table_is_a_graph_of_its_first_two_columns_or_of_those_that_are_named() -> None:
    table = Table(
        ("organization", "alliance", "key"),
        [(Literal("IBM"), Literal("QED-C"), Literal("member")), (Literal("IBM"), None, Literal("lead"))],
    )
    assert list(table.to_networkx().edges(data=True)) == [("IBM", "QED-C", {"key": "member"})]
    assert sorted(table.to_networkx("organization", "key").edges()) == [("IBM", "lead"), ("IBM", "member")]


def test_a_column_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(InputError, match=r"no column x; it has: text, number"):
        MIXED.to_networkx("x", "text")


def test_the_graph_is_a_networkx_graph_with_texts_on_its_nodes() -> None:
    graph = load()
    copy = graph.to_networkx()
    qutac = "https://w3id.org/qontology/id/alliance/qutac"
    names = copy.nodes[qutac]["http://www.w3.org/2004/02/skos/core#prefLabel"]
    assert ("量子技术与应用联盟", "zh") in names
    literals = sum(len(texts) for _, data in copy.nodes(data=True) for texts in data.values())
    assert copy.number_of_edges() + literals == len(graph)


@pytest.mark.parametrize(
    ("method", "module", "extra"),
    [
        (Table.to_xlsx, "xlsxwriter", "excel"),
        (Table.to_parquet, "polars", "polars"),
        (Table.to_polars, "polars", "polars"),
        (Table.to_networkx, "networkx", "networkx"),
        (Table.to_pandas, "pandas", "pandas"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_the_line_that_installs_it(
    method, module, extra, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"{module}.*pip install 'qontology\[{extra}\]'"):
        method(MIXED)


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_query_writes_a_binary_file_where_one_is_named(form: str, tmp_path) -> None:
    target = tmp_path / f"counts.{form}"
    assert main(["query", "structure/counts", "-f", form, "-o", str(target)]) == 0
    table = load().query("structure/counts", language="en")
    assert target.read_bytes() == {"xlsx": table.to_xlsx, "parquet": table.to_parquet}[form]()


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_query_refuses_to_write_a_binary_file_to_standard_output(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "structure/counts", "-f", form, "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and "name a file with -o" in err
