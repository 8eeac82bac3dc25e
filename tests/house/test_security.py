"""SECURITY.md and the list of trials: every promise and every attempt names its tests, which are there."""

import re
from pathlib import Path

import pytest
from house.listed import are_there, rows_of

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| ") and " | " in line][1:]
TRIALS = rows_of("trials.tsv")
NOT_OURS = "not tried: "


@pytest.mark.parametrize(("promise", "tests"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_a_promise_is_held_by_tests_that_are_there(promise: str, tests: str) -> None:
    names = re.findall(r"`(tests/[\w/]+\.py)`", tests)
    assert names and tests == ", ".join(f"`{name}`" for name in names)
    assert all("def test_" in (ROOT / name).read_text(encoding="utf-8") for name in names)


def test_there_is_a_table_and_what_does_not_hold_is_told_too() -> None:
    assert len(ROWS) > 10 and "## What does not hold" in TEXT


@pytest.mark.parametrize("trial", TRIALS, ids=[f"{n}-{trial['attempt'][:40]}" for n, trial in enumerate(TRIALS, 1)])
def test_each_attempt_to_break_this_is_repeated_by_a_test_or_has_a_reason_why_not(trial: dict[str, str]) -> None:
    assert trial["test"].startswith(NOT_OURS) or are_there(trial["test"])
