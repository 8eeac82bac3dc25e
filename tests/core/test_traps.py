"""Traps of names, identity, places and roles, asked of the shipped graph."""

import pytest
from asking import found, holds

IN_STUDY = "qo:evidence/dcterms:isPartOf source:paper-2022"


def named(name: str) -> set[str]:
    """The things that go by exactly this name, each with the kind of the name."""
    return found(
        "?thing ?kind",
        f"""
        VALUES ?kind {{ skos:prefLabel skos:altLabel skos:hiddenLabel }}
        ?thing ?kind ?name FILTER(STR(?name) = "{name}")
        """,
    )


def named_with(part: str, kind: str) -> set[str]:
    """The things of one class, known from the study, that have these words in a name shown to readers."""
    return found(
        "?thing",
        f"""
        ?thing a {kind} ; {IN_STUDY} ; skos:prefLabel|skos:altLabel ?name FILTER(CONTAINS(?name, "{part}"))
        """,
    )


def roles_of(agent: str) -> set[str]:
    """What an agent does for what, by the study."""
    return found("?role ?what", f"?what qo:hasInvolvement ?in . ?in qo:hasAgent {agent} ; qo:role ?role ; {IN_STUDY}")


def memberships_of(organization: str) -> set[str]:
    """The alliances and bodies to which an organization belongs, by the study."""
    return found("?whole", f"?whole qo:hasMembership ?in . ?in qo:member {organization} ; {IN_STUDY}")


def test_t06_a_lower_case_l_in_quic_is_a_misprint_to_search_by_and_no_name() -> None:
    assert named("QulC") == {"alliance:quic skos:hiddenLabel"}
    assert named("QuIC") == {"alliance:quic skos:altLabel"}


def test_t07_a_paragraph_that_begins_with_tar_is_about_q_star() -> None:
    assert named("TAR") == {"alliance:q-star skos:hiddenLabel"}
    bodies = "?body qo:evidence passage:paper-2022-sec3.3-2-p3 ; (qo:subBodyOf?)/qo:bodyOf ?alliance"
    assert found("?alliance", bodies) == {"alliance:q-star"}


def test_t08_sap_is_a_company_and_not_the_sap_of_trees() -> None:
    assert named("树液SAP") == {"organization:sap skos:hiddenLabel"}
    assert named_with("SAP", "qo:Organization") == {"organization:sap"}
    assert named_with("树液", "qo:Organization") == set()
    assert memberships_of("organization:sap") == {"alliance:qutac"}


def test_t12_quic_and_qic_are_told_apart_by_acronym_though_the_study_gives_both_one_english_name() -> None:
    assert named("Quantum Industry Consortium") == {"alliance:quic skos:altLabel", "alliance:qic skos:altLabel"}
    assert named("European Quantum Industry Consortium") == {"alliance:quic skos:prefLabel"}
    assert named("Quantum Industry Canada") == {"alliance:qic skos:prefLabel"}
    assert named("QIC") == {"alliance:qic skos:altLabel", "alliance:quantum-industry-coalition skos:hiddenLabel"}


def test_t13_the_words_for_the_class_name_quic_only_where_a_table_or_a_year_ties_them_to_it() -> None:
    assert "alliance:quic skos:altLabel" in named("量子产业联盟")
    assert holds('alliance:quic skos:prefLabel "欧洲量子产业联盟"@zh')
    name = '?name qo:subject alliance:quic ; qo:object "量子产业联盟"@zh ; qo:evidence ?passage'
    assert found("?passage", name) == {"passage:paper-2022-sec2.2-p2", "passage:paper-2022-table1-row2-col1"}
    generic = "?claim a qo:Claim ; qo:evidence passage:paper-2022-abstract-en ; qo:about"
    assert holds(f"{generic} kind:alliance")
    assert not holds(f"{generic} alliance:quic")


@pytest.mark.parametrize(("alliance", "own", "of_study"), [
    (
        "alliance:q-star",
        "Quantum STrategic industry Alliance for Revolution",
        "Quantum Strategic Industrial Revolution Consortium",
    ),
    (
        "alliance:qutac",
        "Quantum Technology and Application Consortium",
        "Quantum Technology and Applications Consortium",
    ),
])  # fmt: skip
def test_t14_the_accepted_english_name_is_marked_as_ours_and_the_form_of_the_study_kept_beside_it(
    alliance: str, own: str, of_study: str
) -> None:
    assert named(own) == {f"{alliance} skos:prefLabel"}
    assert named(of_study) == {f"{alliance} skos:altLabel"}
    ours = f'?name qo:subject {alliance} ; qo:object "{own}"@en'
    theirs = f'?name qo:subject {alliance} ; qo:object "{of_study}"@en'
    assert holds(f"{ours} ; qo:claimant organization:qontology-editors ; qo:reason ?reason")
    assert not holds(f"{ours} ; {IN_STUDY}")
    assert holds(f"{theirs} ; qo:evidence passage:paper-2022-abstract-en")


