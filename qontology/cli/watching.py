"""Running something again whenever files change, until the user stops it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from os.path import realpath
from pathlib import Path

from ..errors import QontologyError
from ..reading import find_sources

__all__ = ["states", "watch"]

PAUSE = 0.5
"""Seconds between two looks at the files."""

States = dict[str, tuple[int, int]]


def states(names: Iterable[str]) -> States:
    """Time and size of each file behind some names; a file that is gone is left out.

    >>> states(["nowhere.ttl"])
    {}
    """
    found: States = {}
    for name in names:
        try:
            file = Path(name)
            for path in [file] if file.is_file() else [source.path for source in find_sources([name])]:
                state = path.stat()
                found[realpath(path)] = (state.st_mtime_ns, state.st_size)
        except (QontologyError, OSError):
            continue
    return found


def watch(run: Callable[[], int], look: Callable[[], States], pause: Callable[[float], None] = time.sleep) -> int:
    """Runs at once and whenever what the look gives has changed; an interrupt ends it with the last exit code."""
    code, seen = 0, None
    try:
        while True:
            now = look()
            if now != seen:
                seen = now
                try:
                    code = run()
                except QontologyError as error:
                    print(error, file=sys.stderr)
                    code = error.exit_code
            pause(PAUSE)
    except KeyboardInterrupt:
        return code
