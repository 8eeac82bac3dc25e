"""A folder is written only where nothing of others is lost."""

import re
import sys
from pathlib import Path

import pytest

from qontology.cli import main
from qontology.errors import InputError
from qontology.site.folder import MARK, write

FIRST = [("en/a.html", b"a"), ("en/old/b.html", b"b")]


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_new_or_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert write(FIRST, tmp_path / "new") == 2 and write(FIRST, tmp_path / "new") == 2
    assert names(tmp_path / "new") == {"en/a.html", "en/old/b.html", MARK}


def test_a_folder_of_something_else_is_refused_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="holds files that are not of a site"):
        write(FIRST, tmp_path)
    assert names(tmp_path) == {"mine.txt"}


def test_with_force_files_beside_it_stay(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    write(FIRST, tmp_path, force=True)
    write(FIRST[:1], tmp_path)
    assert names(tmp_path) == {"mine.txt", "en/a.html", MARK} and (tmp_path / "mine.txt").read_text() == "mine"


def test_what_is_no_more_is_removed_and_what_a_user_added_is_kept(tmp_path: Path) -> None:
    write(FIRST, tmp_path / "s")
    (tmp_path / "s/en/mine.html").write_text("mine")
    write([("en/c.html", b"c")], tmp_path / "s")
    assert names(tmp_path / "s") == {"en/c.html", "en/mine.html", MARK} and not (tmp_path / "s/en/old").exists()


def test_a_site_of_which_the_rest_did_not_come_is_written_anew(tmp_path: Path) -> None:
    def broken():
        yield from [(f"en/{number}.html", b"") for number in range(500)]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(broken(), tmp_path / "s")
    assert write(FIRST, tmp_path / "s") == 2 and (tmp_path / "s/en/a.html").exists()


def test_what_is_not_changed_is_not_written_again(tmp_path: Path) -> None:
    pages = [("en/about.html", b"about"), ("en/map.html", b"map")]
    write(pages, tmp_path)
    before = {name: (tmp_path / name).stat().st_ino for name, _ in pages}
    (tmp_path / "en/map.html").write_bytes(b"another")
    write(pages, tmp_path)
    assert [name for name, _ in pages if (tmp_path / name).stat().st_ino != before[name]] == ["en/map.html"]
    assert (tmp_path / "en/map.html").read_bytes() == b"map"


def test_a_list_of_files_cannot_reach_outside(tmp_path: Path) -> None:
    write(FIRST, tmp_path / "s")
    (tmp_path / "precious").write_text("mine")
    mark = tmp_path / "s" / MARK
    mark.write_text(mark.read_text() + f"../precious\n{tmp_path}/precious\n")
    write(FIRST, tmp_path / "s")
    assert (tmp_path / "precious").read_text() == "mine"


@pytest.mark.parametrize("arguments", [[], ["-o", "-"]])
def test_a_site_without_a_folder_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["site", *arguments]) == 2
    assert "name the folder with -o" in capsys.readouterr().err


def test_the_verb_refuses_a_folder_of_others_and_an_address_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["site", "-o", str(tmp_path), "--lang", "zh"]) == 2
    assert "其中有不属于站点的文件" in capsys.readouterr().err
    assert main(["site", "-o", str(tmp_path / "s"), "--base", "example.org"]) == 2
    assert "is not an address" in capsys.readouterr().err and not (tmp_path / "s").exists()


def test_without_the_library_the_line_that_installs_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert main(["site", "-o", str(tmp_path / "s")]) == 2
    message = capsys.readouterr().err
    assert "needs jinja2" in message and re.search(r"pip install '?(jinja2|qontology\[site\])", message, re.IGNORECASE)
