"""A table in both languages is one table: the same rows in the same order, on the same notes with the same numbers."""

import pytest

from qontology.analysis import compare, conflicts, contents, freshness, gaps, organizations, overlap, overview, timeline
from qontology.telling.evidence import Evidence

TABLES = {
    "compare": lambda graph, language: compare(graph, "QED-C", "QuIC", sources=True, language=language),
    "values": lambda graph, language: compare(graph, "QED-C", "QuIC", values=True, language=language),
    "overlap": lambda graph, language: overlap(graph, "QED-C", "QuIC", language=language),
    "organizations": lambda graph, language: organizations(graph, language=language),
    "overview": overview,
    "contents": contents,
    "conflicts": lambda graph, language: conflicts(graph, language=language),
    "freshness": lambda graph, language: freshness(graph, language=language),
    # Their names have another order in Chinese.
    "statements": lambda graph, language: freshness(graph, "OQIA", "Australian Quantum Alliance", language=language),
    "gaps": lambda graph, language: gaps(graph, "QIC", language=language),
    "timeline": lambda graph, language: timeline(graph, "QUTAC", language=language),
}


@pytest.mark.parametrize("name", TABLES)
def test_rows_and_notes_are_the_same_in_both_languages(name, graph, monkeypatch) -> None:
    made: list[Evidence] = []
    begin = Evidence.__init__

    def remembered(self, words) -> None:
        begin(self, words)
        made.append(self)

    monkeypatch.setattr(Evidence, "__init__", remembered)

    def told(language):
        made.clear()
        table = TABLES[name](graph, language)
        numbers = [[cell for cell in row.cells if isinstance(cell, int)] for row in table.rows]
        # A reason is told in the language, a passage has one place.
        places = [(source, locator if source else "") for evidence in made for source, locator in evidence.places]
        return numbers, [row.notes for row in table.rows], places

    english = told("en")
    assert english[0] and told("zh") == english
