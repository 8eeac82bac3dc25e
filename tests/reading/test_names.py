"""What a user may name to be read, and what is said where a name leads to nothing."""

import io
import os
from pathlib import Path

import pytest

from qontology.errors import InputError
from qontology.reading import Source, find_sources, shipped

ONE = b"<urn:a> <urn:p> 1 ."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working directory: two Turtle files, one of them in a subfolder, an N-Triples file, and a note."""
    (tmp_path / "deep").mkdir()
    for name in ("a.ttl", "deep/b.ttl", "c.nt", "notes.md"):
        (tmp_path / name).write_bytes(ONE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*given) -> list[str]:
    return [source.name for source in find_sources(given)]


def test_a_file_is_called_as_the_user_wrote_it(folder):
    assert names("a.ttl", Path("deep/b.ttl"), "./c.nt") == ["a.ttl", "deep/b.ttl", "./c.nt"]


def test_a_folder_stands_for_all_files_in_it_that_end_as_rdf_does(folder):
    assert names(".") == ["a.ttl", "c.nt", "deep/b.ttl"]


def test_a_pattern_stands_for_all_that_fits(folder):
    assert names("**/*.ttl") == ["a.ttl", "deep/b.ttl"]
    assert names(str(folder / "*.ttl")) == [str(folder / "a.ttl")]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder):
    Path("[1].ttl").write_bytes(ONE)
    assert names("[1].ttl") == ["[1].ttl"]


def test_a_file_counts_once_however_often_it_is_named(folder):
    Path("link.ttl").symlink_to("a.ttl")
    assert names("a.ttl", "./a.ttl", "link.ttl", "*.ttl") == ["a.ttl"]


def test_a_source_is_a_name_too(folder):
    source = Source("made up", ONE)
    assert find_sources([source]) == [source]


def test_the_shipped_files_are_named_as_in_the_repository():
    assert "ontology/core.ttl" in [source.name for source in shipped("ontology")]


@pytest.mark.parametrize(
    ("text", "format"),
    [
        (ONE, "TriG"),
        (b"<urn:g> { <urn:a> <urn:p> 1 }", "TriG"),
        (b'[{"@id": "urn:a", "urn:p": 1}]', "JSON-LD"),
        (b'<?xml version="1.0"?><rdf:RDF/>', "RDF/XML"),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(text, format, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    (source,) = find_sources(["-"])
    assert source.format.name == format


def device(folder: Path) -> str:
    return "/dev/zero"


def pipe(folder: Path) -> str:
    os.mkfifo("pipe.ttl")
    return "pipe.ttl"


def circle(folder: Path) -> str:
    Path("x.ttl").symlink_to("y.ttl")
    Path("y.ttl").symlink_to("x.ttl")
    return "x.ttl"


def empty_folder(folder: Path) -> str:
    Path("empty").mkdir()
    return "empty"


WRONG = {
    "empty": (
        lambda folder: "",
        "the name of a file is empty; see whether a",
        "文件名为空；请检查变量",
    ),
    "missing": (lambda folder: "missing.ttl", "cannot be read: it does not exist", "无法读取：文件不存在"),
    "below a file": (lambda folder: "a.ttl/b.ttl", "a part of the path is not a folder", "路径中有一部分不是文件夹"),
    "device": (device, "is not a file but a device, pipe or socket", "不是普通文件，而是设备、管道或套接字"),
    "pipe": (pipe, "is not a file but a device, pipe or socket", "不是普通文件"),
    "circle of links": (circle, "its symbolic links run in a circle", "符号链接形成循环"),
    "folder without files": (empty_folder, "there is no RDF file here", "此处没有 RDF 文件"),
    "pattern without files": (lambda folder: "*.rdf", "there is no RDF file here", "此处没有 RDF 文件"),
    "unknown ending": (
        lambda folder: "notes.md",
        "the ending of the file tells no RDF format",
        "无法由文件扩展名判断 RDF 格式",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_name_that_leads_to_nothing_is_refused_at_once(case, folder):
    make, english, chinese = WRONG[case]
    name = make(folder)
    with pytest.raises(InputError) as caught:
        find_sources([name])
    assert (caught.value.file or "") == name
    assert english in caught.value.say("en")
    assert chinese in caught.value.say("zh")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_refused(folder):
    Path("a.ttl").chmod(0)
    with pytest.raises(InputError, match="you have no permission"):
        _ = Source("a.ttl").data
