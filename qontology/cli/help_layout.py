"""The layout of help: that of argparse, measured as a terminal shows it, where Chinese characters take two columns."""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import Any

from ..characters import columns, wrap

__all__ = ["Help", "ListedHelp", "page_width", "screen"]

WIDTH = 80
"""The columns of help that is not shown on a terminal."""
PIECES = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]|\S+")
"""The pieces of a usage that stay whole."""
HEADING = re.compile("(?<=[\u4e00-\u9fff]):$", re.MULTILINE)
"""The colon that argparse puts behind a heading, where it is Chinese."""


def screen() -> int | None:
    """The columns of the terminal, or None where standard output is not one."""
    return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout and sys.stdout.isatty() else None


def page_width() -> int:
    """The columns of help: those that the environment tells, those of the terminal, else a page's.

    To find the width itself, argparse imports shutil and with it all compressors, at each option.
    """
    told = os.environ.get("COLUMNS", "")
    return (int(told) if told.isdecimal() else 0) or screen() or WIDTH


class Help(argparse.HelpFormatter):
    """The layout of help, as wide as the screen."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=page_width() - 2)

    def format_help(self) -> str:
        """The help, with the colons of its language."""
        return HEADING.sub("：", super().format_help())

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrap(" ".join(text.split()), width - len(indent)))

    def _format_usage(self, *arguments: Any) -> str:
        """The usage with what stands in brackets in one piece."""
        first, *pieces = (found[0] for found in PIECES.finditer(" ".join(super()._format_usage(*arguments).split())))
        lines = [first]
        for piece in pieces:
            if columns(lines[-1]) + 1 + columns(piece) > self._width:
                lines.append(" " * 3)
            lines[-1] += f" {piece}"
        return "\n".join(lines) + "\n\n"

    def _format_action(self, action: argparse.Action) -> str:
        """An option with its help beside it, or below where it is too wide."""
        head = " " * self._current_indent + self._format_action_invocation(action)
        place = min(self._action_max_length + 2, self._max_help_position)
        texts = self._split_lines(self._expand_help(action), self._width - place) if action.help else []
        beside = columns(head) + 2 <= place
        first = [head + " " * (place - columns(head)) + texts.pop(0)] if texts and beside else [head]
        return "".join(f"{line}\n" for line in [*first, *(" " * place + text for text in texts)])


class ListedHelp(Help):
    """Help with a list at its end, which is laid out already."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return text if "\n" in text else super()._fill_text(text, width, indent)
