"""The alliances of a study on one screen: what each cell counts, and which themes are shared."""

import pytest

from qontology.analysis import overview

ALLIANCE = """
source:paper-2022 qo:compares mine:{name} .
mine:{name} a qo:Alliance ; skos:prefLabel "{name}"@en , "{name}"@zh .
mine:{name} qo:goal mine:{name}-goal ; qo:founding mine:{name}-start .
mine:{name}-start a qo:Founding ; qo:date "{year}"^^xsd:gYear .
mine:{name}-goal a qo:Goal ; skos:prefLabel "goal"@en , "目标"@zh ; qo:theme {themes} .
"""
THEME = """
mine:theme a skos:Concept ; skos:inScheme scheme:goal-theme ; skos:prefLabel "theme of one"@en , "一家的主题"@zh .
"""
BODIES = """
mine:one-board a qo:GoverningBody ; qo:bodyOf mine:one ; skos:prefLabel "board"@en , "理事会"@zh .
mine:one-b a qo:WorkingGroup ; qo:bodyOf mine:one ; skos:prefLabel "b"@en , "乙"@zh .
mine:one-a a qo:WorkingGroup ; qo:bodyOf mine:one ; skos:prefLabel "a"@en , "甲"@zh .
"""


def rows(table) -> dict[str, dict[str, str]]:
    """The cells of each row, by the names of the columns."""
    return {
        row[0].value: {name: cell.value for name, cell in zip(table.columns[1:], row[1:], strict=True)}
        for row in table.rows
    }


@pytest.fixture
def two(world):
    return rows(
        overview(
            world(
                ALLIANCE.format(name="two", year=2012, themes="theme:ethics")
                + ALLIANCE.format(name="one", year=2011, themes="theme:ethics , mine:theme")
                + THEME
                + BODIES
            )
        )
    )


def test_a_theme_that_two_alliances_name_has_a_row_with_their_dots(two) -> None:
    assert (two["ethics"]["one"], two["ethics"]["two"]) == ("●", "●")


def test_a_theme_that_only_one_alliance_names_has_no_row(two) -> None:
    assert not [head for head in two if "theme of one" in head]


def test_every_row_of_dots_has_at_least_two(graph) -> None:
    for head, cells in rows(overview(graph)).items():
        if "●" in cells.values():
            assert list(cells.values()).count("●") >= 2, head


def test_kinds_of_bodies_are_counted_the_most_frequent_first(two) -> None:
    assert two["bodies"]["one"] == "working group 2, governing body 1"


def test_alliances_stand_in_the_order_of_their_founding(two) -> None:
    names = list(two["founded"])
    assert names.index("one") < names.index("two")


def test_what_nobody_tells_is_a_dash_and_no_number(two) -> None:
    assert (two["members"]["one"], two["bodies"]["two"]) == ("–", "–")


def test_members_are_told_as_the_source_counts_them(graph) -> None:
    members = rows(overview(graph))["members"]
    assert members["QED-C"] == "233 (member, 2022-07-05)"
    assert members["QUTAC"] == "10 (founding company, at founding), 12 (member, undated)"


def test_in_chinese_all_is_in_chinese(graph) -> None:
    table = rows(overview(graph, "zh"))
    assert table["成立时间"]["QED-C"] == "2018" and "—" in table["成员"].values()
