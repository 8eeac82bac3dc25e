"""Texts that are no RDF to be loaded: a query, or Turtle to lay out, from a file or from standard input."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from qontology import InputError
from qontology.reading.text import read_text


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "query.rq"
    file.write_bytes("\ufeffASK { } # 联盟".encode())
    assert read_text(file) == read_text(str(file)) == "ASK { } # 联盟"


def test_a_dash_is_standard_input(monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"ASK { }")))
    assert read_text("-") == "ASK { }"


@pytest.mark.parametrize(("name", "cause"), [("missing.rq", "does not exist"), (".", "cannot be read")])
def test_what_cannot_be_read_is_told_with_its_name_cause_and_remedy(name: str, cause: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=cause) as found:
        read_text(tmp_path / name)
    assert found.value.file == str(tmp_path / name) and found.value.remedy


def test_what_is_no_utf_8_is_told_with_the_place_of_the_fault(tmp_path: Path) -> None:
    file = tmp_path / "latin.rq"
    file.write_bytes(b"ASK { ?s ?p 'caf\xe9' }")
    with pytest.raises(InputError, match="is not UTF-8 at byte 16"):
        read_text(file)
