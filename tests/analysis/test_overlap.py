"""What alliances share."""

from collections import Counter
from decimal import Decimal
from itertools import combinations

from qontology.analysis import organizations, overlap

TWO = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:hasGoal mine:goal-a .
mine:b a qo:Alliance ; skos:prefLabel "Alliance B"@en , "乙联盟"@zh ; qo:hasGoal mine:goal-b .
mine:goal-a a qo:Goal ; qo:theme theme:standards , theme:workforce , theme:ethics .
mine:goal-b a qo:Goal ; qo:theme theme:standards .
"""


def test_the_index_is_what_is_shared_divided_by_what_there_is_together(world):
    (row,) = overlap(world(TWO), "Alliance A", "Alliance B").rows
    assert row.group == "Alliance A – Alliance B"
    assert row.cells == (
        "themes of goals",
        3,
        1,
        1,
        3,
        Decimal("0.33"),
        "standards and standardisation",
    )


def test_what_is_unknown_of_one_has_no_row_rather_than_a_zero(world):
    rows = overlap(world(TWO), "Alliance A", "Alliance B").rows
    assert "named members" not in {row.cells[0] for row in rows}


def test_every_two_alliances_of_which_something_is_known_have_the_numbers_of_their_items(graph):
    having = {}
    for attribute, item, alliance in graph.query("compare/shared").rows:
        having.setdefault(attribute, {}).setdefault(alliance, set()).add(item)
    expected = Counter(
        (len(own[one]), len(own[other]), len(own[one] & own[other]), len(own[one] | own[other]))
        for own in having.values()
        for one, other in combinations(sorted(own, key=str), 2)
    )
    alliances = {alliance.value for own in having.values() for alliance in own}
    assert expected
    assert Counter(row.cells[1:5] for row in overlap(graph, *alliances).rows) == expected


def test_every_pair_of_the_study_is_told_with_its_shared_items(graph):
    table = overlap(graph)
    assert len({row.group for row in table.rows}) == 10
    for row in table.rows:
        assert len(list(filter(None, str(row.cells[6]).split("; ")))) == row.cells[3]


def test_lists_that_their_sources_leave_open_are_named(graph):
    assert any("QED-C named members" in remark for remark in overlap(graph, "QED-C", "QUTAC").remarks)


def test_in_chinese_the_same_numbers_are_told(graph):
    english, chinese = overlap(graph), overlap(graph, language="zh")
    assert [row.cells[1:6] for row in english.rows] == [row.cells[1:6] for row in chinese.rows]
    assert chinese.columns[0] == "联盟"


def test_an_organization_in_two_alliances_is_told_with_each_role_and_its_evidence(graph):
    table = organizations(graph)
    found = {(row.cells[0], row.cells[1]) for row in table.rows if row.group == "IBM"}
    assert {("IBM Q Network", "create"), ("QED-C", "membership")} <= found
    assert all(row.notes for row in table.rows)


def test_an_organization_in_one_of_the_named_alliances_only_is_left_out(graph):
    table = organizations(graph, "QED-C", "QUTAC")
    assert table.rows == ()
    assert table.leads == ("No organization that a source names is in more than one of these 2 alliances.",)


def test_an_organization_and_a_part_of_it_belong_together_and_the_relation_is_told(graph):
    table = organizations(graph, "QUTAC", "QuIC")
    groups = [row.group for row in table.rows]
    (part, notes), *_ = ((row.group, row.notes) for row in table.rows if row.group.startswith("Robert Bosch GmbH"))
    assert "Bosch Group" in groups and part.startswith("Robert Bosch GmbH (part of Bosch Group) [")
    assert any(table.notes[note - 1].startswith("editors of Qontology: ") for note in notes)
