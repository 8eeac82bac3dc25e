"""Work on what strangers wrote, in a child process that may die, hang or grow without harm to this one."""

from __future__ import annotations

import copyreg
import gc
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import BinaryIO, ParamSpec, TypeVar, cast

from pyoxigraph import RdfFormat

from ..errors import EngineError, InputError, NetworkError, QontologyError
from ..language import Text

__all__ = ["ExhaustedError", "isolated"]

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

# The module path of this process is the first thing that the child is told, so that it runs the same code.
BOOTSTRAP = (
    "import os, pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer);"
    "from qontology.reading.isolation import serve; serve(sys.stdin.buffer, sys.stdout.buffer);"
    "sys.stdout.flush(); os._exit(0)"  # what it held goes with it, and need not be taken apart
)


# A source may hold a format, which pyoxigraph does not pickle.
FROM_MEDIA_TYPE = cast(Callable[[str], RdfFormat], RdfFormat.from_media_type)
copyreg.pickle(RdfFormat, lambda format: (FROM_MEDIA_TYPE, (format.media_type,)))


class ExhaustedError(EngineError):
    """A child process used up the time or the memory that it was given, or was killed by what it worked on."""


def isolated(
    seconds: float, function: Callable[Parameters, Result], *arguments: Parameters.args, **options: Parameters.kwargs
) -> Result:
    """What a function of this package returns for these arguments, found by a child process.

    The child has half of the memory of the machine and ends with the time given, at the latest. All that goes in and
    out has to be picklable.

    :raises ExhaustedError: where the child did not come to an end of its own.
    :raises QontologyError: what the function raises.

    >>> isolated(60, sorted, "cab")
    ['a', 'b', 'c']
    """
    job = pickle.dumps(sys.path) + pickle.dumps(seconds) + pickle.dumps((function, arguments, options))
    try:
        done = subprocess.run(
            [sys.executable, "-c", BOOTSTRAP],
            input=job,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ExhaustedError(
            Text(f"there was no end after {seconds:g} seconds", f"{seconds:g} 秒后仍未结束"),
            remedy=Text("simplify it, or allow more time with --timeout", "请简化内容，或用 --timeout 延长时限"),
        ) from None
    if done.returncode:
        raise ExhaustedError(
            Text(
                "the memory or the stack was used up (it may nest too deeply or be too large)",
                "内存或调用栈已耗尽（可能嵌套过深或体积过大）",
            ),
            remedy=Text("make it smaller or flatter", "请缩小体积或减少嵌套"),
        )
    fine, result = pickle.loads(done.stdout)
    if not fine:
        raise rebuilt(*result)
    found: Result = result
    return found


def serve(job: BinaryIO, answer: BinaryIO) -> None:
    """What the child does: limits itself, calls the function, and gives back its result or its error."""
    limit(pickle.load(job))
    gc.set_threshold(100_000)  # nearly all that is made lives until the end
    function, arguments, options = pickle.load(job)
    try:
        with redirect_stdout(sys.stderr):
            result: object = (True, function(*arguments, **options))
    except QontologyError as error:
        result = (False, (error.exit_code, error.message, error.remedy, error.file, error.line, error.column))
    except (MemoryError, RecursionError):
        sys.exit(1)
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        said = Text(f"an unexpected fault: {fault}", f"意外错误：{fault}")
        result = (False, (EngineError.exit_code, said, None, None, None, None))
    pickle.dump(result, answer)


def limit(seconds: float) -> None:
    """Sets what the process may use, where the system can; no core file is written."""
    try:
        import resource
    except ImportError:
        return
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    processors = os.cpu_count() or 1
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, int(seconds * processors) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        allowed = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if allowed == resource.RLIM_INFINITY else min(most, allowed),) * 2)


def rebuilt(
    exit_code: int, message: Text, remedy: Text | None, file: str | None, line: int | None, column: int | None
) -> QontologyError:
    """The error that a child met, as the class that has its exit code."""
    kind = {InputError.exit_code: InputError, NetworkError.exit_code: NetworkError}.get(exit_code, EngineError)
    return kind(message, remedy=remedy, file=file, line=line, column=column)
