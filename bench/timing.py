"""How long commands take, measured in turn so that a busy machine slows both alike."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Ratio", "compare", "seconds"]


class Ratio(NamedTuple):
    """Two medians in CPU seconds and the ratio that is to be reached."""

    name: str
    ours: float
    theirs: float
    goal: str

    @property
    def ratio(self) -> float:
        """How many times the other takes."""
        return self.ours / self.theirs


def seconds(command: Sequence[str]) -> float:
    """The CPU time of one run of a command, of user and system, in seconds.

    :raises subprocess.CalledProcessError: where the command fails, since the time of a failure is none.
    """
    # Byte code is cached, as it is where the package is installed: compiling is not what is measured.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return usage.ru_utime + usage.ru_stime


def compare(name: str, ours: Sequence[str], theirs: Sequence[str], goal: str, *, runs: int = 15) -> Ratio:
    """The ratio of two commands, each run that many times in turn after one run to warm up."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        for command, found in zip((ours, theirs), times, strict=True):
            time = seconds(command)
            if turn:
                found.append(time)
    return Ratio(name, statistics.median(times[0]), statistics.median(times[1]), goal)
