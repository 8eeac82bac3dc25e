"""Cases in Turtle, many in one graph: each has names of its own, so that one run of Java judges all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import Quad, RdfFormat, Triple, parse
from shacl.results import Result

__all__ = ["Case", "apart", "joint", "of_case"]

NAMESPACE = "http://example.org/"
BLANK = re.compile(r"(?<![\w\"])_:(\S+)")
NUMBER = re.compile(rf"{NAMESPACE}(\d+)/|_:case(\d+)-")


class Case(NamedTuple):
    """Shapes and data, in Turtle."""

    shapes: str
    data: str


def apart(quads: Iterable[Quad], number: int) -> list[Triple]:
    """The triples of one case with its number in all of its names, those of blank nodes too."""
    text = "\n".join(f"{quad.triple} ." for quad in quads)
    text = BLANK.sub(rf"_:case{number}-\1", text.replace(NAMESPACE, f"{NAMESPACE}{number}/"))
    return [quad.triple for quad in parse(text, RdfFormat.N_TRIPLES)]


def joint(cases: Sequence[Case], turtle: Callable[[str], list[Quad]]) -> tuple[list[Triple], list[Triple]]:
    """The shapes of all cases and the data of all cases."""
    shapes, data = (
        [triple for number, text in enumerate(texts) for triple in apart(turtle(text), number)]
        for texts in zip(*cases, strict=True)
    )
    return shapes, data


def of_case(results: Counter[Result]) -> dict[int, Counter[Result]]:
    """The results of each case, which its names tell apart."""
    found: dict[int, Counter[Result]] = {}
    for result, times in results.items():
        (number,) = {int(one or other) for one, other in NUMBER.findall(" ".join(filter(None, result)))}
        found.setdefault(number, Counter())[result] += times
    return found
