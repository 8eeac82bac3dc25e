from collections.abc import Callable
from typing import NamedTuple

import pytest

from qontology.cli import main


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


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
