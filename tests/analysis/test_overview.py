"""The alliances at a glance: what all share is told once, and what nobody knows is said to be unknown."""

import re

import pytest
from asking import found, graph

from qontology import InputError
from qontology.analysis import overview
from qontology.analysis.arguments import as_alliance, as_alliances

SHARED = """?study qo:compares ?a , ?b . ?a qo:hasGoal/qo:theme ?theme . ?b qo:hasGoal/qo:theme ?theme .
FILTER(?a != ?b) ?theme skos:prefLabel ?name . FILTER(LANG(?name) = "en")"""


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
        numbers = [int(number) for number in re.findall(r"\((\d+)\)", cell)]
        assert numbers == sorted(numbers, reverse=True)


def test_there_is_no_room_for_both_languages_which_give_it_in_english() -> None:
    assert overview(graph(), "both") == overview(graph(), "en") != overview(graph(), "zh")


def test_an_alliance_is_found_by_its_acronym_and_by_its_iri() -> None:
    alliance = as_alliance(graph(), "QUTAC")
    assert as_alliance(graph(), alliance.value) == as_alliance(graph(), "alliance:qutac") == alliance
    assert as_alliances(graph(), ["QUTAC", "alliance:qutac"]) == [alliance]


def test_what_is_no_alliance_is_refused() -> None:
    with pytest.raises(InputError, match="Infineon is an organization, not an alliance"):
        as_alliances(graph(), ["QUTAC", "Infineon"])


ALLIANCE = """
source:paper-2022 qo:compares mine:{name} .
mine:{name} a qo:Alliance ; skos:prefLabel "{name}"@en , "{name}"@zh .
mine:{name} qo:hasGoal mine:{name}-goal ; qo:hasFounding mine:{name}-start .
mine:{name}-start a qo:Founding ; qo:date "{year}"^^xsd:gYear ; qo:evidence mine:page .
mine:page a qo:Passage ; dcterms:isPartOf source:paper-2022 ; qo:locator "p1" .
mine:{name}-goal a qo:Goal ; skos:prefLabel "goal"@en , "目标"@zh ; qo:theme {themes} ;
    qo:evidence mine:page .
"""
THEME = """
mine:theme a skos:Concept ; skos:inScheme scheme:goal-theme ; skos:prefLabel "theme of one"@en , "一家的主题"@zh .
"""
BODIES = """
mine:one-a a qo:GoverningBody ; qo:bodyOf mine:one ; qo:evidence mine:page ; skos:prefLabel "a board"@en , "理事会"@zh .
mine:one-c a qo:WorkingGroup ; qo:bodyOf mine:one ; qo:evidence mine:page ; skos:prefLabel "c group"@en , "乙"@zh .
mine:one-b a qo:WorkingGroup ; qo:bodyOf mine:one ; qo:evidence mine:page ; skos:prefLabel "b group"@en , "甲"@zh .
"""


def rows(table) -> dict[str, dict[str, str]]:
    """The cells of each row, by the names of the columns."""
    return {row.group: dict(zip(table.columns[1:], row.cells, strict=True)) for row in table.rows}


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


def test_kinds_of_bodies_are_counted_the_most_frequent_first(two) -> None:
    assert two["bodies"]["one"] == "working group (2), governing body (1)"


def test_alliances_stand_in_the_order_of_their_founding(two) -> None:
    names = list(two["founded"])
    assert names.index("one") < names.index("two")


def test_what_nobody_tells_is_said_to_be_unknown_and_is_no_dash_and_no_number(two) -> None:
    assert (two["members"]["one"], two["bodies"]["two"]) == ("unknown", "unknown")


def test_members_are_told_as_the_source_counts_them() -> None:
    members = rows(overview(graph()))["members"]
    assert members["QED-C"] == "233 (member, 5 July 2022)"
    assert members["QUTAC"] == "10 (founding company, at founding), 12 (member, undated)"


