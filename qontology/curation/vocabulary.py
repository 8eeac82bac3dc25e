"""What the ontology and the shapes say of a column: its name, what may stand in it, and in which form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

import pyoxigraph as ox

from ..knowledge import KnowledgeGraph
from ..language import Text
from ..namespaces import expand, local_name
from ..reading import shipped
from .sheets import Choice, Column, Sheet, part, sheets

__all__ = ["Concept", "Vocabulary"]

# What shapes ask of the values of a property, forwards or backwards; alternative paths are several properties.
ASKED = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?forwards ?backwards ?kind ?value WHERE {
  ?shape sh:path ?path .
  { ?shape sh:class ?value . BIND("class" AS ?kind) }
  UNION { ?shape sh:or/rdf:rest*/rdf:first/sh:class ?value . BIND("class" AS ?kind) }
  UNION {
    ?shape sh:node/sh:property ?inner . ?inner sh:path skos:inScheme ; sh:hasValue ?value . BIND("scheme" AS ?kind)
  }
  UNION { ?shape sh:datatype ?value . BIND("datatype" AS ?kind) }
  UNION { ?shape sh:or/rdf:rest*/rdf:first/sh:datatype ?value . BIND("datatype" AS ?kind) }
  ?path (sh:alternativePath/rdf:rest*/rdf:first)? ?step .
  OPTIONAL { ?step sh:inversePath ?backwards }
  BIND(IF(isIRI(?step), ?step, ?nothing) AS ?forwards)
}
"""
WORDS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?term ?label ?definition WHERE {
  ?term rdfs:label ?label ; skos:definition ?definition . FILTER(LANG(?label) = LANG(?definition))
} ORDER BY ?term
"""
CONCEPTS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?scheme ?concept ?en ?zh WHERE {
  ?concept skos:inScheme ?scheme ; skos:prefLabel ?en , ?zh . FILTER(LANG(?en) = "en" && LANG(?zh) = "zh")
} ORDER BY ?scheme ?en
"""
DATES = ("date", "gYear", "gYearMonth")


class Concept(NamedTuple):
    """A concept of a scheme, with its labels."""

    iri: ox.NamedNode
    label: Text


class Vocabulary:
    """The terms of one graph, and what the shipped shapes ask of them."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self._words: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
        for term, label, definition in graph.engine.select(WORDS).rows:
            if isinstance(term, ox.NamedNode) and isinstance(label, ox.Literal) and isinstance(definition, ox.Literal):
                self._words[term.value][label.language or ""] = (label.value, definition.value)

    @cached_property
    def concepts(self) -> dict[str, list[Concept]]:
        """The concepts by the IRI of their scheme."""
        found: dict[str, list[Concept]] = defaultdict(list)
        for scheme, concept, en, zh in self.graph.engine.select(CONCEPTS).rows:
            if isinstance(concept, ox.NamedNode) and scheme is not None and en is not None and zh is not None:
                found[scheme.value].append(Concept(concept, Text(en.value, zh.value)))
        return dict(found)

    @cached_property
    def _asked(self) -> dict[tuple[str, bool, str], list[str]]:
        store = ox.Store()
        for source in shipped("shapes"):
            source.load(store)
        rows = store.query(ASKED)
        assert isinstance(rows, ox.QuerySolutions)
        found: dict[tuple[str, bool, str], list[str]] = defaultdict(list)
        for forwards, backwards, kind, value in rows:
            term = forwards or backwards
            if isinstance(term, ox.NamedNode):
                found[term.value, forwards is None, kind.value].append(value.value)
        return {key: sorted(set(values)) for key, values in found.items()}

    def asked(self, predicate: str, kind: str, *, backwards: bool = False) -> list[str]:
        """What the shapes ask of the values of a property (a curie): classes, schemes or datatypes."""
        return self._asked.get((expand(predicate), backwards, kind), [])

    def sheets(self) -> tuple[Sheet, ...]:
        """All sheets with what the ontology and the shapes say of their columns."""
        return tuple(
            replace(sheet, columns=columns, by_name={column.name: column for column in columns})
            for sheet in sheets()
            for columns in [tuple(self.completed(sheet, column) for column in sheet.columns)]
        )

    def completed(self, sheet: Sheet, column: Column) -> Column:
        """The column with name, help and kind as the ontology and the shapes have them, where its sheet is silent."""
        predicate, backwards = slot(sheet, column)
        words = self._words.get(expand(predicate), {}) if predicate and not backwards else {}
        label = column.label or Text(
            *(words.get(tag, (column.name, ""))[0].removeprefix("has ") for tag in ("en", "zh"))
        )
        told = column.help or Text(*(words.get(tag, ("", ""))[1] for tag in ("en", "zh")))
        classes = self.asked(predicate, "class", backwards=backwards)
        schemes = [] if backwards else self.asked(predicate, "scheme")
        kind = column.kind or self.kind(column, predicate, classes, schemes)
        among = column.among or tuple(schemes if kind == "concept" else classes if kind == "thing" else ())
        return replace(column, label=label, help=told, kind=kind, among=tuple(expand(one) for one in among))

    def kind(self, column: Column, predicate: str, classes: Sequence[str], schemes: Sequence[str]) -> str:
        """The kind of cells of a column that its sheet leaves open."""
        if column.choices:
            return "choice"
        if column.name == "id":
            return "id"
        if column.among:
            return "concept" if column.among[0].startswith("scheme:") else "thing"
        if column.name.endswith(("_en", "_zh")):
            return column.name[-2:]
        if schemes:
            return "concept"
        if classes:
            return "thing"
        types = {local_name(type) for type in self.asked(predicate, "datatype")}
        return "date" if types.issuperset(DATES) else "integer" if "integer" in types else "text"

    def add(self, concept: ox.NamedNode, scheme: str, label: Text) -> None:
        """A concept that a sheet describes."""
        self.concepts.setdefault(scheme, []).append(Concept(concept, label))

    def schemes_of(self, column: Column, choice: Choice | None) -> tuple[str, ...]:
        """The schemes whose concepts fit a column; where another column decides, those of the property chosen there."""
        if column.chosen_by and choice is not None:
            return tuple(self.asked(choice.facets["property"], "scheme")) or (expand("scheme:organization-kind"),)
        return column.among


def slot(sheet: Sheet, column: Column) -> tuple[str, bool]:
    """The property between a row and what stands in a column, and whether it leads to the row."""
    for pattern in sheet.patterns:
        if part(pattern.predicate) is None:
            if part(pattern.object) == (column.name, ""):
                return pattern.predicate, False
            if part(pattern.subject) == (column.name, "") and part(pattern.object) is not None:
                return pattern.predicate, True
    return "", False
