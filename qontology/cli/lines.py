"""Lines that fit the terminal: commands that can still be typed as they stand, and names with what they are."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from ..characters import columns as width
from ..characters import wrap

__all__ = ["command_lines", "named_lines"]


def command_lines(words: Sequence[str], columns: int | None, indent: int = 0) -> list[str]:
    """A command to be typed, its line continued as shells have it where the terminal is too narrow.

    >>> print("\\n".join(command_lines(["qontology", "show", "Quantum Industry Canada"], 24)))
    qontology show \\
        'Quantum Industry Canada'
    """
    lines = [" " * indent]
    for word in map(quote, words):
        if columns and lines[-1].strip() and width(lines[-1]) + width(word) + 2 > columns:
            lines[-1] += "\\"
            lines.append(" " * (indent + 4))
        lines[-1] += word + " "
    return [line.rstrip() for line in lines]


def named_lines(name: str, text: str, size: int, columns: int | None, indent: int = 0) -> list[str]:
    """A name, padded to a size, with a text behind it, which goes on under itself, or further left if that is narrow.

    >>> named_lines("short", "some words of text", 5, 18)
    ['short  some words', '       of text']
    """
    lines = [f"{name:{size}}  {text}"]
    if columns is not None:
        lines = wrap(lines[0], columns - indent, size + 2 if size + 2 <= columns // 2 else 4)
    return [" " * indent + line for line in lines]
