"""docs/api.md: each example gives what it shows to who has imported all names of the module of its chapter."""

import json
import os
import subprocess
import sys

import pytest
from documents import ROOT, Block, blocks

PAGE = "docs/api.md"
LINES = (ROOT / PAGE).read_text(encoding="utf-8").splitlines()
EXAMPLES = [block for block in blocks(PAGE) if block.is_dialogue]
# A Python of its own: what imports tests may put a module in the place of a function of the same name.
READER = """
import doctest, json, sys
for line, module, text in json.load(sys.stdin):
    names = {}
    exec(f"from {module} import *", names)
    test = doctest.DocTestParser().get_doctest(text, names, "docs/api.md", "docs/api.md", line - 1)
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE).run(test)
"""


def chapter(block: Block) -> str:
    """The name of the module below whose heading a block stands."""
    return next(line for line in reversed(LINES[: block.line]) if line.startswith("## ")).removeprefix("## ")


def told(examples: list[tuple[int, str, str]]) -> str:
    """What is said of the examples that give something else."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", READER]
    ran = subprocess.run(command, input=json.dumps(examples), env=env, check=True, stdout=subprocess.PIPE, text=True)
    return ran.stdout


@pytest.mark.long
def test_every_example_gives_what_it_shows() -> None:
    assert len(EXAMPLES) > 30
    assert told([(block.line, chapter(block), block.text) for block in EXAMPLES]) == ""


def test_an_example_that_gives_something_else_is_seen() -> None:
    assert 'File "docs/api.md", line 7' in told([(7, "qontology", ">>> len('three')\n3\n")])
