"""Rows against each other, and against what is known: doubles, near names, contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ..findings import Severity
from ..language import Text
from ..namespaces import RDF, SKOS, curie
from ..terms import Source
from .directory import PREFERRED, Directory
from .facts import SCHEMES, FactRow, Said, value_of
from .places import CellPlace, Problem

__all__ = ["contradictions", "doubles", "renamed", "repeated"]

CONCEPT = SKOS["Concept"].value
LABEL = ox.NamedNode(PREFERRED)
ADDRESS = ox.NamedNode("http://xmlns.com/foaf/0.1/homepage")


def repeated(rows: Iterable[FactRow]) -> Iterator[tuple[CellPlace, Problem]]:
    """Rows that another row of the sheet repeats in every cell."""
    seen: dict[tuple[object, ...], int] = {}
    for row in rows:
        key = (row.sheet.name, *(str(row.cells.get(column.name) or "") for column in row.sheet.columns))
        first = seen.setdefault(key, row.line.number)
        if first != row.line.number:
            yield row.place(), REPEATED.format(first)


def contradictions(rows: Iterable[FactRow]) -> Iterator[tuple[CellPlace, Problem]]:
    """Rows that describe one node and differ in a column that holds one value."""
    told: dict[tuple[str, ox.NamedNode, str], tuple[FactRow, list[object]]] = {}
    for row in rows:
        for column in row.sheet.columns:
            values: list[object] = [*row.values.get(column.name, ())]
            if not values or column.several or column.name == "id":
                continue
            first, known = told.setdefault((row.sheet.name, row.node, column.name), (row, values))
            if known != values:
                yield row.place(column.name), CONTRADICTION.format(first.line.number, shown(known), shown(values))


def doubles(rows: Iterable[tuple[FactRow, list[Said]]], known: Directory) -> Iterator[tuple[CellPlace, Problem]]:
    """Rows that describe anew what is known by the same name, and those whose name is much like a known one.

    Only sheets whose rows have files of their own describe things that are known by name.
    """
    before = set(known.shipped)
    for row, said in rows:
        if row.node in before or not row.sheet.file:
            continue
        classes = {value_of(one.triple) for one in said if one.triple.predicate == RDF["type"]}
        for one in said:
            if one.triple.predicate == (ADDRESS if Source in classes else LABEL) and one.triple.subject == row.node:
                for problem, other in same_or_near(row.node, value_of(one.triple), classes, known):
                    if other in before:
                        yield row.place(one.column), named(problem, value_of(one.triple), other, known)
        before.add(row.node)


def same_or_near(
    node: ox.NamedNode, name: str, classes: set[str], known: Directory
) -> Iterator[tuple[Problem, ox.NamedNode]]:
    """The other things of these classes that go by a name or an address; else those whose name is much like it."""
    found = known.meant(name, classes) if Source in classes else known.called(name, classes)
    same = sorted((one for one in found if one != node and of_one_scheme(one, node)), key=str)
    yield from ((DOUBLE, other) for other in same)
    if not same and classes.isdisjoint((Source, CONCEPT)):
        yield from ((NEAR, other) for other in known.near(name, classes) if other != node)


def renamed(rows: Iterable[tuple[FactRow, list[Said]]], known: Directory) -> Iterator[tuple[CellPlace, Problem]]:
    """Rows that call by another name what the graph has already."""
    for row, said in rows:
        for one in said:
            node, predicate, name = one.triple
            if predicate != LABEL or node not in known.shipped or not isinstance(name, ox.Literal):
                continue
            label = known.labels[node].get(name.language or "", name.value)
            if label != name.value:
                yield row.place(one.column), RENAMED.format(label, curie(node), name.value)


def of_one_scheme(one: ox.NamedNode, other: ox.NamedNode) -> bool:
    """Whether two things are of one scheme, if they are concepts; others always are."""
    schemes = [node.value.rpartition("/")[0] for node in (one, other)]
    return not schemes[0].startswith(SCHEMES) or schemes[0] == schemes[1]


def named(problem: Problem, name: str, other: ox.NamedNode, known: Directory) -> Problem:
    """A problem with a name and the thing that goes by it or by one much like it."""
    label = known.label(other)
    return problem._replace(
        message=Text(
            problem.message.en.format(name, label.en, curie(other)),
            problem.message.zh.format(name, label.zh, curie(other)),
        ),
        remedy=Text(*(text.format(curie(other)) for text in problem.remedy)),
    )


def shown(values: list[object]) -> str:
    """Values as a reader sees them."""
    return " | ".join(curie(one) if isinstance(one, ox.NamedNode | ox.Literal) else str(one) for one in values)


REPEATED = Problem(
    "DOUBLE",
    Text("the row repeats row {0}", "本行与第 {0} 行重复"),
    Text("remove one of them", "请删去其一"),
)
CONTRADICTION = Problem(
    "CONTRADICTION",
    Text("row {0} says “{1}” of the same, and this one “{2}”", "第 {0} 行就同一事物写作“{1}”，本行则为“{2}”"),
    Text(
        "correct one of them; where sources differ, give this row a short name (id), and name that row in rival_of",
        "请更正其一；若来源确有分歧，请为本行另取简名（id），并在 rival_of 列填写与之矛盾的那一行",
    ),
)
DOUBLE = Problem(
    "DOUBLE",
    Text("“{0}” is there already, as {2}", "“{0}”已收录为 {2}"),
    Text("remove the row and write {0} where it is meant", "请删去本行，所指之处写 {0}"),
)
RENAMED = Problem(
    "CONTRADICTION",
    Text("the graph has {1} already, and calls it “{0}”", "图谱已收录 {1}，名称为“{0}”"),
    Text(
        "write that name, or give “{2}” on the sheet “names”; if it is another thing, choose another short name",
        "请改用该名称，或在“names”表中给出“{2}”；若为另一事物，请另取简名",
    ),
)
NEAR = Problem(
    "NEAR",
    Text("“{0}” is much like “{1}” ({2}), which is known", "“{0}”与已收录的“{1}”（{2}）相近"),
    Text(
        "if it is the same, remove the row and write {0} where it is meant",
        "若为同一事物，请删去本行，所指之处写 {0}",
    ),
    Severity.WARNING,
)
