"""JSON-LD with our context inside: flat, or as trees of some things with all that they lead to."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..errors import EngineError
from ..language import Text
from ..namespaces import RDF, Node, Term
from .json_ld_context import TYPE, Context, Object, our_context

__all__ = ["json_ld"]

FIRST, REST, NIL = RDF["first"], RDF["rest"], RDF["nil"]
TURNED = (
    terms.about, terms.addressee, terms.affiliatedWith, terms.bodyOf, terms.hasAffiliation, terms.hasAgent,
    terms.hasInvolvement, terms.hasLeadership, terms.hasMembership, terms.hasPost, terms.leadOrganization,
    terms.leadPost, terms.member, terms.postOf, terms.subBodyOf, terms.subject, terms.tierOf,
)  # fmt: skip
"""What leads to a thing by one of these is told with it."""


def json_ld(triples: Iterable[Triple], things: Sequence[ox.NamedNode] = ()) -> str:
    """Triples as a JSON-LD document that no reader has to look up anything for.

    With ``things``, each of them is a tree: what it leads to stands inside it, what leads to it under ``@reverse``,
    each node once and at the nearest place; what is reached in no way follows. The triples are the same.

    :raises EngineError: for a triple that has a triple as its subject or object.
    """
    statements = Statements(triples)
    words = Context(our_context(), statements.schemes)
    graph = [*Writer(statements, words).trees(things)]
    return json.dumps({"@context": words.context, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


class Statements:
    """Some triples by subject and by object, with the lists that they hold."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.nodes: dict[Node, dict[ox.NamedNode, list[Term]]] = {}
        self.pointing: dict[Term, list[tuple[Node, ox.NamedNode]]] = defaultdict(list)
        self.schemes: set[str] = set()
        for subject, predicate, value in triples:
            if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
                raise EngineError(Text("JSON-LD has no triple terms", "JSON-LD 不支持三元组项"))
            self.nodes.setdefault(subject, {}).setdefault(predicate, []).append(value)
            self.pointing[value].append((subject, predicate))
            for term in (subject, predicate, value):
                if isinstance(term, ox.NamedNode) and "://" not in term.value:
                    self.schemes.add(term.value.partition(":")[0])
        self.lists = {node: cells for node in self.nodes if (cells := self.cells(node))}
        inside = {cell for cells in self.lists.values() for cell in cells}
        self.subjects = dict.fromkeys(node for node in self.nodes if node not in inside)

    def cells(self, head: Node) -> list[Node]:
        """The cells of the list that begins here; none where no list does, or one that JSON-LD cannot write as such."""
        if not self.is_cell(head) or self.pointing[head][0][1] == REST:
            return []
        cells = [head]
        while (rest := self.nodes[cells[-1]][REST][0]) != NIL:
            if isinstance(rest, ox.Literal) or not self.is_cell(rest):
                return []
            cells.append(rest)
        return cells

    def is_cell(self, node: Node) -> bool:
        """Whether a node is a cell of a list, and nothing else."""
        own = self.nodes.get(node, {})
        alone = own.keys() == {FIRST, REST} and all(len(values) == 1 for values in own.values())
        return isinstance(node, ox.BlankNode) and alone and len(self.pointing[node]) == 1


