"""The probe: a small graph with known findings, asked of an engine before its verdicts are trusted.

Engines differ where it hurts: one compares dates of different datatypes, another answers a path inside NOT EXISTS
wrongly, with a status of success. What an engine gets wrong here, it is not asked; the shapes are named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, parse

from ..engine import Engine
from ..namespaces import RDF, local_name
from .compiler import CompiledShapes, compile_shapes
from .execution import by_check
from .shape import Shape
from .shape_findings import not_trusted

__all__ = ["PROBE", "kinds_of", "probe", "without"]

PROBE = Path(__file__).with_name("probe.ttl")
"""Shapes and data in one graph. A kind of constraint is a class; of its nodes, those that end in ``-bad`` are found."""


def probe(engine: Engine) -> tuple[str, ...]:
    """The kinds of constraints and paths that an engine answers wrongly; empty where it can be trusted.

    The engine must hold the graph of :data:`PROBE`.

    >>> from pyoxigraph import RdfFormat, Store
    >>> from qontology.engine import Embedded
    >>> from qontology.shacl.probe import PROBE
    >>> store = Store()
    >>> store.load(path=PROBE, format=RdfFormat.TURTLE)
    >>> probe(Embedded(store))
    ()
    """
    quads = list(parse(path=PROBE, format=RdfFormat.TURTLE))
    expected: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            kind = local_name(quad.object.value)
            if quad.predicate == RDF["type"] and quad.subject.value.endswith(("-good", "-bad")):
                expected[kind] |= {str(quad.subject)} if quad.subject.value.endswith("-bad") else set()
    found: dict[str, set[str]] = defaultdict(set)
    for check, findings in by_check(compile_shapes(quads), engine):
        found[local_name(str(check.shapes[0].target.classes[0])[1:-1])] |= {str(finding.node) for finding in findings}
    return tuple(sorted(kind for kind, nodes in expected.items() if found[kind] != nodes))


def without(compiled: CompiledShapes, engine: str, wrong: Collection[str]) -> CompiledShapes:
    """The shapes without those that have one of the kinds of constraints that an engine answers wrongly.

    A finding for each shape that is left out says so, so that a report never conforms.

    >>> from pyoxigraph import RdfFormat, parse
    >>> from qontology.shacl.probe import PROBE
    >>> shapes = compile_shapes(parse(path=PROBE, format=RdfFormat.TURTLE))
    >>> [one.message.en for one in without(shapes, "there", ["lessThan"]).problems]
    ['not checked: there answers this kind of constraint wrongly: lessThan']
    """
    refused = {shape.node: sorted({*kinds_of(shape)}.intersection(wrong)) for shape in compiled.shapes}
    return replace(
        compiled,
        shapes=tuple(shape for shape in compiled.shapes if not refused[shape.node]),
        problems=(*compiled.problems, *(not_trusted(node, engine, kinds) for node, kinds in refused.items() if kinds)),
    )


def kinds_of(shape: Shape) -> Iterator[str]:
    """The kinds of constraints and paths that a shape and its inner shapes have, as the probe names them."""
    if shape.path is not None:
        yield from shape.path.kinds
    for constraint in shape.constraints:
        yield from constraint.kinds
        for inner in constraint.nested:
            yield from kinds_of(inner)
