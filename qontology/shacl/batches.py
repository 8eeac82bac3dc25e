"""Checks that share their focus nodes, asked together first.

Nearly all focus nodes conform. One query walks through them and selects the suspects, at which some constraint is
violated; only these are then asked about, a check at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..namespaces import Term
from .compiler import Check, CompiledShapes
from .patterns import Known, QueryContext, any_of
from .targets import Target

__all__ = ["Batch", "batches"]

HEAVIEST = 40
"""How many constraints one query tests at most; engines recurse over its conditions."""


@dataclass(frozen=True)
class Batch:
    """Some checks, and the query that selects the focus nodes at which one of them finds something.

    Without that query, the checks are asked as they are.
    """

    checks: tuple[Check, ...]
    suspects: str | None = None

    def at(self, nodes: tuple[Term, ...], known: Known) -> Batch:
        """The same for some of the focus nodes only, none of them blank; without any, nothing is asked."""
        if not nodes:
            return Batch(())
        checks = tuple(check.at(nodes, known) for check in self.checks)
        return Batch(checks, suspects(Target(nodes=nodes), checks, known) if self.suspects else None)


def batches(compiled: CompiledShapes, known: Known) -> Iterator[Batch]:
    """All checks of some shapes, each in one batch.

    A check stays alone where its query starts from values, where an engine would test its condition slowly, and where
    the shape names its focus nodes.

    >>> from pyoxigraph import RdfFormat, parse
    >>> from .compiler import compile_shapes
    >>> shapes = compile_shapes(parse('''
    ... @prefix sh: <http://www.w3.org/ns/shacl#> .
    ... <urn:S> sh:targetClass <urn:C> ; sh:property [ sh:path <urn:p> ; sh:minCount 1 ; sh:nodeKind sh:IRI ] .
    ... ''', RdfFormat.TURTLE))
    >>> [(len(batch.checks), batch.suspects is not None) for batch in batches(shapes, Known())]
    [(2, True)]
    """
    alone: list[Check] = []
    shared: dict[Target, list[Check]] = defaultdict(list)
    for check in compiled.checks(known):
        has_targets_apart = check.target.nodes or check.target.queries
        is_alone = check.starts_from_values or has_targets_apart or check.constraint.stands_alone
        (alone if is_alone else shared[check.target]).append(check)
    for target, checks in shared.items():
        for some in portions(checks):
            yield Batch(some, suspects(target, some, known) if len(some) > 1 else None)
    yield from (Batch((check,)) for check in alone)


def portions(checks: Iterable[Check]) -> Iterator[tuple[Check, ...]]:
    """The checks in turn, so many together as one query can test."""
    portion: list[Check] = []
    for check in checks:
        if portion and sum(map(weight, [*portion, check])) > HEAVIEST:
            yield tuple(portion)
            portion = []
        portion.append(check)
    yield tuple(portion)


def weight(check: Check) -> int:
    """How many constraints a check tests, those of inner shapes included."""
    return 1 + sum(shape.weight for shape in check.constraint.nested)


def suspects(target: Target, checks: Iterable[Check], known: Known) -> str:
    """The query of the focus nodes of a target at which one of the checks finds something."""
    context = QueryContext(known)
    focus = target.focus(context)
    condition = any_of(check.fails(focus.subject, context) for check in checks)
    return f"SELECT DISTINCT {focus.variable} WHERE {{ {focus.pattern} FILTER({condition}) }}"
