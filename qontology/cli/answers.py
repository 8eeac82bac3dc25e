"""The answer of a question as a page for people, or its rows in the form that was asked for."""

from __future__ import annotations

from argparse import Namespace

from ..language import Language, Text
from ..tables import FORMATS, Table
from .parser import screen

__all__ = ["answered", "page"]


def answered(title: str, table: Table, arguments: Namespace) -> str | bytes:
    """The table under a title, as wide as the screen where it goes there; in any other form the rows alone."""
    if arguments.format != "table":
        return FORMATS[arguments.format](table)
    return page(title, table, arguments.lang, screen() if arguments.output is None else None)


def page(title: str, table: Table, language: Language, columns: int | None) -> str:
    """A title, the table, and how many rows it has."""
    rows = Text("no rows" if not len(table) else f"{len(table)} row{'s' * (len(table) != 1)}", f"共 {len(table)} 行")
    body = table.to_text(columns) + "\n" if len(table) else ""
    return f"{title}\n\n{body}\n{rows.say(language)}\n"
