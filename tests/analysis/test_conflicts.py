"""Where sources differ, and which account the graph follows."""

import pytest

from qontology import InputError
from qontology.analysis import conflicts

ALLIANCE = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:hasFounding mine:f ; qo:hasCount mine:c .
mine:f a qo:Founding ; skos:prefLabel "founding of A"@en , "甲联盟成立"@zh ; qo:date "2021-05"^^xsd:gYearMonth ;
    qo:evidence mine:early ; {relation} mine:g .
mine:g a qo:Founding ; skos:prefLabel "founding of A as B tells it"@en , "甲联盟成立（乙的说法）"@zh ;
    qo:date "2022"^^xsd:gYear ; qo:evidence mine:late .
mine:c a qo:Count ; qo:counted counted:member ; qo:value 40 ; qo:evidence mine:early .
mine:early a qo:Passage ; dcterms:isPartOf mine:s ; qo:locator "page" .
mine:late a qo:Passage ; dcterms:isPartOf mine:t ; qo:locator "page" .
mine:s a qo:Source ; skos:prefLabel "the source of May"@en , "五月的来源"@zh ; qo:date "2021-05-12"^^xsd:date .
mine:t a qo:Source ; skos:prefLabel "the page"@en , "网页"@zh ; qo:accessed "2026-11"^^xsd:gYearMonth .
"""


def told(world, relation, more=""):
    return conflicts(world(ALLIANCE.format(relation=relation) + more), "Alliance A")


def test_both_accounts_stand_side_by_side_each_with_its_value_its_date_and_its_sources(world):
    table = told(world, "qo:rival")
    assert [row.cells for row in table.rows] == [
        ("founding", "May 2021 (told 12 May 2021) [1]", "2022 (told November 2026) [2]", "no, they contradict")
    ]
    assert table.rows[0].notes == (1, 2)
    assert table.notes == ("the source of May", "the page")


def test_an_account_that_only_says_less_can_be_right_as_well(world):
    table = told(world, "qo:otherAccount")
    assert table.rows[0].cells[-1] == "yes, it says less or otherwise"
    assert "contradictions among them: 0" in table.leads[0]


def test_two_numbers_are_told_with_what_they_count(world):
    more = (
        "mine:c qo:rival mine:d . mine:d a qo:Count ; qo:counted counted:member ; qo:value 44 ; qo:evidence mine:late ."
    )
    assert ("count (member)", "40 (told 12 May 2021) [1]", "44 (told November 2026) [2]") in [
        row.cells[:3] for row in told(world, "qo:rival", more).rows
    ]


def test_contradictions_come_first(world):
    more = "mine:c qo:otherAccount mine:d . mine:d a qo:Count ; qo:counted counted:member ; qo:value 44 ."
    assert [row.cells[0] for row in told(world, "qo:rival", more).rows] == ["founding", "count (member)"]


def test_accounts_that_agree_are_no_conflict(world):
    same = 'mine:g qo:date "2021-05"^^xsd:gYearMonth .'
    agreeing = ALLIANCE.replace('qo:date "2022"^^xsd:gYear ; ', "").format(relation="qo:otherAccount") + same
    assert conflicts(world(agreeing), "Alliance A").rows == ()


def test_without_a_name_all_alliances_are_looked_at(graph):
    pairs = {row[2:5:2] for row in graph.query("evidence/conflicts").rows}
    assert len(conflicts(graph).rows) == len(pairs) >= 2


def test_no_conflict_is_told_as_one_that_nobody_entered(graph):
    table = conflicts(graph, "IBM Q Network")
    assert (
        table.rows == () and "IBM Q Network" in table.leads[0] and "not to say that all sources agree" in table.leads[0]
    )


def test_what_is_no_alliance_is_refused(graph):
    with pytest.raises(InputError):
        conflicts(graph, "Siemens")
