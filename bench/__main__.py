"""``python -m bench [TRIPLES]``: runs the measurements and prints the ratios beside the goals."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from .foreign import strangers
from .growth import growth
from .layout import formatting
from .library import asking
from .others import other_engines
from .server import against_embedded
from .start import first_answer, importing
from .timing import Measure, WrongError
from .validation import against_loading, against_pyshacl
from .worlds import worlds

MEASURES: dict[str, Measure] = {
    "import": importing,
    "answer": first_answer,
    "format": formatting,
    "loading": against_loading,
    "pyshacl": against_pyshacl,
    "server": against_embedded,
    "growth": growth,
    "library": asking,
    "worlds": worlds,
    "others": other_engines,
    "foreign": strangers,
}
LEAST = 10_000
USUAL = 100_000


def size(text: str) -> int:
    """The number of triples that is asked for; a tenth of it has to be enough for faults to be in it."""
    try:
        triples = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number") from None
    if triples < LEAST:
        raise argparse.ArgumentTypeError(f"{text} triples are too few; give {LEAST} at least")
    return triples


def parser() -> argparse.ArgumentParser:
    """The command line."""
    found = argparse.ArgumentParser("python -m bench", description="Prints speed as ratios, each beside its goal.")
    found.add_argument("triples", nargs="?", type=size, default=USUAL, help=f"how many to generate (usually {USUAL})")
    found.add_argument(
        "--only", nargs="+", action="extend", choices=MEASURES, metavar="NAME", help="these measurements"
    )
    found.add_argument("--list", action="store_true", help="print the names of the measurements")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what is asked for; the exit code is 1 if a result was wrong."""
    asked = parser().parse_args(arguments)
    if asked.list:
        for name, measure in MEASURES.items():
            print(f"{name:10}{(measure.__doc__ or '').splitlines()[0]}")
        return 0
    wrong = False
    for name in asked.only or MEASURES:
        try:
            for row in MEASURES[name](asked.triples):
                print(row, flush=True)
        except WrongError as error:
            wrong = True
            print(f"{name:58}not timed, the result is wrong: {error}", flush=True)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
