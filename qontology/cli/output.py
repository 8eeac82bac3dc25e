"""Where answers go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError
from ..language import Text
from ..writing import to_standard_output, write_files
from ..writing.forms import stands

__all__ = ["is_folder", "write"]


def write(content: str | bytes, target: str | None = None, inputs: Iterable[str | Path] = ()) -> None:
    """Writes to standard output (None or ``-``, text only) or to a file; see :func:`qontology.writing.write_files`.

    ``inputs`` are the files that were read, which are not written over.

    :raises InputError: where the file cannot be written, what stood there before being unchanged then, or where bytes
        would go to standard output.
    :raises OutputError: where the disk or standard output fails.
    """
    if target is None or target == "-":
        if isinstance(content, bytes):
            raise InputError(
                Text("this format does not go to standard output", "此格式不能输出到标准输出"),
                remedy=Text("name a file with -o", "请用 -o 指定文件"),
            )
        to_standard_output(content if content.endswith("\n") or not content else content + "\n")
    else:
        write_files({target: content}, inputs=inputs)


def is_folder(target: str | None) -> bool:
    """Whether what is named is a folder: there is one, or the name ends in a slash or has no ending."""
    if target is None or target == "-":
        return False
    kind = stands(target)
    return kind == stat.S_IFDIR or target.endswith("/") or not (kind or Path(target).suffix)
