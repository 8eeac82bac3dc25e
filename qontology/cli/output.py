"""Where answers go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..errors import InputError
from ..language import Text
from ..writing import to_standard_output, write_files

__all__ = ["write"]


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
