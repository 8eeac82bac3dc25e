"""Chapters: what every page is made of, whatever its format: an annotated table, and a picture from the same rows."""

from __future__ import annotations

from typing import NamedTuple

from ..language import Text
from ..telling.evidence import Evidence
from ..telling.tables import AnnotatedTable, Row, annotated
from .figures import Data

__all__ = ["Chapter", "chapter"]


class Chapter(NamedTuple):
    """A table, whose remark says how to read it, and the questions that made it; where there is a picture, what it
    shows, and what a reader who cannot see it should know.

    The numbers of notes are those of the whole study. A line break stands between several values of one cell.
    """

    name: str
    queries: tuple[str, ...]
    table: AnnotatedTable
    data: Data | None = None
    alternative: str = ""


def chapter(
    evidence: Evidence,
    name: str,
    queries: tuple[str, ...],
    title: Text,
    about: Text,
    columns: tuple[Text | str, ...],
    rows: list[Row],
    alternative: Text | None = None,
    data: Data | None = None,
) -> Chapter:
    """A chapter in the language of the evidence; where there are no rows, there is no picture."""
    table = annotated(evidence, title, columns, rows, [about])
    return Chapter(name, queries, table, data if rows else None, evidence.words.say(*(alternative or ("", ""))))
