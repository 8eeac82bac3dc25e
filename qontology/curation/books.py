"""What a curator hands in: a workbook or a folder of CSV files, as grids of cells with their places."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..language import Text
from ..reading.isolation import ExhaustedError, isolated
from ..reading.raw import read_bytes
from ..reading.text import read_text
from ..tables.extras import require
from .places import CellPlace, Problem, letters

__all__ = ["Cell", "Grid", "RawRow", "read_book"]

Cell = str | int | float | bool | date | time | None

RESERVED = frozenset({"help", "choices"})
"""Sheets of a template that hold no facts."""

MOST_BYTES = 1 << 26
"""Of a workbook, packed or not."""
MOST_ROWS = 100_000
MOST_COLUMNS = 1000
SECONDS = 30
DOCTYPE = re.compile(rb"<\0?!\0?D\0?O\0?C")
COMMENT = "#"

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


@dataclass(frozen=True)
class RawRow:
    """One row of a sheet with its number, from 1."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def is_fact(self) -> bool:
        """Whether the row is to be read: it holds something, and does not begin with ``#``."""
        first = str(self.cells[0] if self.cells and self.cells[0] is not None else "")
        return any(cell not in (None, "") for cell in self.cells) and not first.lstrip().startswith(COMMENT)


@dataclass
class Grid:
    """One sheet: its name, the file by which findings call it, its header and its rows."""

    name: str
    file: str
    header: tuple[str, ...]
    lines: list[RawRow]
    problems: list[tuple[CellPlace, Problem]] = field(default_factory=list)


def read_book(path: str) -> list[Grid]:
    """The sheets of a workbook, or of a folder of CSV files.

    :raises InputError: where it cannot be read, or is no workbook.
    """
    place = Path(path)
    if place.is_dir():
        files = sorted(place.glob("*.csv"))
        if not files:
            raise InputError(
                Text("holds no CSV file", "其中没有 CSV 文件"),
                remedy=Text("name the folder that qontology template wrote", "请指定 qontology template 生成的文件夹"),
                file=path,
            )
        return [csv_grid(file) for file in files if file.stem not in RESERVED]
    data = read_bytes(path, place, MOST_BYTES)
    try:
        return isolated(SECONDS, workbook_grids, data, path)
    except ExhaustedError as error:
        raise InputError(error.message, remedy=SMALLER, file=path) from None


def csv_grid(file: Path) -> Grid:
    """The sheet that a CSV file holds."""
    return grid(file.stem, str(file), csv_rows(read_text(file), str(file)))


def csv_rows(text: str, file: str) -> list[RawRow]:
    """The rows of a text in CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[RawRow] = []
    try:
        start = 1
        for cells in reader:
            lines.append(RawRow(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            Text(f"is not CSV here: {error}", "此处不符合 CSV 格式"),
            remedy=Text(
                "part cells by commas, and put a cell with commas, quotes or line breaks between double quotes",
                "请以逗号分隔单元格；含逗号、引号或换行的单元格须置于双引号内",
            ),
            file=file,
            line=reader.line_num,
        ) from None
    return lines


def workbook_grids(data: bytes, path: str) -> list[Grid]:
    """The sheets of an .xlsx file. It may be made to exhaust the library that reads it: a child process does so."""
    check_workbook(data, path)
    openpyxl = require("openpyxl", "excel")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # the library raises whatever a broken file makes it stumble upon
        raise no_workbook(path, Text(f"is broken: {type(error).__name__}", "文件已损坏")) from None
    named = [(sheet, sheet.title.split()[0] if sheet.title.split() else sheet.title) for sheet in book.worksheets]
    return [workbook_grid(sheet, name, f"{path}/{name}") for sheet, name in named if name not in RESERVED]


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
            if cell.data_type in ("f", "e") and not commented(row):
                problems.append((CellPlace(file, number, cell.column), FORMULA if cell.data_type == "f" else FAILED))
        lines.append(RawRow(number, tuple(value(cell) for cell in row)))
    for merged in sheet.merged_cells.ranges:
        problems.append((CellPlace(file, merged.min_row, merged.min_col), MERGED.format(str(merged))))
    found = grid(name, file, lines)
    found.problems = problems
    return found


def commented(row: Any) -> bool:
    """Whether a row of a workbook is none to be read."""
    return str(row[0].value or "").lstrip().startswith(COMMENT)


def value(cell: Any) -> Cell:
    """What stands in a cell of a workbook; nothing where that is a formula."""
    found = cell.value
    if cell.data_type in ("f", "e"):
        return None
    return found.date() if isinstance(found, datetime) and found.time() == time.min else found


def grid(name: str, file: str, lines: list[RawRow]) -> Grid:
    """A sheet out of its rows: the first is the header, those that hold facts follow."""
    header = tuple(str(cell or "").strip() for cell in lines[0].cells) if lines else ()
    return Grid(name, file, header, [line for line in lines[1:] if line.is_fact])


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
