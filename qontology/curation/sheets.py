"""The sheets that a curator fills in, as the files under sheets/ declare them.

A file tells the columns of a sheet, the rule by which a row gets its IRI, and the triples that a row stands for. A
column is written ``name`` where it must be filled, ``name?`` where it may be, ``name*`` where it may hold several
values. In a triple, ``{row}`` is the node of the row, ``{member}`` what stands in the column of that name, and
``{what.link}`` a property that belongs to the choice made there. A triple with an empty column is not said, nor one
that ends in ``unless`` and the name of a column that is filled.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from .. import assets
from ..language import Text

__all__ = ["PART", "ROW", "Choice", "Column", "TripleRule", "Sheet", "part", "sheets"]

FOLDER = "sheets"
COMMON = "common"
ROW = "row"
"""The name of the node that a row describes."""

PART = re.compile(r"\{(\w+)(?:\.(\w+))?\??\}")
WORD = re.compile(r"(\w+)([?*]?)")


class Choice(NamedTuple):
    """One of the words that a column offers, with what follows from it: a class, a property, a name."""

    word: str
    label: Text
    facets: Mapping[str, str]


class TripleRule(NamedTuple):
    """One triple that a row may say; it is not said where one of the columns ``unless`` is filled."""

    subject: str
    predicate: str
    object: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """A column as its sheet declares it; what is not declared is told by the ontology and the shapes.

    ``kind`` is one of the kinds of cells of :mod:`qontology.curation.cells`; ``among`` are classes or schemes as
    curies; ``language`` names the column that holds the language of this one; ``chosen_by`` that whose choice decides
    the scheme.
    """

    name: str
    must: bool = False
    several: bool = False
    label: Text | None = None
    help: Text | None = None
    kind: str = ""
    among: tuple[str, ...] = ()
    language: str = ""
    chosen_by: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A sheet: one row a fact.

    ``nodes`` are the rules of the IRIs by the names of the nodes; ``file`` is the rule of the file in which a row is
    written, which without it is that of the thing to which it belongs; ``evidence`` tells whether a row names its
    source.
    """

    name: str
    label: Text
    help: Text
    columns: tuple[Column, ...]
    nodes: Mapping[str, str]
    patterns: tuple[TripleRule, ...]
    example: Mapping[str, str]
    file: str
    evidence: bool
    by_name: Mapping[str, Column] = field(repr=False)

    def position(self, column: str) -> int:
        """Where a column stands, from 1."""
        return [one.name for one in self.columns].index(column) + 1

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns that make the IRI of a row."""
        return tuple(name for name, _ in PART.findall(self.nodes[ROW]))


def part(text: str) -> tuple[str, str] | None:
    """The column and the facet that a part of a triple stands for; None for a term.

    >>> part("{what.link}"), part("{row}"), part("qo:member")
    (('what', 'link'), ('row', ''), None)
    """
    found = PART.fullmatch(text)
    return (found[1], found[2] or "") if found else None


@cache
def sheets() -> tuple[Sheet, ...]:
    """All sheets in order.

    >>> [sheet.name for sheet in sheets()][:2]
    ['sources', 'alliances']
    """
    declared = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in assets.files(FOLDER, ".toml")}
    common = declared.pop(COMMON)
    ordered = sorted(declared.items(), key=lambda item: item[1]["order"])
    return tuple(read(name, table, common) for name, table in ordered)


def read(name: str, table: Mapping[str, Any], common: Mapping[str, Any]) -> Sheet:
    """A sheet out of its file and out of what all have in common."""
    evidence = table.get("evidence", True)
    own = WORD.findall(table["columns"])
    names = {word for word, _ in own}
    shared = [found for found in WORD.findall(common["columns"]) if found[0] not in names] if evidence else []
    told = {word: common["column"].get(word, {}) | table.get("column", {}).get(word, {}) for word, _ in [*own, *shared]}
    columns = tuple(column(word, mark, told[word]) for word, mark in [*own, *shared])
    triples = [*table["triples"], *(common["triples"] if evidence else ())]
    return Sheet(
        name,
        Text(*table["label"]),
        Text(*table["help"]),
        columns,
        {ROW: table["row"], **table.get("nodes", {})},
        tuple(map(pattern, triples)),
        table["example"],
        table.get("file", ""),
        evidence,
        {one.name: one for one in columns},
    )


def column(name: str, mark: str, told: Mapping[str, Any]) -> Column:
    """A column out of what its sheet tells of it."""
    return Column(
        name,
        must=not mark,
        several=mark == "*",
        label=Text(*told["label"]) if "label" in told else None,
        help=Text(*told["help"]) if "help" in told else None,
        kind=told.get("kind", ""),
        among=tuple(told.get("among", ())),
        language=told.get("language", ""),
        chosen_by=told.get("chosen_by", ""),
        choices=tuple(
            Choice(word, Text(*facets["label"]), {key: text for key, text in facets.items() if key != "label"})
            for word, facets in told.get("choices", {}).items()
        ),
    )


def pattern(text: str) -> TripleRule:
    """A triple as it is written in a file of a sheet."""
    subject, predicate, object_, *rest = text.split()
    return TripleRule(subject, predicate, object_, tuple(rest[1:]))
