"""The text of a file or of standard input, where it is no RDF to be loaded: queries, and Turtle to lay out."""

from __future__ import annotations

import sys
from pathlib import Path

from ..errors import InputError
from ..language import Text
from .faults import of_system

__all__ = ["read_text"]


def read_text(name: str | Path) -> str:
    """The text of a file in UTF-8 (with or without byte order mark), or of standard input for ``-``.

    :raises InputError: where it cannot be read or is not UTF-8.
    """
    with of_system(str(name)):
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            Text(f"is not UTF-8 at byte {error.start}", f"第 {error.start} 字节处不是 UTF-8 编码"),
            remedy=Text("save it as UTF-8", "请另存为 UTF-8 编码"),
            file=str(name),
        ) from None
