"""A report is written whole or not at all, and only into the folder that is named."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from asking import graph

from qontology.cli import main
from qontology.errors import InputError
from qontology.report import Study, files, html, markdown, missing, slides, workbook, write
from qontology.report.drawing import FONTS
from qontology.tables.extras import installation

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def blank(monkeypatch: pytest.MonkeyPatch, reports) -> None:
    """Pictures are blank, since to draw them takes long."""
    monkeypatch.setattr(Study, "pictures", type(reports["en"]).pictures)


@pytest.mark.long
def test_the_report_is_in_both_languages_and_the_same_in_all_surroundings(tmp_path: Path, drawn) -> None:
    odd = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Shanghai", "QONTOLOGY_LANG": "zh"}
    command = [sys.executable, "-m", "qontology", "report", "-o", str(tmp_path)]
    subprocess.run(command, env=os.environ | odd, check=True, capture_output=True)
    expected = {}
    for tongue, other in (("en", "zh"), ("zh", "en")):
        expected[f"report.{tongue}.html"] = html(drawn[tongue], f"report.{other}.html").encode()
        expected[f"report.{tongue}.md"] = markdown(drawn[tongue]).encode()
        expected[f"report.{tongue}.pptx"] = slides(drawn[tongue])
        expected[f"report.{tongue}.xlsx"] = workbook(drawn[tongue])
        for name, picture in drawn[tongue].pictures.items():
            expected |= {f"pictures/{name}.{tongue}.{form}": getattr(picture, form) for form in ("svg", "png")}
    written = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert written.keys() == expected.keys()
    assert [name for name, path in written.items() if path.read_bytes() != expected[name]] == []


def test_the_report_is_in_one_language_where_one_is_asked_for(tmp_path: Path, blank) -> None:
    assert main(["report", "-o", str(tmp_path), "--lang", "zh"]) == 0
    forms = ("html", "md", "pptx", "xlsx")
    assert {path.name for path in tmp_path.glob("*.*")} == {f"report.zh.{form}" for form in forms}
    assert "report.en.html" not in (tmp_path / "report.zh.html").read_text(encoding="utf-8")


def test_a_report_is_of_the_alliances_that_are_named_also_of_ones_own_as_of_a_date(tmp_path: Path, blank) -> None:
    own = str(ROOT / "docs/examples/my-alliance.ttl")
    line = ["report", "QUTAC", "EAQU", "--data", own, "--as-of", "2024-06", "-o", str(tmp_path), "--lang", "en"]
    assert main(line) == 0
    text = (tmp_path / "report.en.md").read_text(encoding="utf-8")
    assert "- Alliances: QUTAC, EAQU\n" in text and "as of June 2024" in text
    assert "QED-C" not in text.partition("## The tables of the study")[0]


@pytest.mark.parametrize(
    ("name", "begins"), [("r.md", b"# "), ("r.html", b"<!DOCTYPE"), ("r.xlsx", b"PK"), ("r.pptx", b"PK")]
)
def test_the_ending_of_a_file_tells_in_which_form_alone_the_report_is_written(
    name: str, begins: bytes, tmp_path: Path, blank, of_the_study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QONTOLOGY_LANG", "zh")
    assert main(["report", "QUTAC", "-o", str(tmp_path / name)]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]
    made = (tmp_path / name).read_bytes()
    assert made.startswith(begins)
    assert name != "r.md" or "# 量子产业联盟比较报告" in made.decode() and "pictures/" not in made.decode()


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        (["-o", "r.pdf"], ".html, .md, .pptx or .xlsx, or a folder"),
        (["-o", "r.pptx", "--lang", "both"], "--lang en or zh"),
    ],
)
def test_a_file_of_another_form_or_in_two_languages_is_refused(
    line: list[str], remedy: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", *line]) == 2
    assert remedy in capsys.readouterr().err and not [*tmp_path.iterdir()]


def test_a_report_without_a_folder_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 2
    assert "name the folder with -o" in capsys.readouterr().err


def test_what_stands_there_is_replaced_by_force_only(tmp_path: Path, blank, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["report", "QUTAC", "-o", str(tmp_path), "--lang", "en"]
    mine = tmp_path / "report.en.md"
    mine.write_text("mine", encoding="utf-8")
    assert main(line) == 2
    said = "report.en.md: is there already, with other content; name another folder, or add --force"
    assert said in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["report.en.md"]
    assert mine.read_text(encoding="utf-8") == "mine"
    assert main([*line, "--force"]) == 0 and mine.read_text(encoding="utf-8") != "mine"
    assert main(line) == 0, "the same report may be written again"


@pytest.fixture(params=["matplotlib", FONTS])
def undrawn(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a library that pictures need and that is not there."""
    monkeypatch.setitem(sys.modules, request.param, None)
    return request.param