def test_t15_the_chinese_names_of_qic_and_quic_differ_by_one_character_and_are_not_mixed() -> None:
    assert named("量子工业联盟") == {"alliance:qic skos:prefLabel"}
    assert named_with("工业联盟", "qo:Alliance") == {"alliance:qic"}
    assert "alliance:quic" in named_with("量子产业联盟", "qo:Alliance")
    assert "alliance:qic" not in named_with("产业联盟", "qo:Alliance")


def test_t16_merck_is_a_company_and_merkel_a_person() -> None:
    assert named("默克") == {"organization:merck skos:prefLabel"}
    assert named("默克尔") == {"person:angela-merkel skos:prefLabel"}
    assert holds("organization:merck a qo:Organization ; qo:organizationKind kind:company")
    assert holds("person:angela-merkel a qo:Person")
    assert memberships_of("organization:merck") == {"alliance:qutac"}
    assert memberships_of("person:angela-merkel") == set()
    assert roles_of("person:angela-merkel") == {"role:initiate event:qutac-founding"}
    assert roles_of("organization:merck") == set()
    name = '?name qo:subject organization:merck ; qo:object "Merck KGaA"@en'
    assert holds(f"{name} ; qo:claimant organization:qontology-editors ; qo:reason ?reason")


def test_t17_the_two_names_of_bosch_are_two_nodes_that_only_the_editors_relate() -> None:
    assert holds("body:quic-market-trends qo:hasLeadership/qo:leadOrganization organization:robert-bosch")
    assert memberships_of("organization:bosch-group") == {"alliance:qutac"}
    assert memberships_of("organization:robert-bosch") == set()
    assert not holds("?body qo:hasLeadership/qo:leadOrganization organization:bosch-group")
    claim = "?claim a qo:Claim ; qo:about organization:bosch-group , organization:robert-bosch"
    assert found("?claimant", f"{claim} ; qo:reason ?reason ; qo:claimant ?claimant") == {
        "organization:qontology-editors"
    }
    assert not holds("organization:bosch-group ?same organization:robert-bosch")
    assert not holds(
        "organization:robert-bosch ?same organization:bosch-group FILTER(?same != <http://purl.org/dc/terms/isPartOf>)"
    )
    assert holds("statement:robert-bosch-part-of-group qo:claimant organization:qontology-editors")


@pytest.mark.parametrize(("name", "firm", "alliance", "country"), [
    ("东芝", "organization:toshiba", "alliance:q-star", "日本"),
    ("英飞凌", "organization:infineon", "alliance:qutac", "德国"),
])  # fmt: skip
def test_t18_a_firm_is_one_node_whatever_stands_before_or_after_its_name(
    name: str, firm: str, alliance: str, country: str
) -> None:
    assert named_with(name, "qo:Organization") == {firm}
    assert roles_of(firm) >= {f"role:lead {alliance}", f"role:lead {alliance.replace('alliance', 'event')}-founding"}
    assert not holds(f'{firm} skos:prefLabel|skos:altLabel ?name FILTER(STRSTARTS(?name, "{country}"))')


def test_t19_the_short_and_the_full_name_of_origin_quantum_are_one_company() -> None:
    assert named("本源量子") == {"organization:origin-quantum skos:prefLabel"}
    assert named("本源量子计算科技有限责任公司") == {"organization:origin-quantum skos:altLabel"}
    assert named_with("本源量子", "qo:Organization") == {"organization:origin-quantum"}


def test_t20_nist_sri_and_ibm_have_each_of_their_roles_apart() -> None:
    assert roles_of("organization:nist") == {
        "role:support event:qed-c-founding",
        "role:lead alliance:qed-c",
        "role:oversee alliance:qed-c",
        "role:support initiative:qed-c-qtmr",
    }
    assert roles_of("organization:sri-international") == {
        "role:manage alliance:qed-c",
        "role:announce event:qed-c-qtmr-announcement",
        "role:create initiative:qed-c-qtmr",
    }
    assert roles_of("organization:ibm") == {"role:create event:ibm-q-network-founding"}
    for seated in ("organization:nist", "organization:sri-international", "organization:ibm"):
        assert memberships_of(seated) == {"alliance:qed-c", "body:qed-c-steering-committee"}


