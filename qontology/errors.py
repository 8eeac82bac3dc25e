"""What can go wrong, as a tree of exceptions; each knows its exit code and says cause and remedy in both languages."""

from __future__ import annotations

from .language import Language, Text

__all__ = ["EngineError", "InputError", "NetworkError", "QontologyError"]


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
