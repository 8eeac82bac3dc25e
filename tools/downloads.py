"""Pinned files of the package index, for tests against what other people have made."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

__all__ = ["downloaded"]


def downloaded(folder: Path, requirement: str, archive: str, sha256: str, *options: str) -> Path | None:
    """The archive of a pinned release, fetched into a folder once; None where the package index does not give it.

    Raises:
        ValueError: where it is not the one that was pinned.
    """
    path = folder / archive
    if not path.is_file():
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", *options]
        done = subprocess.run([*command, "--dest", str(folder), requirement], capture_output=True, timeout=300)
        if done.returncode or not path.is_file():
            return None
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ValueError(f"{path} is not the pinned archive")
    return path
