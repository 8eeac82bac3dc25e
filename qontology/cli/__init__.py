"""The command line: a thin layer over the package. Each verb lies in a module of its own, imported when it is used."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

from ..errors import QontologyError
from ..language import choose
from .parser import Command

__all__ = ["main", "run"]


def main(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code: 0 fine, 1 findings, 2 input, 3 engine, 4 network.

    Results go to standard output, messages to standard error.
    """
    language = choose(spoken(arguments))
    try:
        command = Command.parse(arguments, language)
        return command.run()
    except QontologyError as error:
        colon = "：" if language == "zh" else ": "
        label = {"en": "error", "zh": "错误", "both": "error / 错误"}[language]
        print(f"qontology{colon}{label}{colon}{error.say(language)}", file=sys.stderr)
        return error.exit_code


def spoken(arguments: Sequence[str]) -> str | None:
    """The language that the arguments ask for, looked up before they are parsed so that errors are said in it."""
    for here, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and here + 1 < len(arguments):
            return arguments[here + 1]
    return None


def run() -> None:
    """The command itself: bytes are UTF-8 everywhere, Ctrl-C and a closed pipe end it at once and quietly."""
    # The engines do not return to Python while they work, so that only the default handler can stop them.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))
