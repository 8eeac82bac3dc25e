"""From grids to rows: which sheets and columns there are, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from ..language import Text
from .books import Grid
from .facts import FactRow
from .places import CellPlace, Problem
from .sheets import Sheet

__all__ = ["rows_of"]

Report = list[tuple[CellPlace, Problem]]

SOURCES = "sources"


def rows_of(grids: Sequence[Grid], sheets: Sequence[Sheet], path: str, problems: Report) -> list[FactRow]:
    """The rows of all sheets that are known; what is wrong with sheets and columns goes to the problems."""
    known = {sheet.name: sheet for sheet in sheets}
    found = {grid.name for grid in grids}
    if SOURCES not in found and not any(near(name, [SOURCES]) for name in found - known.keys()):
        problems.append((CellPlace(path), NO_SOURCES))
    rows: list[FactRow] = []
    for grid in grids:
        problems += grid.problems
        if grid.name not in known:
            problems.append((CellPlace(grid.file), unknown_sheet(grid.name, known.keys() - found)))
            continue
        sheet = known[grid.name]
        faults = list(wrong_columns(grid, sheet))
        problems += faults
        if not faults:
            rows += (
                FactRow(sheet, grid, line, dict(zip(grid.header, line.cells, strict=False))) for line in grid.lines
            )
    return rows


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
