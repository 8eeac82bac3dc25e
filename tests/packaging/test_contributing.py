"""CONTRIBUTING.md, "Add a fact", walked in a copy of the checkout: what fails says what to do, and doing it helps."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
ALLIANCE = "data/alliances/qutac.ttl"
NEIGHBOUR = "statement:qutac-infineon"
FACT = """\
statement:qutac-ibm
    a qo:Membership ;
    qo:member organization:ibm ;
    qo:evidence passage:paper-2022-table5-row12-col1 ;
    .

"""
LEDGER = "tests/evidence/ledger.tsv"
PATTERN = (
    "alliance:qutac qo:hasMembership ?membership . "
    "?membership qo:member organization:ibm ; qo:evidence passage:paper-2022-table5-row12-col1 ."
)
CONCERNED = [
    "tests/evidence/test_ledger.py",
    "tests/queries/test_library.py",
    "tests/analysis/test_verbs.py",
    "tests/report/test_pages.py",
]
OUTPUT = re.compile(r"_is_the_(expected|stored)_one\b")
SWIFT = "ledger and not (another_engine or is_lost) or is_the_expected_one or is_the_stored_one"
Run = Callable[..., dict[str, str]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the files that git tracks."""
    listed = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], check=True, capture_output=True, text=True)
    for name in filter(None, listed.stdout.split("\0")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def failures(checkout: Path, python) -> Run:
    """Runs the tests that a fact concerns, and gives what those say that fail."""

    def run(*options: str) -> dict[str, str]:
        report = checkout / "tests.xml"
        command = ["-m", "pytest", *CONCERNED, "-k", SWIFT, f"--junitxml={report}", *options]
        outcome = python(*command, PYTHONPATH=str(checkout), PYTEST_ADDOPTS="")
        failed = {
            case.attrib["name"]: failure.attrib["message"]
            for case in ElementTree.parse(report).iter("testcase")
            for failure in case.iter("failure")
        }
        assert outcome.returncode == bool(failed), outcome.stdout.decode()
        return failed

    return run


def add_fact(checkout: Path) -> None:
    """A membership, written as those beside it are."""
    file = checkout / ALLIANCE
    text = file.read_text(encoding="utf-8")
    listed, stated = f"        {NEIGHBOUR} ,\n", f"\n{NEIGHBOUR}\n"
    assert text.count(listed) == text.count(stated) == 1
    text = text.replace(listed, f"        statement:qutac-ibm ,\n{listed}").replace(stated, f"\n{FACT}{stated[1:]}")
    file.write_text(text, encoding="utf-8")


def add_line(checkout: Path) -> None:
    """The line of the fact, at the end of the ledger."""
    with (checkout / LEDGER).open("a+", encoding="utf-8") as ledger:
        ledger.seek(0)
        number = len(ledger.readlines())
        ledger.write(f"F{number:03}\ttable5/row12/col1\t\t{PATTERN}\n")


def test_a_fact_that_is_added_fails_with_what_to_do_and_passes_when_that_is_done(
    checkout: Path, failures: Run, python
) -> None:
    add_fact(checkout)
    for verb in (["fmt", "--check"], ["validate"]):
        outcome = python("-m", "qontology", *verb, str(checkout / "data"), PYTHONPATH=str(checkout))
        assert outcome.returncode == 0, outcome.stderr.decode()

    failed = failures()
    outputs = {name: said for name, said in failed.items() if OUTPUT.search(name)}
    (cited,) = (said for name, said in failed.items() if name not in outputs)
    assert f"add a line for each to {LEDGER}" in cited and "statement/qutac-ibm" in cited
    assert {
        "test_the_answer_is_the_expected_one[structure/members]",
        "test_a_page_is_the_expected_one[organizations-en]",
        "test_the_markdown_is_the_expected_one[zh]",
    } <= outputs.keys()
    assert all("store it with --accept and read what git diff shows" in said for said in outputs.values())

    add_line(checkout)
    accepted = failures("--last-failed", "--accept")
    assert accepted.keys() == outputs.keys()
    assert all("read the difference, then run again without --accept" in said for said in accepted.values())
    assert failures("--last-failed") == {}


def test_the_steps_of_adding_a_fact_tell_of_the_ledger_and_of_stored_outputs() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    steps = re.search(r"^## Add a fact\n(.*?)^## ", text, re.DOTALL | re.MULTILINE)[1]
    assert [word for word in (LEDGER, "--last-failed --accept", "git diff") if word not in steps] == []


NAMED = re.compile(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|toml|md|ttl))`")
INSIDE = re.compile(r"`([A-Z_]+)` (?:there|(?:of|in)\s+`([\w/.]+\.py)`)")
STEPS = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MADE = (".consumers/", ".field/")
"""What only a command of the Makefile makes."""


def place_of(name: str) -> Path | None:
    """The file or folder that is meant by a path from the checkout, or by the end of one in some room."""
    rooms = (ROOT / room for room in ("qontology", "tests", "data"))
    return ROOT / name if (ROOT / name).exists() else next((path for room in rooms for path in room.rglob(name)), None)


def missing_places(text: str) -> list[str]:
    """The files and folders that a text names and that are nowhere."""
    return [name for name in NAMED.findall(text) if name not in MADE and place_of(name.rstrip("/")) is None]


def missing_names(text: str) -> list[str]:
    """The constants that a text places in a file which does not set them; ``there`` is the path named last."""
    found = []
    for match in INSIDE.finditer(text):
        name = match[2] or [path for path in NAMED.findall(text[: match.start()]) if "/" in path][-1]
        place = place_of(name)
        file = place / "__init__.py" if place and place.is_dir() else place
        inside = file.read_text(encoding="utf-8") if file else ""
        found += [] if re.search(rf"^{match[1]}\b[^=\n]*=", inside, re.MULTILINE) else [f"{match[1]} {name}"]
    return found


def test_every_place_and_every_name_that_it_tells_is_there() -> None:
    assert (missing_places(STEPS), missing_names(STEPS)) == ([], [])
    assert len(NAMED.findall(STEPS)) > 50 and len(INSIDE.findall(STEPS)) > 8


def test_a_place_and_a_name_that_are_not_there_are_seen() -> None:
    text = "`VERBS` of `qontology/cli/parser.py`, `NOUNS` there, `WORDS` in `qontology/cli/no.py`; `queries/none/`"
    assert missing_places(text) == ["qontology/cli/no.py", "queries/none/"]
    assert missing_names(text) == ["NOUNS qontology/cli/parser.py", "WORDS qontology/cli/no.py"]
