"""``python -m bench [TRIPLES]``: runs every measurement and prints the ratios beside the goals."""

from __future__ import annotations

import sys
from collections.abc import Callable

from .layout import formatting
from .start import first_answer, importing
from .timing import Ratio
from .validation import against_loading, against_pyshacl


def line(found: Ratio) -> str:
    """One measurement as a line: medians in milliseconds, their ratio, the goal."""
    ours, theirs = 1000 * found.ours, 1000 * found.theirs
    return f"{found.name:48} {ours:10.1f} ms {theirs:10.1f} ms {found.ratio:8.3f}   goal {found.goal}"


def measures(triples: int) -> list[Callable[[], Ratio]]:
    """All measurements; those of validation with that many triples, pySHACL with a tenth of them."""
    return [
        importing,
        first_answer,
        lambda: formatting(triples),
        lambda: against_loading(triples),
        lambda: against_pyshacl(triples // 10),
    ]


if __name__ == "__main__":
    for measure in measures(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000):
        print(line(measure()), flush=True)
