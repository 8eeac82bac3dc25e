"""A graph a source: each triple in the graph that is named by the source whose passages vouch for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..namespaces import DCTERMS
from .links import NAMING, Links, Value

__all__ = ["by_source"]


def by_source(links: Links, triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    """Some triples of a graph as quads: each in the graph of every source that vouches for it, else in the default one.

    A triple that an assertion is about has the evidence of that assertion alone; one that leads to a node with evidence
    of its own, as a membership is, has that of the node; all others have that of their subject. What has a reason is an
    inference of its claimant, which no source says. Passages lie with their source.
    """
    asserted: dict[Triple, list[Value]] = defaultdict(list)
    for pointing in [*links.outgoing.values()]:
        for triple in pointing:
            if triple.predicate.value == terms.subject and links.is_a(triple.subject, terms.Assertion):
                for stated in stated_by(links, triple.subject):
                    asserted[stated].append(triple.subject)
    sources_of_node = cache(partial(sources_of, links))
    for triple in triples:
        value = triple.object
        nodes: list[Value] = [triple.subject]
        if triple in asserted:
            nodes = asserted[triple]
        elif links.values(value, terms.evidence) and is_own(links, triple):
            nodes = [value]
        sources = {source for node in nodes for source in sources_of_node(node)}
        for graph in sources or (ox.DefaultGraph(),):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def is_own(links: Links, triple: Triple) -> bool:
    """Whether a triple leads to a node that belongs to its subject, and is no part of an inference."""
    spoken_of = triple.predicate.value in NAMING or links.is_shared(triple.object)
    return not spoken_of and not links.values(triple.subject, terms.reason)


def stated_by(links: Links, assertion: Value) -> Iterator[Triple]:
    """The triples that an assertion is about."""
    for subject in links.values(assertion, terms.subject):
        for predicate in links.values(assertion, terms.predicate):
            for value in links.values(assertion, terms.object):
                if isinstance(predicate, ox.NamedNode) and not isinstance(subject, ox.Literal):
                    yield ox.Triple(subject, predicate, value)


def sources_of(links: Links, node: Value) -> set[ox.NamedNode]:
    """The sources that say what a node says."""
    if links.values(node, terms.reason):
        return set()
    passages = [node] if links.is_a(node, terms.Passage) else links.values(node, terms.evidence)
    sources = (source for passage in passages for source in links.values(passage, DCTERMS["isPartOf"].value))
    return {source for source in sources if isinstance(source, ox.NamedNode)}