@pytest.mark.parametrize(
    ("language", "head", "kinds"),
    [
        ("en", "bodies", "governing body (1), other body (1), working group (1)"),
        ("zh", "内设机构", "其他内设机构（1）、工作组（1）、治理机构（1）"),
    ],
)
def test_kinds_of_bodies_that_are_as_frequent_go_by_their_names(world, language, head, kinds) -> None:
    """What is no more than a body is of another kind."""
    bodies = "".join(
        f"mine:one-{name} a qo:{kind} ; qo:bodyOf mine:one ; qo:evidence mine:page ;"
        f" skos:prefLabel '{name} group'@en , '{name}组'@zh ."
        for name, kind in (("a", "WorkingGroup"), ("b", "GoverningBody"), ("c", "Body"))
    )
    graph = world(ALLIANCE.format(name="one", year=2011, themes="theme:ethics") + bodies)
    assert rows(overview(graph, language))[head]["one"] == kinds


def test_an_alliance_whose_founding_nobody_dates_stands_last(world) -> None:
    """A year that is not known is no early one."""
    undated = (
        "source:paper-2022 qo:compares mine:a . mine:a a qo:Alliance ; skos:prefLabel 'A'@en ; qo:hasGoal mine:g ."
    )
    goal = (
        "mine:g a qo:Goal ; skos:prefLabel 'goal'@en ; qo:theme theme:ethics ; qo:evidence mine:page ."
        "mine:page a qo:Passage ; dcterms:isPartOf source:paper-2022 ; qo:locator 'p1' ."
    )
    table = overview(world(undated + goal))
    assert table.columns[-1] == "A"
    assert rows(table)["founded"]["A"] == "unknown"


@pytest.mark.parametrize(
    ("language", "title", "column"),
    [
        (
            "en",
            "The alliances at a glance",
            {
                "place": "Japan",
                "founded": "2021-09",
                "formation": "company-led",
                "led by": "Toshiba",
                "members": "24 (founding company, at founding)",
                "bodies": "subcommittee (4), governing body (1)",
                "goal themes": "10",
            },
        ),
        (
            "zh",
            "联盟概览",
            {
                "所在地": "日本",
                "成立时间": "2021-09",
                "组建模式": "企业主导",
                "牵头方": "东芝",
                "成员": "24（创始企业，成立时）",
                "内设机构": "分委会（4）、治理机构（1）",
                "目标主题数": "10",
            },
        ),
    ],
)
def test_a_column_tells_of_one_alliance_how_it_came_about_and_what_it_is(language, title, column) -> None:
    """Heads and values are in the language of the reader; the attributes lead from the origin to the aim."""
    table = overview(graph(), language)
    told = {head: cells["Q-STAR"] for head, cells in rows(table).items() if cells["Q-STAR"] not in ("", "●")}
    assert (table.title, list(told.items())) == (title, list(column.items()))


def test_themes_that_as_many_alliances_share_go_by_their_names() -> None:
    heads = [row.group for row in overview(graph()).rows]
    assert heads.index("use cases and applications") < heads.index("workforce and talent")


def test_the_answer_comes_first_with_its_evidence() -> None:
    table = overview(graph())
    ending = re.compile(r"\[.+\](; it gives no number for .+)?\.$|… \[.+\]$")
    assert len(table.leads) == 3 and all(map(ending.search, table.leads))
    assert table.leads[0].startswith("Of these 5 alliances, 3 are company-led (QIC, QUTAC, Q-STAR)")


def test_an_alliance_none_of_whose_goals_is_known_has_a_question_mark_in_the_rows_of_themes(world) -> None:
    named = "mine:a a qo:Alliance ; skos:prefLabel 'A'@en ; qo:hasCountry place:japan ."
    aimless = f"source:paper-2022 qo:compares mine:a . {named}"
    table = rows(overview(world(aimless)))
    assert table["use cases and applications"]["A"] == "?" and table["use cases and applications"]["QIC"] == ""
