"""Chapters: what every page is made of, whatever its format: a lead, a picture, and an annotated table."""

from __future__ import annotations

from typing import NamedTuple

from ..language import Text
from ..telling.sentences import Lead
from ..telling.tables import AnnotatedTable, Row, annotated
from .figures import Data
from .scope import Scope

__all__ = ["Chapter", "chapter"]

NOTHING = Text("Nothing of the kind is known of these alliances.", "关于这些联盟，未见此类信息。")


class Chapter(NamedTuple):
    """A table, whose remark says how to read it, and the questions that made it. ``lead`` says in a sentence what the
    rows come to, and is the title of the picture, where there is one; ``alternative`` is what a reader who cannot see
    it should know, ``sources`` are the names of the documents behind it.

    The numbers of notes are those of the whole study. A line break stands between several values of one cell.
    """

    name: str
    queries: tuple[str, ...]
    table: AnnotatedTable
    lead: Lead | None = None
    data: Data | None = None
    alternative: str = ""
    sources: tuple[str, ...] = ()


def chapter(
    scope: Scope,
    name: str,
    queries: tuple[str, ...],
    title: Text,
    about: Text,
    columns: tuple[Text | str, ...],
    rows: list[Row],
    lead: Lead | None = None,
    data: Data | None = None,
    alternative: Text | None = None,
) -> Chapter:
    """A chapter in the language of the scope; where there are no rows, that is said, and there is no picture."""
    table = annotated(scope.evidence, title, columns, rows, [about if rows else NOTHING])
    notes = sorted({note for row in rows for note in row.notes} | set(lead.notes if lead else ()))
    said = scope.words.say(*(alternative or ("", "")))
    return Chapter(name, queries, table, lead, data if rows else None, said, scope.sources(notes))