def test_t21_the_short_and_the_full_name_of_the_act_are_one_law() -> None:
    assert named("国家量子倡议法案") == {"law:national-quantum-initiative-act skos:prefLabel"}
    assert named("量子倡议法案") == {"law:national-quantum-initiative-act skos:altLabel"}
    assert named_with("倡议法案", "qo:Law") == {"law:national-quantum-initiative-act"}


def test_t24_an_odd_translation_is_kept_and_tied_to_a_known_body_only_with_a_reason() -> None:
    assert named("国防部拨款办公室") == {"organization:department-of-defense-appropriations-office skos:prefLabel"}
    assert named("美国纳米技术计划") == {"programme:us-nanotechnology-programme skos:prefLabel"}
    assert not holds(
        """
        VALUES ?odd { organization:department-of-defense-appropriations-office programme:us-nanotechnology-programme }
        ?odd owl:sameAs|skos:exactMatch|skos:closeMatch|dcterms:identifier ?known
        """
    )
    assert named("慕尼黑保险") == {"organization:munich-re skos:altLabel"}
    assert named("美国问责局") == {"organization:gao skos:altLabel"}
    guess = "?guess qo:predicate skos:prefLabel ; qo:claimant organization:qontology-editors ; qo:reason ?reason"
    assert found("?body", f"{guess} ; qo:subject ?body") >= {"organization:munich-re", "organization:gao"}


def test_t26_atis_has_alliance_in_its_name_and_is_an_association() -> None:
    assert holds('organization:atis skos:prefLabel ?name FILTER(CONTAINS(?name, "Alliance"))')
    assert found("?kind", "organization:atis a|qo:organizationKind ?kind") == {
        "qo:Organization",
        "kind:industry-association",
    }
    assert memberships_of("organization:atis") == {"alliance:qed-c"}


def test_t28_quic_is_at_home_in_a_region_and_has_no_country() -> None:
    compared = "source:paper-2022 qo:compares ?alliance . ?alliance"
    assert found("?alliance ?country", f"{compared} qo:hasCountry ?country") == {
        "alliance:qed-c place:united-states",
        "alliance:qutac place:germany",
        "alliance:qic place:canada",
        "alliance:q-star place:japan",
    }
    assert found("?place", "alliance:quic qo:basedIn ?place . ?place a qo:Region") == {"place:europe"}
    assert found("?class", "place:europe a ?class") == {"qo:Region"}
    assert not holds("?thing qo:hasCountry ?place FILTER NOT EXISTS { ?place a qo:Country }")


def test_t68_what_the_study_calls_international_is_national_or_regional_and_outside_china() -> None:
    compared = "source:paper-2022 qo:compares ?alliance . ?alliance"
    homes = found("?place", f"{compared} qo:hasCountry|qo:basedIn ?place FILTER NOT EXISTS {{ ?place a qo:Locality }}")
    assert homes == {"place:united-states", "place:europe", "place:germany", "place:canada", "place:japan"}
    assert holds("organization:european-union qo:organizationKind kind:international-organization")
    assert not holds(f"{compared} qo:organizationKind kind:international-organization")
    assert holds("?alliance a qo:Alliance ; qo:hasCountry place:china")


def test_t69_places_that_overlap_are_separate_nodes_and_none_shuts_out_another() -> None:
    assert holds("place:europe a qo:Region . place:germany a qo:Country . place:united-kingdom a qo:Country")
    assert found("?class", "organization:european-union a ?class") == {"qo:Organization"}
    assert holds("goal:qutac-overall qo:concernsPlace place:europe , place:germany")
    assert holds("?claim qo:about organization:european-union , place:germany")
    assert holds("?claim qo:concernsPlace place:europe , place:united-kingdom")
    assert not holds("?place a/rdfs:subClassOf? qo:Place ; owl:differentFrom|owl:disjointWith ?other")
    assert not holds("place:united-kingdom dcterms:isPartOf organization:european-union")


def test_t70_the_west_is_a_name_without_extension() -> None:
    assert found("?claimant", "?claim qo:about place:the-west ; qo:claimant ?claimant") == {"source:paper-2022"}
    assert found("?class", "place:the-west a ?class") == {"qo:Region"}
    inside = "?thing qo:basedIn|qo:hasCountry|dcterms:isPartOf"
    assert holds(f"{inside} place:europe")
    assert not holds(f"{inside} place:the-west")
