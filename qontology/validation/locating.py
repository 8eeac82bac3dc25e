"""Where nodes and statements stand: file, line and column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import NamedNode, Store, Triple

from ..namespaces import Node, Term
from ..reading import Source
from ..sparql.paths import Alternative, Path, Predicate, Repeat, Sequence

__all__ = ["Location", "Locations", "first_steps"]

FARTHEST = 20
"""How many statements lead at most from a blank node to a node with a name."""


class Location(NamedTuple):
    """Where something stands in a file; line and column count from 1 and are None where they cannot be told."""

    file: str
    line: int | None = None
    column: int | None = None


class Locations:
    """The locations of nodes and statements in files that were loaded into one store."""

    def __init__(self, sources: Iterable[Source], store: Store) -> None:
        self._sources = list(sources)
        self._store = store

    def of(self, node: Term | None, path: Path | None = None, value: Term | None = None) -> Location | None:
        """Where a node is described; None where no file does that, and for blank nodes, which files call otherwise.

        With a path and a value it is the location of that statement, or of as much of it as there is, in the file that
        has the most of it.
        """
        if not isinstance(node, NamedNode):
            return None
        files = [source for source in self._sources if source.has_subject(node)]
        found = [match(source, node, step, value) for source in files for step in first_steps(path) or (None,)]
        return max(found, key=lambda one: one.parts).location if found else None

    def of_mention(self, node: Term | None) -> Location | None:
        """Where a node that is not described under its own name is the object of one that is."""
        for _ in range(FARTHEST):
            quad = next(self._store.quads_for_pattern(None, None, node), None) if isinstance(node, Node) else None
            if quad is None or isinstance(quad.subject, Triple):
                return None
            if location := self.of(quad.subject, Predicate(quad.predicate), node):
                return location
            node = quad.subject
        return None

    def nearest(self, node: Term | None) -> Location | None:
        """Where a node is described, failing that where it is mentioned."""
        return self.of(node) or self.of_mention(node)


class Match(NamedTuple):
    """How many parts of a statement a file has, 1 to 3 for subject, predicate and object, and where."""

    parts: int
    location: Location


def match(source: Source, subject: Node, predicate: NamedNode | None, value: Term | None) -> Match:
    """What a file that describes the subject has of the statement."""
    steps = [source.positions.find(subject)]
    if predicate is not None:
        steps.append(source.positions.find(subject, predicate))
        if value is not None:
            steps.append(source.positions.find(subject, predicate, value))
    parts = 1 + sum(after != before for before, after in zip(steps, steps[1:], strict=False))
    return Match(parts, Location(source.name, *(steps[-1] or (None, None))))


def first_steps(path: Path | None) -> list[NamedNode]:
    """The predicates with which a path may leave its node; of one that begins backwards, none.

    >>> p, q = Predicate(NamedNode("urn:p")), Predicate(NamedNode("urn:q"))
    >>> [step.value for step in first_steps(Sequence((Alternative((p, q)), p)))]
    ['urn:p', 'urn:q']
    """
    match path:
        case Predicate(iri):
            return [iri]
        case Sequence(parts):
            return first_steps(parts[0])
        case Alternative(parts):
            return [step for part in parts for step in first_steps(part)]
        case Repeat(inner):
            return first_steps(inner)
    return []
