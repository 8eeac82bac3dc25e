"""A sign of life on the terminal while something takes long."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from ..language import Language, Text

__all__ = ["progress"]

PATIENCE = 3.0
"""Seconds after which a user wants to know that something happens."""


@contextmanager
def progress(doing: Text, language: Language) -> Iterator[None]:
    """Counts the seconds on standard error, where that is a terminal, and leaves no trace at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    done = Event()

    def count() -> None:
        start = monotonic()
        wait = PATIENCE
        while not done.wait(wait):
            seconds = f"{monotonic() - start:.0f}"
            sys.stderr.write(f"\r{doing.say(language)} {Text(seconds + ' s', seconds + ' 秒').say(language)}")
            sys.stderr.flush()
            wait = 1.0

    counter = Thread(target=count, daemon=True)
    counter.start()
    try:
        yield
    finally:
        done.set()
        counter.join()
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
