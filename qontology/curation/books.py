"""What a curator hands in: a workbook or a folder of CSV files, as grids of cells with their places."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..language import Text
from ..reading.faults import of_system
from ..reading.text import read_text
from ..tables.extras import require
from .places import CellPlace, Problem

__all__ = ["Cell", "Grid", "RawRow", "read_book"]

Cell = str | int | float | bool | date | time | None

RESERVED = frozenset({"help", "choices"})
"""Sheets of a template that hold no facts."""

MOST_BYTES = 256 << 20
MOST_ROWS = 1 << 18
COMMENT = "#"

# What other programs leave in a packed file, and whose it is.
OTHERS = {
    "mimetype": Text("an OpenDocument file", "OpenDocument 文件"),
    "Index/Document.iwa": Text("a file of Numbers", "Numbers 文件"),
    "xl/workbook.bin": Text("a binary workbook (.xlsb)", "二进制工作簿（.xlsb）"),
    "word/document.xml": Text("a text of Word", "Word 文档"),
}
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
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
    with of_system(path):
        data = place.read_bytes()
    return list(workbook_grids(data, path))


def csv_grid(file: Path) -> Grid:
    """The sheet that a CSV file holds."""
    text = read_text(file)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[RawRow] = []
    try:
        start = 1
        for cells in reader:
            lines.append(RawRow(start, tuple(cells)))
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            Text(f"is no CSV here: {error}", "此处不符合 CSV 格式"),
            remedy=Text(
                "part cells by commas, and put a cell with commas, quotes or line breaks between double quotes",
                "请以逗号分隔单元格；含逗号、引号或换行的单元格须置于双引号内",
            ),
            file=str(file),
            line=reader.line_num,
        ) from None
    return grid(file.stem, str(file), lines)


def workbook_grids(data: bytes, path: str) -> Iterator[Grid]:
    """The sheets of an .xlsx file."""
    check_workbook(data, path)
    openpyxl = require("openpyxl", "excel")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), keep_links=False)
    except Exception as error:  # the library raises whatever a broken file makes it stumble upon
        raise no_workbook(path, Text(f"is broken: {type(error).__name__}", "文件已损坏")) from None
    for sheet in book.worksheets:
        name = sheet.title.split()[0] if sheet.title.split() else sheet.title
        if name not in RESERVED:
            yield workbook_grid(sheet, name, f"{path}/{name}")


def workbook_grid(sheet: Any, name: str, file: str) -> Grid:
    """One sheet of a workbook, with what is wrong with its cells as such."""
    problems: list[tuple[CellPlace, Problem]] = []
    lines: list[RawRow] = []
    for number, row in enumerate(sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS)), 1):
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
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise no_workbook(path, Text("is no Excel workbook", "不是 Excel 工作簿")) from None
    if size > MOST_BYTES:
        raise no_workbook(
            path, Text(f"unpacks to more than {MOST_BYTES >> 20} MiB", f"解压后超过 {MOST_BYTES >> 20} MiB")
        )
    if "xl/workbook.xml" not in names:
        whose = next((whose for name, whose in OTHERS.items() if name in names), Text("a packed file", "压缩文件"))
        raise no_workbook(path, Text(f"is {whose.en}, not an Excel workbook", f"是{whose.zh}，不是 Excel 工作簿"))


def no_workbook(path: str, message: Text) -> InputError:
    """The error for a file of another program."""
    return InputError(message, remedy=SAVE_AS, file=path)


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
