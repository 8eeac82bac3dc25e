"""Alliances that conform, as many as are wanted, with faults against rules of every module at places that are known."""

from __future__ import annotations

from pathlib import Path

from .seeding import Fault, Pattern, Seeded

__all__ = ["ALLIANCES", "write"]

BEGIN = """\
@prefix : <https://example.org/id/> .
@prefix bound: <https://w3id.org/qontology/scheme/bound/> .
@prefix claim-kind: <https://w3id.org/qontology/scheme/claim-kind/> .
@prefix completeness: <https://w3id.org/qontology/scheme/completeness/> .
@prefix counted: <https://w3id.org/qontology/scheme/counted/> .
@prefix dating: <https://w3id.org/qontology/scheme/dating/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix kind: <https://w3id.org/qontology/scheme/organization-kind/> .
@prefix modality: <https://w3id.org/qontology/scheme/modality/> .
@prefix mode: <https://w3id.org/qontology/scheme/formation-mode/> .
@prefix organization: <https://w3id.org/qontology/id/organization/> .
@prefix place: <https://w3id.org/qontology/id/place/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix reading: <https://w3id.org/qontology/scheme/reading/> .
@prefix role: <https://w3id.org/qontology/scheme/role/> .
@prefix sector: <https://w3id.org/qontology/scheme/sector/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix status: <https://w3id.org/qontology/scheme/status/> .
@prefix technology: <https://w3id.org/qontology/scheme/technology/> .
@prefix theme: <https://w3id.org/qontology/scheme/goal-theme/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

:keywords a skos:ConceptScheme ; skos:prefLabel "keywords"@en , "关键词"@zh ;
    skos:definition "Scheme of words that alliances use of themselves."@en , "联盟描述自身的用语表。"@zh .
"""

