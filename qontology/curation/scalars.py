"""Plain values of cells: short names, languages, addresses."""

from __future__ import annotations

import re
from collections.abc import Callable

import pyoxigraph as ox

from ..characters import visible
from ..language import Text
from .grids import Cell
from .places import Problem

__all__ = ["CellError", "address", "language", "quoted", "slug", "tagged"]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ADDRESS = re.compile(r"https?://[^\s/<>\"{}|\\^`]+\.[^\s/<>\"{}|\\^`.]{2,}(:\d+)?(/[^\s<>\"{}|\\^`]*)?", re.IGNORECASE)
UNDETERMINED = "und"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class CellError(Exception):
    """A cell that cannot be used; the problem to report is looked into when it is asked for."""

    def __init__(self, problem: Problem | Callable[[], Problem]) -> None:
        super().__init__()
        self._problem = problem

    @property
    def problem(self) -> Problem:
        """What to report."""
        return self._problem() if callable(self._problem) else self._problem


def slug(text: str) -> str:
    """A short name."""
    if not SLUG.fullmatch(text):
        raise CellError(
            Problem(
                "ID",
                quoted("is no short name", "不是简名", text),
                Text("use small letters, digits and single hyphens", "请只用小写字母、数字和单个连字符"),
            )
        )
    return text


def language(text: str) -> ox.Literal:
    """The code of a language."""
    if not LANGUAGE.fullmatch(text):
        raise CellError(
            Problem(
                "LANGUAGE",
                quoted("is no code of a language", "不是语言代码", text),
                Text("write en, zh, ja, ko, fr or the like", "请填写 en、zh、ja、ko、fr 等"),
            )
        )
    return ox.Literal(text)


def tagged(text: str, tag: Cell) -> ox.Literal:
    """A text in the language that a neighbour tells; one that tells none is refused where it stands."""
    code = str(tag or "").strip()
    return ox.Literal(text, language=code if LANGUAGE.fullmatch(code) else UNDETERMINED)


def address(text: str) -> ox.NamedNode:
    """The address of a page."""
    try:
        if ADDRESS.fullmatch(text):
            return ox.NamedNode(text)
    except ValueError:
        pass
    raise CellError(
        Problem(
            "ADDRESS",
            quoted("is no address", "不是网址", text),
            Text("write it from https:// on, without blanks", "请自 https:// 起填写，且不含空格"),
        )
    )


def quoted(en: str, zh: str, text: str) -> Text:
    """A sentence about a text in quotation marks; what cannot be seen in it is written out."""
    return Text(f"“{visible(text)}” {en}", f"“{visible(text)}”{zh}")
