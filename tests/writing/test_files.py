"""The one writer: a file is there whole or as it was, whatever stands there and whatever fails."""

import errno
import gzip
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from qontology.errors import InputError, OutputError
from qontology.writing import write_files

SURROUNDINGS = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
AS_ROOT = os.geteuid() == 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The working directory with one file in it; in the end, no part is in it."""
    (tmp_path / "a.txt").write_bytes(b"before")
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    assert [path.name for path in tmp_path.rglob("*.part")] == []


def mode(name: str) -> int:
    return stat.S_IMODE(Path(name).stat().st_mode)


class TestWhatIsWritten:
    def test_is_there_whole_and_packed_where_the_name_says_so(self, folder: Path) -> None:
        write_files({"a.txt": "量", "b.txt.gz": b"x"})
        assert Path("a.txt").read_text(encoding="utf-8") == "量"
        assert gzip.decompress(Path("b.txt.gz").read_bytes()) == b"x"

    def test_has_the_mode_of_all_new_files_where_it_is_new(self, folder: Path) -> None:
        before = os.umask(0o027)
        try:
            write_files({"new.txt": b""})
        finally:
            os.umask(before)
        assert mode("new.txt") == 0o640

    def test_keeps_the_mode_of_what_stood_there(self, folder: Path) -> None:
        Path("a.txt").chmod(0o600)
        write_files({"a.txt": b"after"})
        assert (mode("a.txt"), Path("a.txt").read_bytes()) == (0o600, b"after")

    @pytest.mark.skipif(not AS_ROOT, reason="only root may give a file away")
    def test_keeps_the_owner_of_what_stood_there(self, folder: Path) -> None:
        os.chown("a.txt", 1234, 4321)
        write_files({"a.txt": b"after"})
        assert (Path("a.txt").stat().st_uid, Path("a.txt").stat().st_gid) == (1234, 4321)

    def test_goes_where_a_link_leads(self, folder: Path) -> None:
        Path("link").symlink_to("other")
        Path("other").symlink_to("a.txt")
        write_files({"link": b"after"})
        assert Path("link").is_symlink() and Path("a.txt").read_bytes() == b"after"

    def test_makes_the_file_that_a_link_leads_to(self, folder: Path) -> None:
        Path("link").symlink_to("new.txt")
        write_files({"link": b"after"})
        assert Path("link").is_symlink() and Path("new.txt").read_bytes() == b"after"

    def test_may_have_as_long_a_name_as_the_system_allows(self, folder: Path) -> None:
        write_files({"n" * 255: b"x"})
        assert Path("n" * 255).read_bytes() == b"x"

    def test_makes_folders_only_where_they_are_wanted(self, folder: Path) -> None:
        write_files({"deep/er/b.txt": b"x"}, folders=True)
        assert Path("deep/er/b.txt").read_bytes() == b"x"
        with pytest.raises(InputError, match="its folder does not exist"):
            write_files({"other/b.txt": b"x"})


class TestWhatIsNoFile:
    def test_a_pipe_gets_the_bytes_and_stays_a_pipe(self, folder: Path) -> None:
        os.mkfifo("pipe")
        found: list[bytes] = []
        reader = threading.Thread(target=lambda: found.append(Path("pipe").read_bytes()))
        reader.start()
        write_files({"pipe": b"through"})
        reader.join()
        assert found == [b"through"] and Path("pipe").is_fifo()

    def test_a_device_gets_the_bytes_and_stays_a_device(self, folder: Path) -> None:
        write_files({"/dev/null": b"x"})
        assert Path("/dev/null").is_char_device()

    def test_a_full_device_is_no_fault_of_the_name(self, folder: Path) -> None:
        with pytest.raises(OutputError, match="/dev/full: cannot be written: no space is left on the device; make"):
            write_files({"/dev/full": b"x"})
        assert Path("/dev/full").is_char_device()

    @pytest.mark.parametrize("append", [False, True])
    def test_standard_output_by_its_name_goes_on_where_it_is(self, folder: Path, append: bool) -> None:
        code = "print('head'); from qontology.writing import write_files; write_files({'/dev/stdout': b'body\\n'})"
        with Path("out.txt").open("ab" if append else "wb") as out:
            subprocess.run([sys.executable, "-c", code], stdout=out, env=SURROUNDINGS, check=True)
        assert Path("out.txt").read_bytes() == b"head\nbody\n"


REFUSED = {
    "a folder": (".", "is not the name of a file", "不是文件名"),
    "the root": ("/", "is not the name of a file", "不是文件名"),
    "nothing": ("", "is not the name of a file", "不是文件名"),
    "another folder": ("folder", "it is a folder", "这是一个文件夹"),
    "a file marked as read-only": ("locked.txt", "is marked as read-only", "已标记为只读"),
    "what is read": ("a.txt", "is read here and would be written over", "既是输入又将被覆盖"),
    "what is read, by a link": ("link", "is read here", "既是输入"),
    "what is read, by another spelling": ("folder/../a.txt", "is read here", "既是输入"),
    "what is read, by another of its names": ("hard", "is read here", "既是输入"),
    "a circle of links": ("x", "its symbolic links run in a circle", "符号链接形成循环"),
    "a name that is too long": ("n" * 300, "the name is too long", "名称过长"),
    "a place below a file": ("a.txt/b", "a part of the path is not a folder", "路径中有一部分不是文件夹"),
    "a name with a NUL": ("a\0b", "the name is not valid", "名称无效"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_must_stay_stays_and_nothing_else_is_written(case: str, folder: Path) -> None:
    Path("folder").mkdir()
    Path("locked.txt").write_bytes(b"before")
    Path("locked.txt").chmod(0o444)
    Path("link").symlink_to("a.txt")
    Path("hard").hardlink_to("a.txt")
    Path("x").symlink_to("y")
    Path("y").symlink_to("x")
    before = sorted(folder.rglob("*"))
    name, english, chinese = REFUSED[case]
    with pytest.raises(InputError) as caught:
        write_files({"new.txt": b"new", name: b"after"}, inputs=["./a.txt", "missing.txt", "-"])
    assert english in caught.value.say("en") and chinese in caught.value.say("zh")
    assert sorted(folder.rglob("*")) == before
    assert Path("a.txt").read_bytes() == Path("locked.txt").read_bytes() == b"before"


class TestFailure:
    @pytest.mark.parametrize(
        ("number", "kind", "said"),
        [
            (errno.ENOSPC, OutputError, "no space is left"),
            (errno.EDQUOT, OutputError, "your quota"),
            (errno.EIO, OutputError, "the device failed"),
            (errno.EROFS, InputError, "the file system is read-only"),
            (errno.EACCES, InputError, "you have no permission"),
        ],
    )
    @pytest.mark.parametrize("moment", ["open", "chmod", "replace"])
    def test_leaves_all_as_it_was(
        self, moment: str, number: int, kind: type, said: str, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        real = getattr(Path, moment)

        def fails(path: Path, *rest: object, **named: object) -> object:
            if path.suffix == ".part":
                raise OSError(number, os.strerror(number))
            return real(path, *rest, **named)

        monkeypatch.setattr(Path, moment, fails)
        with pytest.raises(kind, match=said):
            write_files({"deep/b.txt": b"new", "a.txt": b"after"}, folders=True)
        monkeypatch.undo()
        assert sorted(path.name for path in folder.rglob("*")) == ["a.txt"]
        assert (folder / "a.txt").read_bytes() == b"before"

    @pytest.mark.parametrize("failing", range(5))
    def test_after_some_files_have_their_places_brings_back_what_stood_there(
        self, failing: int, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "b.txt").write_bytes(b"before")
        real, moved = Path.replace, iter(range(100))

        def fails(path: Path, target: Path) -> Path:
            if next(moved) == failing:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            return real(path, target)

        monkeypatch.setattr(Path, "replace", fails)
        with pytest.raises(OutputError, match="the device failed"):
            names = ["a.txt", "new.txt", "deep/er/c.txt", "b.txt", "last.txt"]
            write_files(dict.fromkeys(names, b"after"), folders=True)
        assert sorted(path.name for path in folder.rglob("*")) == ["a.txt", "b.txt"]
        assert {(folder / name).read_bytes() for name in ("a.txt", "b.txt")} == {b"before"}

    @pytest.mark.skipif(not AS_ROOT or not Path("/bin/mount").exists(), reason="only root may mount")
    @pytest.mark.parametrize(("options", "said"), [("ro", "file system is read-only"), ("size=4k", "no space is left")])
    def test_of_a_real_file_system_is_told(self, options: str, said: str, folder: Path) -> None:
        Path("disk").mkdir()
        code = (
            "from qontology.writing import write_files\n"
            "try: write_files({'disk/b.txt': bytes(100_000)})\nexcept Exception as error: print(error)"
        )
        script = f'mount -t tmpfs -o {options} none disk && "{sys.executable}" -c "$0"; ls -A disk'
        command = ["unshare", "-m", "sh", "-c", script, code]
        done = subprocess.run(command, env=SURROUNDINGS, capture_output=True, text=True, check=False)
        if "mount:" in done.stderr or "unshare:" in done.stderr:
            pytest.skip("no file system can be mounted here")
        assert said in done.stdout and ".part" not in done.stdout

    @pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
    def test_in_a_folder_that_is_read_only_is_told(self, folder: Path) -> None:
        Path("locked").mkdir(mode=0o500)
        with pytest.raises(InputError, match="you have no permission"):
            write_files({"locked/b.txt": b"x"})


def test_many_threads_that_write_one_file_leave_one_of_their_texts_whole(folder: Path) -> None:
    texts = [bytes([65 + n]) * 10_000 for n in range(8)]
    threads = [threading.Thread(target=write_files, args=[{"a.txt": text}]) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Path("a.txt").read_bytes() in texts
