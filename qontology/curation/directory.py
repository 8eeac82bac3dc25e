"""What is known by name: the things of the graph and those that the sheets describe, and which of them a text means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from functools import cached_property

import pyoxigraph as ox

from ..characters import columns
from ..knowledge import KnowledgeGraph
from ..knowledge.names import fold
from ..language import Text
from ..namespaces import OWL, Term, curie, expand, local_name
from ..tables.extras import require
from .likeness import in_order, offering, pairs, plainer

__all__ = ["PREFERRED", "SHOWN", "Directory", "UnknownError"]

TYPES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?thing ?class WHERE { ?thing a/rdfs:subClassOf* ?class . FILTER(isIRI(?thing) && isIRI(?class)) }
"""
NAMES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?property ?name WHERE {
  ?thing ?property ?name .
  VALUES ?property {
    skos:prefLabel skos:altLabel skos:hiddenLabel dcterms:identifier foaf:homepage schema:sameAs
  }
} ORDER BY ?thing ?property ?name
"""
PASSAGES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX qo: <https://w3id.org/qontology/ns#>
SELECT ?passage ?source ?locator WHERE { ?passage a qo:Passage ; dcterms:isPartOf ?source ; qo:locator ?locator }
"""
PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"
SHOWN = (PREFERRED, "http://www.w3.org/2004/02/skos/core#altLabel")
SOURCE = "https://w3id.org/qontology/ns#Source"
BOTH = " / "
MOST_NEAR = 3
ALIKE = 88
"""How alike two names must be to be asked about, of 100."""
OFFERED = 72
"""How alike a name must be to be offered, of 100."""
MOST_OFFERED = 200
"""For so many unknown names others are offered: each is held against all that are known."""


class UnknownError(Exception):
    """A text that means nothing that is known, or several things: the ``candidates``."""

    def __init__(self, candidates: Collection[ox.NamedNode]) -> None:
        super().__init__()
        self.candidates = list(candidates)


