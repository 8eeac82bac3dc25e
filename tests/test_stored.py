"""What a stored output tells: nothing where it fits, else what differs and what to do, accepted or not."""

from pathlib import Path

import pytest
from stored import LINES, comparison

compare, accept = comparison(accept=False), comparison(accept=True)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page that is stored."""
    file = tmp_path / "page.txt"
    file.write_bytes(b"one\ntwo\n")
    return file


def failure(file: Path, output: str | bytes, comparison=compare) -> str:
    """The words with which a comparison fails."""
    with pytest.raises(pytest.fail.Exception) as failed:
        comparison(file, output)
    return str(failed.value)


@pytest.mark.parametrize("output", ["one\ntwo\n", b"one\ntwo\n"], ids=["text", "bytes"])
@pytest.mark.parametrize("comparison", [compare, accept], ids=["compared", "accepted"])
def test_an_output_that_is_what_is_stored_passes(comparison, output: str | bytes, page: Path) -> None:
    comparison(page, output)


def test_another_output_fails_with_the_difference_and_what_to_do_and_leaves_the_file(page: Path) -> None:
    said = failure(page, "one\nthree\n")
    assert "page.txt has another output than what is stored" in said
    assert "store it with --accept and read what git diff shows" in said
    assert said.splitlines()[-2:] == ["-two", "+three"]
    assert page.read_bytes() == b"one\ntwo\n"


def test_an_output_that_is_accepted_is_stored_and_fails_until_it_is_compared_again(page: Path) -> None:
    said = failure(page, "one\nthree\n", accept)
    assert "page.txt is stored anew; read the difference, then run again without --accept" in said
    assert said.splitlines()[-2:] == ["-two", "+three"]
    assert page.read_bytes() == b"one\nthree\n"
    compare(page, "one\nthree\n")


@pytest.mark.parametrize("output", ["one\n", ""], ids=["a line", "nothing"])
def test_a_file_that_is_missing_is_no_output_and_is_made_with_its_folder(output: str, tmp_path: Path) -> None:
    file = tmp_path / "pages/page.txt"
    failure(file, output)
    assert not file.exists()
    failure(file, output, accept)
    compare(file, output)


def test_ends_of_lines_are_compared_too(page: Path) -> None:
    assert "page.txt has another output" in failure(page, "one\r\ntwo\r\n")


def test_of_what_is_no_text_the_sizes_are_told(page: Path) -> None:
    assert failure(page, b"\xff\xfe\xfd").endswith("8 bytes are stored, 3 bytes come out")


def test_of_a_long_difference_the_beginning_is_told(page: Path) -> None:
    said = failure(page, "other\n" * 1000)
    assert len(said.splitlines()) == 1 + LINES + 1
    assert said.endswith(" lines more")


def test_a_file_of_the_checkout_is_called_by_its_path_in_it() -> None:
    assert failure(Path(__file__), "").startswith("tests/test_stored.py has another output")
