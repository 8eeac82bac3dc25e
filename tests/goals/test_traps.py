"""Traps of goals and the themes, sectors, technologies and stakeholders in them, asked of the shipped graph."""

from itertools import permutations

from asking import found, holds

IN_STUDY = "qo:evidence/dcterms:isPartOf source:paper-2022"
SECRECY = (
    "technology:quantum-safe-cryptography",
    "technology:quantum-encryption",
    "technology:quantum-cryptography",
    "technology:quantum-secured-communication",
    "technology:novel-quantum-communication",
)


def goals_with(theme: str) -> set[str]:
    """The alliances that the study compares and gives a goal with this theme, named or implied."""
    goal = f"source:paper-2022 qo:compares ?alliance . ?alliance qo:hasGoal ?goal . ?goal {IN_STUDY}"
    return found("?alliance", f"{goal} ; qo:theme|qo:impliedTheme {theme}")


def of(subject: str, predicate: str) -> set[str]:
    """The values of one property of one thing."""
    return found("?value", f"{subject} {predicate} ?value")


def test_t10_each_numbered_item_of_table_2_is_one_goal_and_a_preamble_is_no_item() -> None:
    goal = (
        "source:paper-2022 qo:compares ?alliance . ?alliance qo:hasGoal ?goal . ?goal qo:evidence/qo:locator ?locator"
    )
    items = {"QED-C": 5, "QuIC": 5, "QUTAC": 3, "QIC": 1, "Q-STAR": 7}
    expected = {
        f"alliance:{name.lower()} goal:{name.lower()}-{item} table2/{name}/goal{item}"
        for name, last in items.items()
        for item in range(1, last + 1)
    }
    overall = "alliance:qutac goal:qutac-overall table2/QUTAC/overall"
    table = f'{goal} FILTER(STRSTARTS(?locator, "table2/"))'
    assert found("?alliance ?goal ?locator", table) == expected | {overall}


def test_t59_what_is_said_of_the_goals_of_all_is_not_handed_down_to_each() -> None:
    assert goals_with("theme:use-cases") == {"alliance:qed-c", "alliance:quic", "alliance:qutac", "alliance:q-star"}
    assert goals_with("theme:workforce") == {"alliance:qed-c", "alliance:quic", "alliance:qic", "alliance:q-star"}
    shared = "?claim a qo:Claim ; qo:evidence passage:paper-2022-sec3.2-p2 ; qo:about ?whom"
    on_themes = f"{shared} ; qo:theme ?theme FILTER(?theme IN (theme:use-cases, theme:workforce))"
    assert found("?theme ?whom ?reading", f"{on_themes} ?claim qo:reading ?reading") == {
        "theme:use-cases group:five-alliances reading:collective",
        "theme:workforce group:five-alliances reading:collective",
    }
    assert not holds(f"{shared} . ?whom a qo:Alliance")


def test_t60_public_awareness_is_an_other_goal_in_the_table_and_has_its_addressees_from_the_text() -> None:
    assert of("goal:q-star-7", "qo:theme") == {"theme:public-awareness", "theme:policy-advice"}
    assert of("goal:q-star-7", "qo:evidence") == {"passage:paper-2022-table2-q-star-goal7"}
    others = "?list qo:subject goal:q-star-7 ; qo:predicate qo:theme ; qo:completeness ?completeness"
    assert found("?completeness", others) == {"completeness:open"}
    addressees = "?by qo:subject goal:q-star-7 ; qo:predicate qo:stakeholder ; qo:object ?party ; qo:evidence ?passage"
    assert of("goal:q-star-7", "qo:stakeholder") == {"stakeholder:general-public", "stakeholder:government"}
    assert found("?party ?passage", addressees) == {
        "stakeholder:general-public passage:paper-2022-sec3.2-p2",
        "stakeholder:government passage:paper-2022-sec3.2-p2",
    }


def test_t61_the_ambiguous_goal_of_quic_has_a_theme_of_its_own_and_the_other_reading_as_ours() -> None:
    assert of("goal:quic-4", "qo:theme") == {"theme:public-stakeholder-needs"}
    assert of("goal:quic-4", "qo:impliedTheme") == {"theme:industry-demand"}
    reading = "?reading qo:subject goal:quic-4 ; qo:object theme:industry-demand ; qo:reason ?reason"
    assert found("?claimant", f"{reading} ; qo:claimant ?claimant") == {"organization:qontology-editors"}


