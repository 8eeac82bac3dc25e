"""Sheets to be filled in: a workbook with drop-downs and help, or a folder of CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from ..characters import columns as width
from ..language import Text
from ..tables.extras import require
from ..tables.spreadsheet import MADE
from .pages import Page, heading

__all__ = ["csv_files", "workbook"]

FIRST = 3
"""How many rows stand above the facts: names, headings, a worked row."""
LAST = 5000
"""Down to which row a cell offers choices."""
WIDEST = 44
LONGEST_TITLE = 32
LONGEST_HELP = 255
MOST_IN_SHEET_NAME = 31
GREY = "#666666"

HELP = Text("help", "说明")
CHOICES = Text("choices", "选项")
HELP_COLUMNS = (
    Text("sheet", "表"),
    Text("column", "列"),
    Text("name", "名称"),
    Text("must be filled", "必填"),
    Text("what stands there", "填写内容"),
)
RULES = (
    Text("One row a fact. Rows that begin with # are not read.", "一行一个事实；以 # 开头的行不读取。"),
    Text(
        "Dates are as precise as the source: 2018, 2018-09 or 2018-09-28.",
        "日期与来源一样精确：2018、2018-09 或 2018-09-28。",
    ),
    Text("Several values of a cell are parted by |.", "同一单元格的多个值以 | 分隔。"),
    Text("An empty cell says that the source does not say.", "空单元格表示来源未说明。"),
    Text("A column with a star must be filled in.", "带星号的列必须填写。"),
)


def csv_files(pages: Sequence[Page]) -> dict[str, str]:
    """The texts of CSV files by their names, one a sheet, and one with help; they begin with a byte order mark, without
    which Excel does not read Chinese."""
    files = {f"{page.sheet.name}.csv": csv_text(page.lines) for page in pages}
    return files | {"help.csv": csv_text(help_lines(pages))}


def csv_text(lines: Sequence[Sequence[str]]) -> str:
    """Rows as CSV, without empty cells at their ends beyond those of the header."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(lines)
    return "\ufeff" + file.getvalue()


def help_lines(pages: Sequence[Page]) -> list[list[str]]:
    """The rules, and what is to be written in each column, in both languages."""
    lines = [[rule.say("both")] for rule in RULES]
    lines.append([column.say("both") for column in HELP_COLUMNS])
    for page in pages:
        lines.append([page.sheet.name, "", page.sheet.label.say("both"), "", page.sheet.help.say("both")])
        for column in page.sheet.columns:
            told = column.help or Text("", "")
            label = column.label or Text(column.name, column.name)
            lines.append(
                [page.sheet.name, column.name, label.say("both"), "*" if column.must else "", told.say("both")]
            )
    return lines


def workbook(pages: Sequence[Page]) -> bytes:
    """The bytes of an .xlsx file: help first, then the sheets, then what the drop-downs offer.

    :raises InputError: where the extra ``excel`` is not installed.
    """
    file = io.BytesIO()
    book = require("xlsxwriter", "excel").Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": MADE})
    formats = Formats(book)
    write_help(book, formats, help_lines(pages))
    worksheets = [(page, book.add_worksheet(title(page))) for page in pages]
    choices = Choices(book)
    for page, worksheet in worksheets:
        write_page(worksheet, page, formats, choices)
    book.worksheets()[min(1, len(pages))].activate()
    book.close()
    return file.getvalue()


class Formats:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.name = book.add_format({"bold": True, "num_format": "@"})
        self.must = book.add_format({"bold": True, "num_format": "@", "bg_color": "#DDEBF7"})
        self.heading = book.add_format({"font_color": GREY, "num_format": "@", "text_wrap": True, "valign": "top"})
        self.example = book.add_format(
            {"font_color": GREY, "italic": True, "num_format": "@", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self.cell = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})


class Choices:
    """The sheet of all that drop-downs offer: one column for each list."""

    def __init__(self, book: Any) -> None:
        self._sheet = book.add_worksheet(f"{CHOICES.en} {CHOICES.zh}")
        self._columns: dict[tuple[str, ...], str] = {}

    def range(self, offered: tuple[str, ...]) -> str:
        """The formula that leads to a list."""
        if offered not in self._columns:
            at = len(self._columns)
            self._sheet.write_column(0, at, offered)
            self._sheet.set_column(at, at, WIDEST)
            from .places import letters

            name = letters(at + 1)
            self._columns[offered] = f"='{CHOICES.en} {CHOICES.zh}'!${name}$1:${name}${len(offered)}"
        return self._columns[offered]


def title(page: Page) -> str:
    """The name of a sheet in a workbook: ours, and behind it the Chinese one."""
    return f"{page.sheet.name} {page.sheet.label.zh}"[:MOST_IN_SHEET_NAME]


def write_help(book: Any, formats: Formats, lines: Sequence[Sequence[str]]) -> None:
    """The sheet of help."""
    sheet = book.add_worksheet(f"{HELP.en} {HELP.zh}")
    for at, wide in enumerate((18, 18, 36, 8, 100)):
        sheet.set_column(at, at, wide, formats.cell)
    for number, line in enumerate(lines):
        bold = number == len(RULES)
        for at, text in enumerate(line):
            sheet.write_string(
                number, at, text, formats.name if bold else None if number < len(RULES) else formats.cell
            )


def write_page(sheet: Any, page: Page, formats: Formats, choices: Choices) -> None:
    """One sheet with its headings, its rows and its drop-downs; all cells are text, so that dates stay as typed."""
    lines = page.lines
    for at, column in enumerate(page.sheet.columns):
        widest = max(width(line[at]) for line in lines)
        sheet.set_column(at, at, min(WIDEST, max(12, widest + 2)), formats.cell)
        styles = [formats.must if column.must else formats.name, formats.heading, formats.example]
        for number, line in enumerate(lines):
            if line[at]:
                sheet.write_string(number, at, line[at], styles[number] if number < FIRST else formats.cell)
        offered = page.choices.get(column.name, ())
        told = column.help or Text("", "")
        rule: dict[str, object] = {
            "validate": "list" if offered else "any",
            "input_title": heading(column).say("both")[:LONGEST_TITLE],
            "input_message": told.say("both")[:LONGEST_HELP],
            # What stands on another sheet, or beside another value, is right though the list does not have it.
            "show_error": column.kind in ("choice", "concept") and not column.several,
            "error_type": "warning",
        }
        if offered:
            rule["source"] = choices.range(offered)
        sheet.data_validation(FIRST, at, LAST, at, rule)
    sheet.freeze_panes(FIRST, 1)
