"""Lists of tests that hold something: each row names them as ``folder/test_file.py::test_name``."""

import csv
import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def rows_of(file: str) -> list[dict[str, str]]:
    """The rows of a list that stands beside this file; no cell is empty, and none is too many."""
    with (TESTS / "house" / file).open(encoding="utf-8", newline="") as text:
        rows = [*csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert all(None not in row and all(row.values()) for row in rows)
    return rows


def are_there(tests: str) -> bool:
    """Whether each of these tests, with commas between, stands in its file, one of a class in this class."""
    for test in tests.split(", "):
        file, *names = test.split("::")
        written = (TESTS / file).read_text(encoding="utf-8") if (TESTS / file).is_file() else ""
        named = bool(names) and re.search(rf"def {names[-1]}\(", written)
        if not named or (len(names) > 1 and f"class {names[0]}:" not in written):
            return False
    return True