def test_t62_the_one_sentence_of_qic_is_one_goal_with_two_lists() -> None:
    assert found("?goal", f"alliance:qic qo:hasGoal ?goal . ?goal {IN_STUDY}") == {"goal:qic-1"}
    assert of("goal:qic-1", "qo:theme") == {"theme:r-and-d", "theme:workforce", "theme:incubation"}
    assert of("goal:qic-1", "qo:technology") == {
        "technology:quantum-computing",
        "technology:quantum-communication",
        "technology:quantum-sensing",
        "technology:quantum-safe-cryptography",
    }
    fields = "?list qo:subject goal:qic-1 ; qo:predicate qo:technology"
    assert found("?completeness", f"{fields} ; qo:completeness ?completeness") == {"completeness:open"}
    assert not holds(f"{fields} ; qo:statedSize ?size")


def test_t63_metrics_are_named_in_the_second_goal_of_qed_c_and_not_in_the_third() -> None:
    assert found("?goal", "alliance:qed-c qo:hasGoal ?goal . ?goal qo:theme theme:standards , theme:workforce") == {
        "goal:qed-c-2",
        "goal:qed-c-3",
    }
    metrics = "alliance:qed-c qo:hasGoal ?goal . ?goal qo:theme|qo:impliedTheme theme:performance-metrics"
    assert found("?goal", metrics) == {"goal:qed-c-2"}


def test_t64_table_2_cites_nobody_so_the_study_itself_vouches_for_its_goals() -> None:
    row = '?passage qo:locator ?locator FILTER(STRSTARTS(?locator, "table2/"))'
    goals = f"?goal a qo:Goal ; qo:evidence ?passage . ?passage dcterms:isPartOf ?source . {row}"
    assert found("?source", goals) == {"source:paper-2022"}
    assert not holds(f"?goal a qo:Goal ; qo:claimant ?other ; qo:evidence ?passage . {row}")
    assert not holds(f"?cited qo:citedIn ?passage . {row}")


def test_t66_to_unite_government_users_and_media_is_said_of_all_together_and_of_no_alliance() -> None:
    kinds = f"?by qo:predicate qo:memberKind ; qo:object ?kind ; {IN_STUDY} ; qo:subject"
    assert found("?kind", f"{kinds} alliance:qutac") == {"kind:company"}
    assert found("?kind", f"{kinds} alliance:qic") == {"kind:company", "kind:quantum-company", "kind:subsidiary"}
    assert "kind:university" in found("?kind", f"{kinds} alliance:qed-c")
    together = "?claim qo:stakeholder stakeholder:media , stakeholder:users"
    assert found("?reading ?passage", f"{together} ; qo:reading ?reading ; qo:evidence ?passage") == {
        "reading:collective passage:paper-2022-sec2.2-p1"
    }
    assert not holds(f"{together} ; qo:about ?alliance . ?alliance a qo:Alliance")
    assert not holds("?alliance a qo:Alliance ; qo:stakeholder ?party")


def test_t67_the_three_lists_of_parties_share_one_vocabulary_and_stay_three_lists() -> None:
    lists = {
        "sec1.1-p2": {"government", "research-institutions", "industry", "investors", "civil-society"},
        "sec2.2-p1": {"government", "academia", "industry", "investors", "users", "media"},
        "sec4-2-p2": {
            "government",
            "research-institutions",
            "key-companies",
            "financing-platforms",
            "publicity-and-education-institutions",
        },
    }
    for passage, parties in lists.items():
        listed = f"?claim qo:evidence passage:paper-2022-{passage} ; qo:stakeholder stakeholder:government , ?party"
        assert found("?party", listed) == {f"stakeholder:{party}" for party in parties}
        assert found("?scheme", f"{listed} . ?party skos:inScheme ?scheme") == {"scheme:stakeholder"}


def test_t72_the_ecosystem_of_the_plan_is_neither_that_of_an_industry_nor_that_of_a_technology() -> None:
    assert of("task:informatization-plan-ecosystem", "qo:theme") == {"theme:ecosystem-growth"}
    assert holds('task:informatization-plan-ecosystem skos:scopeNote ?note FILTER(CONTAINS(?note, "leaves open"))')
    assert of("task:informatization-plan-ecosystem", "qo:technology|qo:sector") == set()
    assert of("task:informatization-plan-applications", "qo:technology") == {"technology:quantum-computing"}


