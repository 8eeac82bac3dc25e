"""Evidence: one citation of a passage wherever it is cited, with one number where it is first asked for."""

import pytest
from asking import graph, study
from pyoxigraph import NamedNode

from qontology.analysis import compare, gaps, organizations, timeline
from qontology.report import Study
from qontology.telling.describe import describe
from qontology.telling.evidence import Evidence, numbered_lines
from qontology.telling.explain import explain
from qontology.telling.locators import place_in_words
from qontology.telling.words import Words

FOUNDING = NamedNode("https://w3id.org/qontology/id/event/qutac-founding")


def notes(language: str) -> dict[str, tuple[str, ...]]:
    """The notes of everything that has any, by what it is, of what rests on the study."""
    graph = study()
    qutac = graph.find("QUTAC")
    return {
        "show": describe(graph, qutac, language).notes,
        "explain": explain(graph, qutac, language=language).notes,
        "compare": compare(graph, sources=True, language=language).notes,
        "gaps": gaps(graph, "QUTAC", language=language).notes,
        "organizations": organizations(graph, language=language).notes,
        "timeline": timeline(graph, language=language).notes,
        "report": Study(graph, language).notes,
    }


@pytest.mark.parametrize(
    ("language", "passage"),
    [("en", "the comparative study of 2022: abstract, in Chinese"), ("zh", "2022年的比较研究，摘要（中文）")],
)
def test_a_passage_is_cited_in_the_same_words_everywhere(language: str, passage: str) -> None:
    source = passage[: len("the comparative study of 2022: ")] if language == "en" else "2022年的比较研究，"
    reasons = ("editors of Qontology: ", "量子产业联盟本体编者：")
    # A page of the web that tells the same of an alliance of the study is cited by its name alone.
    pages = {graph().label(one, language) for (one,) in graph().select("SELECT ?s { ?p dcterms:isPartOf ?s }").rows}
    everywhere = notes(language)
    for place, found in everywhere.items():
        assert found, place
        assert [note for note in found if not note.startswith((source, *reasons)) and note not in pages] == [], place
    assert passage in everywhere["show"]
    assert passage in everywhere["compare"]


def test_a_note_has_its_number_where_it_is_first_asked_for_and_keeps_it() -> None:
    evidence = Evidence(Words(graph(), "en"))
    assert evidence.cite(["table5/row2/col1", "table5/row1/col1"]) == (1, 2)
    assert evidence.cite(["table5/row3/col1", "table5/row1/col1"]) == (2, 3)
    assert evidence.notes[1] == "the comparative study of 2022: table 5, row 1, column 1"


def test_what_is_cited_twice_or_not_at_all_has_one_number_or_none() -> None:
    evidence = Evidence(Words(graph(), "en"))
    assert evidence.cite(["sec2.2/p2", "sec2.2/p2", None]) == (1,)
    assert evidence.of([None, NamedNode("https://example.org/unknown")]) == ()
    assert evidence.notes == ["the comparative study of 2022: section 2.2, paragraph 2"]


def test_a_node_rests_on_all_its_passages_and_its_marks_stand_behind_its_text() -> None:
    evidence = Evidence(Words(graph(), "en"))
    cited = evidence.cited("founded", [FOUNDING])
    expected = graph().select(f"SELECT ?passage WHERE {{ {FOUNDING} qo:evidence ?passage }}")
    assert len(cited.notes) == len(expected) > 1
    assert cited.text == f"founded [{', '.join(map(str, cited.notes))}]"


def test_a_row_of_a_table_is_cited_by_the_source_of_the_passages_in_it() -> None:
    evidence = Evidence(Words(graph(), "zh"))
    evidence.cite(["table2/QUTAC"])
    assert evidence.notes == [f"2022年的比较研究，{place_in_words('table2/QUTAC').zh}"]


def test_the_texts_of_notes_begin_at_one_column_whatever_their_numbers() -> None:
    lines = numbered_lines(["note of some length"] * 100, 20)
    assert lines[:2] == ["  [1] note of some", "      length"]
    assert lines[-2:] == ["[100] note of some", "      length"]
