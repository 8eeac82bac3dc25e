"""Loading a text that is still being made, so that a store reads while Python writes."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from pyoxigraph import RdfFormat, Store

__all__ = ["load"]

DESCRIPTORS = Path("/dev/fd")
"""Where a pipe has a name."""

WAITING = 1 << 20
"""Bytes that may wait in a pipe, where the system allows it."""

NO_STATEMENT = b"\n\0"
"""What ends no text of any format, so that nothing of it is loaded."""


def load(store: Store, pieces: Iterable[bytes], format: RdfFormat, base_iri: str | None = None) -> None:
    """Loads a text that comes in pieces: all of it, or nothing where making it ends in an error.

    A store asks a file object of Python for 4 kB at a time, and waits for the interpreter each time; it reads what has
    a name without waiting.

    >>> store = Store()
    >>> load(store, [b"<urn:a> <urn:p> ", b"1 , 2 ."], RdfFormat.TURTLE)
    >>> len(store)
    2
    """
    if not DESCRIPTORS.exists():
        store.load(b"".join(pieces), format, base_iri=base_iri)
        return
    reading, writing = os.pipe()
    enlarge(writing)
    with ThreadPoolExecutor(1) as writer:
        made = writer.submit(write, pieces, writing)
        try:
            store.load(path=DESCRIPTORS / str(reading), format=format, base_iri=base_iri)
        finally:
            os.close(reading)  # who still writes is told
            made.result()


def write(pieces: Iterable[bytes], pipe: int) -> None:
    """Writes the pieces; where one cannot be made, what makes the whole unreadable."""
    with suppress(BrokenPipeError), open(pipe, "wb") as file:
        try:
            file.writelines(pieces)
        except BrokenPipeError:
            raise
        except Exception:
            file.write(NO_STATEMENT)
            raise


def enlarge(pipe: int) -> None:
    """Lets more wait in a pipe, on Linux."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe, F_SETPIPE_SZ, WAITING)
    except (ImportError, OSError):
        pass
