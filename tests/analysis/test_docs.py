"""docs/analysis.md and its Chinese twin: what they tell runs, and they tell the same."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENGLISH, CHINESE = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("analysis.md", "analysis.zh.md"))


def blocks(document, language):
    return re.findall(rf"^```{language}\n(.*?)^```", document, re.DOTALL | re.MULTILINE)


def commands(document):
    lines = [line for block in blocks(document, "console") for line in block.splitlines()]
    return [shlex.split(line.removeprefix("$ "), comments=True)[1:] for line in lines]


@pytest.fixture(autouse=True)
def copy_of_the_root(tmp_path, monkeypatch):
    """A folder with the example at its place, where commands may leave files."""
    (tmp_path / "docs/examples").mkdir(parents=True)
    example = "docs/examples/my-alliance.ttl"
    (tmp_path / example).write_bytes((ROOT / example).read_bytes())
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", commands(ENGLISH), ids=" ".join)
def test_every_command_runs(command, run):
    outcome = run(*command)
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize("document", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_block_of_python_runs(document, capsys):
    for block in blocks(document, "python"):
        exec(compile(block, "docs/analysis.md", "exec"), {})
    assert "EAQU" in capsys.readouterr().out


def test_both_documents_have_the_same_sections_and_commands():
    def depths(document):
        return re.findall(r"^(#+) ", document, re.MULTILINE)

    assert depths(ENGLISH) == depths(CHINESE)
    assert commands(ENGLISH) == commands(CHINESE)
