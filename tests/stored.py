"""Stored outputs: what a screen, a page, an answer or a report says today, kept in a file that a person has read.

``pytest --accept`` stores what comes out now. It shows the difference and fails, so that only a second run, without the
switch, can pass: nothing is compared with what was written a moment ago.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINES = 60

Compare = Callable[[Path, str | bytes], None]


def comparison(accept: bool) -> Compare:
    """The comparison of an output with the file that stores it."""

    def compare(file: Path, output: str | bytes) -> None:
        found = output.encode() if isinstance(output, str) else output
        known = file.read_bytes() if file.exists() else b""
        if found == known and file.exists():
            return
        name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else file
        difference = shown(known, found)
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(found)
            pytest.fail(
                f"{name} is stored anew; read the difference, then run again without --accept\n{difference}", False
            )
        remedy = "if it is meant to be so, store it with --accept and read what git diff shows"
        pytest.fail(f"{name} has another output than what is stored; {remedy}\n{difference}", False)

    return compare


def shown(known: bytes, found: bytes) -> str:
    """What differs, as far as it can be read: the first lines of a unified diff, or the sizes of what is no text."""
    try:
        texts = [data.decode().splitlines() for data in (known, found)]
    except UnicodeDecodeError:
        return f"{len(known)} bytes are stored, {len(found)} bytes come out"
    lines = list(difflib.unified_diff(*texts, "stored", "found", lineterm="", n=1))
    more = [f"... {len(lines) - LINES} lines more"] if len(lines) > LINES else []
    return "\n".join([*lines[:LINES], *more])
