"""The standard streams, which may be closed, full, or a terminal that obeys what it is sent."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from ..characters import visible
from ..errors import OutputError, cause
from ..language import Text

__all__ = ["silence", "tell", "to_standard_output"]


def to_standard_output(text: str) -> None:
    """Writes text to standard output, to its last byte.

    :raises OutputError: where that is closed, or does not take it.
    """
    try:
        if sys.stdout is None:
            raise OSError(9, "closed")
        sys.stdout.write(text)
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        silence()
        why = cause(error) if isinstance(error, OSError) else Text("the stream is closed", "该流已关闭")
        raise OutputError(
            Text(f"standard output takes nothing: {why.en}", f"无法写到标准输出：{why.zh}"),
            remedy=Text("write to a file with -o", "请用 -o 写入文件"),
        ) from None


def tell(line: str) -> None:
    """Writes one line for people to standard error, its controls escaped; where that takes nothing, nobody is told."""
    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        sys.stderr.write(visible(line) + "\n")
        sys.stderr.flush()


def silence() -> None:
    """Lets what is left in standard output go nowhere, so that the end of the process does not fail on it again."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
