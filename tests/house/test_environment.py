"""``make`` makes an environment by a Python that is new enough, whole or not at all, and says what else to type."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = re.search(r'^requires-python = ">=(.*)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M)[1]
Make = Callable[..., subprocess.CompletedProcess[str]]

# A Python that says it is of the version {version}, and makes an environment as {venv} tells.
PYTHON = """\
#!/bin/sh
case "$*" in
    --version) echo "Python {version}" ;;
    "-m venv .venv") {venv} ;;
    -c*) exec {python} -c "import sys; sys.version_info = tuple(map(int, '{version}'.split('.'))); $2" ;;
esac
"""
# An environment whose Python takes every command, and whose qontology tells that it ran.
WHOLE = """mkdir -p .venv/bin && cp "$0" .venv/bin/python && echo 'echo toured' > .venv/bin/qontology &&
        chmod +x .venv/bin/qontology"""
HALF = """mkdir -p .venv/bin && cp "$0" .venv/bin/python; exit 1"""


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Runs make in a folder that has what it needs, with nothing but the system on the PATH; first writes Pythons."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/environment.sh", tmp_path / "tools")
    (tmp_path / "bin").mkdir()
    for program in ("make", "sh", "sed", "mkdir", "cp", "chmod", "rm", "touch"):
        (tmp_path / "bin" / program).symlink_to(shutil.which(program))

    def run(*arguments: str, language: str = "C.UTF-8", **pythons: tuple[str, str]) -> subprocess.CompletedProcess[str]:
        for name, (version, venv) in pythons.items():
            program = tmp_path / "bin" / name.replace("_", ".")
            program.write_text(PYTHON.format(version=version, venv=venv, python=sys.executable))
            program.chmod(0o755)
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "LC_", "QONTOLOGY"))}
        env = clean | {"PATH": str(tmp_path / "bin"), "LANG": language}
        return subprocess.run(["make", *arguments], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    return run


def test_with_a_python_that_is_new_enough_the_tour_begins(make: Make, tmp_path: Path) -> None:
    outcome = make("tour", python3=(f"{NEEDED}.0", WHOLE))
    assert (outcome.returncode, outcome.stdout.splitlines()[-1]) == (0, "toured"), outcome.stderr


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "en_GB.UTF-8",
            "python3 is Python 3.10.13, but Python {needed} or newer is needed; type: make tour PYTHON={other}",
        ),
        (
            "zh_CN.UTF-8",
            "需要 Python {needed} 或更新版本，而 python3 是 Python 3.10.13；请输入：make tour PYTHON={other}",
        ),
    ],
)
def test_a_python_that_is_too_old_is_refused_before_anything_is_made(
    make: Make, tmp_path: Path, language: str, message: str
) -> None:
    outcome = make("tour", python3=("3.10.13", WHOLE), language=language)
    expected = message.format(needed=NEEDED, other=f"python{NEEDED}")
    assert (outcome.returncode, outcome.stderr.splitlines()[0]) == (2, expected)
    assert not (tmp_path / ".venv").exists()


def test_what_is_to_be_typed_works(make: Make) -> None:
    """A Python that is there and new enough is named."""
    refused = make(python3=("2.7.18", WHOLE), python3_13=("3.13.0", WHOLE))
    (typed,) = re.findall(r"type: make (.*)", refused.stderr)
    assert typed == "tour PYTHON=python3.13"
    assert make(*typed.split()).returncode == 0


def test_what_is_no_python_is_told_so(make: Make) -> None:
    assert make("test", "PYTHON=snake").stderr.startswith("snake is no Python, but Python ")


def test_a_failed_environment_does_not_lock_the_next_try(make: Make, tmp_path: Path) -> None:
    failed = make("tour", python3=(f"{NEEDED}.2", HALF))
    assert failed.returncode == 2
    assert "python3 cannot make an environment; on Debian and Ubuntu, type: apt install python3-venv" in failed.stderr
    assert not (tmp_path / ".venv").exists()
    assert make("tour", python3=(f"{NEEDED}.2", WHOLE)).returncode == 0


@pytest.mark.parametrize("left", [("3.10.13", WHOLE), None], ids=["of an old Python", "without a Python"])
def test_an_environment_that_cannot_be_used_is_made_anew(make: Make, tmp_path: Path, left) -> None:
    (tmp_path / ".venv/bin").mkdir(parents=True)
    if left:
        program = tmp_path / ".venv/bin/python"
        program.write_text(PYTHON.format(version=left[0], venv=left[1], python=sys.executable))
        program.chmod(0o755)
    (tmp_path / ".venv/left").touch()
    assert make("tour", python3=(f"{NEEDED}.2", WHOLE)).returncode == 0
    assert not (tmp_path / ".venv/left").exists()


def test_an_environment_that_can_be_used_is_kept(make: Make, tmp_path: Path) -> None:
    assert make("tour", python3=(f"{NEEDED}.2", WHOLE)).returncode == 0
    (tmp_path / ".venv/mine").touch()
    (tmp_path / "pyproject.toml").touch()
    assert make("tour", python3=("3.10.13", WHOLE)).returncode == 0
    assert (tmp_path / ".venv/mine").exists()
