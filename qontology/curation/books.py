"""What a curator hands in, a workbook or a folder of CSV files, read into grids of cells with their places."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ..errors import InputError
from ..language import Text
from ..reading.isolation import ExhaustedError, isolated
from ..reading.raw import read_bytes
from ..reading.text import read_text
from .grids import Grid, RawRow, grid
from .workbooks import MOST_BYTES, RESERVED, SMALLER, workbook_grids

__all__ = ["csv_rows", "read_book"]

SECONDS = 30
SEPARATORS = ",;\t"
"""What parts the cells of CSV: commas, and what spreadsheets write where the comma stands in numbers."""


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
    if place.suffix.lower() == ".csv":
        raise InputError(
            Text("is one sheet of several", "只是多个表之一"),
            remedy=Text("name the folder that holds all of them", "请指定存放所有表的文件夹"),
            file=path,
        )
    data = read_bytes(path, place, MOST_BYTES)
    try:
        return isolated(SECONDS, workbook_grids, data, path)
    except ExhaustedError as error:
        raise InputError(error.message, remedy=SMALLER, file=path) from None


def csv_grid(file: Path) -> Grid:
    """The sheet that a CSV file holds."""
    return grid(file.stem, str(file), csv_rows(read_text(file), str(file)))


def csv_rows(text: str, file: str) -> list[RawRow]:
    """The rows of a text in CSV; what parts its cells is what parts the names of the columns."""
    header = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=max(SEPARATORS, key=header.count))
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
