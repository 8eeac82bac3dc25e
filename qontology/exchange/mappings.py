"""Mappings: the identifiers that things have elsewhere, as a mapping set in SSSOM (TSV)."""

from __future__ import annotations

import json
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .. import __version__
from ..knowledge import KnowledgeGraph
from ..terms import PREFIXES

__all__ = ["mappings"]

REGISTERS = {
    "ISNI": "https://isni.org/isni/",
    "ISO3166": "https://www.iso.org/obp/ui/#iso:code:3166:",
    "ROR": "https://ror.org/",
    "wikidata": "http://www.wikidata.org/entity/",
}
"""The registers by the prefix that their identifiers have in a mapping set."""

USED = ("alliance", "organization", "place", "schema", "source")
SET = {
    "mapping_set_id": "https://w3id.org/qontology/mappings",
    "mapping_set_version": __version__,
    "mapping_set_title": "Qontology: identifiers of organizations and places",
    "mapping_set_description": "What the organizations and places of Qontology are called in registers.",
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "creator_label": "The editors of Qontology",
}


class Mapping(NamedTuple):
    """One row; ``comment`` has the place in the source, and the reason of an inference."""

    subject_id: str
    subject_label: str
    predicate_id: str
    object_id: str
    mapping_justification: str
    mapping_source: str
    mapping_date: str
    comment: str


def mappings(graph: KnowledgeGraph) -> str:
    """The mapping set of a graph: a row for each identifier whose register is known (:data:`REGISTERS`).

    The predicate is ``schema:sameAs``, as in the graph: a mapping property of SKOS would make concepts of agents.

    >>> from qontology import load
    >>> [line for line in mappings(load()).splitlines() if "wikidata:Q9401" in line][0].split("\\t")[:4]
    ['organization:basf', 'BASF', 'schema:sameAs', 'wikidata:Q9401']
    """
    rows = []
    answer = graph.query("core/identifiers", language="en")
    for cells in answer.rows:
        row = dict(zip(answer.columns, cells, strict=True))
        identifier = short(row["identifier"], REGISTERS)
        if identifier:
            date = text(row["date"])
            rows.append(
                Mapping(
                    subject_id=short(row["thing"], PREFIXES),
                    subject_label=text(row["name"]),
                    predicate_id="schema:sameAs",
                    object_id=identifier,
                    mapping_justification="semapv:ManualMappingCuration",
                    mapping_source=short(row["source"], PREFIXES),
                    mapping_date=date if len(date) == len("2026-06-23") else "",
                    comment="; ".join(filter(None, (text(row["locator"]), text(row["reason"])))),
                )
            )
    return "\n".join([*header(), *("\t".join(row) for row in [Mapping(*Mapping._fields), *sorted(rows)]), ""])


def text(term: object) -> str:
    """The text of a literal on one line; nothing for what is not there."""
    return " ".join(term.value.split()) if isinstance(term, Literal) else ""


def short(term: object, spaces: dict[str, str]) -> str:
    """An IRI in short by one of these namespaces; empty where there is none."""
    iri = term.value if isinstance(term, NamedNode) else ""
    names = (f"{prefix}:{iri.removeprefix(space)}" for prefix, space in spaces.items() if iri.startswith(space))
    return next(names, "")


def header() -> list[str]:
    """The lines on the set itself, which are YAML behind a number sign."""
    spaces = {name: PREFIXES[name] for name in USED} | REGISTERS | {"semapv": "https://w3id.org/semapv/vocab/"}
    ordered = sorted(spaces.items(), key=lambda pair: pair[0].lower())
    lines = ["curie_map:", *(f"  {name}: {json.dumps(space)}" for name, space in ordered)]
    return [f"#{line}" for line in [*lines, *(f"{slot}: {json.dumps(value)}" for slot, value in SET.items())]]
