"""Where answers go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..errors import InputError
from ..language import Text
from ..writing import packed

__all__ = ["write"]


def write(content: str | bytes, target: str | None = None) -> None:
    """Writes to standard output (None or ``-``, text only) or to a file, through a neighbour that is renamed.

    A name that ends in ``.gz`` gives a packed file.

    :raises InputError: where the file cannot be written, what stood there before being unchanged then, or where bytes
        would go to standard output.
    """
    if target is None or target == "-":
        if isinstance(content, bytes):
            raise InputError(
                Text("this format does not go to standard output", "此格式不能输出到标准输出"),
                remedy=Text("name a file with -o", "请用 -o 指定文件"),
            )
        sys.stdout.write(content if content.endswith("\n") or not content else content + "\n")
        return
    path = Path(target)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(packed(content, target))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(
            Text(f"cannot be written: {error.strerror}", f"无法写入：{error.strerror}"),
            remedy=Text("name a file in a folder that exists and that you may write to", "请指定可写文件夹中的文件"),
            file=target,
        ) from None
