"""Answers of remote engines, counted: some servers end one after so many rows, with a status of success and not a word.

Who believed them would take for conforming what is only missing.
"""

from __future__ import annotations

from pyoxigraph import Literal

from ..engine import Engine
from ..errors import NetworkError
from ..language import Text
from ..namespaces import Term

__all__ = ["PAGE", "counted", "incomplete", "paged"]

PAGE = 5000
"""Rows to ask for at most at a time; common limits of servers are higher."""

_Row = tuple[Term | None, ...]


def counted(engine: Engine, query: str) -> int:
    """How many rows the answer to a SELECT has, as the engine itself says.

    :raises NetworkError: where it says no number.
    """
    rows = engine.select(f"SELECT (COUNT(*) AS ?count) WHERE {{ {{ {query} }} }}").rows
    count = rows[0][0] if rows else None
    if not isinstance(count, Literal) or not count.value.isdecimal():
        raise incomplete(engine, 0, 1)
    return int(count.value)


def paged(engine: Engine, query: str, columns: str, wanted: int) -> list[_Row]:
    """All rows of a SELECT of these columns, in as many answers as it takes.

    Fewer are asked for at a time where an answer is refused as too long. The sub-select keeps the order where a server
    limits what it sorts.

    :raises NetworkError: where fewer or more rows come than wanted.
    """
    found: dict[_Row, None] = {}
    offset, size = 0, PAGE
    while offset < wanted:
        page = f"SELECT {columns} WHERE {{ {{ {query} ORDER BY {columns} }} }} LIMIT {size} OFFSET {offset}"
        try:
            rows = engine.select(page).rows
        except NetworkError:
            if size == 1:
                raise
            size = max(size // 10, 1)
            continue
        if not rows:
            break
        found |= dict.fromkeys(rows)
        offset += len(rows)
    if len(found) != wanted:
        raise incomplete(engine, len(found), wanted)
    return list(found)


def incomplete(engine: Engine, came: int, wanted: int) -> NetworkError:
    """The error that an engine gave another number of rows than it counted."""
    return NetworkError(
        Text(
            f"the endpoint {engine.name} gave {came} of {wanted} rows",
            f"端点 {engine.name} 仅返回 {wanted} 行中的 {came} 行",
        ),
        remedy=Text(
            "raise its limit for rows, or see whether somebody writes to it",
            "请调高其行数限制，或确认是否有人正在写入",
        ),
    )
