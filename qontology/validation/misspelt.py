"""Terms in our namespaces that do not exist, each with the nearest one that does."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property

from pyoxigraph import NamedNode, Quad, Store

from ..findings import Finding, Severity
from ..language import Text
from ..namespaces import RDF, Node, curie
from ..sparql.paths import Predicate

__all__ = ["MISSPELT", "UNDESCRIBED", "misspelt", "suggested", "used_terms"]

MISSPELT = "QO-001"
UNDESCRIBED = "QO-124"
ROOT = "https://w3id.org/qontology/"
SPACES = (b"ns#", b"scheme/")

IRI = re.compile(rf"<{re.escape(ROOT)}([^<>\s]+)>".encode())
PREFIXES = [
    re.compile(rf"{word}\s+([^\s:]*):\s*<{re.escape(ROOT)}([^<>\s]*)>".encode()) for word in ("prefix", "PREFIX")
]
NAME = rb":([\w./-]*\w)"

Settled = Callable[[NamedNode], bool]


def misspelt(used: Iterable[str], store: Store, settled: Settled = lambda node: True) -> Iterator[Finding]:
    """A finding for each statement with one of these terms that nothing in the store declares.

    :param settled: whether a name is none that a user has brought, and may have misspelt.
    """
    for iri in sorted(used):
        term = NamedNode(iri)
        if next(store.quads_for_pattern(term, RDF["type"], None), None) is None:
            statements = [*store.quads_for_pattern(None, term, None), *store.quads_for_pattern(None, None, term)]
            near = nearest(term, store, settled) if statements else None
            yield from (finding(quad, term, near) for quad in statements)


def suggested(findings: Iterable[Finding], store: Store, settled: Settled = lambda node: True) -> Iterator[Finding]:
    """The findings; those whose value is described nowhere with the nearest described name."""
    names = DescribedNames(store)
    for finding in findings:
        value = finding.value
        near = None
        if finding.code == UNDESCRIBED and isinstance(value, NamedNode):
            space = value.value[: value.value.rfind("/") + 1]
            name = value.value.removeprefix(space).lower()
            near = most_alike(name, names.within(space).beside(name), settled)
        yield finding if near is None else replace(finding, remedy=described_instead(curie(near)))


def described_instead(name: str) -> Text:
    return Text(f"did you mean {name}? Else describe it", f"是否应为 {name}？否则请描述该事物")


class DescribedNames:
    """The names that a store describes, gathered when they are first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._within: dict[str, Alphabet] = {}

    @cached_property
    def _all(self) -> set[str]:
        return {str(quad.subject)[1:-1] for quad in self._store.quads_for_pattern(None, RDF["type"], None)}

    def within(self, space: str) -> Alphabet:
        """The IRIs that begin in a way, by the rest of them in small letters."""
        if space not in self._within:
            found = sorted(iri for iri in self._all if iri.startswith(space))
            self._within[space] = Alphabet({iri.removeprefix(space).lower(): iri for iri in found})
        return self._within[space]


class Alphabet:
    """IRIs by their names, in the order of these from the front and from the back.

    A name that is misspelt in one place is right before it and after it, so that the one that is meant stands close by
    in one of the two orders: of a hundred thousand names a few need to be compared.

    >>> names = Alphabet({"bosch": "urn:bosch", "merck": "urn:merck", "siemens": "urn:siemens"})
    >>> names.beside("siemans", most=1)
    {'merck': 'urn:merck', 'siemens': 'urn:siemens'}
    """

    def __init__(self, iris: Mapping[str, str]) -> None:
        self._iris = iris
        self._forward = sorted(iris)
        self._backward = sorted(name[::-1] for name in iris)

    def beside(self, name: str, most: int = 500) -> dict[str, str]:
        """The IRIs whose names stand at most so many places before or after one, by these names."""
        front = beside(name, self._forward, most)
        back = (found[::-1] for found in beside(name[::-1], self._backward, most))
        return {found: self._iris[found] for found in (*front, *back)}


def beside(name: str, ordered: Sequence[str], most: int) -> Sequence[str]:
    """What stands at most so many places before or after a name in a list in order."""
    place = bisect(ordered, name)
    return ordered[max(place - most, 0) : place + most]


def used_terms(text: bytes) -> set[str]:
    """The IRIs in our namespaces that a text in Turtle or a related format seems to have, in full or with a prefix.

    To search the text is much faster than to ask a store. What only looks like a term, in a string or a comment, is in
    no statement.

    >>> used_terms(b"PREFIX qo: <https://w3id.org/qontology/ns#> <urn:a> qo:status 1 .")
    {'https://w3id.org/qontology/ns#status'}
    """
    declared = (pair for pattern in PREFIXES for pair in pattern.findall(text))
    prefixes = {prefix: space for prefix, space in declared if in_our_spaces(space)}
    found = {iri for iri in set(IRI.findall(text)) if in_our_spaces(iri)} - set(prefixes.values())
    for prefix, space in prefixes.items():
        # Without anything before the prefix the pattern begins with fixed characters, which is ten times as fast.
        found |= {space + name for name in set(re.findall(re.escape(prefix) + NAME, text))}
    return {ROOT + iri.decode() for iri in found}


def in_our_spaces(path: bytes) -> bool:
    """Whether an IRI, given without its beginning, is one of terms or concepts."""
    return path.startswith(SPACES)


def nearest(term: NamedNode, store: Store, settled: Settled = lambda node: True) -> NamedNode | None:
    """The declared term of the same namespace and of the same kind whose name is most like this one.

    Classes begin with a capital letter, properties and concepts do not. A property that is called has and a class is
    also found by the name of what it leads to.
    """
    space = term.value[: max(term.value.rfind("#"), term.value.rfind("/")) + 1]
    local = term.value.removeprefix(space)
    declared = {str(quad.subject)[1:-1] for quad in store.quads_for_pattern(None, RDF["type"], None)}
    names = {iri.removeprefix(space) for iri in declared if iri.startswith(space)}
    alike = sorted(name for name in names if name[:1].isupper() == local[0].isupper())
    meant = {led_to(name): space + name for name in alike} | {name: space + name for name in alike}
    return most_alike(local, meant, settled)


def most_alike(name: str, names: Mapping[str, str], settled: Settled) -> NamedNode | None:
    """The IRI of the name that is most like one.

    A name that a user has brought gives way to a settled one that is much like it: it may be misspelt itself.
    """
    near = get_close_matches(name, names, 1)
    if near and not settled(NamedNode(names[near[0]])):
        others = [other for other, iri in names.items() if settled(NamedNode(iri))]
        near = get_close_matches(near[0], others, 1, 0.85) or near
    return NamedNode(names[near[0]]) if near else None


def led_to(name: str) -> str:
    """The name of a property without the word has.

    >>> led_to("hasGoal"), led_to("theme")
    ('goal', 'theme')
    """
    return re.sub(r"\Ahas([A-Z])", lambda found: found[1].lower(), name)


def finding(quad: Quad, term: NamedNode, near: NamedNode | None) -> Finding:
    """The finding that a statement has a term that does not exist."""
    assert isinstance(quad.subject, Node)
    name = curie(term)
    look = Text("look for the right one with: qontology search WORDS", "请用 qontology search 关键词 查找正确的术语")
    return Finding(
        MISSPELT,
        Severity.VIOLATION,
        quad.subject,
        Text(f"there is no term {name}", f"没有术语 {name}"),
        path=Predicate(quad.predicate),
        value=None if quad.predicate == term else term,
        remedy=look if near is None else Text(f"did you mean {curie(near)}?", f"是否应为 {curie(near)}？"),
    )
