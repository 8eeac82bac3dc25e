"""A shapes graph in memory: triples as they were written, looked up by subject or by object.

A Store would not do: it canonicalises literals, and in SHACL ``sh:uniqueLang "1"^^xsd:boolean`` is not ``true``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from ..namespaces import RDF, RDFS, Node, Term

__all__ = ["IllFormedListError", "TripleIndex", "relabelled", "subclasses"]


class IllFormedListError(ValueError):
    """A node that should be an RDF list is none, has two heads or tails, or runs in a circle."""


class TripleIndex:
    """The triples of all graphs of the input, each once, in the order in which they came.

    ``prefixes`` are those of the files that were read.

    >>> graph = TripleIndex([Triple(NamedNode("urn:a"), NamedNode("urn:p"), Literal("01"))])
    >>> graph.objects(NamedNode("urn:a"), NamedNode("urn:p"))[0].value
    '01'
    """

    def __init__(self, statements: Iterable[Triple | Quad], prefixes: Mapping[str, str] = MappingProxyType({})) -> None:
        self.prefixes = prefixes
        self.triples = tuple(dict.fromkeys(Triple(s.subject, s.predicate, s.object) for s in statements))
        self._outgoing: dict[Node, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._incoming: dict[tuple[NamedNode, Term], list[Node]] = defaultdict(list)
        self._by_predicate: dict[NamedNode, list[tuple[Node, Term]]] = defaultdict(list)
        for subject, predicate, value in self.triples:
            if not isinstance(subject, Triple) and not isinstance(value, Triple):
                self._outgoing[subject][predicate].append(value)
                self._incoming[predicate, value].append(subject)
                self._by_predicate[predicate].append((subject, value))

    def objects(self, subject: Term, predicate: NamedNode) -> tuple[Term, ...]:
        """The objects of one subject and predicate."""
        if isinstance(subject, Literal) or subject not in self._outgoing:
            return ()
        return tuple(self._outgoing[subject].get(predicate, ()))

    def subjects(self, predicate: NamedNode, value: Term) -> tuple[Node, ...]:
        """The subjects that have one object by one predicate."""
        return tuple(self._incoming.get((predicate, value), ()))

    def pairs(self, predicate: NamedNode) -> tuple[tuple[Node, Term], ...]:
        """Subject and object of all triples with one predicate."""
        return tuple(self._by_predicate.get(predicate, ()))

    def predicates(self, subject: Term) -> tuple[NamedNode, ...]:
        """The predicates of one subject."""
        return () if isinstance(subject, Literal) else tuple(self._outgoing.get(subject, ()))

    def members(self, head: Term) -> tuple[Term, ...]:
        """The members of an RDF list.

        :raises IllFormedListError: where ``head`` is no well-formed list.
        """
        return tuple(self._walk(head))

    def _walk(self, head: Term) -> Iterator[Term]:
        seen: set[Term] = set()
        while head != RDF["nil"]:
            first, rest = self.objects(head, RDF["first"]), self.objects(head, RDF["rest"])
            if head in seen or len(first) != 1 or len(rest) != 1:
                raise IllFormedListError(str(head))
            seen.add(head)
            yield first[0]
            head = rest[0]

    def instances(self, cls: NamedNode) -> tuple[Node, ...]:
        """The SHACL instances of a class: those of its subclasses too."""
        below = subclasses(cls, self.pairs(RDFS["subClassOf"]))
        return tuple(dict.fromkeys(node for one in below for node in self.subjects(RDF["type"], one)))


def relabelled(statements: Iterable[Triple | Quad]) -> Iterator[Triple]:
    """The triples with blank nodes named ``shape1``, ``shape2``, ... in order: parsers give them random labels.

    >>> triples = [Triple(BlankNode("x7f"), NamedNode("urn:p"), BlankNode("a03"))]
    >>> [str(triple.object) for triple in relabelled(triples)]
    ['_:shape2']
    """
    labels: dict[BlankNode, BlankNode] = {}
    for statement in statements:
        ends = (statement.subject, statement.object)
        for node in ends:
            if isinstance(node, BlankNode):
                labels.setdefault(node, BlankNode(f"shape{len(labels) + 1}"))
        subject, value = (labels[node] if isinstance(node, BlankNode) else node for node in ends)
        if not isinstance(subject, Literal):
            yield Triple(subject, statement.predicate, value)


def subclasses(cls: Term, pairs: Iterable[tuple[Term, Term]]) -> tuple[Term, ...]:
    """A class and all that are below it, by pairs of subclass and superclass; the class first, the rest in order.

    >>> a, b = NamedNode("urn:a"), NamedNode("urn:b")
    >>> [node.value for node in subclasses(a, [(b, a), (a, b)])]
    ['urn:a', 'urn:b']
    """
    below: dict[Term, list[Term]] = defaultdict(list)
    for lower, upper in pairs:
        below[upper].append(lower)
    found = {cls: None}
    pending = [cls]
    while pending:
        for lower in below.get(pending.pop(), ()):
            if lower not in found:
                found[lower] = None
                pending.append(lower)
    return (cls, *sorted((node for node in found if node != cls), key=str))
