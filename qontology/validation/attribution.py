"""Which findings concern the user, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, Store

from ..engine import Embedded
from ..findings import Finding
from ..namespaces import Term
from ..shacl.execution import find, hierarchy
from ..shacl.patterns import QueryContext
from ..shacl.shape_findings import NOTHING_CHECKED
from .data import Data
from .places import Places, Position, node_of
from .shapes import Shapes

__all__ = ["at", "attributed"]


def attributed(findings: Iterable[Finding], shapes: Shapes, data: Data) -> list[Finding]:
    """The findings with their places, without those that what is shipped has by itself.

    A finding on a node that the user's files describe always counts. One on another node counts if it is not there
    without these files: it stands where they mention the node.
    """
    places = Places(data.sources, data.store)
    found: list[Finding] = []
    elsewhere: list[Finding] = []
    for finding in findings:
        node = node_of(finding.node)
        if finding.node is None:
            found.append(at_shape(finding, shapes))
        elif position := node and places.of(node, finding.path, finding.value):
            found.append(at(finding, position))
        else:
            elsewhere.append(finding)
    known = {identity(finding) for finding in own_faults(shapes, data)} if elsewhere else set()
    for finding in elsewhere:
        if identity(finding) not in known:
            node = node_of(finding.node)
            found.append(at(finding, node and places.of_mention(node)))
    if not found and data.ours and data.sources and not touches(shapes, data):
        return [NOTHING_CHECKED]
    return found


def at(finding: Finding, position: Position | None) -> Finding:
    """The finding at its place, if that is known."""
    if position is None:
        return finding
    return replace(finding, file=position.file, line=position.line, column=position.column)


def at_shape(finding: Finding, shapes: Shapes) -> Finding:
    """A finding about a shape itself, at the place of the shape."""
    shape = node_of(finding.shape)
    return at(finding, shape and (shapes.places.of(shape) or shapes.places.of_mention(shape)))


def own_faults(shapes: Shapes, data: Data) -> Iterator[Finding]:
    """What is at fault in the shipped part of the data by itself, on nodes that it describes."""
    if data.ours:
        store = data.alone.store
        for finding in find(shapes.compiled, Embedded(store), data.alone.written()):
            node = node_of(finding.node)
            if node is not None and next(store.quads_for_pattern(node, None, None), None) is not None:
                yield finding


def identity(finding: Finding) -> tuple[str | None, ...]:
    """What makes a finding the same on every engine."""
    return finding.node, finding.path, finding.value, finding.component, finding.shape


def touches(shapes: Shapes, data: Data) -> bool:
    """Whether some shape has a focus node that the user's files describe."""
    context = QueryContext(hierarchy(shapes.compiled, Embedded(data.store)))
    patterns = [shape.target.focus(context).pattern for shape in shapes.compiled.shapes]
    return any(described(focus_nodes(data.store, pattern), data) for pattern in patterns) or any(
        blank(focus_nodes(data.store, pattern)) > blank(focus_nodes(data.alone.store, pattern)) for pattern in patterns
    )


def focus_nodes(store: Store, pattern: str) -> Iterator[Term | None]:
    """The nodes to which a pattern binds ``?this``."""
    rows = store.query(f"SELECT DISTINCT ?this WHERE {{ {pattern} }}")
    assert isinstance(rows, QuerySolutions)
    return (row[0] for row in rows)


def described(nodes: Iterable[Term | None], data: Data) -> bool:
    """Whether the user's files describe one of the nodes by its name."""
    return any(isinstance(node, NamedNode) and source.has_subject(node) for node in nodes for source in data.sources)


def blank(nodes: Iterable[Term | None]) -> int:
    """How many of the nodes are blank."""
    return sum(isinstance(node, BlankNode) for node in nodes)
