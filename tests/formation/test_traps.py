"""Traps of how alliances came about, asked of the shipped graph and of what its rules derive."""

from functools import cache

import pytest
from asking import found, graph, holds

from qontology import KnowledgeGraph
from qontology.reasoning import materialize

IN_STUDY = "qo:evidence/dcterms:isPartOf source:paper-2022"


@cache
def full_graph() -> KnowledgeGraph:
    return materialize(graph())


def follows(pattern: str) -> bool:
    return full_graph().ask(f"ASK {{ {pattern} }}")


def roles_in(thing: str) -> set[str]:
    """Who does what in a founding or for an alliance, by the study."""
    return found("?agent ?role", f"{thing} qo:hasInvolvement ?in . ?in qo:hasAgent ?agent ; qo:role ?role ; {IN_STUDY}")


def test_t29_quic_was_founded_by_the_european_union_and_under_the_flagship_which_does_not_act() -> None:
    assert roles_in("event:quic-founding") == {"organization:european-union role:create"}
    assert roles_in("alliance:quic") == {"organization:european-union role:lead"}
    assert found("?basis", "event:quic-founding qo:foundedUnder ?basis") == {"programme:quantum-flagship"}
    assert found("?class", "programme:quantum-flagship a ?class") == {"qo:Programme"}
    assert not holds("?in qo:hasAgent programme:quantum-flagship")


def test_t30_the_consortium_that_led_the_founding_of_qic_is_an_unnamed_group_and_not_qic_itself() -> None:
    assert roles_in("event:qic-founding") == {"group:qic-founding-consortium role:lead"}
    assert roles_in("alliance:qic") == {"group:qic-founding-consortium role:lead"}
    assert found("?class", "group:qic-founding-consortium a ?class") == {"qo:Group"}
    assert not holds("group:qic-founding-consortium skos:altLabel|skos:hiddenLabel ?name")
    assert not holds("group:qic-founding-consortium ?relation alliance:qic")
    assert not holds("?company dcterms:isPartOf group:qic-founding-consortium")


@pytest.mark.parametrize(("alliance", "push", "leader"), [
    ("qutac", "person:angela-merkel role:initiate", "organization:infineon role:lead"),
    ("q-star", "organization:government-of-japan role:promote", "organization:toshiba role:lead"),
])  # fmt: skip
def test_t34_a_push_from_politics_does_not_make_an_alliance_government_led(
    alliance: str, push: str, leader: str
) -> None:
    assert roles_in(f"event:{alliance}-founding") >= {push, leader}
    assessment = f"alliance:{alliance} qo:hasFormationAssessment ?assessment . ?assessment"
    assert found("?mode ?claimant", f"{assessment} qo:assessedMode ?mode ; qo:claimant ?claimant") == {
        "mode:company-led source:paper-2022"
    }
    assert follows(f"alliance:{alliance} a qo:CompanyLedAlliance")
    assert not follows(f"alliance:{alliance} a qo:GovernmentLedAlliance")


def test_t35_the_law_and_the_founding_of_qed_c_are_of_one_year_and_in_no_order() -> None:
    founding, law = "event:qed-c-founding", "law:national-quantum-initiative-act"
    for dated in (founding, law):
        assert found("?date ?type", f"{dated} qo:date ?date BIND(DATATYPE(?date) AS ?type)") == {"2018 xsd:gYear"}
        assert not holds(f"{dated} qo:dateQualifier|qo:earliestDay|qo:latestDay ?order")
    assert found("?relation", f"{founding} ?relation {law}") == {"qo:foundedUnder"}
    assert found("?relation", f"{law} ?relation {founding}") == set()


def test_t36_to_lead_to_manage_to_oversee_and_to_support_qed_c_are_roles_apart() -> None:
    assert roles_in("event:qed-c-founding") == {"organization:nist role:support"}
    assert roles_in("alliance:qed-c") >= {
        "organization:nist role:lead",
        "organization:nist role:oversee",
        "organization:national-quantum-coordination-office role:oversee",
        "organization:sri-international role:manage",
    }
    assert "organization:sri-international role:lead" not in roles_in("alliance:qed-c")
    assert not holds("?in a qo:Involvement ; qo:role ?role , ?other FILTER(?role != ?other)")


def test_t40_that_china_has_no_government_led_alliance_is_a_claim_from_which_no_rule_infers_anything() -> None:
    claim = "?claim qo:about place:china , role:lead ; qo:claimKind claim-kind:weakness"
    assert found("?claimant", f"{claim} ; qo:claimant ?claimant") == {"source:paper-2022"}
    assert not holds(f"{claim} ; qo:about ?alliance . ?alliance a qo:Alliance")
    alliances = found("?alliance", f"?alliance a qo:Alliance ; qo:hasCountry place:china ; {IN_STUDY}")
    assert alliances == {
        "alliance:china-quantum-communication-industry-alliance",
        "alliance:miit-quantum-information-alliance",
        "alliance:oqia",
    }
    assert roles_in("event:china-quantum-communication-industry-alliance-founding") == {
        "organization:chinese-academy-of-sciences role:lead"
    }
    assert found("?kind", "organization:chinese-academy-of-sciences qo:organizationKind ?kind") == {
        "kind:research-institution"
    }
    assert follows("alliance:qed-c a qo:GovernmentLedAlliance")
    for alliance in alliances:
        assert not holds(f"{alliance} qo:hasFormationAssessment/qo:claimant source:paper-2022")
        assert not follows(f"{alliance} a qo:GovernmentLedAlliance")


