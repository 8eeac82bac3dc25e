"""From grids to rows: which sheets and columns there are, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from ..knowledge.names import fold
from ..language import Text
from .facts import FactRow
from .grids import Cell, Grid
from .places import CellPlace, Problem
from .sheets import Sheet

__all__ = ["rows_of"]

Report = list[tuple[CellPlace, Problem]]

SOURCES = "sources"
MUST = "*"
BOTH = " / "
"""What the second row of a template has behind the names of columns that must be filled in, and between languages."""


def rows_of(grids: Sequence[Grid], sheets: Sequence[Sheet], path: str, problems: Report) -> list[FactRow]:
    """The rows of all sheets that are known; what is wrong with sheets and columns goes to the problems."""
    known = {fold(name): sheet for sheet in sheets for name in (sheet.name, *sheet.label)}
    free = {sheet.name for sheet in sheets} - {
        known[fold(grid.name)].name for grid in grids if fold(grid.name) in known
    }
    if SOURCES in free and not any(near(grid.name, [SOURCES]) for grid in grids if fold(grid.name) not in known):
        problems.append((CellPlace(path), NO_SOURCES))
    rows: list[FactRow] = []
    read: dict[str, Grid] = {}
    for grid in grids:
        sheet = known.get(fold(grid.name))
        problems += grid.problems
        if sheet is None:
            problems.append((CellPlace(grid.file), unknown_sheet(grid.name, free)))
        elif sheet.name in read:
            problems.append((CellPlace(grid.file), SHEET_TWICE.format(sheet.name)))
        else:
            read[sheet.name] = grid
            rows += rows_of_sheet(grid, sheet, problems)
    return rows


def rows_of_sheet(grid: Grid, sheet: Sheet, problems: Report) -> Iterator[FactRow]:
    """The rows of one sheet, if its columns are those that it has to have."""
    called = {fold(name): column.name for column in sheet.columns for name in (column.name, *(column.label or ()))}
    must = {column.name for column in sheet.columns if column.must}
    grid.header = named(grid.header, called)
    headers = [line for line in grid.lines if is_header(named(line.cells, called), sheet, must)]
    faults = list(wrong_columns(grid, sheet))
    if faults and headers:
        faults = [(CellPlace(grid.file, headers[0].number), NOT_FIRST)]
    problems += faults or [(CellPlace(grid.file, line.number), HEADER_AGAIN) for line in headers]
    for line in grid.lines if not faults else ():
        if line not in headers:
            yield FactRow(sheet, grid, line, dict(zip(grid.header, line.cells, strict=False)))


def named(cells: Iterable[Cell], called: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that cells name, each by its own name or by what it is called in a language, or in both."""
    texts = [str("" if cell is None else cell).strip() for cell in cells]
    return tuple(called.get(fold(text.lstrip("# ").partition(BOTH)[0].removesuffix(MUST)), text) for text in texts)


def is_header(names: Sequence[str], sheet: Sheet, must: set[str]) -> bool:
    """Whether a row names columns, all that must be there among them."""
    return must <= {*names} <= {"", *sheet.by_name} and len({*names} - {""}) > 1


def wrong_columns(grid: Grid, sheet: Sheet) -> Iterator[tuple[CellPlace, Problem]]:
    """What is wrong with the header of a sheet."""
    names = [column.name for column in sheet.columns]
    missing = [column.name for column in sheet.columns if column.must and column.name not in grid.header]
    absent = [name for name in names if name not in grid.header]
    renamed = set()
    for at, name in enumerate(grid.header, 1):
        if name in grid.header[: at - 1] and name:
            yield CellPlace(grid.file, 1, at), TWICE.format(name)
        elif name and name not in names:
            like = near(name, missing) or near(name, absent)
            renamed.add(like)
            yield CellPlace(grid.file, 1, at), unknown_column(name, like)
        elif not name and any(len(line.cells) >= at and line.cells[at - 1] not in (None, "") for line in grid.lines):
            yield CellPlace(grid.file, 1, at), NAMELESS
    for name in missing:
        if name not in renamed:
            yield CellPlace(grid.file, 1), MISSING.format(name)


def near(name: str, among: Iterable[str]) -> str | None:
    """The name that is most like another, if one is."""
    return next(iter(get_close_matches(name.lower(), list(among), 1, 0.6)), None)


def unknown_sheet(name: str, free: Iterable[str]) -> Problem:
    """The problem of a sheet that is none of ours."""
    like = near(name, sorted(free))
    remedy = Text(f"rename it to {like}", f"请改名为 {like}") if like else NO_FACTS
    return Problem("SHEET", Text(f"there is no sheet “{name}”", f"没有名为“{name}”的表"), remedy)


def unknown_column(name: str, like: str | None) -> Problem:
    """The problem of a column that the sheet does not have."""
    remedy = Text(f"rename it to {like}", f"请改名为 {like}") if like else Text("remove the column", "请删去该列")
    return Problem("COLUMN", Text(f"the sheet has no column “{name}”", f"该表没有“{name}”列"), remedy)


NO_FACTS = Text("remove it, or take its name from qontology template", "请删去该表，或改用 qontology template 中的表名")
NO_SOURCES = Problem(
    "SHEET",
    Text("the sheet “sources” is missing", "缺少“sources”表"),
    Text(
        "take it from what qontology template writes; it may be empty where all sources are known",
        "请取自 qontology template 生成的文件；若来源均已收录，可为空表",
    ),
)
SHEET_TWICE = Problem(
    "SHEET",
    Text("the sheet “{0}” is there twice", "“{0}”表重复"),
    Text("put all rows into one of the two, and delete the other", "请将各行并入其中一表，并删去另一表"),
)
NOT_FIRST = Problem(
    "COLUMN",
    Text("the names of the columns stand in this row, not in the first", "列名写在本行，而不在第一行"),
    Text("delete the rows above it", "请删去其上各行"),
)
HEADER_AGAIN = Problem(
    "COLUMN",
    Text("the row repeats the names of the columns", "本行重复了列名"),
    Text("delete it", "请删去本行"),
)
MISSING = Problem(
    "COLUMN",
    Text("the column “{0}” is missing", "缺少“{0}”列"),
    Text("insert it, with its name in the first row", "请补上该列，列名写在第一行"),
)
TWICE = Problem(
    "COLUMN",
    Text("the column “{0}” is there twice", "“{0}”列重复"),
    Text("join the two, with | between several values", "请合并两列，多个值以 | 分隔"),
)
NAMELESS = Problem(
    "COLUMN",
    Text("the column has no name in the first row", "该列第一行没有列名"),
    Text("name it, or clear its cells", "请写上列名，或清空该列"),
)
