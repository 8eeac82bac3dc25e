"""Chapters: what every page is made of, whatever its format: an annotated table, and a picture from the same rows."""

from __future__ import annotations

from typing import NamedTuple

from ..language import Text
from ..telling.evidence import Evidence
from ..telling.tables import AnnotatedTable, Row
from .figures import Data

__all__ = ["Chapter", "Figure", "chapter"]


class Figure(NamedTuple):
    """A picture: what a reader who cannot see it should know, and what it shows."""

    alternative: str
    data: Data


class Chapter(NamedTuple):
    """A table, the questions that made it, and its picture if it has one; the remark of the table says how to read it.

    The numbers of notes are those of the whole study. A line break stands between several values of one cell.
    """

    name: str
    queries: tuple[str, ...]
    table: AnnotatedTable
    figure: Figure | None = None


def chapter(
    evidence: Evidence,
    name: str,
    queries: tuple[str, ...],
    title: Text,
    about: Text,
    columns: tuple[Text, ...],
    rows: list[Row],
    alternative: Text | None = None,
    data: Data | None = None,
) -> Chapter:
    """A chapter in the language of the evidence; where there are no rows, there is no picture."""
    say = evidence.words.say
    heads = tuple(say(*column) for column in columns)
    table = AnnotatedTable(say(*title), heads, tuple(rows), (say(*about),), tuple(evidence.notes))
    return Chapter(name, queries, table, Figure(say(*alternative), data) if rows and alternative and data else None)
