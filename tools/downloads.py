"""Pinned files of the package index, for tests against what other people have made."""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["downloaded", "unpacked"]


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


def unpacked(folder: Path, requirement: str, archive: str, sha256: str, *options: str) -> Path | None:
    """The folder of all that the archive of a pinned release holds; None where the package index does not give it.

    It is there whole or not at all, though several processes may ask for it at once.

    Raises:
        ValueError: where it is not the one that was pinned.
    """
    place = folder / f"{archive}.unpacked"
    with alone(folder):
        if place.is_dir():
            return place
        path = downloaded(folder, requirement, archive, sha256, *options)
        if path is None:
            return None
        with tempfile.TemporaryDirectory(dir=folder) as unfinished:
            inside = Path(unfinished) / place.name
            if archive.endswith(".whl"):
                shutil.unpack_archive(path, inside, "zip")
            else:
                shutil.unpack_archive(path, inside, filter="data")
            inside.rename(place)
        return place


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds off the other processes that want something in a folder."""
    with (folder / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
