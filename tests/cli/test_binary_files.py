"""Answers as binary files: written where a file is named, never to a screen."""

import pytest

from qontology import load
from qontology.cli import main
from qontology.cli.answers import readable


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_query_writes_a_binary_file_where_one_is_named(form: str, tmp_path) -> None:
    target = tmp_path / f"counts.{form}"
    assert main(["query", "structure/counts", "-f", form, "-o", str(target)]) == 0
    table = load().query("structure/counts", language="en")
    # A workbook is read by people, and in words; a Parquet file by programs.
    told = readable(table, load(), "en", dated=False).to_xlsx() if form == "xlsx" else table.to_parquet()
    assert target.read_bytes() == told


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_query_refuses_to_write_a_binary_file_to_standard_output(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "structure/counts", "-f", form, "--lang", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and "name a file with -o" in err
