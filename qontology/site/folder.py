"""The folder of a site: written file by file, and nothing in it lost that somebody else put there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from ..errors import InputError
from ..language import Text
from ..writing import write_files

__all__ = ["MARK", "write"]

MARK = "qontology-site.txt"
"""The file that says that a folder is a site, and which files are of it."""

HEADER = "# The files of a site that qontology wrote. It may write them anew, and removes those that are no more."
TOGETHER = 400


def write(files: Iterable[tuple[str, bytes]], folder: str | Path, *, force: bool = False) -> int:
    """Writes the files of a site into a folder, and gives their number.

    The folder is new, empty, or holds a site that was written so; of that, files that are no more are removed. With
    ``force`` it may hold anything: files of the same names are replaced, all others stay.

    :raises InputError: where the folder holds something else, or a file cannot be written.
    """
    root = Path(folder)
    found = known(root)
    before = {*(found or ())}
    if not force and found is None and holds_something(root):
        raise InputError(
            Text("holds files that are not of a site", "其中有不属于站点的文件"),
            remedy=Text(
                "name an empty folder; --force writes beside what is there, over files of the same names",
                "请指定空文件夹；--force 会写入并覆盖同名文件，其余文件保留",
            ),
            file=str(folder),
        )
    # From now on the folder is known as a site, should the rest not come.
    write_files({root / MARK: listed(before)}, folders=True)
    written: list[str] = []
    for some in together(files):
        written += some
        write_files({root / MARK: listed({*before, *written})})
        write_files({root / name: data for name, data in some.items() if not stands(root / name, data)}, folders=True)
    remove(root, before - {*written})
    write_files({root / MARK: listed(written)})
    return len(written)


def stands(place: Path, data: bytes) -> bool:
    """Whether a file holds these bytes already, so that nobody who copies the folder anew copies it too."""
    try:
        return place.stat().st_size == len(data) and place.read_bytes() == data and not place.is_symlink()
    except OSError:
        return False


def listed(names: Iterable[str]) -> str:
    """The text of the file that names the files of a site."""
    return "".join(f"{line}\n" for line in (HEADER, *sorted(names)))


def holds_something(root: Path) -> bool:
    """Whether there is anything in a folder."""
    return root.is_dir() and next(root.iterdir(), None) is not None


def known(root: Path) -> list[str] | None:
    """The names of the files of the site in a folder, as far as it was written; None where there is no site."""
    try:
        lines = (root / MARK).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return None
    if lines[:1] != [HEADER]:
        return None
    return [name for name in lines[1:] if is_below(name)]


def is_below(name: str) -> bool:
    """Whether a name of the list stays in the folder.

    >>> is_below("en/index.html"), is_below("../mine"), is_below("/etc/passwd")
    (True, False, False)
    """
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def together(files: Iterable[tuple[str, bytes]]) -> Iterator[dict[str, bytes]]:
    """The files some at a time."""
    source = iter(files)
    while some := dict(islice(source, TOGETHER)):
        yield some


def remove(root: Path, names: Iterable[str]) -> None:
    """Removes files of an earlier site, and the folders that are empty then."""
    for name in sorted(names, reverse=True):
        path = root / name
        if path.is_file() and not any(parent.is_symlink() for parent in path.parents if parent.is_relative_to(root)):
            path.unlink()
            for parent in path.parents:
                if parent == root or next(parent.iterdir(), None) is not None:
                    break
                parent.rmdir()
