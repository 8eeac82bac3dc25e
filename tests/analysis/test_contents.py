"""What the graph has, in numbers."""

from qontology.analysis import contents


def numbers(graph, language: str = "en") -> dict[tuple[str, object], object]:
    return {(row.group, row.cells[0]): row.cells[1] for row in contents(graph, language).rows}


def test_the_numbers_are_those_of_the_graph(graph):
    found = numbers(graph)
    assert found["things", "triples"] == len(graph)
    assert found["things", "alliance"] == len(graph.names_of("qo:Alliance").things)


def test_alliances_that_nobody_has_assessed_are_counted_as_such(graph):
    found = numbers(graph)
    unassessed = len(graph.query("formation/without-mode"))
    assert found["alliances by formation mode", "assessed by nobody"] == unassessed


def test_both_languages_count_the_same(graph):
    english, chinese = contents(graph), contents(graph, "zh")
    assert sorted(row.cells[1] for row in english.rows) == sorted(row.cells[1] for row in chinese.rows)
    assert chinese.title == "图谱内容"