# One alliance with all that belongs to it: every kind of thing that the ontology has, as far as data describe it.
ALLIANCE = """
:s{n} a qo:Study ; skos:prefLabel "source {n}"@en , "第{n}号来源"@zh ; dcterms:identifier "source-{n}" ;
    qo:compares :a{n} .
:p{n}-1 a qo:Passage ; dcterms:isPartOf :s{n} ; qo:locator "p1" .
:p{n}-2 a qo:Passage ; dcterms:isPartOf :s{n} ; qo:locator "p2" .
:a{n} a qo:Alliance ; skos:prefLabel "Alliance {n}"@en , "第{n}联盟"@zh ; skos:altLabel "A{n}"@en , "A{n}"@zh ;
    qo:organizationKind kind:alliance ; qo:hasCountry place:germany ; qo:status status:established ;
    qo:hasFounding :f{n} ; qo:hasAnnouncement :n{n} ; qo:hasFormationAssessment :d{n} ; qo:hasGoal :g{n}-1 , :g{n}-2 ;
    qo:hasInitiative :r{n} , :x{n} ; qo:hasCount :c{n}-1 , :c{n}-2 ; qo:hasMembership :m{n}-1 , :m{n}-2 ;
    qo:evidence :p{n}-1 .
:f{n} a qo:Founding ; skos:prefLabel "founding {n}"@en , "第{n}次成立"@zh ; qo:date "2021-06"^^xsd:gYearMonth ;
    qo:hasInvolvement :i{n}-1 ; qo:evidence :p{n}-1 .
:n{n} a qo:Announcement ; skos:prefLabel "announcement {n}"@en , "第{n}次宣布"@zh ; qo:dating dating:not-stated ;
    qo:evidence :p{n}-1 .
:d{n} a qo:FormationAssessment ; qo:assessedMode mode:company-led ; qo:claimant :s{n} ; qo:evidence :p{n}-1 .
:i{n}-1 a qo:Involvement ; qo:hasAgent :o{n}-1 ; qo:role role:lead ; qo:evidence :p{n}-1 .
:o{n}-1 a qo:Organization ; skos:prefLabel "Company {n}"@en , "第{n}企业"@zh ; qo:organizationKind kind:company ;
    qo:sector sector:chemicals ; qo:basedIn place:germany ; qo:evidence :p{n}-1 .
:o{n}-2 a qo:Organization ; skos:prefLabel "Institute {n}"@en , "第{n}研究所"@zh ; qo:evidence :p{n}-1 .
:g{n}-1 a qo:Goal ; skos:prefLabel "first goal of {n}"@en , "第{n}联盟的首要目标"@zh ; qo:theme theme:workforce ;
    qo:technology technology:quantum-computing ; qo:evidence :p{n}-1 .
:g{n}-2 a qo:Goal ; skos:prefLabel "second goal of {n}"@en , "第{n}联盟的次要目标"@zh ; qo:theme theme:standards ;
    qo:technology technology:quantum-sensing ; qo:evidence :p{n}-2 .
:c{n}-1 a qo:Count ; qo:counted counted:member ; qo:value 12 ; qo:asOf "2022-07-05"^^xsd:date ; qo:evidence :p{n}-1 .
:c{n}-2 a qo:Count ; qo:counted counted:university ; qo:value 7 ; qo:asOf "2023"^^xsd:gYear ; qo:partOfCount :c{n}-1 ;
    qo:evidence :p{n}-2 .
:m{n}-1 a qo:Membership ; qo:member :o{n}-1 ; qo:tier :e{n} ; qo:evidence :p{n}-1 .
:m{n}-2 a qo:Membership ; qo:member :o{n}-2 ; qo:evidence :p{n}-2 .
:e{n} a qo:MembershipTier ; skos:prefLabel "core members of {n}"@en , "第{n}联盟核心成员"@zh ; qo:tierOf :a{n} ;
    qo:eligibleCountry place:germany ; qo:evidence :p{n}-2 .
:w{n} a qo:WorkingGroup ; skos:prefLabel "group of {n}"@en , "第{n}联盟工作组"@zh ; qo:bodyOf :a{n} ; qo:hasTask :t{n} ;
    qo:hasLeadership :l{n}-1 ; qo:evidence :p{n}-1 .
:b{n} a qo:GoverningBody ; skos:prefLabel "committee of {n}"@en , "第{n}联盟委员会"@zh ; qo:bodyOf :a{n} ;
    qo:hasLeadership :l{n}-2 ; qo:evidence :p{n}-1 .
:u{n} a qo:Subcommittee ; skos:prefLabel "subcommittee of {n}"@en , "第{n}联盟分委会"@zh ; qo:subBodyOf :b{n} ;
    qo:evidence :p{n}-1 .
:t{n} a qo:Task ; skos:prefLabel "task of {n}"@en , "第{n}联盟的任务"@zh ; qo:theme theme:standards ;
    qo:modality modality:planned ; qo:evidence :p{n}-2 .
:l{n}-1 a qo:Leadership ; qo:leadOrganization :o{n}-1 ; qo:evidence :p{n}-1 .
:l{n}-2 a qo:Leadership ; qo:leadPost :j{n} ; qo:evidence :p{n}-1 .
:j{n} a qo:Post ; skos:prefLabel "chair of {n}"@en , "第{n}联盟主席"@zh ; qo:postOf :b{n} ; qo:evidence :p{n}-1 .
:h{n} a qo:Person ; skos:prefLabel "Person {n}"@en , "第{n}人"@zh ; qo:hasAffiliation :k{n}-1 , :k{n}-2 ;
    qo:evidence :p{n}-1 .
:k{n}-1 a qo:Affiliation ; qo:hasPost :j{n} ; qo:start "2021"^^xsd:gYear ; qo:end "2023-04"^^xsd:gYearMonth ;
    qo:evidence :p{n}-1 .
:k{n}-2 a qo:Affiliation ; qo:affiliatedWith :o{n}-2 ; qo:evidence :p{n}-1 .
:r{n} a qo:Report ; skos:prefLabel "report of {n}"@en , "第{n}联盟的报告"@zh ; qo:date "2024"^^xsd:gYear ;
    qo:modality modality:done ; qo:theme theme:use-cases ; qo:evidence :p{n}-2 .
:x{n} a qo:Contribution ; skos:prefLabel "contribution to {n}"@en , "对第{n}联盟的贡献"@zh ; qo:hasInvolvement :i{n}-2 ;
    qo:modality modality:ongoing ; qo:evidence :p{n}-2 .
:i{n}-2 a qo:Involvement ; qo:hasAgent :o{n}-1 ; qo:role role:contribute ; qo:evidence :p{n}-2 .
:q{n} a qo:Claim ; qo:about :a{n} , :o{n}-1 ; qo:claimant :s{n} ; qo:claimKind claim-kind:finding ;
    qo:reading reading:collective ;
    qo:hasStatement "Claim {n} holds."@en , "第{n}条论断成立。"@zh ; qo:evidence :p{n}-2 .
:y{n} a qo:Assertion ; qo:subject :a{n} ; qo:predicate qo:organizationKind ; qo:object kind:alliance ;
    qo:claimant organization:qontology-editors ; qo:reason "The source names it."@en , "来源已点明。"@zh .
:z{n} a qo:Enumeration ; qo:subject :a{n} ; qo:predicate qo:hasGoal ; qo:completeness completeness:open ;
    qo:statedSize 2 ; qo:evidence :p{n}-2 .
:v{n} a skos:Concept ; skos:inScheme :keywords ; skos:topConceptOf :keywords ;
    skos:prefLabel "keyword {n}"@en , "关键词{n}"@zh ;
    skos:definition "Word of alliance {n}."@en , "第{n}联盟的用语。"@zh .
"""