def test_t41_the_alliance_that_the_ministry_prepares_is_planned_nameless_and_without_members() -> None:
    alliance = "alliance:miit-quantum-information-alliance"
    assert found("?status", f"{alliance} qo:status ?status") == {"status:planned"}
    assert found("?date", f"{alliance} qo:hasAnnouncement/qo:date ?date") == {"2021"}
    intended = (
        f"{alliance} qo:hasInvolvement ?in . ?in qo:role role:take-part ; qo:modality ?modality ; qo:hasAgent ?agent"
    )
    assert found("?modality ?agent", intended) == {
        "modality:planned group:miit-quantum-information-alliance-intended-members"
    }
    assert not holds(f"{alliance} qo:hasFounding|qo:hasMembership|qo:hasCount|skos:altLabel ?made_up")


def test_t42_to_announce_an_alliance_is_not_to_found_it() -> None:
    events = "?alliance qo:hasAnnouncement|qo:hasFounding ?event . ?event a ?class OPTIONAL { ?event qo:date ?date }"
    of_china = f"VALUES ?alliance {{ alliance:china-quantum-communication-industry-alliance alliance:oqia }} {events}"
    assert found("?alliance ?class ?date", of_china) == {
        "alliance:china-quantum-communication-industry-alliance qo:Announcement 2015",
        "alliance:china-quantum-communication-industry-alliance qo:Founding ",
        "alliance:oqia qo:Founding 2018",
    }
    assert holds("event:china-quantum-communication-industry-alliance-founding qo:dating dating:not-stated")
    assert not holds("?event a qo:Announcement , qo:Founding")


def test_t43_the_ibm_q_network_is_a_company_network_of_late_2017_and_not_the_first_alliance() -> None:
    network = "alliance:ibm-q-network"
    assert found("?kind", f"{network} qo:organizationKind ?kind") == {"kind:company-network"}
    founding = f"{network} qo:hasFounding ?event . ?event qo:date ?date ; qo:dateQualifier ?qualifier"
    assert found("?date ?qualifier", founding) == {"2017 qualifier:late"}
    assert holds("source:paper-2022 qo:compares alliance:qed-c")
    assert not holds(f"source:paper-2022 qo:compares {network}")
    assert not holds(f"{network} qo:hasFormationAssessment/qo:claimant source:paper-2022")
    assert not holds(f'?claim qo:about {network} ; qo:hasStatement ?words FILTER(REGEX(?words, "first|首个|最早"))')


def test_t55_a_founding_has_one_date_the_finer_one_with_the_year_of_table_1_as_further_evidence() -> None:
    foundings = "source:paper-2022 qo:compares ?alliance . ?alliance qo:hasFounding ?event . ?event"
    assert found("?alliance ?date", f"{foundings} qo:date ?date") == {
        "alliance:qed-c 2018",
        "alliance:quic 2021-04",
        "alliance:qutac 2021-06",
        "alliance:qic 2020",
        "alliance:q-star 2021-09",
    }
    passages = found("?alliance ?passage", f"{foundings} qo:evidence ?passage")
    for row, alliance in enumerate(("qed-c", "quic", "qutac", "qic", "q-star"), start=1):
        assert passages >= {
            f"alliance:{alliance} passage:paper-2022-sec2.2-p2",
            f"alliance:{alliance} passage:paper-2022-table1-row{row}-col4",
        }


def test_t65_what_the_study_says_of_a_formation_mode_is_said_of_no_single_alliance() -> None:
    passage = "qo:evidence passage:paper-2022-sec3.2-p1"
    assessed = f"?alliance qo:hasFormationAssessment ?assessment . ?assessment {passage} ; qo:assessedMode ?mode"
    assert found("?alliance ?mode", assessed) == {
        "alliance:qed-c mode:government-led",
        "alliance:quic mode:government-led",
        "alliance:qutac mode:company-led",
        "alliance:qic mode:company-led",
        "alliance:q-star mode:company-led",
    }
    claim = f"?claim a qo:Claim ; {passage} ; qo:about"
    assert found("?kind", f"{claim} mode:government-led ; qo:claimKind ?kind") >= {"claim-kind:strength"}
    assert found("?kind", f"{claim} mode:company-led ; qo:claimKind ?kind") >= {"claim-kind:comparison"}
    assert not follows(f"{claim} ?alliance . ?alliance a qo:Alliance")
