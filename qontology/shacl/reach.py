"""Which focus nodes a few statements can concern: those from which a check may come upon one of them.

Most checks read forwards only: statements of the focus node, of the nodes to which these lead, and so on. Whether a
node conforms cannot change by statements that no such way meets.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from pyoxigraph import NamedNode, Store

from ..namespaces import Node
from ..sparql.paths import Alternative, Path, Predicate, Sequence
from .compiler import Check
from .shape import Constraint, Shape

__all__ = ["Touched", "reach"]

MOST = 1000
"""So many nodes at most are worth asking about one by one."""


class Touched:
    """The nodes that statements can concern.

    :param store: the data with these statements.
    :param subjects: the nodes that these statements leave.
    """

    def __init__(self, store: Store, subjects: Iterable[Node]) -> None:
        self._store = store
        self._lock = Lock()
        self._rings: list[frozenset[NamedNode] | None] = [named(subjects)]

    def nodes(self, check: Check) -> frozenset[NamedNode] | None:
        """The only focus nodes at which the check can find something else with the statements than without them.

        None where that is not known, or where they are too many.
        """
        steps = reach(check)
        if steps is None or check.target.nodes or check.target.queries or check.target.objects_of:
            return None
        with self._lock:
            while len(self._rings) < steps:
                self._rings.append(self._before(self._rings[-1]))
        return self._rings[max(steps, 1) - 1]

    def _before(self, ring: frozenset[NamedNode] | None) -> frozenset[NamedNode] | None:
        """The nodes, and those that lead to one of them by a statement."""
        found: set[Node] = set(ring or ())
        for node in ring or ():
            for quad in self._store.quads_for_pattern(None, None, node):
                if len(found) > MOST or not isinstance(quad.subject, Node):
                    return None
                found.add(quad.subject)
        return None if ring is None else named(found)


def named(nodes: Iterable[Node]) -> frozenset[NamedNode] | None:
    """The nodes where all have names and they are not too many."""
    every = set(nodes)
    names = frozenset(node for node in every if isinstance(node, NamedNode))
    return names if len(names) == len(every) <= MOST else None


def reach(check: Check) -> int | None:
    """How many statements in a row a check reads from the focus node on; None where it may read others."""
    return total([*(length(shape.path) for shape in check.shapes), steps_of(check.constraint)])


def steps_of(constraint: Constraint) -> int | None:
    """The same for a constraint, from a value node or from the focus node on."""
    return greatest([constraint.steps, *map(steps_of_shape, constraint.nested)])


def steps_of_shape(shape: Shape) -> int | None:
    return total([length(shape.path), greatest([0, *map(steps_of, shape.constraints)])])


def length(path: Path | None) -> int | None:
    """The number of steps of a path that only leads forwards."""
    match path:
        case None:
            return 0
        case Predicate():
            return 1
        case Sequence(parts):
            return total(map(length, parts))
        case Alternative(parts):
            return greatest(map(length, parts))
    return None


def total(steps: Iterable[int | None]) -> int | None:
    known = list(steps)
    return None if None in known else sum(one or 0 for one in known)


def greatest(steps: Iterable[int | None]) -> int | None:
    known = list(steps)
    return None if None in known else max(one or 0 for one in known)
