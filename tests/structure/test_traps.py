"""Traps of bodies, posts, members and numbers, asked of the shipped graph and of what its rules derive."""

from asking import found, graph, holds

from qontology.reasoning import materialize

IN_STUDY = "qo:evidence/dcterms:isPartOf source:paper-2022"


def of(subject: str, predicate: str) -> set[str]:
    """The values of one property of one thing."""
    return found("?value", f"{subject} {predicate} ?value")


def counts(pattern: str) -> set[str]:
    """What is counted, the number and its time, for the counts of the study that match."""
    return found(
        "?of ?counted ?value ?time",
        f"""
        ?of qo:hasCount ?count . ?count qo:counted ?counted ; qo:value ?value ; qo:asOf|qo:dating ?time ; {IN_STUDY} .
        {pattern}
        """,
    )


def test_t09_a_cell_that_wraps_over_lines_is_one_cell_and_a_semicolon_parts_the_leaders_in_it() -> None:
    leaders = f"?group qo:hasLeadership ?by . ?by qo:leadOrganization ?leader ; {IN_STUDY}"
    assert found("?group ?leader", leaders) == {
        "body:quic-market-trends organization:robert-bosch",
        "body:quic-market-trends organization:thales",
        "body:quic-market-trends organization:atos",
        "body:quic-intellectual-property organization:de-vries-and-metman",
        "body:quic-intellectual-property organization:thales",
        "body:quic-education organization:qureca",
        "body:quic-standards organization:parityqc",
        "body:quic-standards organization:syndesis",
        "body:quic-intelligence organization:oxford-quantum-solutions",
        "body:quic-intelligence organization:creotech",
        "body:quic-roadmap organization:airbus",
        "body:quic-ecosystem organization:bluspecs",
        "body:quic-ecosystem organization:quside",
        "body:quic-funding organization:multiverse-computing",
    }
    assert not holds(
        '?leader a qo:Organization ; skos:prefLabel|skos:altLabel ?name FILTER(REGEX(?name, "[;；\\\\n]"))'
    )


def test_t22_two_people_with_one_title_hold_two_posts_and_two_committees_with_one_name_are_two_bodies() -> None:
    posts = f"?person qo:hasAffiliation ?as . ?as qo:hasPost ?post ; {IN_STUDY} . ?post qo:postOf alliance:qed-c"
    assert found("?person ?post", posts) == {
        "person:celia-merzbacher post:qed-c-executive-director",
        "person:jonathan-felbinger post:qed-c-deputy-director-investments",
        "person:krystal-bouverot post:qed-c-deputy-director-operations",
    }
    assert found("?post", '?post skos:altLabel "QED-C副主任"@zh') == {
        "post:qed-c-deputy-director-investments",
        "post:qed-c-deputy-director-operations",
    }
    committees = '?body qo:bodyOf ?alliance ; skos:prefLabel ?name FILTER(STRENDS(?name, "指导委员会"))'
    assert found("?body ?alliance", f"{committees} ?body {IN_STUDY}") == {
        "body:qed-c-steering-committee alliance:qed-c",
        "body:q-star-steering-committee alliance:q-star",
    }


def test_t23_the_third_subcommittee_of_q_star_has_two_forms_of_one_name() -> None:
    name = "?body skos:prefLabel|skos:altLabel"
    assert found("?body", f'{name} "Q-STAR优化和组合问题分委会"@zh') == {"body:q-star-optimisation"}
    assert found("?body", f'{name} "优化与组合问题小组委员会"@zh') == {"body:q-star-optimisation"}
    assert found("?body", "?body a qo:Subcommittee ; qo:subBodyOf body:q-star-steering-committee") == {
        "body:q-star-quantum-waves",
        "body:q-star-superposition",
        "body:q-star-optimisation",
        "body:q-star-cryptography",
    }


def test_t31_a_role_in_the_column_of_leaders_is_an_unfilled_post_and_no_organization() -> None:
    by_post = "?group qo:hasLeadership/qo:leadPost ?post . ?post a ?class"
    assert found("?group ?post ?class", by_post) == {
        "body:quic-funding post:quic-funding-co-leader qo:Post",
        "body:quic-national-chapters post:quic-executive-director qo:Post",
    }
    assert found("?post", f"?person qo:hasAffiliation ?as . ?as qo:hasPost ?post ; {IN_STUDY}") >= {
        "post:qed-c-executive-director"
    }
    assert not holds(
        f"""
        VALUES ?post {{ post:quic-funding-co-leader post:quic-executive-director }}
        ?person qo:hasAffiliation ?as . ?as qo:hasPost ?post ; {IN_STUDY}
        """
    )
    doubt = "?doubt qo:object statement:quic-funding-co-leader ; qo:reason ?reason"
    assert found("?claimant", f"{doubt} ; qo:claimant ?claimant") == {"organization:qontology-editors"}


