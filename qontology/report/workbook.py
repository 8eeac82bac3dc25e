"""A report as a workbook: what it is and how to read it, the findings, one value a row, and the sources."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..characters import columns as width
from ..language import Text
from ..tables.extras import require
from ..writing.archives import made_on
from . import texts
from .chapter import Chapter
from .study import Study

__all__ = ["workbook"]

WIDEST = 70
ABOUT, FINDINGS, VALUES, SOURCES = (
    Text("About", "说明"), Text("Findings", "主要结论"), Text("Values", "取值"), Text("Sources", "出处"),
)  # fmt: skip
FINDING = (Text("number", "序号"), Text("finding", "结论"), Text("sources", "出处"))
VALUE = (
    Text("table", "表"), Text("row", "行"), Text("column", "列"), Text("value", "取值"), Text("sources", "出处"),
)  # fmt: skip
NOTE = (Text("number", "编号"), Text("source and place", "来源及位置"))
READING = Text("How to read", "读法")


def workbook(study: Study) -> bytes:
    """The bytes of an .xlsx file, the same at every run.

    :raises InputError: where the extra ``excel`` is not installed.
    """
    file = io.BytesIO()
    book = require("xlsxwriter", "excel").Workbook(file, {"in_memory": True})
    book.set_properties({"title": study.say(texts.TITLE), "author": "Qontology", "created": made_on(study.day)})
    findings = [(number, lead.said, spelt(study, lead.notes)) for number, lead in enumerate(study.findings, 1)]
    sheet(book, study.say(ABOUT), None, about(study))
    sheet(book, study.say(FINDINGS), [study.say(each) for each in FINDING], findings)
    sheet(book, study.say(VALUES), [study.say(each) for each in VALUE], values(study))
    sheet(book, study.say(SOURCES), [study.say(each) for each in NOTE], list(enumerate(study.notes, 1)))
    book.close()
    return file.getvalue()


def about(study: Study) -> list[tuple[str, str]]:
    """The title page, and the legend of each table."""
    rows = [(study.say(texts.TITLE), ""), *study.front, (study.say(READING), study.say(texts.ABOUT))]
    return rows + [(chapter.table.title, chapter.table.remarks[0]) for chapter in study.chapters]


def values(study: Study) -> list[tuple[str | int, ...]]:
    """Every value of every table in a row of its own."""
    return [row for chapter in study.chapters for row in values_of(chapter, study)]


def values_of(chapter: Chapter, study: Study) -> Iterator[tuple[str | int, ...]]:
    """The values of one table, each with its row, its column and what it rests on."""
    for row in chapter.table.rows:
        resting = spelt(study, row.notes)
        for column, cell in zip(chapter.table.columns[1:], row.cells, strict=True):
            for value in str(cell).split("\n"):
                number = int(value) if value.isdecimal() and len(value) < 15 else value
                yield chapter.table.title, row.group, column, number, resting


def spelt(study: Study, notes: Iterable[int]) -> str:
    """Notes spelt out."""
    return study.scope.words.marks.semicolon.join(f"[{note}] {study.notes[note - 1]}" for note in notes)


def sheet(book: Any, name: str, head: Sequence[str] | None, rows: Sequence[Sequence[str | int]]) -> None:
    """A sheet with a head that stays in sight, filters and columns as wide as their texts; fit for paper."""
    bold = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    made = book.add_worksheet(name)
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)
    lines = [*([head] if head else []), *rows]
    for column in range(max(map(len, lines), default=0)):
        widest = max(width(part) for line in lines for part in str(line[column]).splitlines() or [""])
        made.set_column(column, column, min(WIDEST, widest + 3))
    for number, line in enumerate(lines):
        for column, cell in enumerate(line):
            form = bold if (head and number == 0) or (not head and column == 0) else plain
            if isinstance(cell, int):
                made.write_number(number, column, cell, form)
            else:
                made.write_string(number, column, cell, form)
    if head:
        made.freeze_panes(1, 0)
        made.repeat_rows(0)
        if rows:
            made.autofilter(0, 0, len(rows), len(head) - 1)
