"""Excerpts: one thing with all that belongs to it, all that is said of it, and the evidence of both."""

from __future__ import annotations

from collections.abc import Iterable, Set

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..namespaces import DCTERMS, Node
from .by_source import stated_by
from .links import HOLDING, NAMING, Links, Value

__all__ = ["excerpt"]

PART_OF = (terms.bodyOf, terms.subBodyOf, terms.postOf, terms.tierOf)
"""What points by one of these to a thing belongs to it."""


def excerpt(links: Links, things: Iterable[ox.NamedNode]) -> set[Triple]:
    """The triples of some things with all that belongs to them and all that is said of it.

    What stands for itself (other agents, places, sources, concepts) is described, without what belongs to it in turn.
    """
    own, others = belongings(links, things)
    others |= described(links, own, others)
    known = own | others
    found = {triple for node in own for triple in links.outgoing[node]}
    found |= {triple for node in others for triple in links.outgoing[node] if is_told(links, triple, known)}
    return found | vouching(links, found, others)


def belongings(links: Links, things: Iterable[ox.NamedNode]) -> tuple[set[Node], set[Node]]:
    """What belongs to the things, themselves included, and what is only pointed to or has the statements about them."""
    own: set[Node] = set(things)
    others: set[Node] = set()
    waiting = list(own)

    def take(node: Node) -> None:
        if node not in own:
            own.add(node)
            waiting.append(node)

    while waiting:
        node = waiting.pop()
        for triple in links.outgoing[node]:
            value = triple.object
            if isinstance(value, (ox.NamedNode, ox.BlankNode)) and value in links.outgoing and not links.is_term(value):
                if links.is_shared(value) or triple.predicate.value in NAMING:
                    others.add(value)
                else:
                    take(value)
        for triple in links.incoming[node]:
            subject = triple.subject
            if isinstance(subject, ox.Triple):
                continue
            if triple.predicate.value in PART_OF or links.is_a(subject, terms.Statement):
                take(subject)
            elif links.is_a(node, terms.Statement):
                others.add(subject)
    return own, others - own


def described(links: Links, own: set[Node], others: set[Node]) -> set[Node]:
    """What describes the others: places, passages, sources, concepts and the concepts above them."""
    found: set[Node] = set()
    waiting = list(others)
    while waiting:
        for triple in links.outgoing[waiting.pop()]:
            value = triple.object
            if (
                isinstance(value, ox.NamedNode)
                and triple.predicate != HOLDING
                and value not in own | others | found
                and value in links.outgoing
                and links.is_shared(value)
                and not links.is_a(value, terms.Agent)
            ):
                found.add(value)
                waiting.append(value)
    return found


def is_told(links: Links, triple: Triple, known: Set[Value]) -> bool:
    """Whether a triple about another thing is told: it leads to a text, to what is told too, or to a term."""
    return triple.object not in links.outgoing or triple.object in known or links.is_term(triple.object)


def vouching(links: Links, found: set[Triple], others: set[Node]) -> set[Triple]:
    """The assertions about single triples of the other things, with their passages and the sources of these."""
    more: set[Triple] = set()
    for node in others:
        for triple in links.incoming[node]:
            assertion = triple.subject
            if triple.predicate.value == terms.subject and links.is_a(assertion, terms.Assertion):
                stated = set(stated_by(links, assertion))
                if stated and stated <= found:
                    passages = links.values(assertion, terms.evidence)
                    sources = [one for each in passages for one in links.values(each, DCTERMS["isPartOf"].value)]
                    more |= {each for one in (assertion, *passages) for each in links.outgoing[one]}
                    more |= {each for one in sources for each in links.outgoing[one] if is_told(links, each, others)}
    return more
