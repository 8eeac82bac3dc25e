"""Why a value does not conform to an inner shape: what it violates there, as details of a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pyoxigraph import NamedNode

from ..findings import Finding
from ..namespaces import Term
from .answers import Solution
from .compiler import Check, constraints_of, focus_of
from .errors import NotCompiledError
from .patterns import Known, QueryContext
from .targets import Target

__all__ = ["with_details"]

MOST_NAMED = 1000
"""So many focus nodes are named in one query at most."""

Rows = Callable[[Check], Iterable[tuple[Solution, Finding]]]


def with_details(check: Check, found: list[Finding], known: Known, rows: Rows) -> list[Finding]:
    """The findings of a check whose constraint refers to shapes, each with those against the shapes themselves.

    Every constraint of the inner shapes is asked about the same nodes at once, as if it were one of a property shape.
    """
    details: dict[tuple[Term | None, Term | None], list[Finding]] = defaultdict(list)
    for inner, focus, value in inner_checks(check, target_of(check, found), known):
        for row, detail in rows(inner):
            details[row[focus[1:]], row[value[1:]]].append(detail)
    return [replace(one, details=tuple(details[one.node, one.value])) for one in found]


def inner_checks(check: Check, target: Target, known: Known) -> Iterator[tuple[Check, str, str]]:
    """The checks of the inner shapes, with the variables of the focus node and of the value of the outer one."""
    for shape in check.constraint.nested:
        for way, constraint in constraints_of((*check.shapes, shape)):
            columns = focus_of(target, way, QueryContext.at(target.only, known)).columns
            steps = sum(one.path is not None for one in way[len(check.shapes) - 1 : -1])
            value = columns[steps if check.shape.path is None else steps - 1]
            try:
                yield Check.of(target, way, constraint, known, joined=True), columns[steps], value
            except NotCompiledError:
                continue


def target_of(check: Check, found: list[Finding]) -> Target:
    """The focus nodes with findings, where they are the targets themselves and have names; else all."""
    nodes = tuple(dict.fromkeys(finding.node for finding in found))
    is_direct = all(shape.path is None for shape in check.shapes[:-1])
    named = [node for node in nodes if isinstance(node, NamedNode)]
    return Target(nodes=tuple(named)) if is_direct and len(named) == len(nodes) <= MOST_NAMED else check.target
