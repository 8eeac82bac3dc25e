"""Where findings stand: each gets the file, line and column of the statement that it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from ..findings import Finding
from ..language import Text
from ..reading import Source

__all__ = ["Places", "Position", "node_of", "with_stable_labels"]

Node = NamedNode | BlankNode
Term = Node | Literal
IRI = re.compile(r"<([^<>]*)>")
STEP = re.compile(r"[(]*<([^<>]*)>")
LABEL = re.compile(r"_:\w+")

FARTHEST = 20
"""How many statements lead at most from a blank node to a node with a name."""


class Position(NamedTuple):
    """Where something stands in a file; line and column count from 1 and are None where they cannot be told."""

    file: str
    line: int | None = None
    column: int | None = None


class Places:
    """The places of nodes and statements in files that were loaded into one store."""

    def __init__(self, sources: Iterable[Source], store: Store) -> None:
        self._sources = list(sources)
        self._store = store

    def of(self, node: Node, path: str | None = None, value: str | None = None) -> Position | None:
        """Where a node is described; None where no file does that, and for blank nodes, which files call otherwise.

        With a path and a value (in the syntax of findings) it is the place of that statement, or of as much of it as
        there is, in the file that has the most of it.
        """
        if isinstance(node, BlankNode):
            return None
        predicates, object = first_steps(path), term_of(value)
        files = [source for source in self._sources if source.has_subject(node)]
        found = [match(source, node, predicate, object) for source in files for predicate in predicates]
        return max(found, key=lambda one: one.parts).position if found else None

    def of_mention(self, node: Node) -> Position | None:
        """Where a node that is not described under its own name is the object of one that is."""
        for _ in range(FARTHEST):
            quad = next(self._store.quads_for_pattern(None, None, node), None)
            if quad is None or not isinstance(quad.subject, NamedNode | BlankNode):
                return None
            if position := self.of(quad.subject, str(quad.predicate), str(quad.object)):
                return position
            node = quad.subject
        return None


class Match(NamedTuple):
    """How many parts of a statement a file has, 1 to 3 for subject, predicate and object, and where."""

    parts: int
    position: Position


def match(source: Source, subject: Node, predicate: NamedNode | None, value: Term | None) -> Match:
    """What a file that describes the subject has of the statement."""
    steps = [source.positions.find(subject)]
    if predicate is not None:
        steps.append(source.positions.find(subject, predicate))
        if value is not None:
            steps.append(source.positions.find(subject, predicate, value))
    parts = 1 + sum(after != before for before, after in zip(steps, steps[1:], strict=False))
    return Match(parts, Position(source.name, *(steps[-1] or (None, None))))


def term_of(syntax: str | None) -> Term | None:
    """The term that a finding names in N-Triples syntax."""
    if syntax is None:
        return None
    term = next(parse(f"<urn:s> <urn:p> {syntax} .", RdfFormat.N_TRIPLES)).object
    return term if isinstance(term, NamedNode | BlankNode | Literal) else None


def node_of(syntax: str | None) -> Node | None:
    """The node that a finding names; None for a literal too."""
    term = term_of(syntax)
    return None if isinstance(term, Literal) else term


def first_steps(path: str | None) -> list[NamedNode | None]:
    """The predicates with which a path may leave its node; None alone where it has none, or begins backwards.

    >>> [step.value for step in first_steps("<urn:p>|<urn:q>")], first_steps("^<urn:q>")
    (['urn:p', 'urn:q'], [None])
    """
    if path is None or not (first := STEP.match(path)):
        return [None]
    chained = set(IRI.sub("", path)) - set("(|)")
    return [NamedNode(iri) for iri in ([first[1]] if chained else IRI.findall(path))]


def with_stable_labels(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with labels of blank nodes that are the same at every run: those of a store are random."""
    labels: dict[str, str] = {}

    def stable(label: str) -> str:
        return labels.setdefault(label, f"_:b{len(labels) + 1}")

    ordered = sorted(findings, key=lambda finding: relabelled(finding, lambda _: "_:").order)
    return [relabelled(finding, stable) for finding in ordered]


def relabelled(finding: Finding, name: Callable[[str], str]) -> Finding:
    """The finding with other labels for its blank nodes, in its message too."""
    terms = (finding.node, finding.value, finding.shape, *finding.related)
    names = {term: name(term) for term in terms if term is not None and term.startswith("_:")}
    if not names:
        return finding
    return replace(
        finding,
        node=names.get(finding.node or "", finding.node),
        value=names.get(finding.value or "", finding.value),
        shape=names.get(finding.shape or "", finding.shape),
        related=tuple(names.get(term, term) for term in finding.related),
        message=Text(*(LABEL.sub(lambda found: names.get(found[0], found[0]), one) for one in finding.message)),
    )
