"""docs/api.md: each example gives what it shows to who has imported the module of its chapter."""

import doctest
from importlib import import_module

import pytest
from documents import ROOT, Block, blocks

PAGE = "docs/api.md"
LINES = (ROOT / PAGE).read_text(encoding="utf-8").splitlines()
EXAMPLES = [block for block in blocks(PAGE) if block.is_dialogue]


def chapter(block: Block) -> str:
    """The name of the module below whose heading a block stands."""
    return next(line for line in reversed(LINES[: block.line]) if line.startswith("## ")).removeprefix("## ")


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: f"{block.line}")
def test_an_example_gives_what_it_shows(block: Block) -> None:
    module = import_module(chapter(block))
    names = {name: getattr(module, name) for name in module.__all__}
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(block.text, names, PAGE, PAGE, block.line - 1)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=flags).run(test, out=said.append)
    assert result.attempted and not result.failed, "".join(said)