def test_without_what_draws_a_report_has_all_but_pictures_and_slides_and_says_so(
    tmp_path: Path, undrawn: str, capsys: pytest.CaptureFixture[str], reports
) -> None:
    assert main(["report", "-o", str(tmp_path), "--lang", "en"]) == 0
    first, last = capsys.readouterr().err.splitlines()
    assert first.startswith(f"no pictures and no slides: this needs {undrawn}, which is not installed; ")
    assert first.endswith(installation("plot")) and last == f"3 files written to {tmp_path}"
    assert {path.name for path in tmp_path.iterdir()} == {f"report.en.{form}" for form in ("html", "md", "xlsx")}
    page = (tmp_path / "report.en.html").read_text(encoding="utf-8")
    text = (tmp_path / "report.en.md").read_text(encoding="utf-8")
    assert "<img" not in page and "<figure" not in page
    assert text == re.sub(r"^!\[.*\n\n.*\n\n", "", markdown(reports["en"]), flags=re.MULTILINE)
    assert text != markdown(reports["en"])


@pytest.mark.parametrize(
    ("library", "extra", "ending", "part"),
    [("pptx", "powerpoint", ".pptx", "slides"), ("xlsxwriter", "excel", ".xlsx", "workbook")],
)
def test_without_a_library_of_office_files_all_else_is_written(
    library: str, extra: str, ending: str, part: str, tmp_path: Path, blank, monkeypatch, capsys
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert list(missing()) == [part]
    assert main(["report", "QUTAC", "-o", str(tmp_path), "--lang", "en"]) == 0
    first, _ = capsys.readouterr().err.splitlines()
    assert first.startswith(f"no {part}: this needs {library}") and first.endswith(installation(extra))
    assert {path.suffix for path in tmp_path.glob("*.*")} == {".html", ".md", ".pptx", ".xlsx"} - {ending}


def test_from_python_what_is_made_of_pictures_is_left_out_with_them() -> None:
    made = files(graph(), "en", ["QUTAC"], without=["pictures"])
    assert set(made) == {"report.en.html", "report.en.md", "report.en.xlsx"}


def test_from_python_pictures_that_cannot_be_drawn_are_an_error_unless_none_are_wanted(undrawn: str, reports) -> None:
    with pytest.raises(InputError, match=f"this needs {undrawn}"):
        Study(graph(), "zh").pictures  # noqa: B018
    assert Study(graph(), "zh", illustrated=False).pictures == {}


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    write({"a.md": b"first", "pictures/b.svg": b"second"}, tmp_path)
    write({"a.md": b"third"}, tmp_path, force=True)
    contents = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert contents == {"mine.txt": b"mine", "a.md": b"third", "b.svg": b"second"}


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"before")
    (tmp_path / "b.md").mkdir()
    with pytest.raises(InputError, match="cannot be written: it is a folder"):
        write({"a.md": b"after", "b.md": b"after", "c.md": b"after"}, tmp_path, force=True)
    assert (tmp_path / "a.md").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_file_in_place_of_the_folder_is_an_error_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match=r"file.a\.md: cannot be written: a part of the path is not a folder"):
        write({"a.md": b"text"}, tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
