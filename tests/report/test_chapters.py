"""The chapters of a study: annotated tables, each whole in itself, and pictures of the same rows."""

import pytest
from asking import found, graph

from qontology import InputError
from qontology.language import Text
from qontology.report import texts
from qontology.report.aims import themes
from qontology.report.aims import work as work_of
from qontology.report.chapter import chapter
from qontology.report.comparisons import comparisons
from qontology.report.figures import Amounts, Lanes, Map, Matrix, Series
from qontology.report.matrix import UNKNOWN, matrix_chapter, ranked
from qontology.report.numbers import sizes
from qontology.report.scope import Scope
from qontology.report.structure import organizations
from qontology.report.tables import tables
from qontology.telling.tables import Row

WORD = Text("word", "词")


def test_the_table_of_each_chapter_can_be_taken_out_with_its_notes(reports) -> None:
    for study in reports.values():
        for each in study.chapters:
            rows = each.table.to_table().to_dicts()
            assert all(list(row.values())[-1].startswith("[") for row in rows), each.name
            assert each.table.notes == study.notes[: len(each.table.notes)]


def test_a_chapter_without_rows_has_no_picture(reports) -> None:
    scope = Scope(graph(), "zh")
    data = next(each.data for each in reports["zh"].chapters if each.data)
    words = ("name", ("a/b",), WORD, WORD, (WORD, WORD))
    assert chapter(scope, *words, [], None, data).data is None
    assert chapter(scope, *words, [Row("a", ("b",))], None, data).data is data


def test_the_comparisons_come_first_and_the_tables_of_the_study_behind(reports) -> None:
    names = [each.name for each in reports["en"].chapters]
    assert names[:3] == ["formation", "places", "members"] and names[-5:] == [f"table-{n}" for n in range(1, 6)]
    assert names == [each.name for each in (*comparisons(Scope(graph(), "en")), *tables(Scope(graph(), "en")))]


def test_alliances_stand_in_the_order_of_their_founding_those_without_a_date_last() -> None:
    scope = Scope(graph(), "en")
    dates = [next((fact.when for fact in scope.facts.of(each, FOUNDING)), "9999") or "9999" for each in scope.alliances]
    assert dates == sorted(dates)
    assert len(Scope(graph(), "en", ["Q-STAR", "QED-C", "Q-STAR"]).alliances) == 2


FOUNDING = "https://w3id.org/qontology/ns#hasFounding"


def test_what_came_later_than_the_date_is_in_no_chapter() -> None:
    scope = Scope(graph(), "en", ["QED-C", "QuIC", "Q-STAR"], "2021-05")
    assert [scope.name(each) for each in scope.alliances] == ["QED-C", "QuIC"]
    assert list(scope.later.values()) == ["2021-09"]
    for each in comparisons(scope):
        if each.name in ("timeline", "members"):
            assert not [row for row in each.table.rows if "2022" in str(row)]
    work = {each.holder.value for each in work_of(scope)}
    dated = found("?i", "alliance:qed-c qo:hasInitiative ?i . ?i qo:date ?d FILTER(STR(?d) > '2021-06')")
    assert dated and not work & dated


def test_a_date_before_all_of_them_and_a_name_of_none_are_refused() -> None:
    with pytest.raises(InputError, match="none of these alliances had been founded by 2019"):
        Scope(graph(), "en", ["QUTAC"], "2019")
    with pytest.raises(InputError, match="Infineon is an organization, not an alliance"):
        Scope(graph(), "en", ["Infineon"])


def test_a_matrix_tells_apart_what_is_not_named_and_what_is_unknown() -> None:
    chapter = organizations(Scope(graph(), "en"))
    for row, cells in zip(chapter.table.rows, chapter.data.cells, strict=True):
        for told, cell in zip(row.cells, cells, strict=True):
            assert told == (UNKNOWN.en if cell is None else cell.text or "not named")


