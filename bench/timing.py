"""How long commands take, measured in turn so that a busy machine slows both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from typing import Literal, NamedTuple

__all__ = ["Ratio", "compare", "seconds"]

Clock = Literal["cpu", "wall"]


class Ratio(NamedTuple):
    """Two medians in seconds and the ratio that is to be reached."""

    name: str
    ours: float
    theirs: float
    goal: str

    @property
    def ratio(self) -> float:
        """How many times the other takes."""
        return self.ours / self.theirs


def seconds(command: Sequence[str], clock: Clock = "cpu", *, codes: Sequence[int] = (0,)) -> float:
    """The time of one run of a command in seconds: of user and system on all cores, or by the clock on the wall.

    :raises subprocess.CalledProcessError: where the command fails, since the time of a failure is none.
    """
    # Byte code is cached, as it is where the package is installed: compiling is not what is measured.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime if clock == "cpu" else time.perf_counter() - begun


def compare(
    name: str,
    ours: Sequence[str],
    theirs: Sequence[str],
    goal: str,
    *,
    runs: int = 15,
    clock: Clock = "cpu",
    codes: Sequence[int] = (0,),
) -> Ratio:
    """The ratio of two commands, each run that many times in turn after one run to warm up.

    ``codes`` are the exit codes that count as success: a validator that finds something ends with 1.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        for command, found in zip((ours, theirs), times, strict=True):
            taken = seconds(command, clock, codes=codes)
            if turn:
                found.append(taken)
    return Ratio(name, statistics.median(times[0]), statistics.median(times[1]), goal)
