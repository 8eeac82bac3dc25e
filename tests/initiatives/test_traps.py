"""Traps of roadmaps, reports, events and contributions, asked of the shipped graph."""

from asking import found, holds

IN_STUDY = "qo:evidence/dcterms:isPartOf source:paper-2022"


def of(subject: str, predicate: str) -> set[str]:
    """The values of one property of one thing."""
    return found("?value", f"{subject} {predicate} ?value")


def roles_in(thing: str) -> set[str]:
    """Who does what in an event or an initiative, by the study."""
    return found("?agent ?role", f"{thing} qo:hasInvolvement ?in . ?in qo:hasAgent ?agent ; qo:role ?role ; {IN_STUDY}")


def inferred(predicate: str, kind: str) -> set[str]:
    """The things of one kind for which the editors infer a value that the study does not print, and say why."""
    ours = f"?by qo:claimant organization:qontology-editors ; qo:reason ?reason ; qo:predicate {predicate}"
    return found("?thing", f"{ours} ; qo:subject ?thing . ?thing {IN_STUDY} . {kind}")


def test_t25_the_english_of_a_title_that_is_printed_in_chinese_is_marked_as_ours() -> None:
    reports = {
        "initiative:qed-c-quantum-safe-guide",
        "initiative:qed-c-intermediate-representation",
        "initiative:qed-c-control-electronics",
        "initiative:qed-c-industry-study",
        "initiative:qed-c-resilient-supply-chain",
    }
    events = {
        "event:privacy-symposium-2022",
        "event:commercialising-quantum-2022",
        "event:quantum-computing-summit-london-2022",
        "event:futureproof-summit-2022-unicorns-session",
    }
    assert inferred("skos:prefLabel", "?thing a qo:Report") == reports
    assert inferred("skos:prefLabel", "?thing a qo:Event") == events
    for titled in reports | events:
        assert not holds(f"{titled} foaf:homepage|foaf:page|rdfs:seeAlso|dcterms:identifier|dcterms:title ?unchecked")
    topics = found("?name", "?topic a skos:Concept ; skos:prefLabel|skos:altLabel ?name")
    assert topics.isdisjoint({"Privacy Symposium", "隐私研讨会", "Commercialising Quantum", "商业化量子"})


def test_t46_quic_takes_part_in_conferences_and_chairs_one_session_but_organises_none() -> None:
    there = f"?event a qo:Event ; qo:hasInvolvement ?in . ?in qo:hasAgent alliance:quic ; qo:role ?role ; {IN_STUDY}"
    assert found("?event ?role", there) == {
        "event:eqtc-2021 role:take-part",
        "event:q2b-2021 role:take-part",
        "event:futureproof-summit-2022 role:take-part",
        "event:futureproof-summit-2022-unicorns-session role:chair",
        "event:privacy-symposium-2022 role:take-part",
        "event:commercialising-quantum-2022 role:take-part",
        "event:quantum-computing-summit-london-2022 role:take-part",
    }
    assert of("event:futureproof-summit-2022-unicorns-session", "dcterms:isPartOf") == {"event:futureproof-summit-2022"}
    assert inferred("qo:hasInvolvement", "?thing a qo:Event") == {
        "event:eqtc-2021",
        "event:futureproof-summit-2022",
        "event:quantum-computing-summit-london-2022",
    }
    assert "alliance:quic role:organise" in roles_in("initiative:quic-exchange")


def test_t47_sri_announces_the_manufacturing_roadmap_and_qed_c_takes_part_in_it() -> None:
    assert roles_in("event:qed-c-qtmr-announcement") == {"organization:sri-international role:announce"}
    assert roles_in("initiative:qed-c-qtmr") == {
        "organization:sri-international role:create",
        "organization:nist role:support",
        "alliance:qed-c role:contribute",
    }
    assert of("statement:qed-c-qtmr-credit", "qo:claimant") == {"source:paper-2022"}
    assert of("statement:qed-c-qtmr-credit", "qo:evidence") == {"passage:paper-2022-sec3.4-1-heading"}
    assert of("statement:qed-c-qtmr-first", "a|qo:claimant") == {"qo:Claim", "organization:sri-international"}


def test_t54_a_month_without_a_year_takes_the_year_of_the_clause_before_and_says_so() -> None:
    months = {
        "event:privacy-symposium-2022 2022-04",
        "event:commercialising-quantum-2022 2022-05",
        "event:quantum-computing-summit-london-2022 2022-06",
    }
    printed = {"event:eqtc-2021 2021-10", "event:q2b-2021 2021-12", "event:futureproof-summit-2022 2022-03"}
    dated = "?event qo:date ?date ; qo:evidence passage:paper-2022-sec3.4-4-p2"
    assert found("?event ?date", dated) >= months | printed
    assert inferred("qo:date", "?thing a qo:Event") == {month.partition(" ")[0] for month in months}
    # The year of these two is in Table 1, so that nothing is inferred.
    for alliance, row, month in (("qutac", 3, "2021-06"), ("q-star", 5, "2021-09")):
        assert of(f"event:{alliance}-founding", "qo:date") == {month}
        assert f"passage:paper-2022-table1-row{row}-col4" in of(f"event:{alliance}-founding", "qo:evidence")


