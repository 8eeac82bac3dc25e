"""Files: the one place through which the package writes, so that each is there whole or as it was."""

from __future__ import annotations

import errno
import os
import signal
import stat
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import FrameType

from ..errors import InputError, OutputError, cause
from ..language import Text
from .forms import packed

__all__ = ["write_files"]

Name = str | Path

MOST_LINKS = 40
ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EPIPE, errno.EBADF)
"""What is no fault of the name that was given."""

NO_FOLDER = Text("its folder does not exist", "所在文件夹不存在")
WHERE = Text("name a file in a folder that exists and that you may write to", "请指定可写文件夹中的文件")
ROOM = Text("make room, or name a file on another disk", "请腾出空间，或指定其他磁盘上的文件")
ANOTHER = Text("name another file", "请指定其他文件")


def write_files(contents: Mapping[Name, str | bytes], *, inputs: Iterable[Name] = (), folders: bool = False) -> None:
    """Writes files, packed where the name ends in ``.gz``: all of them, or none and everything is as it was.

    A link is followed, and what it leads to is written; mode and owner of a file stay. Each file is written beside its
    place first, and takes it when all are there; so does a folder that is missing, with all that goes into it. A pipe
    or a device gets the bytes themselves, in the end.

    :param inputs: files that were read and must not be written over, however they are spelt.
    :param folders: whether folders that are missing are made.

    :raises InputError: where a file must not be replaced or its name leads nowhere.
    :raises OutputError: where the disk or the stream fails.
    """
    read = set(filter(None, map(identity, inputs)))
    parts: dict[Path, Path] = {}
    streams: dict[Path, bytes] = {}
    with unbroken(), none_left(parts):
        for name, content in contents.items():
            with refusals_of(name):
                place = followed(Path(name))
                data = packed(content, str(name))
                if checked(name, place, read):
                    fill(part_of(place, parts, folders), place, data)
                else:
                    streams[place] = data
        take_places(parts)
    for place, data in streams.items():
        with refusals_of(place):
            pour(place, data)


@contextmanager
def none_left(parts: Iterable[Path]) -> Iterator[None]:
    """Removes the parts where anything fails."""
    try:
        yield
    except BaseException:
        from shutil import rmtree

        for part in parts:
            with suppress(OSError):
                rmtree(part) if part.is_dir() else part.unlink()
        raise


def take_places(parts: Mapping[Path, Path]) -> None:
    """Gives each part its place; where one cannot have it, all that stood in these places comes back."""
    kept: dict[Path, Path] = {}
    with ExitStack() as after, ExitStack() as back:
        for part, place in parts.items():
            with refusals_of(place):
                stood = place.exists()
                if stood and len(parts) > 1:
                    with suppress(OSError):  # some file systems have no links: there, only the parts can be taken back
                        kept[place] = hidden(place)
                        after.callback(kept[place].unlink, missing_ok=True)
                        kept[place].hardlink_to(place)
                part.replace(place)
                back.callback(put_back, kept.get(place), place) if stood else back.callback(put_back, place, part)
        back.pop_all()


def put_back(source: Path | None, target: Path) -> None:
    """Moves a file to where it was, if that can be."""
    with suppress(OSError):
        if source is not None:
            source.replace(target)


def followed(path: Path) -> Path:
    """The file that a name means in the end; what ``/dev/stdout`` and its like lead to has no name of its own."""
    for _ in range(MOST_LINKS):
        if not path.is_symlink() or is_descriptor(path):
            return path
        path = path.parent / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def is_descriptor(path: Path) -> bool:
    """Whether a path names an open file of a process."""
    return path.name.isdecimal() and path.parent.resolve().match("/proc/*/fd")


def checked(name: Name, place: Path, read: set[tuple[int, int]]) -> bool:
    """Whether a file is to stand at a place: True of one that is there or is new, False of a pipe or a device.

    :raises InputError: where something stands there that must stay.
    """
    if not place.name:
        raise refused(name, Text("is not the name of a file", "不是文件名"))
    try:
        found = place.stat()
    except FileNotFoundError:
        return True
    if (found.st_dev, found.st_ino) in read:
        raise refused(name, Text("is read here and would be written over", "既是输入又将被覆盖"))
    if is_descriptor(place) or stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode):
        return False
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise refused(name, Text("is a disk or a socket, not a file", "是磁盘或套接字，不是文件"))
    if not found.st_mode & ANY_WRITE or not os.access(place, os.W_OK):
        raise refused(name, Text("is marked as read-only", "已标记为只读"))
    return True


def identity(name: Name) -> tuple[int, int] | None:
    """What is the same for all spellings of a file; nothing for what is not there."""
    with suppress(OSError, ValueError):
        found = Path(name).stat()
        return found.st_dev, found.st_ino
    return None


def part_of(place: Path, parts: dict[Path, Path], folders: bool) -> Path:
    """Where the bytes for a place are written first; ``parts`` takes in what takes which place then.

    Beside it, or in a folder that takes the place of the topmost one that is missing.
    """
    place = place.parent.resolve() / place.name if folders else place
    missing = [folder for folder in place.parents if not folder.exists()] if folders else []
    whole = missing[-1] if missing else place
    part = next((part for part, other in parts.items() if missing and other == whole), None) or hidden(whole)
    parts[part] = whole
    if missing:
        part /= place.relative_to(whole)
        part.parent.mkdir(parents=True, exist_ok=True)
    return part


def hidden(place: Path) -> Path:
    """A new name beside a file, as short as can be: the name of the file may be as long as a name may be."""
    return place.with_name(f".{os.urandom(8).hex()}.part")


def fill(part: Path, place: Path, data: bytes) -> None:
    """Writes the bytes for a place beside it, with the mode and owner of what stands there."""
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileNotFoundError):
        before = place.stat()
        written = part.stat()
        if (before.st_uid, before.st_gid) != (written.st_uid, written.st_gid) and hasattr(os, "chown"):
            os.chown(part, before.st_uid, before.st_gid)
        part.chmod(stat.S_IMODE(before.st_mode))


def pour(place: Path, data: bytes) -> None:
    """Writes bytes into a pipe or a device; into an open file of this process where it stands now."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    own = is_descriptor(place) and place.parent.resolve().parent.name == str(os.getpid())
    number = os.dup(int(place.name)) if own else os.open(place, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(number, "wb") as file:
        file.write(data)


@contextmanager
def refusals_of(name: Name) -> Iterator[None]:
    """What the system refuses, as an error of the name or of the disk."""
    try:
        yield
    except (OSError, ValueError) as error:
        why = cause(error) if isinstance(error, OSError) else Text("the name is not valid", "名称无效")
        why = NO_FOLDER if isinstance(error, FileNotFoundError) else why
        text = Text(f"cannot be written: {why.en}", f"无法写入：{why.zh}")
        if isinstance(error, OSError) and error.errno in FULL:
            raise OutputError(text, remedy=ROOM, file=str(name)) from None
        raise InputError(text, remedy=WHERE, file=str(name)) from None


def refused(name: Name, why: Text) -> InputError:
    """The error that something stands there that must stay."""
    return InputError(why, remedy=ANOTHER, file=str(name))


@contextmanager
def unbroken() -> Iterator[None]:
    """Lets a signal that ends the process wait until no part is left; there is no help against a kill."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def remember(number: int, _: FrameType | None) -> None:
        came.append(number)

    names = ("SIGINT", "SIGTERM", "SIGHUP")
    before = {one: signal.signal(one, remember) for one in map(signal.Signals.__members__.get, names) if one}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        for one in came:
            os.kill(os.getpid(), one)
