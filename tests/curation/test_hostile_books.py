"""Workbooks made to harm: each is refused with a cause in bounded time, and nothing of this machine gets into facts."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from curation.conftest import Rows, write_workbook

from qontology.curation import books, import_sheets
from qontology.errors import InputError

SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(98, 108))

# What is put where, and what is said. The end of the rows stands for the place.
HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a cell in the last row": (
        lambda text: text.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'),
        "reaches to the cell ",
    ),
    "a cell in the last column": (
        lambda text: text.replace(b"</row>", b'<c r="XFD1"><v>1</v></c></row>', 1),
        "reaches to the cell XFD",
    ),
    "entities that grow": (
        lambda text: b'<!DOCTYPE a [<!ENTITY a "ha">' + LAUGHS + b"]>" + text,
        "declares a DOCTYPE",
    ),
    "a file of this machine": (
        lambda text: b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + text,
        "declares a DOCTYPE",
    ),
    "a file of this machine, in UTF-16": (
        lambda text: ('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + text.decode()).encode("utf-16"),
        "declares a DOCTYPE",
    ),
    "blanks without end": (
        lambda text: text.replace(b"</sheetData>", b" " * (1 << 26) + b"</sheetData>"),
        "holds more than 64 MiB; split it",
    ),
    "no XML": (lambda text: b"\0" + text, "is broken"),
}


def spoilt(path: Path, change: Callable[[bytes], bytes]) -> Path:
    """A workbook with another text of its first sheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, change(before.read(name)) if name == SHEET else before.read(name))
    path.write_bytes(made.getvalue())
    return path


@pytest.fixture
def book(tmp_path: Path, worked: Rows) -> Path:
    return write_workbook(tmp_path / "mine.xlsx", worked)


@pytest.mark.parametrize("case", HOSTILE)
def test_a_workbook_that_is_made_to_harm_is_refused_with_its_cause(case: str, book: Path) -> None:
    change, message = HOSTILE[case]
    with pytest.raises(InputError, match=message):
        import_sheets(spoilt(book, change))


def test_what_keeps_the_library_busy_is_given_up_in_time(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "SECONDS", 2)
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    with pytest.raises(InputError, match=r"mine\.xlsx: there was no end after 2 seconds; split it"):
        import_sheets(spoilt(book, lambda text: text.replace(b"</sheetData>", merged)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_never_ends_is_no_workbook(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "mine.xlsx")
    for name in (str(tmp_path / "mine.xlsx"), "/dev/zero"):
        with pytest.raises(InputError, match="is not a file but a device, pipe or socket"):
            import_sheets(name)


def test_a_formula_that_would_ask_the_network_is_no_value(book: Path) -> None:
    asking = b'<c r="B2"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>12</v></c></row>'
    found = import_sheets(spoilt(book, lambda text: text.replace(b"</row>", asking, 2).replace(asking, b"</row>", 1)))
    assert "the cell holds a formula" in " ".join(one.message.en for one in found.report.findings)
    assert found.texts == {}