FAULTS = (
    # core
    Fault("QO-101", ("a{n}",), " ; qo:status status:established", ""),
    Fault("QO-102", ("h{n}",), '"Person {n}"@en', '"Person {n}"@en , "Human {n}"@en'),
    Fault("QO-103", ("g{n}-2",), ', "第{n}联盟的次要目标"@zh', ""),
    Fault("QO-104", ("a{n}",), '"A{n}"@en', '"A{n}"'),
    Fault("QO-105", ("q{n}",), ' , "第{n}条论断成立。"@zh', ""),
    Fault("QO-107", ("t{n}",), '"第{n}联盟的任务"@zh', '"task {n}"@zh'),
    Fault("QO-108", ("o{n}-1",), '"Company {n}"@en', '"Company {n} 企业"@en'),
    Fault("QO-109", ("r{n}",), '"report of {n}"@en', '"report  of {n}"@en'),
    Fault("QO-110", ("q{n}",), '"第{n}条论断成立。"@zh', '"第{n}条论断成立."@zh'),
    Fault("QO-112", ("f{n}",), '"2021-06"^^xsd:gYearMonth', '"2021-6"^^xsd:gYearMonth'),
    Fault("QO-114", ("k{n}-1",), 'qo:end "2023-04"', 'qo:end "2020-04"'),
    Fault("QO-121", ("a{n}",), "qo:hasCountry place:germany ; qo:status", "qo:hasCountry place:europe ; qo:status"),
    Fault("QO-122", ("o{n}-1",), "qo:basedIn place:germany", "qo:basedIn :o{n}-2"),
    Fault("QO-124", ("q{n}",), "qo:about :a{n} , :o{n}-1", "qo:about :a{n} , :o{n}-1 , :nothing"),
    Fault("QO-131", ("i{n}-1",), "qo:hasAgent :o{n}-1 ; qo:role role:lead", "qo:role role:lead"),
    Fault("QO-132", ("i{n}-1",), " ; qo:role role:lead", ""),
    Fault("QO-145", ("o{n}-1",), "qo:organizationKind kind:company", "qo:organizationKind sector:chemicals"),
    # formation
    Fault("QO-201", ("o{n}-2",), "qo:compares :a{n}", "qo:compares :a{n} , :o{n}-2"),
    Fault("QO-203", ("d{n}",), " ; qo:assessedMode mode:company-led", ""),
    Fault(
        "QO-205",
        ("d{n}",),
        "qo:hasInvolvement :i{n}-1 ; qo:evidence",
        "qo:hasInvolvement :i{n}-1 ; qo:rival :d{n} ; qo:evidence",
    ),
    Fault("QO-211", ("a{n}",), "qo:status status:established", "qo:status status:planned"),
    Fault("QO-215", ("n{n}",), " ; qo:hasAnnouncement :n{n}", ""),
    # goals
    Fault("QO-301", ("g{n}-2",), "qo:hasGoal :g{n}-1 , :g{n}-2", "qo:hasGoal :g{n}-1"),
    Fault("QO-302", ("g{n}-1",), " ; qo:theme theme:workforce", ""),
    Fault("QO-303", ("g{n}-1",), "qo:theme theme:workforce", "qo:theme sector:chemicals"),
    # structure
    Fault("QO-401", ("w{n}",), "qo:bodyOf :a{n} ; qo:hasTask", "qo:hasTask"),
    Fault("QO-404", ("u{n}",), "qo:subBodyOf :b{n}", "qo:subBodyOf :b{n} , :w{n}"),
    Fault("QO-411", ("l{n}-1",), " ; qo:leadOrganization :o{n}-1", ""),
    Fault("QO-412", ("l{n}-1",), "qo:leadOrganization :o{n}-1", "qo:leadOrganization :j{n}"),
    Fault("QO-421", ("m{n}-2",), " ; qo:member :o{n}-2", ""),
    Fault("QO-435", ("j{n}",), "qo:postOf :b{n}", "qo:postOf :h{n}"),
    Fault("QO-441", ("c{n}-2",), "qo:value 7", "qo:value -7"),
    Fault("QO-442", ("c{n}-1",), '"2022-07-05"^^xsd:date', '"2022-07-05"^^xsd:date ; qo:dating dating:undated'),
    Fault("QO-446", ("c{n}-2",), "qo:value 7", "qo:value 17"),
    Fault("QO-462", ("z{n}",), "qo:statedSize 2", "qo:statedSize 2.5"),
    # initiatives
    Fault("QO-501", ("r{n}",), "qo:hasInitiative :r{n} , :x{n}", "qo:hasInitiative :x{n}"),
    Fault("QO-502", ("x{n}",), "qo:role role:contribute", "qo:role role:support"),
    Fault("QO-503", ("r{n}",), ' ; qo:date "2024"^^xsd:gYear', ""),
    # evidence
    Fault("QO-601", ("t{n}",), "qo:modality modality:planned ; qo:evidence :p{n}-2", "qo:modality modality:planned"),
    Fault("QO-602", ("y{n}",), ' ; qo:reason "The source names it."@en , "来源已点明。"@zh', ""),
    Fault("QO-612", ("p{n}-2",), ' ; qo:locator "p2"', ' ; qo:locator ""'),
    Fault("QO-613", ("p{n}-1", "p{n}-2"), 'qo:locator "p2"', 'qo:locator "p1"'),
    Fault("QO-634", ("y{n}",), "qo:object kind:alliance", "qo:object kind:company"),
    # ontology
    Fault(
        "QO-911",
        ("v{n}",),
        ';\n    skos:definition "Word of alliance {n}."@en , "第{n}联盟的用语。"@zh .',
        ".",
    ),
    Fault("QO-912", ("v{n}",), '"Word of alliance {n}."@en', '"Word of alliance {n}"@en'),
)

ALLIANCES = Pattern("alliances", "https://example.org/id/", BEGIN, ALLIANCE, triples=192, things=34, faults=FAULTS)


def write(folder: Path, triples: int, *, every: int | None = None) -> Seeded:
    """Writes alliances of about so many triples; see :meth:`Pattern.write`."""
    return ALLIANCES.write(folder, triples, every=every)
