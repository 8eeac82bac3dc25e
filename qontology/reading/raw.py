"""The bytes of what a user names: of a file or standard input, never of a device, and never more than can be used."""

from __future__ import annotations

import gzip
import os
import stat
import sys
import zlib
from pathlib import Path
from typing import IO

from ..errors import InputError
from ..language import Text
from . import faults

__all__ = ["MOST_BYTES", "STANDARD_INPUT", "read_bytes"]

MOST_BYTES = 1 << 30
STANDARD_INPUT = "-"
CHUNK = 1 << 20
UNSUSPECTED = 1 << 24
MOST_SWOLLEN = 200
"""RDF text is packed to a fifth or a thirtieth of its size; what unpacks to so many times its own is no text."""


def read_bytes(name: str, path: Path | None = None, most: int = MOST_BYTES) -> bytes:
    """All bytes, unpacked where the name ends in ``.gz``; of too many, more than the most, which is for others to tell.

    :raises InputError: where it cannot be read, is no file, or unpacks to very many times its size.
    """
    if name == STANDARD_INPUT and path is None:
        if sys.stdin is None:
            raise InputError(
                Text("standard input is closed", "标准输入已关闭"),
                remedy=Text("name a file, or redirect one", "请指定文件，或重定向标准输入"),
            )
        return read_all(sys.stdin.buffer, most)
    with faults.of_system(name):
        # What never answers, as a pipe does, is opened without waiting and then told by its kind.
        number = os.open(path or Path(name), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(number, "rb") as file:
            found = os.fstat(number)
            if not stat.S_ISDIR(found.st_mode):
                faults.check_kind(found.st_mode, name)
            if not name.lower().endswith(".gz"):
                return read_all(file, most)
            fair = min(most, max(UNSUSPECTED, MOST_SWOLLEN * found.st_size))
            try:
                with gzip.open(file) as packed:
                    data = read_all(packed, fair)
            except (gzip.BadGzipFile, zlib.error, EOFError):
                raise faults.broken_archive(name) from None
    if fair < len(data) <= most:
        raise InputError(
            Text(
                f"unpacks to more than {MOST_SWOLLEN} times its size, which is not text",
                f"解压后超过原大小的 {MOST_SWOLLEN} 倍，不是正常文本",
            ),
            remedy=Text("unpack it yourself if you trust it", "若信任该文件，请自行解压"),
            file=name,
        )
    return data


def read_all(file: IO[bytes] | gzip.GzipFile, most: int) -> bytes:
    """What a file holds; memory is taken as it comes."""
    found = bytearray()
    while len(found) <= most and (chunk := file.read(CHUNK)):
        found += chunk
    return bytes(found)
