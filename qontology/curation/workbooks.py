"""Workbooks of spreadsheets: what is none is refused by name, and what a curator cannot see in one is told."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import groupby
from typing import Any

from ..errors import InputError
from ..language import Text
from ..tables.extras import require
from .grids import Cell, Grid, RawRow, grid, is_comment
from .places import CellPlace, Problem, letters

__all__ = ["MOST_BYTES", "RESERVED", "SMALLER", "workbook_grids"]

RESERVED = frozenset({"help", "choices"})
"""Sheets of a template that hold no facts."""

MOST_BYTES = 1 << 26
"""Of a workbook, packed or not."""
MOST_ROWS = 100_000
MOST_COLUMNS = 1000
VISIBLE = "visible"
DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C")

# What other programs leave in a packed file, and whose it is.
OTHERS = {
    "mimetype": Text("an OpenDocument file", "OpenDocument 文件"),
    "Index/Document.iwa": Text("a file of Numbers", "Numbers 文件"),
    "xl/workbook.bin": Text("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）"),
    "word/document.xml": Text("a text of Word", "Word 文档"),
}
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALLER = Text("split it into several workbooks", "请拆分为多个工作簿")
SAVE_AS = Text(
    "save it as “Excel Workbook (.xlsx)” without a password, or fill in the file that qontology template writes",
    "请另存为“Excel 工作簿（.xlsx）”且不设密码，或填写 qontology template 生成的文件",
)


def workbook_grids(data: bytes, path: str) -> list[Grid]:
    """The sheets of an .xlsx file. It may be made to exhaust the library that reads it: a child process does so."""
    check_workbook(data, path)
    openpyxl = require("openpyxl", "excel")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # the library raises whatever a broken file makes it stumble upon
        raise no_workbook(path, Text(f"is broken: {type(error).__name__}", "文件已损坏")) from None
    names = [(sheet.title.split() or [sheet.title])[0] for sheet in book.worksheets]
    return [
        workbook_grid(sheet, name, f"{path}/{name if names.count(name) == 1 else sheet.title}")
        for sheet, name in zip(book.worksheets, names, strict=True)
        if name not in RESERVED
    ]


def workbook_grid(sheet: Any, name: str, file: str) -> Grid:
    """One sheet of a workbook, with what is wrong with its cells as such."""
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        last = f"{letters(sheet.max_column)}{sheet.max_row}"
        raise InputError(
            Text(f"reaches to the cell {last}", f"延伸至单元格 {last}"),
            remedy=Text(
                f"delete the rows and columns beyond your facts: {MOST_ROWS} rows and {MOST_COLUMNS} columns are read",
                f"请删除事实之外的行和列：至多读取 {MOST_ROWS} 行、{MOST_COLUMNS} 列",
            ),
            file=file,
        )
    problems: list[tuple[CellPlace, Problem]] = []
    lines: list[RawRow] = []
    for number, row in enumerate(sheet.iter_rows(), 1):
        for cell in row:
            if cell.data_type in ("f", "e") and not is_comment(row[0].value):
                problems.append((CellPlace(file, number, cell.column), FORMULA if cell.data_type == "f" else FAILED))
        lines.append(RawRow(number, tuple(value(cell) for cell in row)))
    for merged in sheet.merged_cells.ranges:
        problems.append((CellPlace(file, merged.min_row, merged.min_col), MERGED.format(str(merged))))
    found = grid(name, file, lines)
    found.problems = [*problems, *hidden(sheet, found)]
    return found


def hidden(sheet: Any, found: Grid) -> Iterator[tuple[CellPlace, Problem]]:
    """What holds facts and cannot be seen: the sheet, rows (a filter hides some, too), columns."""
    if sheet.sheet_state != VISIBLE and found.lines:
        yield CellPlace(found.file), HIDDEN_SHEET
    rows = [line.number for line in found.lines if sheet.row_dimensions[line.number].hidden]
    if rows:
        yield CellPlace(found.file, rows[0]), HIDDEN_ROWS.format(ranges(rows))
    unseen = {
        at
        for group in sheet.column_dimensions.values()
        if group.hidden
        for at in range(group.min, min(group.max, len(found.header)) + 1)
    }
    filled = {at for line in found.lines for at, cell in enumerate(line.cells, 1) if cell not in (None, "")}
    for at in sorted(unseen & filled):
        yield CellPlace(found.file, 1, at), HIDDEN_COLUMN


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, those that follow each other as a range.

    >>> ranges([2, 3, 4, 7])
    '2-4, 7'
    """
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0])]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def value(cell: Any) -> Cell:
    """What stands in a cell of a workbook; nothing where that is a formula."""
    found = cell.value
    if cell.data_type in ("f", "e"):
        return None
    return found.date() if isinstance(found, datetime) and found.time() == time.min else found


def check_workbook(data: bytes, path: str) -> None:
    """Refuses what is no workbook, tells whose file it is, and refuses what grows without end when it is unpacked."""
    if data.startswith(OLD):
        raise no_workbook(path, Text("is an old or protected workbook", "是旧格式或受密码保护的工作簿"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if max(len(data), sum(entry.file_size for entry in archive.infolist())) > MOST_BYTES:
                most = f"{MOST_BYTES >> 20} MiB"
                raise no_workbook(path, Text(f"holds more than {most}", f"内容超过 {most}"), SMALLER)
            declares = any(DOCTYPE.search(archive.read(name)) for name in names if name.endswith((".xml", ".rels")))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise no_workbook(path, Text("is not an Excel workbook", "不是 Excel 工作簿")) from None
    if "xl/workbook.xml" not in names:
        whose = next((whose for name, whose in OTHERS.items() if name in names), Text("a packed file", "压缩文件"))
        raise no_workbook(path, Text(f"is {whose.en}, not an Excel workbook", f"是{whose.zh}，不是 Excel 工作簿"))
    if declares:
        raise no_workbook(path, Text("declares a DOCTYPE, as no workbook does", "含有工作簿不应有的 DOCTYPE 声明"))


def no_workbook(path: str, message: Text, remedy: Text = SAVE_AS) -> InputError:
    """The error for a file that cannot be read as a workbook."""
    return InputError(message, remedy=remedy, file=path)


FORMULA = Problem(
    "FORMULA",
    Text("the cell holds a formula", "单元格为公式"),
    Text("write the value itself", "请直接填写其值"),
)
FAILED = Problem(
    "FORMULA",
    Text("the cell holds an error of Excel", "单元格为 Excel 错误值"),
    Text("write the value itself, or leave the cell empty", "请直接填写其值，或留空"),
)
MERGED = Problem(
    "MERGED",
    Text("the cells {0} are merged", "单元格 {0} 已合并"),
    Text("unmerge them and fill in each row", "请取消合并并逐行填写"),
)
HIDDEN_SHEET = Problem(
    "HIDDEN",
    Text("the sheet is hidden, and holds facts", "该表已隐藏，但含有事实"),
    Text("show it and look at its rows, or delete it", "请取消隐藏并核对各行，或删去该表"),
)
HIDDEN_ROWS = Problem(
    "HIDDEN",
    Text("these rows are hidden, and hold facts: {0}", "下列行已隐藏，但含有事实：{0}"),
    Text(
        "clear the filter, or show the rows, and look at them; or delete them",
        "请清除筛选或取消隐藏后核对，或删去这些行",
    ),
)
HIDDEN_COLUMN = Problem(
    "HIDDEN",
    Text("the column is hidden, and holds facts", "该列已隐藏，但含有事实"),
    Text("show it and look at its cells, or clear them", "请取消隐藏并核对各单元格，或清空该列"),
)