def test_t56_the_manufacturing_roadmap_starts_in_september_2022_and_is_not_finished() -> None:
    roadmap = "initiative:qed-c-qtmr"
    assert of(roadmap, "a") == {"qo:Roadmap"}
    assert of(roadmap, "qo:start") == {"2022-09"}
    assert of(roadmap, "qo:modality") == of(roadmap, "qo:hasTask/qo:modality") == {"modality:planned"}
    assert not holds(f"{roadmap} qo:date|qo:end ?done")
    assert not holds(f"?output dcterms:isPartOf {roadmap}")


def test_t57_a_month_that_may_be_wrong_stays_as_the_study_has_it() -> None:
    for event in ("event:eqtc-2021", "event:eqtc-2021-digital-agenda-panel"):
        assert of(event, "qo:date") == {"2021-10"}
        assert of(event, "qo:evidence") == {"passage:paper-2022-sec3.4-4-p2"}


def test_t58_four_reports_of_qed_c_have_a_year_only_and_the_list_of_them_is_open() -> None:
    reports = f"alliance:qed-c qo:hasInitiative ?report . ?report a qo:Report ; {IN_STUDY} ; qo:date ?date"
    assert found("?report ?date ?type", f"{reports} BIND(DATATYPE(?date) AS ?type)") == {
        "initiative:qed-c-quantum-safe-guide 2021-12 xsd:gYearMonth",
        "initiative:qed-c-intermediate-representation 2022 xsd:gYear",
        "initiative:qed-c-control-electronics 2022 xsd:gYear",
        "initiative:qed-c-industry-study 2022 xsd:gYear",
        "initiative:qed-c-resilient-supply-chain 2022 xsd:gYear",
    }
    listed = "?list qo:subject alliance:qed-c ; qo:predicate qo:hasInitiative ; qo:completeness ?completeness"
    assert found("?completeness", listed) == {"completeness:open"}
    assert of("initiative:qed-c-reports", "qo:modality") == {"modality:ongoing"}
    assert of("initiative:qed-c-reports", "qo:start|qo:date") == set()


def test_t79_what_members_of_qutac_will_do_or_hope_to_do_is_not_done() -> None:
    contribution = "alliance:qutac qo:hasInitiative ?initiative . ?initiative a qo:Contribution"
    assert found("?initiative ?modality", f"{contribution} ; {IN_STUDY} ; qo:modality ?modality") == {
        "initiative:qutac-infineon modality:planned",
        "initiative:qutac-bmw modality:planned",
        "initiative:qutac-deutsche-telekom modality:planned",
        "initiative:qutac-siemens modality:planned",
    }
    tasks = f"{contribution} ; qo:hasTask ?task . ?task {IN_STUDY} ; qo:modality ?modality"
    assert found("?modality", tasks) == {"modality:planned", "modality:hoped"}
    assert found("?task", f"{tasks} FILTER(?modality = modality:hoped)") == {"task:qutac-siemens-data-analysis"}
    examples = "?list qo:subject ?whole ; qo:completeness completeness:open ; qo:predicate"
    assert "alliance:qutac" in found("?whole", f"{examples} qo:hasInitiative")
    assert "initiative:qutac-bmw" in found("?whole", f"{examples} qo:hasTask")
    assert of("initiative:qutac-bmw", "qo:hasTask") >= {
        "task:qutac-bmw-battery-materials",
        "task:qutac-bmw-supply-chain",
    }


def test_t80_that_the_study_tells_of_no_initiative_of_qic_and_q_star_does_not_mean_that_they_have_none() -> None:
    told = f"?alliance qo:hasInitiative ?initiative . ?initiative {IN_STUDY}"
    whole = f"{told} FILTER NOT EXISTS {{ ?initiative dcterms:isPartOf ?larger }}"
    assert found("?alliance ?initiative", whole) == {
        "alliance:qed-c initiative:qed-c-qtmr",
        "alliance:qed-c initiative:qed-c-reports",
        "alliance:qutac initiative:qutac-cooperation",
        "alliance:quic initiative:quic-exchange",
    }
    listed = "?list qo:predicate qo:hasInitiative ; qo:completeness"
    assert holds(f"{listed} completeness:open")
    assert not holds(f"{listed} completeness:closed")
    assert not holds("VALUES ?alliance { alliance:qic alliance:q-star } ?alliance qo:hasCount/qo:value 0")
