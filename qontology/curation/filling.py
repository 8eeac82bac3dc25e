"""From the graph to rows: the same patterns, read backwards."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from ..engine import Triple
from ..namespaces import DCTERMS, RDF, XSD, curie, expand
from ..terms import locator
from .cell_texts import cell_text
from .cells import Cells, Value
from .directory import Directory
from .facts import EVIDENCE, IDS, FactRow, passage_triples, slug_of
from .grids import Grid, RawRow
from .sheets import ROW, Column, Sheet, TripleRule, part

__all__ = ["Filled", "fill"]

LOCATOR = ox.NamedNode(locator)
TYPE = RDF["type"]


class Filled(NamedTuple):
    """Rows of sheets as texts by column, and what of the graph no sheet can hold: how many triples of each class."""

    rows: dict[str, list[dict[str, str]]]
    left_out: Counter[str]


def fill(sheets: Sequence[Sheet], triples: Iterable[Triple], cells: Cells) -> Filled:
    """The rows that say a part of a graph, and nothing that the graph does not say.

    :param triples: the part; what it says of a thing may reach beyond it.
    :param cells: what is known of the whole graph.
    """
    known = cells.known
    wanted = set(triples)
    index = Index(known.graph.triples())
    rows: dict[str, list[dict[str, str]]] = {}
    held: set[Triple] = set()
    for sheet in sheets:
        filled = []
        for node in sorted({triple.subject for triple in wanted if isinstance(triple.subject, ox.NamedNode)}, key=str):
            row = Backwards(sheet, node, index).row()
            if row is not None and (said := index.confirmed(row, known)) is not None:
                held |= said
                cells.deciding = sheet.by_name
                filled.append({name: cell_text(row, name, cells) for name in sheet.by_name if row.values.get(name)})
        rows[sheet.name] = filled
    left = wanted - held
    return Filled(rows, Counter(class_of(triple, index) for triple in left))


def class_of(triple: Triple, index: Index) -> str:
    """The class of what a triple speaks of, to count by."""
    return min((curie(one) for one in index.objects(triple.subject, TYPE)), default="")


class Index:
    """A graph by subject and by object."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = set(triples)
        self._objects: dict[tuple[object, object], list[ox.NamedNode | ox.Literal]] = defaultdict(list)
        self._subjects: dict[tuple[object, object], list[ox.NamedNode]] = defaultdict(list)
        for triple in sorted(self.triples, key=str):
            if isinstance(triple.object, ox.NamedNode | ox.Literal):
                self._objects[triple.subject, triple.predicate].append(triple.object)
            if isinstance(triple.subject, ox.NamedNode):
                self._subjects[triple.predicate, triple.object].append(triple.subject)

    def objects(self, subject: object, predicate: object) -> list[ox.NamedNode | ox.Literal]:
        """What a property of a node leads to."""
        return self._objects.get((subject, predicate), [])

    def subjects(self, predicate: object, object_: object) -> list[ox.NamedNode]:
        """What a property leads from to a node."""
        return self._subjects.get((predicate, object_), [])

    def confirmed(self, row: FactRow, known: Directory) -> set[Triple] | None:
        """The triples that a row says, if the graph says all of them."""
        said = {one.triple for one in row.says()}
        for passage, source, where in row.evidence(known):
            said |= {ox.Triple(node, EVIDENCE, passage) for node in row.nodes.values()}
            said |= set(passage_triples(passage, source, where))
        return said if said <= self.triples else None


