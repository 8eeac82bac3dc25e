"""Rows: the whole of a long table as a script beside its page, since a page from a disk may not fetch."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from markupsafe import escape

__all__ = ["rows_script"]


def rows_script(rows: Iterable[Sequence[object]], keys: Iterable[Sequence[str]] = ()) -> bytes:
    """A script that assigns the cells of a table, each text once, and the rows as the numbers of their cells.

    ``keys`` are, row by row, what the choices of the page are compared with.

    >>> rows_script([("a", "<b>"), ("a", "c")], [("x",), ("y",)]).decode()
    'window.qontologyRows={"cells":["a","&lt;b&gt;","c"],"rows":[[0,1],[0,2]],"keys":[["x"],["y"]]};\\n'
    """
    numbers: dict[str, int] = {}
    body = [[numbers.setdefault(str(escape(cell)), len(numbers)) for cell in row] for row in rows]
    value = {"cells": [*numbers], "rows": body, "keys": [[*each] for each in keys]}
    return f"window.qontologyRows={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n".encode()
