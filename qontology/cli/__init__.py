"""The command line: a thin layer over the package. Each verb lies in a module of its own, imported when it is used."""

from __future__ import annotations

import gc
import signal
import sys
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from ..errors import EngineError, InputError, QontologyError, UncountedWarning
from ..language import Language, Text, choose
from ..writing import tell
from .parser import Command

__all__ = ["main", "run"]

FEW_LOOKS = 100_000
"""So many objects are made before cycles are looked for: nearly all that a command makes lives until it ends."""


def main(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code: 0 fine, 1 findings, 2 input, 3 engine, 4 network, 5 output.

    Results go to standard output, messages to standard error.
    """
    language = choose(language_option(arguments))
    try:
        check_texts(arguments)
        command = Command.parse(arguments, language)
        with warnings.catch_warnings():
            warnings.simplefilter("once", UncountedWarning)
            warnings.showwarning = partial(warn, language, warnings.showwarning)
            return command.run()
    except QontologyError as error:
        return ended(error, language)
    except (MemoryError, RecursionError):
        text = Text("the memory or the stack was used up", "内存或调用栈已耗尽")
        return ended(EngineError(text, remedy=Text("give it less at a time", "请减少单次处理的内容")), language)


def warn(language: Language, other: Callable[..., None], message: Warning | str, *rest: Any) -> None:
    """Says in one line what may be missing in an answer; other warnings are shown as ever."""
    if isinstance(message, UncountedWarning):
        colon = "：" if language == "zh" else ": "
        tell(f"qontology{colon}{message.text.say(language)}")
    else:
        other(message, *rest)


def ended(error: QontologyError, language: Language) -> int:
    """Says what went wrong and gives its exit code."""
    colon = "：" if language == "zh" else ": "
    label = {"en": "error", "zh": "错误", "both": "error / 错误"}[language]
    tell(f"qontology{colon}{label}{colon}{error.say(language)}")
    return error.exit_code


def check_texts(arguments: Sequence[str]) -> None:
    """Refuses arguments that are empty, which an unset variable makes them, or that can be neither shown nor written.

    :raises InputError: where one is empty, or has bytes that are not UTF-8.
    """
    before = ""
    for argument in arguments:
        shown = argument.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        if shown != argument:
            raise InputError(
                Text(f"the argument {shown} is not UTF-8", f"参数 {shown} 不是 UTF-8 编码"),
                remedy=Text("write it in UTF-8; rename a file of that name", "请使用 UTF-8；若为文件名，请重命名"),
            )
        option = argument[:-1] if argument.startswith("-") else before
        if not argument or (argument.startswith("--") and argument.endswith("=")):
            place = Text(f" behind {option}", f"（{option} 之后）") if option else Text("", "")
            raise InputError(
                Text(f"an argument{place.en} is empty", f"有一个参数为空{place.zh}"),
                remedy=Text("see whether a variable is unset, or leave it out", "请检查变量是否未设置，或去掉该参数"),
            )
        before = argument


def language_option(arguments: Sequence[str]) -> str | None:
    """The language that the arguments ask for, looked up before they are parsed so that errors are said in it."""
    for here, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and here + 1 < len(arguments):
            return arguments[here + 1]
    return None


def run() -> None:
    """The command itself: bytes are UTF-8 everywhere, Ctrl-C and a closed pipe end it at once and quietly."""
    gc.set_threshold(FEW_LOOKS)
    # The engines do not return to Python while they work, so that only the default handler can stop them.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict")
    sys.exit(main(sys.argv[1:]))
