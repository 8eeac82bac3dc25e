"""Which findings are about the user's own files, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import BlankNode, NamedNode, QuerySolutions, Store

from ..findings import Finding
from ..namespaces import Node, Term
from ..shacl.execution import find, known_of
from ..shacl.patterns import QueryContext
from ..shacl.shape_findings import NOTHING_CHECKED
from .data import Data
from .locating import Location, Locations
from .shapes import Shapes

__all__ = ["at", "own_findings"]


def own_findings(findings: Iterable[Finding], shapes: Shapes, data: Data) -> list[Finding]:
    """The findings with their locations, without those that what is shipped has by itself.

    A finding on a node that the user's files describe always counts. One on another node counts if it is not there
    without these files: it stands where they mention the node.
    """
    locations = Locations(data.sources, data.store)
    own: list[Finding] = []
    elsewhere: list[Finding] = []
    for finding in findings:
        if finding.node is None:
            own.append(at(finding, shapes.locations.nearest(finding.shape)))
        elif location := locations.of(finding.node, finding.path, finding.value):
            own.append(at(finding, location))
        else:
            elsewhere.append(finding)
    known = {finding.identity for finding in shipped_faults(shapes, data)} if elsewhere else set()
    own += [at(one, locations.of_mention(one.node)) for one in elsewhere if one.identity not in known]
    if not own and data.beside and data.sources and not touches(shapes, data):
        return [NOTHING_CHECKED]
    return own


def at(finding: Finding, location: Location | None) -> Finding:
    """The finding at its location, if that is known."""
    return finding if location is None else replace(finding, **location._asdict())


def shipped_faults(shapes: Shapes, data: Data) -> Iterator[Finding]:
    """What is at fault in the shipped part of the data by itself, on nodes that it describes."""
    if data.beside:
        store = data.alone.store
        for finding in find(shapes.compiled, data.alone.engine):
            node = finding.node
            if isinstance(node, Node) and next(store.quads_for_pattern(node, None, None), None) is not None:
                yield finding


def touches(shapes: Shapes, data: Data) -> bool:
    """Whether some shape has a focus node that the user's files describe."""
    known = known_of(shapes.compiled, data.engine)
    targets = [shape.target for shape in shapes.compiled.shapes]
    patterns = [target.focus(QueryContext.at(target.only, known)).pattern for target in targets]
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