class Writer:
    """The objects of a document."""

    def __init__(self, statements: Statements, words: Context) -> None:
        self.statements = statements
        self.words = words
        self.inside: set[tuple[Node, ox.NamedNode, Term]] = set()
        self.reverse: dict[Term, list[tuple[ox.NamedNode, Node]]] = defaultdict(list)

    def trees(self, things: Sequence[ox.NamedNode]) -> Iterator[Object]:
        """A tree for each of the things, then one for each node that stands in none of them."""
        roots: dict[Node, None] = dict.fromkeys(thing for thing in things if thing in self.statements.subjects)
        placed = self.place(roots)
        for node in (*roots, *(node for node in self.statements.subjects if node not in placed)):
            yield self.node(node)

    def place(self, roots: Iterable[Node]) -> dict[Node, None]:
        """Finds a place for all that can be reached from the roots: ahead as far as it goes, then one step back."""
        placed = dict.fromkeys(roots)
        ahead, back = deque(placed), deque(placed)
        while ahead or back:
            if ahead:
                node = ahead.popleft()
                steps = [
                    (predicate, value) for predicate, values in self.statements.nodes[node].items() for value in values
                ]
                for predicate, value in steps:
                    if self.is_free(value, predicate, placed) and not isinstance(value, ox.Literal):
                        self.inside.add((node, predicate, value))
                        placed[value] = None
                        ahead.append(value)
                        back.append(value)
            elif pointing := [
                (subject, predicate)
                for subject, predicate in self.statements.pointing[back[0]]
                if predicate.value in TURNED and self.is_free(subject, predicate, placed)
            ]:
                subject, predicate = pointing[0]
                self.reverse[back[0]].append((predicate, subject))
                placed[subject] = None
                ahead.append(subject)
                back.append(subject)
            else:
                back.popleft()
        return placed

    def is_free(self, node: Term, predicate: ox.NamedNode, placed: dict[Node, None]) -> bool:
        """Whether a node has no place yet and may have one by this property."""
        return node in self.statements.subjects and node not in placed and self.words.nests(predicate)

    def node(self, node: Node) -> Object:
        """A node with all that stands inside it."""
        values: dict[str, list[object]] = defaultdict(list)
        texts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        kinds: list[str] = []
        for predicate, objects in self.statements.nodes[node].items():
            for value in objects:
                if (predicate, node) in self.reverse.get(value, ()):
                    continue
                if predicate == TYPE and not isinstance(value, ox.Literal):
                    kinds.append(self.words.name(value))
                    continue
                key, entry = self.words.term(predicate, value)
                if value in self.statements.lists and "@type" in entry:
                    key, entry = self.words.iri(predicate), {}
                if isinstance(value, ox.Literal) and "@container" in entry:
                    texts[key][value.language or ""].append(value.value)
                else:
                    values[key].append(self.value(node, predicate, value, entry))
        found: Object = {"id": self.words.iri(node)}
        if kinds:
            found["type"] = shortest(sorted(kinds))
        own: Object = {key: shortest(sorted(each, key=dumped)) for key, each in values.items()}
        own |= {key: {tag: shortest(sorted(each[tag])) for tag in sorted(each)} for key, each in texts.items()}
        found |= {key: own[key] for key in sorted(own)}
        if self.reverse.get(node):
            found["@reverse"] = self.reversed(node)
        return found

    def reversed(self, node: Node) -> Object:
        """What leads to a node and stands inside it."""
        found: dict[str, list[Object]] = defaultdict(list)
        for predicate, subject in self.reverse[node]:
            found[self.words.name(predicate)].append(self.node(subject))
        return {key: shortest(sorted(found[key], key=dumped)) for key in sorted(found)}

    def value(self, node: Node, predicate: ox.NamedNode, value: Term, entry: Object) -> object:
        """A value: a node of its own, a list, a reference or a literal."""
        if not isinstance(value, ox.Literal) and (node, predicate, value) in self.inside:
            return self.node(value)
        if not isinstance(value, ox.Literal) and value in self.statements.lists:
            firsts = ((cell, self.statements.nodes[cell][FIRST][0]) for cell in self.statements.lists[value])
            return {"@list": [self.value(cell, FIRST, first, {}) for cell, first in firsts]}
        return self.words.written(entry, value)


def shortest(values: list[Any]) -> Any:
    """The only one of some values, or all."""
    return values[0] if len(values) == 1 else values


def dumped(value: object) -> str:
    """A value as text, to sort by."""
    return json.dumps(value, ensure_ascii=False)
