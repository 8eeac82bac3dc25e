"""Terms as values of Python: counted where they can be counted, as precise as their source, never anything lost."""

import datetime
import io
import math
from decimal import Decimal

import polars
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from qontology import Table
from qontology.namespaces import XSD, Term
from qontology.tables.typed import cell, frame, is_whole_number, plain

THING = "https://w3id.org/qontology/id/alliance/qutac"


def typed(text: str, kind: str) -> Literal:
    return Literal(text, datatype=XSD[kind])


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (typed("12", "integer"), 12),
        (typed("-0012", "integer"), -12),
        (typed("0.250", "decimal"), Decimal("0.250")),
        (typed("true", "boolean"), True),
        (typed("1", "boolean"), True),
        (typed("false", "boolean"), False),
        (typed("0", "boolean"), False),
        (typed("2022-07-05", "date"), datetime.date(2022, 7, 5)),
        (NamedNode(THING), THING),
        (BlankNode("b"), "b"),
        (Literal("12"), "12"),
        (Literal("联盟", language="zh"), "联盟"),
    ],
    ids=str,
)
def test_a_term_has_the_value_of_its_type(term: Term | None, value: object) -> None:
    assert cell(term) == value and type(cell(term)) is type(value)


@pytest.mark.parametrize(("text", "kind"), [("2022", "gYear"), ("2022-07", "gYearMonth"), ("--07", "gMonth")])
def test_a_date_is_no_more_and_no_less_precise_than_its_source(text: str, kind: str) -> None:
    assert cell(typed(text, kind)) == text
    assert frame(("founded",), [(typed(text, kind),)])["founded"].to_list() == [text]


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (typed("12", "integer"), 12),
        (typed("false", "boolean"), False),
        (typed("0.250", "decimal"), "0.250"),
        (typed("2022-07-05", "date"), "2022-07-05"),
        (NamedNode(THING), THING),
        (BlankNode("b"), "b"),
    ],
    ids=str,
)
def test_a_plain_value_is_one_that_json_has_too(term: Term | None, value: object) -> None:
    assert plain(term) == value and type(plain(term)) is type(value)


def test_a_whole_number_is_an_integer_that_is_written_as_one() -> None:
    assert is_whole_number(typed("12", "integer"))
    for term in (None, typed("twelve", "integer"), typed("12", "decimal"), typed("1", "boolean"), Literal("12")):
        assert not is_whole_number(term)


def test_a_data_frame_has_typed_columns() -> None:
    row = (
        Literal("联盟", language="zh"),
        typed("12", "integer"),
        typed("0.25", "decimal"),
        typed("true", "boolean"),
        typed("2022-07-05", "date"),
        NamedNode(THING),
    )
    made = frame(("text", "number", "decimal", "truth", "day", "thing"), [row, (None,) * 6])
    assert made.columns == ["text", "number", "decimal", "truth", "day", "thing"]
    assert made.dtypes == [
        polars.String, polars.Int64, polars.Float64, polars.Boolean, polars.Date, polars.String,
    ]  # fmt: skip
    assert made.row(0) == ("联盟", 12, 0.25, True, datetime.date(2022, 7, 5), THING)
    assert made.row(1) == (None,) * 6


@pytest.mark.parametrize("terms", [[], [None, None]], ids=["without rows", "of empty cells"])
def test_a_column_without_values_is_text(terms: list[None]) -> None:
    made = frame(("a",), [(term,) for term in terms])
    assert made.dtypes == [polars.String] and made["a"].to_list() == terms


def test_a_column_of_different_types_is_text_with_nothing_lost() -> None:
    mixed = [(typed("1", "integer"),), (Literal("more than one"),), (typed("1.50", "decimal"),), (None,)]
    assert frame(("value",), mixed)["value"].to_list() == ["1", "more than one", "1.50", None]


def test_a_day_that_the_calendar_does_not_have_makes_its_column_text() -> None:
    days = [(typed("2022-02-28", "date"),), (typed("2022-02-30", "date"),)]
    assert frame(("day",), days)["day"].to_list() == ["2022-02-28", "2022-02-30"]


@pytest.mark.parametrize(
    ("number", "fits"), [(2**63 - 1, True), (2**63, False), (-(2**63), True), (-(2**63) - 1, False)]
)
def test_a_column_holds_whole_numbers_of_64_bits_and_larger_ones_as_text(number: int, fits: bool) -> None:
    values = frame(("n",), [(typed(str(number), "integer"),)])["n"].to_list()
    assert values == [number if fits else str(number)]


def test_a_decimal_of_any_length_is_a_number_in_a_data_frame() -> None:
    digits = "3." + "1" * 60
    assert math.isclose(frame(("d",), [(typed(digits, "decimal"),)])["d"][0], float(digits))


def test_parquet_gives_the_data_frame_back() -> None:
    table = Table(("n", "day"), [(typed("12", "integer"), typed("2022-07-05", "date")), (None, None)])
    written = table.to_parquet()
    assert written == table.to_parquet()
    assert polars.read_parquet(io.BytesIO(written)).equals(table.to_polars())


def test_a_table_without_rows_is_a_parquet_file_all_the_same() -> None:
    assert polars.read_parquet(io.BytesIO(Table(("a", "b"), []).to_parquet())).columns == ["a", "b"]
