"""A table as an Excel workbook of one sheet."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from ..characters import columns as width
from .extras import require
from .typed import Cell

__all__ = ["workbook"]

# Excel keeps fifteen digits of a number; a longer one stays text, so that none of its digits is lost.
LARGEST_EXACT = 10**15
# No column is wider than this many characters, a page of text this wide; longer texts are wrapped.
WIDEST, PAGE = 60, 100
# A workbook carries the date of its making; with a fixed one the same table gives the same bytes.
MADE = datetime(1980, 1, 1, tzinfo=UTC)


def workbook(
    header: Sequence[str], rows: Sequence[Sequence[Cell]], about: Mapping[str, Sequence[str]] | None = None
) -> bytes:
    """The bytes of an .xlsx file: a bold header that stays in sight, a filter on it, columns as wide as their texts;
    and a sheet for each list of texts ``about`` the table.

    Numbers, truth values and days are cells of that type. A text is always a text, also where it begins with ``=`` and
    Excel would take it for a formula, or looks like an address or a number.

    :raises InputError: where the extra ``excel`` is not installed.
    """
    file = io.BytesIO()
    book = require("xlsxwriter", "excel").Workbook(file, {"in_memory": True})
    book.set_properties({"created": MADE})
    head = book.add_format({"bold": True, "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
    sheet = book.add_worksheet("qontology")
    for column, name in enumerate(header):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, min(WIDEST, 3 + widest([name, *(text(row[column]) for row in rows)])))
    for line, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            match cell:
                case None:
                    pass
                case bool():
                    sheet.write_boolean(line, column, cell, body)
                case int() | Decimal() if -LARGEST_EXACT < cell < LARGEST_EXACT:
                    sheet.write_number(line, column, cell, body)
                case date():
                    sheet.write_datetime(line, column, cell, day)
                case _:
                    sheet.write_string(line, column, text(cell), body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(header) - 1)
    for name, texts in (about or {}).items():
        page = book.add_worksheet(name)
        page.set_column(0, 0, PAGE)
        for line, said in enumerate(texts):
            page.write_string(line, 0, said, body)
    book.close()
    return file.getvalue()


def text(cell: Cell) -> str:
    """A cell as text, nothing for nothing."""
    return "" if cell is None else str(cell)


def widest(texts: Sequence[str]) -> int:
    """The columns that the widest of the texts takes, a Chinese character counting two."""
    return max(width(line) for found in texts for line in found.splitlines() or [""])
