from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from qontology import KnowledgeGraph, load
from qontology.analysis import load_with
from qontology.cli import main

EXAMPLES = Path(__file__).resolve().parents[2] / "docs/examples"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    return load()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Runs one command in this process, away from any terminal and any environment of the tester."""
    monkeypatch.delenv("QONTOLOGY_LANG", raising=False)

    def command(*arguments: str) -> Outcome:
        try:
            code = main(arguments)
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Outcome(code, *capsys.readouterr())

    return command


@pytest.fixture
def world(tmp_path: Path) -> Callable[[str], KnowledgeGraph]:
    """The shipped graph with some statements in Turtle beside it; the prefixes of the project are declared."""
    from qontology.terms import PREFIXES

    def with_statements(turtle: str) -> KnowledgeGraph:
        file = tmp_path / "mine.ttl"
        prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
        file.write_text(prefixes + "@prefix mine: <https://example.org/> .\n" + turtle, encoding="utf-8")
        return load_with(file)

    return with_statements
