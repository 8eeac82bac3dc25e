"""What ``make test`` leaves to ``make test-long``: rooms that take long by what they have to do, with the reason."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
MARK = re.compile(r"\bmark\.long\b")
LONG = {
    "cli/test_no_network.py": "every verb, watched by the kernel in a process of its own",
    "consumers": "other programs and libraries open all that ships",
    "curation/test_identity.py": "all that rests on the web, in sheets and back",
    "docs/test_api.py": "every example of a page, in a Python of its own",
    "docs/test_lines.py": "every line of every page, typed into a shell",
    "evidence/test_ledger.py": "every fact on a second engine",
    "exchange/test_data_package.py": "all that ships, read by the library of the standard",
    "field": "shapes that others have published, each beside large vocabularies",
    "knowledge/test_asking.py": "every title of the library, asked in words",
    "packaging": "builds, an installed copy, mypy and pytest as processes of their own",
    "queries/test_library.py": "every question on three engines",
    "reasoning/test_alignments.py": "all that OWL RL derives, by owlrl",
    "reasoning/test_owl.py": "HermiT and the OWLAPI, which are Java",
    "reasoning/test_rules.py": "all that OWL RL derives, by owlrl, and a second engine",
    "report/test_figures.py": "all pictures, drawn",
    "report/test_folder.py": "all pictures, drawn by two processes",
    "report/test_notebook.py": "notebooks, run by Jupyter",
    "shacl/test_pyshacl_engine.py": "a second engine in Python, on shapes and data at random",
    "shacl/topbraid": "a second engine in Java, on shapes and data at random",
    "shapes/test_shipped_data.py": "all that OWL RL derives, by owlrl",
    "shapes/test_twins.py": "all that OWL RL derives, by owlrl",
    "site/test_browser.py": "a browser, but for the first width",
    "site/test_explorer.py": "its bundle, built anew by Node.js",
    "site/test_explorer_browser.py": "a browser with an engine inside",
    "site/test_explorer_worker.py": "every question and many things, asked of two programs",
    "site/test_names.py": "pages of all that ships",
    "site/test_site.py": "a site made a second time, by another process",
    "site/test_views.py": "a browser, in which much is chosen",
    "site/test_whole.py": "all pages of all that ships, opened in a browser",
    "site/test_world.py": "pages of all that ships",
    "validation/test_virtuoso.py": "a server of another make, filled with all that ships",
}
"""A room, or a file of one, where tests may be marked as long."""


def marked() -> list[str]:
    """The files of tests with a mark."""
    found = (path for path in TESTS.rglob("*.py") if path != Path(__file__))
    return sorted(path.relative_to(TESTS).as_posix() for path in found if MARK.search(path.read_text(encoding="utf-8")))


def is_long(file: str) -> bool:
    return any(file == place or file.startswith(f"{place}/") for place in LONG)


def test_nothing_is_marked_as_long_but_what_has_a_reason() -> None:
    assert [file for file in marked() if not is_long(file)] == []


@pytest.mark.parametrize("place", LONG)
def test_what_has_a_reason_is_there_and_marked(place: str) -> None:
    assert (TESTS / place).exists()
    assert any(file == place or file.startswith(f"{place}/") for file in marked())


@pytest.mark.parametrize(
    ("file", "expected"), [("field/test_x.py", True), ("fields/test_x.py", False), ("cli/test_x.py", False)]
)
def test_a_room_is_known_by_its_whole_name(file: str, expected: bool) -> None:
    assert is_long(file) is expected


def test_the_two_commands_run_all_between_them_and_continuous_integration_runs_all() -> None:
    rules = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = re.findall(r"^(test[-\w]*): (.*)\n\t\$\(TESTS\)(.*)\n", rules, re.MULTILINE)
    assert told == [
        ("test", "lint", " -m 'not long'"),
        ("test-long", ".venv/test", " -m long"),
        ("test-all", "lint", ""),
    ]
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").endswith(" make test-all\n")
