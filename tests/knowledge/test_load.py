"""One loader for every caller: files, folders, patterns, packed files as one graph, and each fault at its place."""

import gzip
from pathlib import Path

import pytest

from qontology import InputError, load

ONE = "<urn:one> <urn:p> <urn:o> ."
TWO = "<urn:two> <urn:p> <urn:o> ."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.ttl").write_text(ONE)
    (tmp_path / "deeper").mkdir()
    with gzip.open(tmp_path / "deeper/two.nt.gz", "wt") as packed:
        packed.write(TWO)
    return tmp_path


def size(*files: object) -> int:
    return len(load(*files, with_shipped=False))  # type: ignore[arg-type]


def test_a_folder_is_all_that_it_holds_packed_files_too(folder: Path) -> None:
    assert size(folder) == 2


def test_a_pattern_and_several_files_are_one_graph(folder: Path) -> None:
    assert size(f"{folder}/*.ttl") == 1
    assert size(folder / "one.ttl", folder / "deeper" / "two.nt.gz") == 2


def test_what_is_named_twice_is_read_once(folder: Path) -> None:
    assert size(folder, folder / "one.ttl", str(folder / "one.ttl")) == 2


def test_files_of_ones_own_stand_beside_what_is_shipped(folder: Path) -> None:
    assert len(load(folder)) == len(load()) + 2


def test_without_files_and_without_what_is_shipped_the_graph_is_empty() -> None:
    assert len(load(with_shipped=False)) == 0


def test_a_file_that_is_missing_is_an_input_error_that_names_it(folder: Path) -> None:
    with pytest.raises(InputError) as found:
        load(folder / "missing.ttl")
    assert found.value.file == str(folder / "missing.ttl")


def test_a_file_that_breaks_the_syntax_is_an_input_error_with_its_place(folder: Path) -> None:
    broken = folder / "broken.ttl"
    broken.write_text(f"{ONE}\n<urn:x> <urn:p> .\n")
    with pytest.raises(InputError) as found:
        load(broken)
    assert (found.value.file, found.value.line) == (str(broken), 2)


def test_a_pattern_that_fits_nothing_is_an_error_not_an_empty_graph(folder: Path) -> None:
    with pytest.raises(InputError):
        load(f"{folder}/*.trig")
