"""Rows of sheets: what stands in their cells, the nodes that they describe, and the triples that they say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

import pyoxigraph as ox

from ..namespaces import DCTERMS, RDF, expand
from ..terms import Passage, evidence, locator
from .cells import Value
from .directory import Directory
from .grids import Cell, Grid, RawRow
from .places import CellPlace
from .sheets import ROW, Choice, Sheet, TripleRule, part

__all__ = ["EVIDENCE", "IDS", "SCHEMES", "FactRow", "Said", "passage", "passage_triples", "slug_of", "value_of"]

IDS = "https://w3id.org/qontology/id/"
SCHEMES = "https://w3id.org/qontology/scheme/"
PAGE = "page"

LONGEST = 60
# A sentence is named by its first words that tell something, since the beginning of one is no name.
TELLING = 5
GRAMMAR = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "is", "it",
    "its", "of", "on", "or", "that", "the", "their", "this", "to", "was", "were", "which", "with",
))  # fmt: skip
KEY = re.compile(r"\{(\w+)(\??)\}")
HYPHENS = re.compile(r"-+")
NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


class Said(NamedTuple):
    """A triple that a row says, and the column in which it stands."""

    triple: ox.Triple
    column: str


@dataclass
class FactRow:
    """One row of a sheet: its cells, and what is known of them so far."""

    sheet: Sheet
    grid: Grid
    line: RawRow
    cells: dict[str, Cell]
    values: dict[str, list[Value]] = field(default_factory=dict)
    nodes: dict[str, ox.NamedNode] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)
    """The columns whose cells cannot be used."""

    def place(self, column: str | None = None) -> CellPlace:
        """Where a cell stands, or the row."""
        at = self.grid.header.index(column) + 1 if column in self.grid.header else None
        return CellPlace(self.grid.file, self.line.number, at)

    @property
    def node(self) -> ox.NamedNode:
        """What the row describes."""
        return self.nodes[ROW]

    @property
    def owner(self) -> ox.NamedNode:
        """The thing to which the row belongs: what stands in the first column of its key that names a thing."""
        for key in self.sheet.keys:
            for value in self.values.get(key, ()):
                if isinstance(value, ox.NamedNode) and self.sheet.by_name[key].kind == "thing":
                    return value
        return next(
            (one for key in ("of", "under") for one in self.values.get(key, ()) if isinstance(one, ox.NamedNode)),
            self.node,
        )

    def choice(self, column: str) -> Choice | None:
        """The choice that is made in a column."""
        word = next(iter(self.values.get(column, ())), None)
        return next((one for one in self.sheet.by_name[column].choices if one.word == word), None)

    def mint(self, base: str = IDS) -> None:
        """Gives its nodes their IRIs by the rules of the sheet; those of which a key is empty are none."""
        own = self.values.get("id")
        for name, rule in self.sheet.nodes.items():
            if name == ROW and own and "{id}" not in rule:
                iri = expand(rule.partition(":")[0] + ":") + str(own[0])
            elif all(mark or self.values.get(key) for key, mark in KEY.findall(rule)):
                filled = KEY.sub(self.slug, rule)
                iri = expand(HYPHENS.sub("-", filled).rstrip("-"))
            else:
                continue
            self.nodes[name] = ox.NamedNode(iri if base == IDS else in_base(iri, base))

    def slug(self, key: re.Match[str]) -> str:
        """What stands in a column of a rule, as a part of an IRI."""
        values = self.values.get(key[1])
        return slug_of(values[0]) if values else ""

    def file(self) -> str:
        """The file that the sheet gives the row; nothing where it goes to that of its owner."""
        rule = self.sheet.file
        if found := part(rule):
            choice = self.choice(found[0])
            rule = choice.facets[found[1]] if choice else ""
        return rule.replace("{id}", str(next(iter(self.values.get("id", ())), "")))

    def says(self) -> Iterator[Said]:
        """The triples of the row as far as its cells are read, without those that name its passages."""
        for pattern in self.sheet.patterns:
            if not any(self.values.get(name) for name in pattern.unless):
                column = column_of(pattern)
                for subject, predicate, object_ in product(
                    self.terms(pattern.subject), self.terms(pattern.predicate), self.terms(pattern.object)
                ):
                    assert isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode)
                    yield Said(ox.Triple(subject, predicate, object_), column)

    def evidence(self, known: Directory) -> Iterator[tuple[ox.NamedNode, ox.NamedNode, str]]:
        """The passages on which the row rests: each with its source and its locator."""
        sources = [one for one in self.values.get("source", ()) if isinstance(one, ox.NamedNode)]
        places = [str(getattr(one, "value", one)) for one in self.values.get("locator", ())]
        for source, where in zip(sources, places or [PAGE] * len(sources), strict=True):
            yield passage(source, where, known), source, where

    def name_by_rule(self, known: Directory) -> None:
        """Fills the empty names of a row whose choice tells how it is called."""
        for name, column in self.sheet.by_name.items():
            if self.values.get(name) or column.kind not in ("en", "zh"):
                continue
            for other in self.sheet.columns:
                choice = self.choice(other.name) if other.choices else None
                if choice and name in choice.facets:
                    label = known.short(self.owner, column.kind)
                    text = choice.facets[name].replace("{of}", label)
                    self.values[name] = [ox.Literal(text, language=column.kind)]

    def terms(self, text: str) -> list[ox.NamedNode | ox.Literal]:
        """The terms that a part of a triple stands for."""
        found = part(text)
        if found is None:
            return [RDF["type"] if text == "a" else ox.NamedNode(expand(text))]
        name, facet = found
        if name in self.sheet.nodes:
            return [self.nodes[name]] if name in self.nodes else []
        if facet:
            choice = self.choice(name)
            return [ox.NamedNode(expand(choice.facets[facet]))] if choice and facet in choice.facets else []
        return [one for one in self.values.get(name, ()) if not isinstance(one, str)]


def in_base(iri: str, base: str) -> str:
    """The IRI of a thing or a concept of ours, in the namespace of somebody else.

    >>> in_base("https://w3id.org/qontology/id/alliance/mine", "https://example.org/")
    'https://example.org/alliance/mine'
    """
    return iri.replace(IDS, base).replace(SCHEMES, f"{base}scheme/")


def column_of(pattern: TripleRule) -> str:
    """The column in which a triple stands: that of its object, else of its subject."""
    for text in (pattern.object, pattern.subject, pattern.predicate):
        found = part(text)
        if found and found[0] != ROW:
            return found[0]
    return ""


def slug_of(value: Value) -> str:
    """A value as a part of an IRI; of a sentence, its first telling words.

    >>> slug_of("alliance"), slug_of(ox.NamedNode(IDS + "alliance/qic")), slug_of(ox.Literal("R&D in Canada"))
    ('alliance', 'qic', 'r-d-in-canada')
    >>> slug_of(ox.Literal("The centre has agreed to work with two hubs of the region."))
    'centre-agreed-work-two-hubs'
    """
    if isinstance(value, ox.NamedNode) and value.value.startswith((IDS, SCHEMES)):
        return value.value.rpartition("/")[2]
    if isinstance(value, str):
        return value
    text = value.value
    plain = NOT_IN_SLUGS.sub("-", text.lower().partition("://")[2] or text.lower()).strip("-")
    if not plain:
        return hashlib.sha256(text.encode()).hexdigest()[:8]
    if text.endswith("."):
        plain = "-".join([word for word in plain.split("-") if word not in GRAMMAR][:TELLING]) or plain
    return plain if len(plain) <= LONGEST else plain[: LONGEST + 1].rpartition("-")[0] or plain[:LONGEST]


def passage(source: ox.NamedNode, where: str, known: Directory) -> ox.NamedNode:
    """The passage of a source at a place: the one that is there, else one by rule."""
    return known.passages.get((source, where)) or ox.NamedNode(
        source.value.replace("/source/", "/passage/") + "-" + slug_of(ox.Literal(where))
    )


def value_of(triple: ox.Triple) -> str:
    """The text or the IRI of what a triple of a row says."""
    assert isinstance(triple.object, ox.NamedNode | ox.Literal)
    return triple.object.value


def passage_triples(node: ox.NamedNode, source: ox.NamedNode, where: str) -> tuple[ox.Triple, ...]:
    """What is said of a passage."""
    return (
        ox.Triple(node, RDF["type"], ox.NamedNode(Passage)),
        ox.Triple(node, DCTERMS["isPartOf"], source),
        ox.Triple(node, ox.NamedNode(locator), ox.Literal(where)),
    )


EVIDENCE = ox.NamedNode(evidence)
