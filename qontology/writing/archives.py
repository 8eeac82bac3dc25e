"""Archives of zip, as office files are, with the same bytes at every run."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime, timedelta

__all__ = ["made_on", "repacked"]

# The first moment that an archive can tell.
EPOCH = (1980, 1, 1, 0, 0, 0)


def repacked(archive: bytes) -> bytes:
    """The archive with its files in the same order, and without the times at which they were packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            after.writestr(entry, before.read(name))
    return file.getvalue()


def made_on(day: str) -> datetime:
    """The moment to write into a file that is made of data of that year, month or day; 1980 where there is none.

    >>> made_on("2026-11")
    datetime.datetime(2026, 11, 1, 0, 0)
    """
    parts = [int(part) for part in re.findall(r"\d+", day)] or [1980]
    year, month, date = (*parts, 1, 1)[:3]
    # A date of strangers may be one that no month has. Office files tell no zone.
    return datetime(year, month, 1) + timedelta(days=date - 1)
