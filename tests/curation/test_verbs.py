"""``template``, ``import`` and ``new`` on the command line: what they write, and what they refuse to write over."""

from pathlib import Path

from curation.conftest import write_folder


def test_a_template_is_written_and_never_over_what_is_there(run, tmp_path):
    book = tmp_path / "mine.xlsx"
    assert run("template", "members", "-o", str(book)).code == 0
    before = book.read_bytes()
    outcome = run("template", "-o", str(book))
    assert outcome.code == 2 and "is there already, and may hold work of yours" in outcome.err
    assert book.read_bytes() == before


def test_an_empty_template_can_be_imported(run, tmp_path):
    assert run("template", "alliance", "-o", str(tmp_path / "mine")).code == 0
    outcome = run("import", str(tmp_path / "mine"), "-o", str(tmp_path / "out"))
    assert (outcome.code, outcome.out) == (0, "")


def test_an_import_writes_once_and_then_changes_nothing(run, tmp_path, worked):
    folder = write_folder(tmp_path / "mine", worked)
    first = run("import", str(folder), "-o", str(tmp_path / "out"))
    assert (first.code, first.out) == (0, "")
    assert first.err.endswith(f"6 files in {tmp_path / 'out'}, 6 of them changed\n")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.ttl")}
    second = run("import", str(folder), "-o", str(tmp_path / "out"))
    assert second.err.endswith("0 of them changed\n")
    assert times == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.ttl")}


def test_nothing_is_written_where_one_cell_is_wrong(run, tmp_path, worked, stored, monkeypatch):
    monkeypatch.chdir(tmp_path)
    worked["counts"][0]["counted"] = "memebrs"
    worked["members"][0]["member"] = "Infineon Technologies AG"
    write_folder(tmp_path / "mine", worked)
    for language in ("en", "zh"):
        outcome = run("import", "mine", "-o", "out", "--lang", language)
        assert outcome.code == 1 and not (tmp_path / "out").exists()
        stored(Path(__file__).parent / f"expected/findings.{language}.txt", outcome.out)


def test_a_file_of_somebody_else_is_not_written_over_and_nothing_else_is_written(run, tmp_path, worked):
    theirs = tmp_path / "out/sources.ttl"
    theirs.parent.mkdir()
    theirs.write_text("# mine\n", encoding="utf-8")
    outcome = run("import", str(write_folder(tmp_path / "mine", worked)), "-o", str(tmp_path / "out"))
    assert outcome.code == 2 and "sources.ttl: was not written by qontology import" in outcome.err
    assert [path.name for path in (tmp_path / "out").rglob("*")] == ["sources.ttl"]
    assert theirs.read_text(encoding="utf-8") == "# mine\n"


def test_a_file_that_says_nothing_any_more_is_named(run, tmp_path, worked):
    run("import", str(write_folder(tmp_path / "mine", worked)), "-o", str(tmp_path / "out"))
    del worked["terms"]
    (tmp_path / "mine/terms.csv").unlink()
    outcome = run("import", str(write_folder(tmp_path / "mine", worked)), "-o", str(tmp_path / "out"))
    assert f"{tmp_path / 'out/terms.ttl'} says nothing that is still in the sheets" in outcome.err


def test_what_sheets_cannot_hold_is_told(run, tmp_path):
    outcome = run("template", "-o", str(tmp_path / "mine"), "--filled", "QUTAC")
    assert outcome.code == 0 and "statements fit no sheet and are left out: qo:Assertion" in outcome.err


def test_a_first_file_is_written_and_never_over_another(run, tmp_path):
    file = tmp_path / "mine.ttl"
    assert run("new", "My Quantum Alliance", "-o", str(file)).code == 0
    assert file.read_text(encoding="utf-8").startswith("# My Quantum Alliance, a first file.")
    assert run("new", "Another", "-o", str(file)).code == 2
