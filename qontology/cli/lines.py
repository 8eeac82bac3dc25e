"""Lines that fit the terminal: commands that can still be typed as they stand, and names with what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from shlex import quote

from ..characters import columns as width
from ..characters import wrap

__all__ = ["command_lines", "named_lines", "typed"]

PLAIN = re.compile(r"[\w@%+=:,./-]+")
"""What a shell takes as it stands; Chinese characters are letters to it."""


def typed(words: Sequence[str]) -> str:
    """A command in one line, as it is typed in a shell.

    >>> typed(["qontology", "ask", "谁牵头", "who leads"])
    "qontology ask 谁牵头 'who leads'"
    """
    return " ".join(map(quoted, words))


def quoted(word: str) -> str:
    """A word as it is typed in a shell."""
    return word if PLAIN.fullmatch(word) else quote(word)


def command_lines(words: Sequence[str], columns: int | None, indent: int = 0) -> list[str]:
    """A command to be typed, its line continued as shells have it where the terminal is too narrow.

    A word that is wider than the terminal goes on at the very beginning of the next line, as shells want it.

    >>> print("\\n".join(command_lines(["qontology", "show", "Quantum Industry Canada"], 24)))
    qontology show \\
        'Quantum Industry'\\
    ' Canada'
    """
    lines = [" " * indent]
    for word in words:
        if columns and lines[-1].strip() and width(lines[-1]) + width(quoted(word)) + 2 > columns:
            lines[-1] += "\\"
            lines.append(" " * (indent + 4))
        while columns and (fitting := beginning(word, columns - width(lines[-1]) - 2)) < len(word):
            lines[-1] += quoted(word[:fitting]) + "\\"
            lines.append("")
            word = word[fitting:]
        lines[-1] += quoted(word) + " "
    return [line.rstrip() for line in lines]


def beginning(word: str, room: int) -> int:
    """How many characters of a word fit, quoted; at least one.

    >>> beginning("a b c", 5), beginning("abc", 9)
    (3, 3)
    """
    fitting = (length for length in range(len(word), 1, -1) if width(quoted(word[:length])) <= room)
    return next(fitting, min(1, len(word)))


def named_lines(name: str, text: str, size: int, columns: int | None, indent: int = 0) -> list[str]:
    """A name, padded to a size, with a text behind it, which goes on under itself, or further left if that is narrow.

    >>> named_lines("short", "some words of text", 5, 18)
    ['short  some words', '       of text']
    """
    lines = [f"{name:{size}}  {text}"]
    if columns is not None:
        lines = wrap(lines[0], columns - indent, size + 2 if size + 2 <= columns // 2 else 4)
    return [" " * indent + line for line in lines]
