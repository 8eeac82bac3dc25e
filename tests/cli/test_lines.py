"""Lines that fit, commands that can be typed, and help that is measured as a terminal shows it."""

import subprocess

from qontology.characters import columns
from qontology.cli import help_layout
from qontology.cli.lines import command_lines, named_lines


def test_a_command_that_is_continued_is_the_same_command():
    words = ["printf", "%s|", "theme=standards and standardisation", "it's", "$HOME"]
    text = "\n".join(command_lines(words, 30, 2))
    told = subprocess.run(["sh", "-c", text], capture_output=True, text=True, check=True).stdout
    assert told == "theme=standards and standardisation|it's|$HOME|" and text.count("\\\n") >= 2


def test_a_name_with_a_text_that_does_not_fit_goes_on_under_itself():
    assert named_lines("a", "one two three", 3, 12, 2) == ["  a    one", "       two", "       three"]
    assert named_lines("a", "one two three", 3, None, 2) == ["  a    one two three"]


def test_help_is_as_wide_as_the_environment_tells(monkeypatch, run):
    monkeypatch.setenv("COLUMNS", "50")
    assert help_layout.page_width() == 50
    assert max(map(columns, run("query", "--help", "--lang", "zh").out.splitlines())) <= 50