def test_t32_a_unit_leads_and_neither_its_person_nor_a_rank_among_units_is_made_up() -> None:
    leaders = f"body:quic-market-trends qo:hasLeadership ?by . ?by qo:leadOrganization ?leader ; {IN_STUDY}"
    assert found("?leader", leaders) == {
        "organization:robert-bosch",
        "organization:thales",
        "organization:atos",
    }
    assert found("?property", f"?by a qo:Leadership ; {IN_STUDY} ; ?property ?value") == {
        "rdf:type",
        "qo:leadOrganization",
        "qo:leadPost",
        "qo:evidence",
    }
    assert not holds("?by qo:leadOrganization ?leader FILTER NOT EXISTS { ?leader a qo:Organization }")


def test_t33_thales_is_one_firm_that_leads_two_groups() -> None:
    assert found("?firm", '?firm skos:prefLabel|skos:altLabel ?name FILTER(STR(?name) = "Thales")') == {
        "organization:thales"
    }
    led = f"?group qo:hasLeadership ?by . ?by qo:leadOrganization organization:thales ; {IN_STUDY}"
    assert found("?group ?by", led) == {
        "body:quic-market-trends statement:quic-market-trends-thales",
        "body:quic-intellectual-property statement:quic-intellectual-property-thales",
    }


def test_t37_what_is_said_of_the_main_leaders_together_is_asserted_of_no_single_person() -> None:
    together = "?claim qo:reading reading:collective ; qo:about ?whom ; qo:evidence passage:paper-2022-sec3.3-1-p3"
    assert found("?claim ?whom", f"{together} . ?whom a qo:Group") == {
        "statement:qed-c-main-leaders-background group:qed-c-main-leaders",
        "statement:qed-c-main-leaders-employer group:qed-c-main-leaders",
    }
    people = "?person qo:hasAffiliation/qo:hasPost/qo:postOf alliance:qed-c ; qo:hasAffiliation ?as"
    worked = f"{people} . ?as qo:affiliatedWith ?where ; {IN_STUDY} . ?where a qo:Organization"
    assert found("?person ?where", worked) == {
        "person:celia-merzbacher organization:ostp",
        "person:jonathan-felbinger organization:gao",
        "person:jonathan-felbinger organization:department-of-defense-appropriations-office",
    }
    advised = "?whom qo:hasInvolvement ?in . ?in qo:role role:advise ; qo:hasAgent ?person"
    assert "organization:us-government person:krystal-bouverot" in found("?whom ?person", advised)
    derived = materialize(graph())
    assert derived.ask("ASK { organization:basf ^qo:hasMember alliance:qutac }")
    assert not derived.ask(f"ASK {{ ?claim qo:reading reading:collective ; qo:about ?person . {people} }}")


def test_t38_four_units_are_named_of_a_committee_of_ten_and_two_positions_are_an_alternative() -> None:
    committee = "body:qed-c-steering-committee"
    assert found("?unit", f"{committee} qo:hasMembership ?seat . ?seat qo:member ?unit ; {IN_STUDY}") == {
        "organization:sri-international",
        "organization:us-department-of-energy",
        "organization:nist",
        "organization:ibm",
    }
    assert counts(f"FILTER(?of = {committee})") == {f"{committee} counted:committee-member 10 dating:not-stated"}
    seats = f"?list qo:subject {committee} ; qo:predicate qo:hasMembership ; qo:completeness ?completeness"
    assert found("?completeness", seats) == {"completeness:open"}
    rank = 'statement:qed-c-steering-committee-rank qo:hasStatement ?words FILTER(LANG(?words) = "en")'
    (words,) = found("?words", rank)
    assert "chief technology officer or as senior technical adviser" in words
    assert not holds(f"?post qo:postOf {committee}")


def test_t39_those_who_decide_in_qed_c_are_four_kinds_and_no_names() -> None:
    deciding = f"alliance:qed-c qo:hasInvolvement ?in . ?in qo:role role:decide ; qo:hasAgent ?agent ; {IN_STUDY}"
    assert found("?agent", deciding) == {"group:qed-c-decision-makers"}
    assert of("group:qed-c-decision-makers", "qo:organizationKind") == {
        "kind:government-agency",
        "kind:dual-use-company",
        "kind:it-giant",
        "kind:small-or-medium-sized-enterprise",
    }
    assert not holds("?named dcterms:isPartOf group:qed-c-decision-makers")


