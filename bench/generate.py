"""Alliances that conform, as many as are wanted, with a fault in one of a hundred at places that are known."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

__all__ = ["FAULTS", "Seeded", "write"]

THINGS = "https://example.org/id/"

PREFIXES = """\
@prefix : <https://example.org/id/> .
@prefix counted: <https://w3id.org/qontology/scheme/counted/> .
@prefix dating: <https://w3id.org/qontology/scheme/dating/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kind: <https://w3id.org/qontology/scheme/organization-kind/> .
@prefix modality: <https://w3id.org/qontology/scheme/modality/> .
@prefix place: <https://w3id.org/qontology/id/place/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix role: <https://w3id.org/qontology/scheme/role/> .
@prefix sector: <https://w3id.org/qontology/scheme/sector/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <https://w3id.org/qontology/scheme/status/> .
@prefix technology: <https://w3id.org/qontology/scheme/technology/> .
@prefix theme: <https://w3id.org/qontology/scheme/goal-theme/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

:source a qo:Source ; skos:prefLabel "a source"@en , "某一来源"@zh ; dcterms:identifier "source-1" .
:passage a qo:Passage ; dcterms:isPartOf :source ; qo:locator "p1" .
"""

ALLIANCE = """
:a{n} a qo:Alliance ; skos:prefLabel "Alliance {n}"@en , "第{n}联盟"@zh ; skos:altLabel "A{n}"@en , "A{n}"@zh ;
    qo:organizationKind kind:alliance ; qo:country place:germany ; qo:status status:established ;
    qo:founding :f{n} ; qo:goal :g{n}-1 , :g{n}-2 ; qo:count :c{n} ; qo:membership :m{n}-1 , :m{n}-2 ;
    qo:evidence :passage .
:f{n} a qo:Founding ; skos:prefLabel "founding {n}"@en , "第{n}次成立"@zh ; qo:date "2021-06"^^xsd:gYearMonth ;
    qo:involvement :i{n} ; qo:evidence :passage .
:i{n} a qo:Involvement ; qo:agent :o{n} ; qo:role role:lead ; qo:evidence :passage .
:o{n} a qo:Organization ; skos:prefLabel "Company {n}"@en , "第{n}企业"@zh ; qo:organizationKind kind:company ;
    qo:sector sector:chemicals ; qo:evidence :passage .
:g{n}-1 a qo:Goal ; skos:prefLabel "first goal of {n}"@en , "第{n}联盟的首要目标"@zh ; qo:theme theme:workforce ;
    qo:technology technology:quantum-computing ; qo:evidence :passage .
:g{n}-2 a qo:Goal ; skos:prefLabel "second goal of {n}"@en , "第{n}联盟的次要目标"@zh ; qo:theme theme:standards ;
    qo:technology technology:quantum-sensing ; qo:evidence :passage .
:c{n} a qo:Count ; qo:counted counted:member ; qo:value 12 ; qo:asOf "2022-07-05"^^xsd:date ; qo:evidence :passage .
:m{n}-1 a qo:Membership ; qo:member :o{n} ; qo:evidence :passage .
:m{n}-2 a qo:Membership ; qo:member :o{n} ; qo:evidence :passage .
:b{n} a qo:WorkingGroup ; skos:prefLabel "group of {n}"@en , "第{n}联盟工作组"@zh ; qo:bodyOf :a{n} ;
    qo:task :t{n} ; qo:leadership :l{n} ; qo:evidence :passage .
:t{n} a qo:Task ; skos:prefLabel "task of {n}"@en , "第{n}联盟的任务"@zh ; qo:theme theme:standards ;
    qo:modality modality:planned ; qo:evidence :passage .
:l{n} a qo:Leadership ; qo:leadOrganization :o{n} ; qo:evidence :passage .
"""
TRIPLES_AN_ALLIANCE = 70


class Fault(NamedTuple):
    """A change to the text of one alliance, and the finding it must cause: a code and the first letter of a node."""

    code: str
    node: str
    old: str
    new: str


FAULTS = (
    Fault("QO-101", "a{n}", " ; qo:status status:established", ""),
    Fault("QO-103", "a{n}", ', "第{n}联盟"@zh ; skos:alt', ', "第{n}联盟"@zh , "又一名"@zh ; skos:alt'),
    Fault("QO-112", "f{n}", '"2021-06"^^xsd:gYearMonth', '"2021-6"^^xsd:gYearMonth'),
    Fault("QO-121", "a{n}", "qo:country place:germany", "qo:country place:europe"),
    Fault("QO-132", "i{n}", " ; qo:role role:lead", ""),
    Fault("QO-303", "g{n}-1", "qo:theme theme:workforce", "qo:theme sector:chemicals"),
    Fault("QO-411", "l{n}", " ; qo:leadOrganization :o{n}", ""),
    Fault("QO-421", "m{n}-2", ":m{n}-2 a qo:Membership ; qo:member :o{n}", ":m{n}-2 a qo:Membership"),
    Fault("QO-441", "c{n}", "qo:value 12", "qo:value -12"),
    Fault("QO-442", "c{n}", 'qo:asOf "2022-07-05"^^xsd:date', 'qo:asOf "2022"^^xsd:gYear ; qo:dating dating:undated'),
    Fault("QO-601", "t{n}", "qo:modality modality:planned ; qo:evidence :passage", "qo:modality modality:planned"),
)


class Seeded(NamedTuple):
    """A file, how many triples it was asked for, and the findings it must give: (code, node in N-Triples syntax)."""

    path: Path
    triples: int
    findings: frozenset[tuple[str, str]]


def write(folder: Path, triples: int) -> Seeded:
    """Writes about so many triples of Turtle; every hundredth alliance has a fault, one kind after the other."""
    path = folder / f"alliances-{triples}.ttl"
    findings = set()
    with path.open("w", encoding="utf-8") as file:
        file.write(PREFIXES)
        for n in range(1, max(triples // TRIPLES_AN_ALLIANCE, 1) + 1):
            text = ALLIANCE
            if n % 100 == 50:
                fault = FAULTS[n // 100 % len(FAULTS)]
                if fault.old not in text:
                    raise ValueError(f"{fault.code}: the text to change is not in the pattern")
                text = text.replace(fault.old, fault.new)
                findings.add((fault.code, f"<{THINGS}{fault.node.format(n=n)}>"))
            file.write(text.format(n=n))
    return Seeded(path, triples, frozenset(findings))
