"""How long commands take, measured in turn so that a busy machine slows both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Literal, NamedTuple, ParamSpec, TypeVar

from qontology.errors import QontologyError

__all__ = [
    "Command",
    "Measure",
    "Row",
    "Usage",
    "WrongError",
    "apart",
    "compare",
    "in_turn",
    "middle",
    "python",
    "qontology",
    "run",
]

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

Unit = Literal["ms", "MB", "µs"]
SCALES: dict[Unit, float] = {"ms": 1e3, "MB": 1e-6, "µs": 1e6}

# What the system counts the memory of a process in.
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024


class WrongError(Exception):
    """A result that is not the expected one, so that its time says nothing."""


class Row(NamedTuple):
    """Two measures, in seconds or bytes, and the ratio that is to be reached."""

    name: str
    ours: float
    theirs: float
    goal: str
    remark: str = ""
    unit: Unit = "ms"

    @property
    def ratio(self) -> float:
        """How many times the other takes."""
        return self.ours / self.theirs

    def __str__(self) -> str:
        scale = SCALES[self.unit]
        measures = f"{scale * self.ours:12,.1f} {self.unit} {scale * self.theirs:12,.1f} {self.unit} {self.ratio:9.4f}"
        return f"{self.name:58}{measures}   goal {self.goal:14}{self.remark}".rstrip()


Measure = Callable[[int], Iterator[Row | str]]
"""Gives the rows for so many triples; a text stands where there is nothing to measure."""


class Usage(NamedTuple):
    """What one run took: seconds of user and system on all cores, seconds on the wall, bytes of memory at the peak."""

    cpu: float
    wall: float
    memory: float


class Command(NamedTuple):
    """What is run, and the exit codes that count as success: a validator that finds something ends with 1."""

    words: tuple[str, ...]
    codes: tuple[int, ...] = (0,)


def qontology(*arguments: str, codes: tuple[int, ...] = (0,)) -> Command:
    """The command line as users call it."""
    return Command((str(Path(sys.executable).with_name("qontology")), *arguments), codes)


def python(code: str) -> Command:
    """A script."""
    return Command((sys.executable, "-c", code))


# A process begins with the peak of memory of the one that starts it, so a small one has to stand between.
LAUNCHER = """
import os, sys, time
nowhere = os.open(os.devnull, os.O_WRONLY)
begun = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - begun
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss)
"""


def run(command: Command) -> Usage:
    """What one run of a command takes, with all the processes that it starts and waits for.

    :raises WrongError: where the command fails, since the time of a failure is none.
    """
    # Byte code is cached, as it is where the package is installed: compiling is not what is measured.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    launched = [sys.executable, "-I", "-S", "-c", LAUNCHER, *command.words]
    done = subprocess.run(launched, capture_output=True, text=True, env=environment)
    code, *measures = done.stdout.split() or ["none"]
    if code not in map(str, command.codes):
        raise WrongError(f"{Path(command.words[0]).name} ended with {code}: {done.stderr.strip()[-300:]}")
    cpu, wall, memory = map(float, measures)
    return Usage(cpu, wall, memory * MEMORY_UNIT)


def in_turn(*commands: Command, runs: int, warm: bool = True) -> tuple[list[Usage], ...]:
    """What each command takes, run that many times in turn, after one run to warm up unless that is not wanted."""
    taken: tuple[list[Usage], ...] = tuple([] for _ in commands)
    for turn in range(-1 if warm else 0, runs):
        for command, found in zip(commands, taken, strict=True):
            usage = run(command)
            if turn >= 0:
                found.append(usage)
    return taken


def middle(usages: Sequence[Usage]) -> Usage:
    """The median of each measure."""
    return Usage(*(statistics.median(values) for values in zip(*usages, strict=True)))


def compare(name: str, ours: Command, theirs: Command, goal: str, *, runs: int = 15) -> Row:
    """The ratio of the processor time of two commands; see :func:`in_turn`."""
    mine, other = map(middle, in_turn(ours, theirs, runs=runs))
    return Row(name, mine.cpu, other.cpu, goal)


def apart(function: Callable[Parameters, Result], *arguments: Parameters.args, **options: Parameters.kwargs) -> Result:
    """What a function returns in a fresh process: what it loads makes neither this one large nor the next one quick.

    :raises WrongError: where the process dies, or the package says that it cannot do it.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        try:
            return process.submit(function, *arguments, **options).result()
        except (BrokenProcessPool, QontologyError) as error:
            raise WrongError(f"{function.__name__} does not come to an end: {error}") from error
