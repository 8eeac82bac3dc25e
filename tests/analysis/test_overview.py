"""The alliances at a glance: what all share is told once, and what nobody knows has a dash."""

import pytest
from asking import found, graph

from qontology import InputError
from qontology.analysis import overview
from qontology.analysis.arguments import as_alliance, as_alliances

SHARED = """?study qo:compares ?a , ?b . ?a qo:goal/qo:theme ?theme . ?b qo:goal/qo:theme ?theme . FILTER(?a != ?b)
?theme skos:prefLabel ?name . FILTER(LANG(?name) = "en")"""


def cells(name: str) -> tuple[str, ...]:
    return next(row.cells for row in overview(graph()).rows if row.group == name)


def test_the_columns_are_the_alliances_of_the_study_in_the_order_of_their_founding() -> None:
    assert overview(graph()).columns == ("", "QED-C", "QIC", "QuIC", "QUTAC", "Q-STAR")


def test_the_themes_are_those_of_two_alliances_or_more_and_the_most_shared_come_first() -> None:
    rows = [row for row in overview(graph()).rows if "●" in row.cells]
    assert {row.group for row in rows} == found("?name", SHARED)
    counts = [row.cells.count("●") for row in rows]
    assert counts == sorted(counts, reverse=True) and min(counts) == 2


def test_the_kinds_of_bodies_are_told_with_the_most_frequent_first() -> None:
    for cell in cells("bodies"):
        numbers = [int(kind.rpartition(" ")[2]) for kind in cell.split(", ") if cell != "–"]
        assert numbers == sorted(numbers, reverse=True)


def test_a_number_of_members_stands_with_what_it_counts_and_when() -> None:
    assert "29 (partner, 2022-07)" in cells("members")[3] or any("(" in cell for cell in cells("members"))


def test_there_is_no_room_for_both_languages_which_give_it_in_english() -> None:
    assert overview(graph(), "both") == overview(graph(), "en") != overview(graph(), "zh")


def test_an_alliance_is_found_by_its_acronym_and_by_its_iri() -> None:
    alliance = as_alliance(graph(), "QUTAC")
    assert as_alliance(graph(), alliance.value) == as_alliance(graph(), "alliance:qutac") == alliance
    assert as_alliances(graph(), ["QUTAC", "alliance:qutac"]) == [alliance]


def test_what_is_no_alliance_is_refused() -> None:
    with pytest.raises(InputError, match="nothing here is called Infineon"):
        as_alliances(graph(), ["QUTAC", "Infineon"])
