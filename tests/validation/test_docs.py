"""docs/validation.md and its Chinese twin tell of everything that the command has."""

import re
from pathlib import Path

import pytest

from qontology.cli.parser import Parser
from qontology.cli.verbs.validate import add_arguments
from qontology.findings.formats import FORMATS
from qontology.language import Text
from qontology.validation import ENGINES

DOCS = Path(__file__).parents[2] / "docs"
ENGLISH, CHINESE = ((DOCS / name).read_text(encoding="utf-8") for name in ("validation.md", "validation.zh.md"))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_every_option_format_and_engine_is_told_of(text):
    parser = Parser("qontology validate", Text("", ""), "en")
    add_arguments(parser)
    options = re.findall(r"--[a-z-]+", parser.format_help())
    wanted = {*options, *(f"`{name}`" for name in (*FORMATS, *ENGINES))} - {"--help", "--output"}
    assert [name for name in sorted(wanted) if name not in text] == []


def test_both_have_the_same_sections_and_the_same_commands():
    def frame(text):
        commands = [line.partition("#")[0].rstrip() for line in re.findall(r"^\$ .*$", text, re.MULTILINE)]
        return len(re.findall(r"^## ", text, re.MULTILINE)), len(re.findall(r"^```", text, re.MULTILINE)), commands

    assert frame(ENGLISH) == frame(CHINESE)
