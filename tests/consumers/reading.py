"""What every consumer is asked of a file: how many triples, a class and an alliance by name, and one question."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from asking import graph, only_the_study, study

from qontology.exchange import contents, serialize

__all__ = [
    "ALLIANCE",
    "ALLIANCES",
    "CLASS",
    "CLASSES",
    "MEMBERS",
    "QUTAC",
    "Reading",
    "as_asked",
    "count",
    "expected",
    "text",
]

CLASS = "alliance"
"""The English label of a class."""

ALLIANCE = "量子技术与应用联盟"
"""The Chinese name of an alliance."""

QUTAC = "https://w3id.org/qontology/id/alliance/qutac"

PREFIXES = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX qo: <https://w3id.org/qontology/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
MEMBERS = f"""{PREFIXES}SELECT DISTINCT ?member {{
  ?alliance skos:prefLabel "{ALLIANCE}"@zh ; qo:hasMembership/qo:member ?member
}}"""
"""The question: who are the members of the alliance of this name?"""

CLASSES = f'{PREFIXES}SELECT DISTINCT ?class {{ ?class a owl:Class ; rdfs:label "{CLASS}"@en }}'
ALLIANCES = f'{PREFIXES}SELECT DISTINCT ?alliance {{ ?alliance a qo:Alliance ; skos:prefLabel "{ALLIANCE}"@zh }}'


class Reading(NamedTuple):
    """What a consumer found."""

    triples: int
    classes: list[str]
    alliances: list[str]
    members: list[str]

    @classmethod
    def of_json(cls, text: str) -> Reading:
        """What a program in another language printed."""
        found = json.loads(text)
        return cls(found["triples"], *(sorted(found[name]) for name in ("classes", "alliances", "members")))


def as_asked(ask, triples: int) -> Reading:
    """The reading of a consumer that answers SPARQL: ``ask`` gives the IRIs in the one column of an answer."""
    return Reading(triples, sorted(ask(CLASSES)), sorted(ask(ALLIANCES)), sorted(ask(MEMBERS)))


@cache
def expected(triples: int | None = None) -> Reading:
    """What a consumer should find in an export of the study, or in files of all that is shipped, so many triples."""
    members = (study() if triples is None else graph()).query("structure/members", alliance="QUTAC").to_dicts()
    found = Reading(
        count() if triples is None else triples,
        ["https://w3id.org/qontology/ns#Alliance"],
        [QUTAC],
        sorted({str(row["member"]) for row in members}),
    )
    assert found.triples > 5000 and len(found.members) > 5
    return found


@cache
def count(*what: str) -> int:
    """How many triples an export of the study holds."""
    with only_the_study():
        return len({quad.triple for quad in contents(*what).quads})


@cache
def text(form: str, *what: str, dl: bool = False) -> str:
    """An export of the study in a form: it has every kind of statement, and other programs take long for the world."""
    with only_the_study():
        found = contents(*what, dl=dl)
    return serialize(found.quads, form, trees=found.things)