def test_t73_the_three_lists_of_sectors_of_qutac_stay_apart_and_a_technology_is_no_sector() -> None:
    assert of("goal:qutac-overall", "qo:sector") == {
        "sector:chemicals-and-pharmaceuticals",
        "sector:insurance",
        "sector:automotive",
    }
    by_text = f"?by qo:subject alliance:qutac ; qo:predicate qo:sector ; qo:object ?sector ; {IN_STUDY}"
    assert found("?sector", by_text) == {
        "sector:chemicals",
        "sector:materials",
        "sector:automotive-manufacturing",
        "sector:medical-care",
        "sector:biopharmaceuticals",
        "sector:telecommunications",
        "sector:semiconductors",
        "sector:aviation",
        "sector:finance",
        "sector:electronics",
    }
    by_table = f"""
        alliance:qutac qo:hasMembership/qo:member ?member .
        ?by qo:subject ?member ; qo:predicate qo:technology ; qo:object ?technology ; {IN_STUDY}
    """
    assert found("?member ?technology", by_table) == {
        "organization:lufthansa-industry-solutions technology:artificial-intelligence",
        "organization:sap technology:internet-of-things",
        "organization:sap technology:machine-learning",
        "organization:siemens technology:machine-learning",
    }
    assert of("organization:lufthansa-industry-solutions", "qo:sector") == {"sector:aviation", "sector:it-consulting"}
    assert of("organization:bosch-group", "qo:sector") == {"sector:international-technology-and-services"}
    assert not holds("?thing qo:sector ?sector FILTER NOT EXISTS { ?sector skos:inScheme scheme:sector }")
    assert not holds("?both skos:inScheme scheme:sector , scheme:technology")


def test_t74_the_semiconductor_industry_and_the_semiconductor_platform_are_two_concepts() -> None:
    assert of("organization:infineon", "qo:sector") == {"sector:semiconductors"}
    assert "technology:semiconductor-platform" in of("initiative:qutac-infineon", "qo:technology")
    assert "technology:semiconductor-platform" not in of("organization:infineon", "qo:technology")
    assert "sector:semiconductors" not in of("initiative:qutac-infineon", "qo:sector")
    assert not holds("sector:semiconductors ?relation technology:semiconductor-platform")
    assert not holds("technology:semiconductor-platform ?relation sector:semiconductors")


def test_t75_five_technologies_of_secrecy_are_related_and_none_is_another() -> None:
    pairs = {f"{one} {other}" for one, other in permutations(SECRECY, 2)}
    assert found("?one ?other", "?one skos:related ?other") >= pairs
    assert pairs.isdisjoint(found("?one ?other", "?one skos:broader+|skos:exactMatch|owl:sameAs ?other"))
    assert "technology:quantum-safe-cryptography" in of("goal:qic-1", "qo:technology")
    assert "technology:quantum-encryption" in of("alliance:qic", "qo:technology")
    assert "technology:quantum-cryptography" in of("body:q-star-cryptography", "qo:technology")
    assert of("task:q-star-cryptography-uses", "qo:technology") == {"technology:quantum-secured-communication"}
    assert of("task:qutac-deutsche-telekom-communication", "qo:technology") == {
        "technology:novel-quantum-communication"
    }


def test_t76_quantum_inspired_computing_is_not_quantum_computing() -> None:
    assert of("technology:ising-machine", "skos:broader+") == {"technology:quantum-inspired-computing"}
    assert "technology:quantum-computing" in of("technology:quantum-annealing", "skos:broader+")
    assert of("body:q-star-optimisation", "(qo:hasTask?)/qo:technology") == {
        "technology:quantum-inspired-computing",
        "technology:ising-machine",
    }


def test_t77_qutac_is_confined_to_no_one_quantum_technology() -> None:
    assert of("alliance:qutac", "qo:hasGoal/qo:technology") == {
        "technology:quantum-technology",
        "technology:quantum-computing",
    }
    assert "technology:novel-quantum-communication" in of("alliance:qutac", "qo:hasInitiative/qo:hasTask/qo:technology")
    assert of("alliance:qutac", "qo:technology") == set()
