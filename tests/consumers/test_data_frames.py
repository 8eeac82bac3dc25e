"""pandas and polars take an answer as a table, in memory and by each format that they read."""

import io

import pandas
import polars
import pytest
from asking import study
from consumers.reading import expected

import qontology


@pytest.fixture(scope="module")
def table() -> qontology.tables.Table:
    return study().query("structure/members", alliance="QUTAC")


def test_pandas_takes_it(table) -> None:
    frame = table.to_pandas()
    assert sorted(set(frame["member"])) == expected().members
    assert frame.loc[frame["name"] == "SAP", "kind"].item() == "company"


def test_polars_takes_it(table) -> None:
    frame = table.to_polars()
    assert sorted(set(frame["member"])) == expected().members
    assert frame.filter(polars.col("name") == "SAP")["kind"].item() == "company"


def test_they_read_csv_parquet_and_excel(table) -> None:
    read = [
        pandas.read_csv(io.StringIO(table.to_csv()))["member"],
        pandas.read_excel(io.BytesIO(table.to_xlsx()))["member"],
        polars.read_csv(io.StringIO(table.to_csv()))["member"],
        polars.read_parquet(io.BytesIO(table.to_parquet()))["member"],
    ]
    assert [sorted(set(column)) for column in read] == [expected().members] * 4


def test_whole_numbers_are_numbers(table) -> None:
    counts = study().query("structure/counts")
    assert {kind for kind in counts.to_polars().schema.values() if kind == polars.Int64}
