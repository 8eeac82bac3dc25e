"""The directory of alliances, and what is chosen from it."""

import pytest

from qontology import InputError
from qontology.analysis import directory

ALLIANCES = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:basedIn mine:town ; qo:hasFounding mine:f ;
    qo:hasGoal mine:g ; qo:hasFormationAssessment mine:m .
mine:f a qo:Founding ; qo:date "2031-05"^^xsd:gYearMonth .
mine:g a qo:Goal ; qo:theme mine:narrow .
mine:m a qo:FormationAssessment ; qo:assessedMode mode:jointly-led .
mine:town a qo:Locality ; skos:prefLabel "Town"@en , "镇"@zh ; dcterms:isPartOf mine:land .
mine:land a qo:Country ; skos:prefLabel "Land"@en , "国"@zh .
mine:narrow a skos:Concept ; skos:inScheme scheme:goal-theme ; skos:broader theme:standards .
mine:b a qo:Alliance ; skos:prefLabel "Alliance B"@en , "乙联盟"@zh ; qo:hasFounding mine:h .
mine:h a qo:Founding ; qo:date "2031"^^xsd:gYear .
"""


def named(world, **chosen):
    table = directory(world(ALLIANCES), **chosen)
    return [row[0].value for row in table.rows if row[0].value.startswith("Alliance ")]


def test_an_alliance_is_one_row_with_what_is_known_and_no_more(world):
    rows = {row[0].value: [cell and cell.value for cell in row] for row in directory(world(ALLIANCES)).rows}
    assert rows["Alliance A"][1:6] == [None, "Town", "jointly led", "2031-05", "2"]
    assert rows["Alliance B"][1:6] == [None, None, None, "2031", "1"]


def test_a_country_holds_for_its_towns_and_a_theme_for_the_narrower_ones(world):
    assert named(world, place="Land") == named(world, theme="standards and standardisation") == ["Alliance A"]


def test_a_mode_is_chosen_by_its_name(world):
    assert named(world, mode="jointly led") == ["Alliance A"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2031", None, ["Alliance A", "Alliance B"]),
        ("2031-06", None, ["Alliance B"]),  # which may have been founded in December
        (None, "2031-04", ["Alliance B"]),
        ("2032", None, []),
        ("2031-05", "2031-05", ["Alliance A", "Alliance B"]),
    ],
)
def test_who_may_have_been_founded_in_the_period_is_in_it(world, since, until, found):
    assert named(world, since=since, until=until) == found


def test_the_best_known_come_first_and_all_are_there(graph):
    rows = directory(graph).rows
    known = [int(row[5].value) for row in rows]
    assert known == sorted(known, reverse=True)
    assert {row[6] for row in rows} == set(graph.names_of("qo:Alliance").things)


@pytest.mark.parametrize("chosen", [{"place": "Atlantis"}, {"mode": "QUTAC"}, {"since": "soon"}])
def test_what_is_no_place_mode_or_date_is_refused(graph, chosen):
    with pytest.raises(InputError):
        directory(graph, **chosen)