@pytest.mark.parametrize(
    ("language", "named"),
    [("en", "Bosch Group (with Robert Bosch GmbH)"), ("zh", "博世集团（含罗伯特·博世有限公司）")],
)
def test_a_group_is_one_organization_with_its_parts(language: str, named: str) -> None:
    chapter = organizations(Scope(graph(), language, ["QuIC", "QUTAC"]))
    row = next(row for row in chapter.table.rows if row.group == named)
    assert row.cells == ("● ▲ ○", "●")
    assert named.partition("（")[0].partition(" (")[0] in chapter.lead.title


def test_a_table_of_many_alliances_has_no_column_for_each() -> None:
    scope = Scope(graph(), "en")
    matrix = Matrix(("a",), tuple(map(str, range(30))), (tuple([None] * 29 + [themes(scope).data.cells[0][0]]),))
    made = matrix_chapter(scope, "many", (), WORD, WORD, WORD, matrix, {scope.alliances[0]: []}, None)
    assert len(made.table.columns) == 2 and made.table.rows[0].cells[0].startswith("29: ")


def test_what_most_alliances_have_comes_first() -> None:
    pairs = [("a", 1), ("b", 1), ("b", 2), ("c", 1), ("c", 1)]
    assert list(ranked(pairs, lambda pair: pair[0], lambda pair: pair[1])) == ["b", "c", "a"]


def test_numbers_become_a_line_where_an_alliance_has_two_dates() -> None:
    assert isinstance(sizes(Scope(graph(), "en", ["QUTAC"], "2021-12")), Amounts)
    assert isinstance(sizes(Scope(graph(), "en", ["KQIA"])), Series)
    assert sizes(Scope(graph(), "en", ["alliance:miit-quantum-information-alliance"])) is None


def test_every_number_of_a_series_keeps_its_bound() -> None:
    told = {point.told for _, points in sizes(Scope(graph(), "en", ["KQIA"])).series for point in points}
    assert "more than 50" in told


def test_every_picture_is_titled_with_a_sentence_and_names_its_sources(reports) -> None:
    for study in reports.values():
        for each in study.chapters:
            if each.data:
                caption = study.caption(each, "1")
                assert caption.title == each.lead.title and each.lead.said.startswith(caption.title)
                assert each.sources and study.date in caption.foot and "CC BY 4.0" in caption.foot


def test_the_kinds_of_pictures(reports) -> None:
    kinds = {each.name: type(each.data) for each in reports["en"].chapters if each.data}
    assert {name for name, kind in kinds.items() if kind is Matrix} == {
        "themes", "technologies", "organizations", "bodies", "sectors"
    }  # fmt: skip
    assert (kinds["places"], kinds["timeline"]) == (Map, Lanes)


def test_the_timeline_has_each_dated_thing_in_the_lane_of_its_alliance(reports) -> None:
    chapter = next(each for each in reports["en"].chapters if each.name == "timeline")
    assert len(chapter.data.moments) >= len(chapter.table.rows)
    lanes = {chapter.data.lanes[moment.lane] for moment in chapter.data.moments}
    assert lanes == {name for row in chapter.table.rows for name in row.cells[0].split(", ")}


def test_the_chinese_of_the_study_is_kept_and_marked_where_a_thing_goes_by_another_name(reports) -> None:
    printed = [each for each in reports["zh"].chapters if each.name[:5] == "table"]
    rows = [row for each in printed for row in each.table.rows]
    heads = {row.group for row in rows}
    assert "树液SAP（原表如此，即思爱普）" in heads or "树液SAP（原表如此，即SAP）" in heads
    assert "慕尼黑保险（原表如此，即慕尼黑再保险）" in heads
    assert any("日本东芝（原表如此，即东芝）" in cell for row in rows for cell in row.cells)
    assert not [row.group for each in reports["en"].chapters for row in each.table.rows if "原表" in row.group]


def test_what_every_page_says_is_in_both_languages() -> None:
    said = [text for text in vars(texts).values() if isinstance(text, Text)]
    assert said and all(text.en != text.zh for text in said)