def test_t44_working_groups_and_subcommittees_are_two_kinds_of_task_group() -> None:
    assert holds("qo:WorkingGroup rdfs:subClassOf qo:TaskGroup . qo:Subcommittee rdfs:subClassOf qo:TaskGroup")
    assert found("?above", f"?body a qo:Subcommittee ; {IN_STUDY} ; qo:subBodyOf ?above") == {
        "body:q-star-steering-committee"
    }
    assert found("?alliance", f"?body a qo:WorkingGroup ; {IN_STUDY} ; qo:bodyOf ?alliance") == {"alliance:quic"}
    assert not holds("?body a qo:WorkingGroup ; qo:subBodyOf ?above")
    assert not holds("?body a qo:WorkingGroup , qo:Subcommittee")


def test_t45_an_area_is_mapped_to_a_group_by_its_position_and_a_group_is_not_renamed_by_it() -> None:
    areas = "?group a qo:WorkingGroup ; qo:hasTask ?area . ?area qo:evidence passage:paper-2022-sec3.3-2-p2"
    names = (
        "market-trends", "intellectual-property", "education", "standards", "intelligence", "roadmap", "ecosystem",
        "funding", "national-chapters",
    )  # fmt: skip
    assert found("?group ?area", areas) == {f"body:quic-{name} task:quic-{name}-area" for name in names}
    by_position = (
        "?by qo:object ?area ; qo:predicate qo:hasTask ; qo:claimant organization:qontology-editors ; qo:reason ?r"
    )
    assert found("?area", f"{areas} . {by_position}") == {
        "task:quic-market-trends-area",
        "task:quic-funding-area",
        "task:quic-national-chapters-area",
    }
    assert of("body:quic-funding", "skos:prefLabel") == {
        "QuIC SMEs and Funding Working Group",
        "QuIC中小企业和资金工作组",
    }


def test_t48_the_parts_of_the_members_of_qed_c_are_given_as_stated_and_no_remainder_is_computed() -> None:
    as_of = "2022-07-05"
    assert counts("FILTER(?of = alliance:qed-c)") == {
        f"alliance:qed-c counted:member 233 {as_of}",
        f"alliance:qed-c counted:university 37 {as_of}",
        f"alliance:qed-c counted:government-funded-rd-centre 10 {as_of}",
        f"alliance:qed-c counted:government-partner 36 {as_of}",
        f"alliance:qed-c counted:affiliate-company 1 {as_of}",
    }
    parts = "?part qo:partOfCount statement:qed-c-members ; qo:value ?value"
    assert {int(value) for value in found("?value", parts)} == {37, 10, 36, 1}


def test_t49_qutac_was_founded_by_ten_companies_and_has_twelve_listed_and_no_founder_is_picked() -> None:
    assert counts("FILTER(?of = alliance:qutac)") == {
        "alliance:qutac counted:founding-company 10 dating:at-founding",
        "alliance:qutac counted:member 12 dating:undated",
    }
    listed = f"alliance:qutac qo:hasMembership ?as . ?as qo:member ?member ; {IN_STUDY}"
    assert len(found("?member", listed)) == 12
    assert not holds(f"{listed} ; qo:start ?since")
    founders = f"event:qutac-founding qo:hasInvolvement ?in . ?in qo:hasAgent ?agent ; qo:role ?role ; {IN_STUDY}"
    assert found("?agent ?role", founders) == {"person:angela-merkel role:initiate", "organization:infineon role:lead"}


def test_t50_a_count_has_the_date_of_its_source_or_none_and_quic_has_no_count_of_members() -> None:
    heads = "VALUES ?counted { counted:member counted:partner counted:founding-company }"
    assert counts(heads) == {
        "alliance:qed-c counted:member 233 2022-07-05",
        "alliance:qic counted:member 29 dating:undated",
        "alliance:qutac counted:founding-company 10 dating:at-founding",
        "alliance:qutac counted:member 12 dating:undated",
        "alliance:q-star counted:founding-company 24 dating:at-founding",
        "alliance:oqia counted:partner 20 dating:undated",
    }
    assert not holds("?count qo:asOf ?date ; qo:dating ?none")
    managed = "alliance:qed-c qo:hasInvolvement ?in . ?in qo:role role:manage"
    assert found("?modality", f"{managed} ; qo:modality ?modality") == {"modality:ongoing"}
    assert not holds(f"{managed} ; qo:start ?since")


