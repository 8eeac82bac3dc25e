"""What can go wrong, as a tree of exceptions; each knows its exit code and says cause and remedy in both languages."""

from __future__ import annotations

import errno
from collections.abc import Collection

from .language import Language, Text

__all__ = [
    "EngineError",
    "InputError",
    "NetworkError",
    "OutputError",
    "QontologyError",
    "UncountedWarning",
    "cause",
    "choose_from",
    "did_you_mean",
]

CAUSES = {
    errno.ENOENT: Text("it does not exist", "文件不存在"),
    errno.EACCES: Text("you have no permission", "没有访问权限"),
    errno.EPERM: Text("you have no permission", "没有访问权限"),
    errno.ELOOP: Text("its symbolic links run in a circle", "符号链接形成循环"),
    errno.ENOTDIR: Text("a part of the path is not a folder", "路径中有一部分不是文件夹"),
    errno.EISDIR: Text("it is a folder", "这是一个文件夹"),
    errno.EEXIST: Text("something else stands there", "该处已有其他内容"),
    errno.EROFS: Text("the file system is read-only", "文件系统是只读的"),
    errno.ENAMETOOLONG: Text("the name is too long", "名称过长"),
    errno.ENOSPC: Text("no space is left on the device", "设备上没有剩余空间"),
    errno.EDQUOT: Text("your quota of the disk is used up", "磁盘配额已用尽"),
    errno.EFBIG: Text("the file would become too large", "文件过大"),
    errno.EIO: Text("the device failed", "设备读写出错"),
    errno.ENXIO: Text("nobody listens there", "没有程序在读取"),
    errno.EPIPE: Text("nobody reads any more", "读取方已关闭"),
    errno.EBADF: Text("the stream is closed", "该流已关闭"),
}


class QontologyError(Exception):
    """The root of all errors that a user can cause or meet; never raised itself.

    ``str(error)`` is the English text with place and remedy; :meth:`say` gives either language.

    >>> error = InputError(Text("not there", "文件不存在"), remedy=Text("check the path", "请检查路径"), file="a.ttl")
    >>> print(error)
    a.ttl: not there; check the path
    >>> print(error.say("zh"))
    a.ttl：文件不存在；请检查路径
    """

    exit_code = 3

    def __init__(
        self,
        message: Text,
        *,
        remedy: Text | None = None,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.message = message
        self.remedy = remedy
        self.file = file
        self.line = line
        self.column = column
        super().__init__(self.say("en"))

    @property
    def place(self) -> str:
        """Where it happened, as ``file:line:column`` as far as that is known; lines and columns count from 1."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def say(self, language: Language) -> str:
        """Place, message and remedy as one line."""
        colon, semicolon = ("：", "；") if language == "zh" else (": ", "; ")
        parts = [text.say(language) for text in (self.message, self.remedy) if text is not None]
        return (self.place + colon if self.place else "") + semicolon.join(parts)


class InputError(QontologyError):
    """Something the user gave cannot be used: a name, a parameter, a file, a syntax. Exit code 2."""

    exit_code = 2


class EngineError(QontologyError):
    """An engine failed on an input that was right. Exit code 3."""

    exit_code = 3


class NetworkError(QontologyError):
    """A remote endpoint was not reached, refused, or answered with something that cannot be trusted. Exit code 4."""

    exit_code = 4


class OutputError(QontologyError):
    """An answer was found and cannot be handed over: a disk is full, a stream is closed. Exit code 5."""

    exit_code = 5


class UncountedWarning(UserWarning):
    """An endpoint gave an answer and could not say how many rows it has; ``text`` says so in both languages."""

    def __init__(self, text: Text) -> None:
        self.text = text
        super().__init__(text.en)


def cause(error: OSError) -> Text:
    """Why the system refused, in both languages as far as it is a common reason.

    >>> cause(OSError(errno.EROFS, "Read-only file system")).en
    'the file system is read-only'
    """
    reason = error.strerror or str(error)
    return CAUSES.get(error.errno or 0, Text(reason, reason))


def choose_from(names: Collection[str]) -> Text:
    """The remedy for a name that is none: those that there are.

    >>> tuple(choose_from(["csv", "json"]))
    ('choose from csv, json', '可选：csv、json')
    """
    return Text(f"choose from {', '.join(names)}", f"可选：{'、'.join(names)}")


def did_you_mean(near: Collection[str]) -> Text | None:
    """The remedy for a name that is none: those that are near, if any.

    >>> tuple(did_you_mean(["show", "shapes"]))
    ('did you mean show or shapes?', '是否想用 show、shapes？')
    >>> did_you_mean([])
    """
    return Text(f"did you mean {' or '.join(near)}?", f"是否想用 {'、'.join(near)}？") if near else None
