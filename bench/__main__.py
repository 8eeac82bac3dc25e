"""``python -m bench``: runs every measurement and prints the ratios beside the goals."""

from __future__ import annotations

from .start import first_answer, importing
from .timing import Ratio


def line(found: Ratio) -> str:
    """One measurement as a line: medians in milliseconds of CPU, their ratio, the goal."""
    ours, theirs = 1000 * found.ours, 1000 * found.theirs
    return f"{found.name:42} {ours:8.1f} ms {theirs:8.1f} ms {found.ratio:6.2f}   goal {found.goal}"


if __name__ == "__main__":
    for measure in (importing, first_answer):
        print(line(measure()), flush=True)