def test_t51_oqia_has_more_than_twenty_partners_who_are_not_members() -> None:
    partners = f"alliance:oqia qo:hasCount ?count . ?count qo:bound ?bound ; {IN_STUDY}"
    assert found("?bound", partners) == {"bound:more-than"}
    assert counts("FILTER(?of = alliance:oqia)") == {"alliance:oqia counted:partner 20 dating:undated"}
    assert not holds(f"alliance:oqia qo:hasMembership ?as . ?as {IN_STUDY}")


def test_t52_three_of_the_six_fields_of_qic_are_named_and_a_hardware_route_is_no_field() -> None:
    assert "alliance:qic counted:technology-field 6 dating:undated" in counts("FILTER(?of = alliance:qic)")
    by_text = f"?by qo:subject alliance:qic ; qo:predicate qo:technology ; qo:object ?field ; {IN_STUDY}"
    assert found("?field", by_text) == {
        "technology:quantum-computing",
        "technology:quantum-software",
        "technology:quantum-encryption",
    }
    fields = "?list qo:subject alliance:qic ; qo:predicate qo:technology ; qo:statedSize ?size ; qo:completeness ?known"
    assert found("?size ?known", fields) == {"6 completeness:open"}
    routes = of("group:qic-quantum-computing-members", "qo:technology")
    assert routes == {
        "technology:silicon-photonic-platform",
        "technology:topological-platform",
        "technology:fault-tolerant-gate-model",
        "technology:quantum-annealing",
    }
    assert routes <= found("?route", "?route skos:broader technology:quantum-computing")
    assert not holds(f"alliance:qic qo:hasMembership ?as . ?as {IN_STUDY}")


def test_t53_five_of_27_countries_are_named_and_the_exclusion_of_china_is_a_claim() -> None:
    assert of("tier:qed-c-second-tier", "qo:eligibleCountry") == {
        "place:australia",
        "place:france",
        "place:japan",
        "place:south-korea",
        "place:united-kingdom",
    }
    listed = "?list qo:subject tier:qed-c-second-tier ; qo:statedSize ?size ; qo:completeness ?completeness"
    assert found("?size ?completeness", listed) == {"27 completeness:open"}
    said = "?claim a qo:Claim ; qo:about place:china , tier:qed-c-second-tier ; qo:claimant ?claimant"
    assert found("?claimant", said) == {"source:paper-2022"}
    assert not holds("tier:qed-c-second-tier ?relation place:china")


def test_t78_a_member_of_qic_is_in_canada_by_place_and_not_by_owner() -> None:
    kinds = f"?by qo:subject alliance:qic ; qo:predicate qo:memberKind ; qo:object ?kind ; {IN_STUDY}"
    assert "kind:subsidiary" in found("?kind", kinds)
    assert of("group:qic-founding-consortium", "qo:hasCountry") == {"place:canada"}
    assert holds("group:qic-quantum-computing-members dcterms:isPartOf alliance:qic")
    assert of("group:qic-quantum-computing-members", "qo:hasCountry") == set()


def test_t83_a_list_is_open_unless_a_number_closes_it_and_every_given_number_is_kept() -> None:
    lists = f"?list a qo:Enumeration ; {IN_STUDY} ; qo:subject ?subject ; qo:predicate ?property ; qo:completeness"
    assert found("?subject ?property", f"{lists} completeness:open") >= {
        "alliance:qed-c qo:hasMembership",
        "alliance:qic qo:technology",
        "goal:quic-1 qo:theme",
        "body:quic-education qo:hasTask",
        "initiative:qutac-bmw qo:hasTask",
    }
    assert "alliance:qutac" in found("?subject", f"{lists} completeness:closed")
    assert not holds(
        f"""
        {lists} completeness:closed
        FILTER NOT EXISTS {{ ?list qo:statedSize ?size }} FILTER NOT EXISTS {{ ?subject qo:hasCount ?count }}
        """
    )
    assert found("?of ?value", f"?of qo:hasCount ?count . ?count qo:value ?value ; {IN_STUDY}") >= {
        "alliance:qed-c 233",
        "tier:qed-c-second-tier 27",
        "body:qed-c-leadership-team 3",
        "body:qed-c-steering-committee 10",
        "alliance:quic 9",
        "alliance:q-star 24",
        "alliance:q-star 4",
        "alliance:qic 29",
        "alliance:qic 6",
        "alliance:qutac 10",
        "initiative:qutac-infineon 3",
    }
    twelve = "alliance:qutac qo:hasCount ?count . ?count qo:value 12 ; qo:reason ?reason ; qo:claimant ?claimant"
    assert found("?claimant", twelve) == {"organization:qontology-editors"}
