"""The text of a file or of standard input, where it is no RDF to be loaded: queries, and Turtle to lay out."""

from __future__ import annotations

from pathlib import Path

from .faults import checked
from .raw import read_bytes

__all__ = ["read_text"]

MOST_BYTES = 1 << 26
"""As much text as a person may want to have laid out."""


def read_text(name: str | Path) -> str:
    """The text of a file in UTF-8 (with or without byte order mark), or of standard input for ``-``.

    :raises InputError: where it cannot be read, is no text, is larger than 64 MiB or nests too deeply.
    """
    return checked(read_bytes(str(name), most=MOST_BYTES), str(name), MOST_BYTES).decode()
