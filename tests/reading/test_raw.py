"""The bytes of what a user names: of files and standard input, without waiting for what never ends."""

import io
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from qontology.errors import InputError
from qontology.reading.raw import read_bytes


@pytest.fixture
def pipe(tmp_path: Path) -> str:
    os.mkfifo(tmp_path / "pipe")
    return str(tmp_path / "pipe")


def test_a_pipe_is_refused_without_waiting_for_somebody_who_writes(pipe: str) -> None:
    with pytest.raises(InputError, match="is not a file but a device, pipe or socket"):
        read_bytes(pipe)


def test_a_device_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="is not a file but a device"):
        read_bytes("/dev/zero")


def test_a_folder_is_told_as_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: it is a folder"):
        read_bytes(str(tmp_path))


def test_of_an_endless_standard_input_no_more_is_read_than_tells_that_it_is_too_much(monkeypatch) -> None:
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=endless))
        assert 1000 < len(read_bytes("-", most=1000)) < 1 << 22


def test_a_closed_standard_input_is_told(monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="standard input is closed; name a file"):
        read_bytes("-")


def test_a_dash_is_standard_input_and_a_file_is_read_whole(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"in")))
    (tmp_path / "a.ttl").write_bytes(b"file")
    assert read_bytes("-") == b"in" and read_bytes(str(tmp_path / "a.ttl")) == b"file"
