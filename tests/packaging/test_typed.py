"""The package is typed for its users: a small program of theirs passes strict mypy, and one with a mistake does not."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ROOT / "tests/packaging/client.py"


def checked(file: Path) -> subprocess.CompletedProcess[str]:
    """What mypy says of a file that uses the package."""
    settings = ["--strict", "--config-file", "", "--cache-dir", str(ROOT / ".mypy_cache"), "--follow-imports", "silent"]
    command = [sys.executable, "-m", "mypy", *settings, str(file)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


def test_the_package_says_that_it_is_typed() -> None:
    """Without this file, mypy takes all of an installed package for Any."""
    assert (ROOT / "qontology/py.typed").read_bytes() == b""


def test_a_client_passes_strict_mypy_and_runs() -> None:
    said = checked(CLIENT)
    assert said.returncode == 0, said.stdout
    compile(CLIENT.read_text("utf-8"), str(CLIENT), "exec")


def test_a_mistake_of_a_client_is_seen(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import qontology as q\n\nq.load().query(1)\n", "utf-8")
    assert 'incompatible type "int"; expected "str"' in checked(wrong).stdout
