"""The pages that people read, and the lines of code in them."""

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGES", "ROOT", "Block", "blocks", "bare", "commands"]

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, its lines, and the number of its first line in the page."""

    language: str
    text: str
    line: int

    @property
    def is_dialogue(self) -> bool:
        """Whether it shows what a Python says to each line."""
        return self.text.startswith(">>> ")


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, which is named from the root."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [Block(*found.groups(), text.count("\n", 0, found.start()) + 2) for found in FENCE.finditer(text)]


def commands(block: Block) -> list[str]:
    """The lines that a reader types, without the sign of the shell before them."""
    return [line.removeprefix("$ ") for line in block.text.splitlines() if line.startswith("$ ")]


def bare(line: str) -> str:
    """A line without what is said of it behind a number sign."""
    return re.sub(r"\s+# .*", "", line)
