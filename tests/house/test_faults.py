"""Faults that once went by unnoticed: each is caught by a test that is there, or changes nothing that anybody sees."""

import pytest
from house.listed import are_there, rows_of

ROWS = rows_of("faults.tsv")
HARMLESS = "changes nothing: "


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['module']}-{row['fault'][:40]}" for row in ROWS])
def test_a_fault_is_caught_by_a_test_that_is_there(row: dict[str, str]) -> None:
    assert row["test"].startswith(HARMLESS) or are_there(row["test"])


@pytest.mark.parametrize(
    "test", ["house/test_faults.py::test_none", "house/none.py::test_none", "house/test_faults.py"]
)
def test_a_test_that_is_not_there_is_seen(test: str) -> None:
    assert not are_there(test)