class Directory:
    """Names of things: labels in any language, acronyms, identifiers, short names, IRIs."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.classes: dict[ox.NamedNode, set[str]] = defaultdict(set)
        self.labels: dict[ox.NamedNode, dict[str, str]] = defaultdict(dict)
        self._named: dict[str, set[ox.NamedNode]] = defaultdict(set)
        self._preferred: dict[str, set[ox.NamedNode]] = defaultdict(set)
        self._plain: dict[str, set[ox.NamedNode]] = defaultdict(set)
        self._sorted: dict[str, set[ox.NamedNode]] = defaultdict(set)
        self._by_pair: dict[str, set[str]] = defaultdict(set)
        self._offered: dict[tuple[str, tuple[str, ...]], list[ox.NamedNode]] = {}
        self._shown: dict[ox.NamedNode, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._above: dict[str, set[str]] = {}
        for thing, class_ in graph.engine.select(TYPES).rows:
            if isinstance(thing, ox.NamedNode) and class_ not in (
                None,
                OWL["Ontology"],
            ):
                self.classes[thing].add(class_.value)
                self._add_slug(thing)
        for thing, property, name in graph.engine.select(NAMES).rows:
            if isinstance(thing, ox.NamedNode) and property is not None and name is not None:
                self.add_name(thing, name, property.value)
        self.shipped = frozenset(self.classes)
        """What the graph describes without the sheets."""

    def add(self, thing: ox.NamedNode, classes: Iterable[str]) -> None:
        """A thing that a sheet describes, with the IRIs of its classes."""
        for name in classes:
            if name not in self._above:
                self._above[name] = {name, *self.above(name)}
            self.classes[thing] |= self._above[name]
        self._add_slug(thing)

    def _add_slug(self, thing: ox.NamedNode) -> None:
        """The short name of a thing, with hyphens or blanks between its words."""
        slug = fold(local_name(thing.value))
        self._named[slug].add(thing)
        self._named[slug.replace("-", " ")].add(thing)

    def add_name(self, thing: ox.NamedNode, name: Term, property: str) -> None:
        """A name of a thing, or its entry in a register, by the property that says so."""
        self._named[fold(name.value)].add(thing)
        if not isinstance(name, ox.Literal):
            self._named[fold(local_name(name.value.rstrip("/")))].add(thing)
            return
        plain = plainer(fold(name.value))
        self._plain[plain].add(thing)
        self._sorted[in_order(plain)].add(thing)
        for pair in pairs(in_order(plain)):
            self._by_pair[pair].add(in_order(plain))
        language = name.language or ""
        if property in SHOWN:
            self._shown[thing][language].append(name.value)
        if property == PREFERRED:
            self.labels[thing].setdefault(language, name.value)
            self._preferred[fold(name.value)].add(thing)

    def above(self, name: str) -> set[str]:
        """The classes above a class, all of them."""
        query = "SELECT ?above WHERE {{ <{}> <http://www.w3.org/2000/01/rdf-schema#subClassOf>+ ?above }}"
        found = self.graph.engine.select(query.format(name)).rows
        return {above.value for (above,) in found if isinstance(above, ox.NamedNode)}

    def resolve(self, text: str, among: Collection[str] = ()) -> ox.NamedNode:
        """The one thing of these classes that a text means; of no classes, a source only where nothing else is meant.

        What a row is about is seldom a source, and a source often has the short name of whoever speaks in it.

        :raises UnknownError: where there is none, or more than one.
        """
        found = self.meant(text, among)
        if not among:
            found = {thing for thing in found if not self.fits(thing, (SOURCE,))} or found
        if len(found) > 1 and len(exact := found & self._preferred.get(fold(text), set())) == 1:
            found = exact
        if len(found) == 1:
            return next(iter(found))
        raise UnknownError(sorted(found, key=str))

    def meant(self, text: str, among: Collection[str]) -> set[ox.NamedNode]:
        """All things of these classes that go by a name, or by one in each language, parted by `` / ``."""
        iri = expand(text)
        found = set(self._named.get(fold(text), ()))
        if ":" in iri and not found:
            with suppress(ValueError):  # what is no IRI names nothing
                found = {ox.NamedNode(iri)} & self.classes.keys()
        if not found and BOTH in text:
            found = set.intersection(*(self.meant(name, ()) for name in text.split(BOTH)))
        return {thing for thing in found if self.fits(thing, among)}

    def fits(self, thing: ox.NamedNode, among: Collection[str]) -> bool:
        """Whether a thing is of one of these classes; of none, where there are none."""
        return not among or not self.classes[thing].isdisjoint(among)

    def called(self, name: str, among: Collection[str]) -> set[ox.NamedNode]:
        """The things of these classes whose preferred name in some language this is."""
        return {thing for thing in self._preferred.get(fold(name), ()) if self.fits(thing, among)}

    def near(self, text: str, among: Collection[str]) -> list[ox.NamedNode]:
        """The things of these classes with a name that is alike by its letters, the most alike first."""
        wanted = in_order(plainer(fold(text)))
        fuzzy = require("rapidfuzz", "excel")
        found = fuzzy.process.extract(
            wanted, self.alike(wanted), scorer=fuzzy.fuzz.ratio, score_cutoff=ALIKE, limit=None
        )
        return self.first(found, self._sorted, among)

    def alike(self, wanted: str) -> set[str]:
        """All names that may be alike: of two that are, the one lacks at most three sevenths of the pairs of the other.

        With each letter that is taken out, two pairs go; names that differ by more letters are not alike (``ALIKE``).
        So one of the rarest pairs, if there are more of them, is in both.
        """
        enough = len(wanted) * 3 // 7 + 1
        rarest = sorted(pairs(wanted), key=lambda pair: (len(self._by_pair.get(pair, ())), pair))[:enough]
        if len(rarest) < enough:
            return set(self._sorted)
        return set().union(*(self._by_pair.get(pair, ()) for pair in rarest))

    def offered(self, text: str, among: Collection[str]) -> list[ox.NamedNode]:
        """The things of these classes that are offered for an unknown name: it is alike, or part of one of theirs."""
        key = (text, tuple(among))
        if key not in self._offered and len(self._offered) < MOST_OFFERED:
            fuzzy = require("rapidfuzz", "excel")
            wanted, names = plainer(fold(text)), list(self._plain)
            found = fuzzy.process.extract(wanted, names, scorer=offering(fuzzy.fuzz), score_cutoff=OFFERED, limit=None)
            self._offered[key] = self.first(found, self._plain, among)
        return self._offered.get(key, [])

    def first(
        self, found: Iterable[tuple[str, float, object]], names: Mapping[str, set[ox.NamedNode]], among: Collection[str]
    ) -> list[ox.NamedNode]:
        """The things of these classes whose names score highest."""
        scored = [
            (-score, thing.value, thing) for name, score, _ in found for thing in names[name] if self.fits(thing, among)
        ]
        return list(dict.fromkeys(thing for *_, thing in sorted(scored, key=lambda one: one[:2])))[:MOST_NEAR]

    @cached_property
    def passages(self) -> dict[tuple[ox.NamedNode, str], ox.NamedNode]:
        """The passages that the graph has, by source and locator."""
        return {
            (source, where.value): node
            for node, source, where in self.graph.engine.select(PASSAGES).rows
            if isinstance(node, ox.NamedNode) and isinstance(source, ox.NamedNode) and where is not None
        }

    def short(self, thing: ox.NamedNode, language: str) -> str:
        """The shortest name of a thing in a language: its acronym, where it has one."""
        names = self._shown[thing].get(language) or [self.label(thing).zh if language == "zh" else self.label(thing).en]
        return min(names, key=lambda name: (columns(name), name))

    def label(self, thing: ox.NamedNode) -> Text:
        """The name of a thing in both languages, else its short name."""
        labels = self.labels.get(thing, {})
        either = labels.get("en") or labels.get("zh") or curie(thing)
        return Text(labels.get("en", either), labels.get("zh", either))
