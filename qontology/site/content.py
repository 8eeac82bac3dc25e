"""Content: what a site tells of, read once, with the words, the evidence and the pages of each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, TypeVar

import pyoxigraph as ox
from markupsafe import Markup
from pyoxigraph import NamedNode

from .. import terms
from ..analysis.confirmations import latest
from ..analysis.conflicts import Accounts
from ..analysis.overlap import Appearance
from ..exchange.contents import of_part
from ..exchange.schema_org import Objects
from ..exchange.serialize import canonical
from ..knowledge import KnowledgeGraph
from ..knowledge.library import Question
from ..language import Language, Text
from ..namespaces import SKOS, Term
from ..tables import Table
from ..telling import Evidence, Words
from ..telling.rows import grouped, read
from ..telling.things import Things
from ..terms import NAMESPACE, PREFIXES
from ..validation.rules import TERM, Rule, closure, every_rule
from ..validation.shapes import shipped_shapes
from .addresses import HOME, TERMS, Addresses
from .in_common import InCommon, in_common
from .texts import TEXTS

__all__ = ["LANGUAGES", "Content", "Shipped", "statements_of"]

R = TypeVar("R")
SHAPES = PREFIXES["qos"]
DATES = (terms.date, terms.start, terms.asOf)
LANGUAGES: tuple[Language, ...] = ("en", "zh")
CLASSES = {
    "terms": TERMS,
    "concepts": (SKOS["Concept"].value, SKOS["ConceptScheme"].value),
    "alliances": (terms.Alliance,),
    "sources": (terms.Source,),
    "people": (terms.Person,),
    "bodies": (terms.Body,),
    "organizations": (terms.Organization, terms.Group, terms.Agent),
}
"""The classes of what is listed together; the first that fits decides."""


class Shipped(NamedTuple):
    """A rule, and the terms that it mentions."""

    rule: Rule
    terms: frozenset[str]

    @property
    def name(self) -> Text:
        """Its name, which is its code where it has none."""
        return self.rule.name or Text(self.rule.code, self.rule.code)


def statements_of(code: str) -> list[ox.Triple]:
    """The triples of the shape of a rule."""
    graph = shipped_shapes().compiled.graph
    return [
        ox.Triple(node, predicate, value)
        for node in closure(graph, NamedNode(SHAPES + code))
        for predicate in graph.predicates(node)
        for value in graph.objects(node, predicate)
    ]


def mentioned(code: str) -> frozenset[str]:
    """The terms of ours that the shape of a rule mentions."""
    texts = {str(triple.object) for triple in statements_of(code)}
    return frozenset(NAMESPACE + name for text in texts for name in TERM.findall(text))


class Content:
    """A graph as the pages of a site see it.

    >>> from qontology import load
    >>> graph = load()
    >>> content, alliance = Content(graph), graph.find("alliance:qutac")
    >>> alliance in content.kinds["alliances"], content.words["zh"].name(alliance)
    (True, '量子技术与应用联盟')
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.triples = graph.triples()
        self.things = Things.of_all(graph)
        self.words = {language: Words(graph, language, self.things) for language in LANGUAGES}
        self.evidence = {language: Evidence(words) for language, words in self.words.items()}
        self.addresses = Addresses(self.things, graph.names.things)
        self.cells: defaultdict[tuple[Language, str], dict[Term | None, Markup]] = defaultdict(dict)
        self._answers: dict[tuple[str, Language], Table] = {}

    @cached_property
    def brief(self) -> dict[Language, Callable[[NamedNode], str]]:
        """What gives the name of a thing in a table: of an alliance the short one."""

        def of(words: Words) -> Callable[[NamedNode], str]:
            return lambda node: words.short(node) if self.things.is_a(node, terms.Alliance) else words.name(node)

        return {language: of(words) for language, words in self.words.items()}

    @cached_property
    def kinds(self) -> dict[str, list[NamedNode]]:
        """The things that have a page of their own, by the list in which they stand, each list by English name."""
        found: dict[str, list[NamedNode]] = {kind: [] for kind in (*CLASSES, "others")}
        for node in dict.fromkeys(triple.subject for triple in self.triples):
            if isinstance(node, NamedNode) and self.addresses.has_page(node):
                found[self.kind(node)].append(node)
        names = self.words["en"].name
        return {
            kind: sorted(nodes, key=lambda node: (names(node).casefold(), node.value)) for kind, nodes in found.items()
        }

    def kind(self, node: NamedNode) -> str:
        """The list in which a thing stands."""
        return next((kind for kind, classes in CLASSES.items() if self.things.is_a(node, *classes)), "others")

    def own(self, node: NamedNode) -> list[ox.Triple]:
        """The triples about a thing and all that is stated of it, with the passages on which they rest."""
        found: dict[ox.Triple, None] = {}
        waiting: list[object] = [node, *self.belonging(node)]
        seen = set(waiting)
        for each in waiting:
            for triple in self.outgoing.get(each, ()):
                found[triple] = None
                is_part = isinstance(triple.object, ox.BlankNode) or triple.predicate.value == terms.evidence
                if is_part and triple.object not in seen:
                    seen.add(triple.object)
                    waiting.append(triple.object)
        if any(isinstance(triple.object, ox.BlankNode) for triple in found):
            return [quad.triple for quad in canonical(found, graphs=False)]
        return sorted(found, key=str)

    def belonging(self, node: NamedNode) -> list[Term]:
        """The statements, tasks and passages that belong to a thing, and what belongs to these."""
        values = [value for values in self.things.properties(node).values() for value in values]
        near = [*values, *(subject for subject, _ in self.things.pointing(node))]
        told = (terms.Statement, terms.Task)
        parts = [each for each in near if isinstance(each, NamedNode) and self.things.is_a(each, *told)]
        return [each for each in parts if self.addresses.owner(each) == node or each in values]

    @cached_property
    def accounts(self) -> Accounts:
        """Where sources tell the same in different ways."""
        return Accounts(self.graph)

    @cached_property
    def confirmed(self) -> dict[NamedNode, str]:
        """When what is said of an alliance was last confirmed, for those of which a document has a date."""
        found = grouped(self.accounts.known.rows, lambda row: row.alliance)
        dates = {alliance: latest(row.when for row in rows) for alliance, rows in found.items()}
        return {alliance: date for alliance, date in dates.items() if date}

    @cached_property
    def in_common(self) -> InCommon:
        """The organizations that alliances have in common."""
        return in_common(self.rows("compare/organizations", Appearance))

    @cached_property
    def years(self) -> list[str]:
        """The years of which something is dated, the last first."""
        dates = {value.value[:4] for name in DATES for _, value in self.uses.get(name, ())}
        return sorted((year for year in dates if year.isdecimal()), reverse=True)

    @cached_property
    def read_last(self) -> str:
        """The last day on which a source of the graph was read; empty where none says."""
        return max((value.value for _, value in self.uses.get(terms.accessed, ())), default="")

    @cached_property
    def outgoing(self) -> defaultdict[object, list[ox.Triple]]:
        """The triples by their subject."""
        found: defaultdict[object, list[ox.Triple]] = defaultdict(list)
        for triple in self.triples:
            found[triple.subject].append(triple)
        return found

    @cached_property
    def schema(self) -> Objects:
        """All things in the vocabulary of schema.org; each has a page, so that none stands inside another."""
        library = self.graph.library
        names = (name for name in library.ids() if name.startswith("exchange/schema/"))
        found = {triple for name in names for triple in self.graph.construct(library.get(name).body)}
        objects = Objects([*found])
        objects.placed = set(objects.nodes)
        return objects

    @cached_property
    def alignments(self) -> defaultdict[object, list[ox.Triple]]:
        """What our terms are in the vocabularies of others."""
        found: defaultdict[object, list[ox.Triple]] = defaultdict(list)
        for source in of_part("alignments"):
            for quad in source.quads():
                if isinstance(quad.object, NamedNode) and str(quad.subject).startswith(f"<{HOME}ns#"):
                    found[quad.subject].append(quad.triple)
        return found

    @cached_property
    def uses(self) -> dict[str, list[tuple[NamedNode, Term]]]:
        """Which things have which values, by property."""
        found: dict[str, list[tuple[NamedNode, Term]]] = {}
        for subject, predicate, value in self.triples:
            if isinstance(subject, NamedNode) and not isinstance(value, ox.Triple):
                found.setdefault(predicate.value, []).append((subject, value))
        return found

    @cached_property
    def rules(self) -> dict[str, Shipped]:
        """The rules by their code."""
        return {code: Shipped(known, mentioned(code)) for code, known in every_rule().items()}

    @cached_property
    def questions(self) -> list[Question]:
        """The questions of the library."""
        return [*self.graph.library]

    def rows(self, question: str, kind: Callable[..., R], language: Language = "en") -> list[R]:
        """The rows of a question that views ask, which is asked once."""
        if (question, language) not in self._answers:
            self._answers[question, language] = self.graph.query(question, language=language)
        return read(self._answers[question, language], kind)

    def answer(self, question: str, language: Language) -> Table:
        """The answer to a question: the one that a view has had, or a new one, which is not kept."""
        return self._answers.get((question, language)) or self.graph.query(question, language=language)

    def text(self, name: str, language: Language, /, **values: object) -> str:
        """A text of the pages, with values filled in."""
        return TEXTS[name].format(**values).say(language) if values else TEXTS[name].say(language)

    def resting(self, language: Language, number: int) -> str:
        """How many statements rest on something."""
        return self.text("rests", language, n=number)

    def counted(self, language: Language, number: int) -> str:
        """How many there are in all."""
        return self.text("in_all", language, n=number)
