"""Where answers go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..errors import InputError
from ..language import Text

__all__ = ["write"]


def write(text: str, target: str | None = None) -> None:
    """Writes the text to standard output (None or ``-``) or to a file, through a neighbour that is renamed.

    :raises InputError: where the file cannot be written; what stood there before is then unchanged.
    """
    if target is None or target == "-":
        sys.stdout.write(text if text.endswith("\n") or not text else text + "\n")
        return
    path = Path(target)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(
            Text(f"cannot be written: {error.strerror}", f"无法写入：{error.strerror}"),
            remedy=Text("name a file in a folder that exists and that you may write to", "请指定可写文件夹中的文件"),
            file=target,
        ) from None
