"""The chapters of a study: annotated tables, each whole in itself, and pictures of the same rows."""

from asking import graph

from qontology.language import Text
from qontology.report import texts
from qontology.report.chapter import chapter
from qontology.report.comparisons import Comparisons
from qontology.report.tables import tables
from qontology.telling.evidence import Evidence
from qontology.telling.tables import Row
from qontology.telling.words import Words

WORD = Text("word", "词")


def test_the_table_of_each_chapter_can_be_taken_out_with_its_notes(reports) -> None:
    for study in reports.values():
        for each in study.chapters:
            rows = each.table.to_table().to_dicts()
            assert all(row["sources"].startswith("[") for row in rows), each.name
            assert each.table.notes == study.notes[: len(each.table.notes)]


def test_a_chapter_without_rows_has_no_picture(reports) -> None:
    evidence = Evidence(Words(graph(), "zh"))
    data = next(each.figure.data for each in reports["zh"].chapters if each.figure)
    words = ("name", ("a/b",), WORD, WORD, (WORD, WORD))
    assert chapter(evidence, *words, [], WORD, data).figure is None
    assert chapter(evidence, *words, [Row("a", ("b",))], WORD, data).figure.data is data


def test_the_chapters_come_in_the_order_in_which_they_are_read() -> None:
    evidence = Evidence(Words(graph(), "en"))
    assert [each.name for each in tables(evidence)] == [f"table-{number}" for number in range(1, 6)]
    names = ["formation", "themes", "timeline", "bodies", "organizations", "sectors"]
    assert [each.name for each in Comparisons(evidence)] == names


def test_a_table_and_its_picture_hold_the_same(reports) -> None:
    chapters = {each.name: each for each in reports["en"].chapters}
    moments = chapters["timeline"].figure.data.moments
    assert [(moment.told, moment.name) for moment in moments] == [
        (row.group, row.cells[1]) for row in chapters["timeline"].table.rows
    ]
    sectors = chapters["sectors"].figure.data.sectors
    assert list(sectors) == [row.group for row in chapters["sectors"].table.rows]


def test_what_every_page_says_is_in_both_languages() -> None:
    said = [text for text in vars(texts).values() if isinstance(text, Text)]
    assert said and all(text.en != text.zh for text in said)
