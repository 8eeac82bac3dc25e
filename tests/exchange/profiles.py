"""What a profile makes of the shipped graph and of data of one's own, as a graph that can be asked."""

from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from qontology import assets
from qontology.engine import Embedded
from qontology.exchange import Contents, contents, profiled
from qontology.knowledge import KnowledgeGraph

__all__ = ["MINE", "asked", "content", "made", "of_file"]

MINE = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix organization: <https://w3id.org/qontology/id/organization/> .
@prefix place: <https://w3id.org/qontology/id/place/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix role: <https://w3id.org/qontology/scheme/role/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

ex:alliance a qo:Alliance ; skos:prefLabel "My alliance"@en , "我的联盟"@zh ; schema:sameAs wd:Q1 ;
    qo:hasCountry place:germany ; qo:hasFounding ex:founding ; qo:hasMembership ex:first , ex:inferred .
ex:country a qo:Assertion ; qo:subject ex:alliance ; qo:predicate qo:hasCountry ; qo:object place:germany ;
    qo:evidence ex:page .
ex:founding a qo:Founding ; skos:prefLabel "founding"@en , "成立"@zh ; qo:date "2023-04"^^xsd:gYearMonth ;
    qo:hasInvolvement ex:leader , ex:winner ; qo:evidence ex:page .
ex:leader a qo:Involvement ; qo:hasAgent organization:basf ; qo:role role:lead ; qo:evidence ex:page .
ex:winner a qo:Involvement ; qo:hasAgent organization:bmw ; qo:role role:benefit ; qo:evidence ex:page .
ex:first a qo:Membership ; qo:member organization:basf ; qo:start "2023"^^xsd:gYear ; qo:end "2024-05-06"^^xsd:date ;
    qo:evidence ex:page .
ex:inferred a qo:Membership ; qo:member organization:bmw ; qo:evidence ex:page ; qo:reason "seen"@en , "所见"@zh .
ex:page a qo:Passage ; dcterms:isPartOf ex:source ; qo:locator "page" .
ex:source a qo:Source ; skos:prefLabel "page"@en , "网页"@zh ; foaf:homepage <http://example.org/page> .
"""
"""An alliance with an identifier, a founding, a membership with a period and one that is inferred."""


def content(*what: str, **named: Any) -> Contents:
    """Contents of what is shipped, which is less in tests beside the study; none of these writes to them."""
    return content_of(assets.files, *what, **named)


@cache
def content_of(_: object, *what: str, **named: Any) -> Contents:
    return contents(*what, **named)


def made(profile: str, *what: str) -> str | dict[str, str]:
    """What a profile makes of what is shipped, which is less in tests beside the study."""
    return made_of(assets.files, profile, *what)


@cache
def made_of(_: object, profile: str, *what: str) -> str | dict[str, str]:
    return profiled(profile, content(*what))


def asked(profile: str, *what: str) -> KnowledgeGraph:
    """What a profile makes of what is shipped, as Turtle and read again."""
    return asked_of(assets.files, profile, *what)


@cache
def asked_of(_: object, profile: str, *what: str) -> KnowledgeGraph:
    return graph_of(profiled(profile, content(*what), "turtle"))


def of_file(profile: str, path: Path, *what: str, more: str = "") -> KnowledgeGraph:
    """What a profile makes of :data:`MINE` beside what is shipped."""
    path.write_text(MINE + more, encoding="utf-8")
    return graph_of(profiled(profile, contents(*what, data=[path]), "turtle"))


def graph_of(text: str | dict[str, str]) -> KnowledgeGraph:
    """The graph of a text in Turtle."""
    store = ox.Store()
    store.load(text.encode(), format=ox.RdfFormat.TURTLE)
    return KnowledgeGraph(Embedded(store))
