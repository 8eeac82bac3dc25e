"""Which alliances are most like one, and in what."""

from asking import graph

from qontology.analysis import similar


def test_what_two_alliances_have_in_common_is_named_by_kind_of_thing():
    rows = similar(graph(), "QUTAC", among=["Q-STAR"]).rows
    assert {row.group for row in rows} == {"Q-STAR"}
    told = {row.cells[1]: row.cells[2] for row in rows}
    assert told["formation mode"] == "company-led"
    assert "use cases and applications" in told["themes of goals"]


def test_the_number_is_that_of_the_things_and_the_most_alike_come_first():
    rows = similar(graph(), "Q-STAR").rows
    numbers = {row.group: row.cells[0] for row in rows}
    assert list(numbers.values()) == sorted(numbers.values(), reverse=True)
    first = [row for row in rows if row.group == rows[0].group]
    assert sum(len(row.cells[2].split("; ")) for row in first) == rows[0].cells[0]


def test_a_kind_that_every_alliance_has_is_no_likeness():
    assert all(row.cells[2] != "alliance" for row in similar(graph(), "Q-STAR").rows)


def test_a_page_says_how_many_more_there_are():
    table = similar(graph(), "Q-STAR", most=2)
    assert len({row.group for row in table.rows}) == 2
    assert "more have something in common with it" in table.remarks[-1]


def test_of_an_alliance_without_likeness_that_is_said():
    table = similar(graph(), "QUTAC", among=["Northwest Quantum Nexus"])
    assert not table.rows and "Nothing is known here" in table.leads[0]


def test_both_languages_have_the_same_rows():
    english, chinese = (similar(graph(), "QIC", language=tongue) for tongue in ("en", "zh"))
    assert [row.cells[0] for row in english.rows] == [row.cells[0] for row in chinese.rows]