class Backwards:
    """Finds what stands in the columns of a row, from the node that it describes."""

    def __init__(self, sheet: Sheet, node: ox.NamedNode, index: Index) -> None:
        self.index = index
        self.row_ = FactRow(sheet, Grid(sheet.name, sheet.name, (), []), RawRow(0, ()), {}, {}, {ROW: node})
        self.sheet = sheet

    def row(self) -> FactRow | None:
        """The row, or None where the sheet cannot hold the node."""
        row, node = self.row_, self.row_.node
        before = -1
        while before != (before := len(row.values) + len(row.nodes)):
            if not all(map(self.bind, self.sheet.patterns)):
                return None
        self.find_owner()
        self.find_evidence()
        for column in self.sheet.columns:
            if column.language and row.values.get(column.name):
                tag = row.values[column.name][0]
                row.values[column.language] = [ox.Literal(tag.language or "")] if isinstance(tag, ox.Literal) else []
        # The row itself comes last: it may have a short name of its own, while the others keep to their rules.
        for name, rule in reversed([*self.sheet.nodes.items()]):
            if not self.find_slugs(name, rule):
                return None
        row.nodes = {}
        row.mint(IDS)
        if row.nodes.get(ROW) != node:
            row.values["id"] = [node.value.rpartition("/")[2]]
            row.mint(IDS)
        complete = all(row.values.get(column.name) for column in self.sheet.columns if column.must)
        single = all(len(row.values.get(column.name, ())) < 2 for column in self.sheet.columns if not column.several)
        return row if complete and single and row.nodes.get(ROW) == node else None

    def bind(self, pattern: TripleRule) -> bool:
        """Looks up what a triple tells; False where the node cannot be one of this sheet."""
        subjects, objects = self.bound(pattern.subject), self.bound(pattern.object)
        predicate = self.predicate(pattern)
        if predicate is None:
            return True
        found, facet = part(pattern.object), part(pattern.subject)
        if subjects and not objects and found:
            values = [value for subject in subjects for value in self.index.objects(subject, predicate)]
            return self.keep(found, values, required=predicate == TYPE)
        if objects and not subjects and facet:
            return self.keep(facet, [one for value in objects for one in self.index.subjects(predicate, value)])
        if subjects and objects and found is None:
            return any(objects[0] in self.index.objects(one, predicate) for one in subjects)
        return True

    def bound(self, text: str) -> list[ox.NamedNode | ox.Literal]:
        """The terms that a part of a triple stands for by now."""
        return self.row_.terms(text)

    def predicate(self, pattern: TripleRule) -> ox.NamedNode | None:
        """The property of a triple; of one that a choice decides, None before the choice is known."""
        found = part(pattern.predicate)
        if found is None:
            return TYPE if pattern.predicate == "a" else ox.NamedNode(expand(pattern.predicate))
        terms = self.bound(pattern.predicate)
        return terms[0] if terms and isinstance(terms[0], ox.NamedNode) else None

    def keep(self, found: tuple[str, str], values: Sequence[Value], *, required: bool = False) -> bool:
        """Notes what a part of a triple stands for."""
        name, facet = found
        if name in self.sheet.nodes:
            if len(values) == 1 and isinstance(values[0], ox.NamedNode):
                self.row_.nodes[name] = values[0]
            return True
        column = self.sheet.by_name[name]
        if facet:
            iris = {value.value for value in values if isinstance(value, ox.NamedNode)}
            words = [one.word for one in column.choices if facet in one.facets and expand(one.facets[facet]) in iris]
            if words:
                self.row_.values[name] = [words[0]]
            return bool(words) or not required
        if fitting := [value for value in values if fits(value, column)]:
            self.row_.values[name] = list(dict.fromkeys(fitting))
        return True

    def find_owner(self) -> None:
        """Finds to what a row belongs that is linked from the row of which it is a rival alone."""
        row = self.row_
        for pattern in self.sheet.patterns:
            for other in [one for name in pattern.unless for one in row.values.get(name, ())]:
                predicate, found = self.predicate(pattern), part(pattern.subject)
                if predicate is not None and found and not row.values.get(found[0]):
                    row.values[found[0]] = [*self.index.subjects(predicate, other)]

    def find_evidence(self) -> None:
        """Fills in the sources and the places in them."""
        if not self.sheet.evidence:
            return
        sources: list[Value] = []
        places: list[Value] = []
        for passage in self.index.objects(self.row_.node, EVIDENCE):
            for source in self.index.objects(passage, DCTERMS["isPartOf"]):
                for where in self.index.objects(passage, LOCATOR):
                    sources.append(source)
                    places.append(where)
        self.row_.values |= {"source": sources, "locator": places} if sources else {}

    def find_slugs(self, name: str, rule: str) -> bool:
        """Finds the short names that a rule put into an IRI; False where it cannot have made it."""
        node = self.row_.nodes.get(name)
        ids = [key for key, column in self.sheet.by_name.items() if column.kind == "id" and f"{{{key}}}" in rule]
        free = [key for key in ids if not self.row_.values.get(key)]
        if node is None or not free:
            return True
        keys = {key: values for key, values in self.row_.values.items() if values}
        pattern = re.escape(expand(self.filled(rule, keys))).replace(re.escape(f"{{{free[0]}}}"), "([a-z0-9-]+)")
        if found := re.fullmatch(pattern, node.value):
            self.row_.values[free[0]] = [found[1]]
        return found is not None

    def filled(self, rule: str, keys: dict[str, list[Value]]) -> str:
        """A rule with what is known of its columns."""
        for key, values in keys.items():
            if self.sheet.by_name[key].kind != "id":
                rule = rule.replace(f"{{{key}}}", slug_of(values[0]))
        return rule


def fits(value: Value, column: Column) -> bool:
    """Whether a value is of the kind of a column."""
    if isinstance(value, ox.Literal):
        match column.kind:
            case "en" | "zh":
                return value.language == column.kind
            case "tagged":
                return value.language is not None
            case "date":
                return value.datatype in (XSD["date"], XSD["gYear"], XSD["gYearMonth"])
            case "integer":
                return value.datatype == XSD["integer"]
            case kind:
                return kind in ("text", "language") and value.language is None
    return column.kind in ("thing", "concept", "address")
