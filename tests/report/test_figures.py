"""The numbers in pictures are those of the graph, and what is drawn are these numbers."""

import io
from collections import Counter
from datetime import date

import pytest
from asking import found, graph
from pyoxigraph import NamedNode

from qontology.analysis.timeline import Happening
from qontology.report.drawing import bars, draw, heat_map, network, style, timeline, trees
from qontology.report.figures import (
    Bars,
    Body,
    HeatMap,
    Link,
    Moment,
    Network,
    Timeline,
    Trees,
    span,
)
from qontology.report.records import Record
from qontology.telling.rows import rows
from qontology.telling.words import Words

STUDY = "?study qo:compares ?alliance . ?alliance skos:altLabel ?acronym ."
X = NamedNode("https://example.org/x")
FIGURES = {
    HeatMap: ("compare/theme-matrix", Record),
    Timeline: ("compare/timeline", Happening),
    Trees: ("structure/bodies", Record),
    Network: ("core/organization-roles", Record),
    Bars: ("structure/members-by-sector", Record),
}
LANGUAGES = ("en", "zh")


def answer(name: str, language: str = "en") -> list[dict]:
    return graph().query(name, language=language).to_dicts()


def shown(figure: type, language: str = "en"):
    question, kind = FIGURES[figure]
    return figure.of(rows(graph(), question, kind, language=language), Words(graph(), language))


def all_below(body: Body) -> list[Body]:
    return [body, *(each for part in body.below for each in all_below(part))]


def test_the_heat_map_counts_what_the_question_counts() -> None:
    data = shown(HeatMap)
    counted = Counter()
    for row in answer("compare/theme-matrix"):
        counted[row["name"], graph().names.short(graph().find(row["alliance"]))] += row["number"]
    drawn = Counter()
    for theme, goals, work in zip(data.themes, data.goals, data.work, strict=True):
        for alliance, *numbers in zip(data.alliances, goals, work, strict=True):
            drawn[theme, alliance] += sum(numbers)
    assert +drawn == counted


def test_the_left_field_of_the_heat_map_holds_the_goals_alone() -> None:
    data = shown(HeatMap)
    pattern = """?study qo:compares ?alliance . ?alliance qo:hasGoal ?goal . ?goal qo:theme ?theme ."""
    assert sum(map(sum, data.goals)) == len(found("?alliance ?goal ?theme", pattern))


def test_the_timeline_holds_each_dated_thing_once_with_its_date() -> None:
    data = shown(Timeline)
    dated = {(row["thing"], row["date"]) for row in answer("compare/timeline") if row["date"][:4].isdigit()}
    assert sorted((moment.thing.value, moment.told.partition(" ")[0]) for moment in data.moments) == sorted(dated)


def test_the_timeline_says_what_a_source_adds_to_a_date_and_what_a_date_is_of() -> None:
    english, chinese = (shown(Timeline, language) for language in LANGUAGES)
    assert "2017 (late)" in {moment.told for moment in english.moments}
    assert "2017（末期）" in {moment.told for moment in chinese.moments}
    assert "roadmap (start)" in english.kinds


def test_a_date_spans_all_the_days_on_which_it_may_have_been() -> None:
    assert span("2020") == (date(2020, 1, 1), date(2020, 12, 31))
    assert span("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert span("2021-12") == (date(2021, 12, 1), date(2021, 12, 31))
    assert span("2022-06-30") == (date(2022, 6, 30), date(2022, 6, 30))


def test_every_body_stands_once_in_the_trees_below_what_it_stands_under() -> None:
    data = shown(Trees)
    bodies = [body for tree in data.alliances for body in all_below(tree)[1:]]
    assert sorted(body.name for body in bodies) == sorted(row["name"] for row in answer("structure/bodies"))
    names = {row["body"]: row["name"] for row in answer("structure/bodies")}
    under = {(names[row["above"]], row["name"]) for row in answer("structure/bodies") if row["above"]}
    assert {(body.name, part.name) for body in bodies for part in body.below} == under


def test_every_relation_of_an_organization_is_a_line_of_the_network() -> None:
    data = shown(Network)
    related = {(row["organization"], row["alliance"], row["relation"]) for row in answer("core/organization-roles")}
    assert len(data.links) == len(related)
    assert {link.organization for link in data.links if link.alliance == "Q-STAR"} == {"Government of Japan", "Toshiba"}


def test_the_bars_count_the_members_of_the_question() -> None:
    data = shown(Bars)
    counted = Counter(row["name"] for row in answer("structure/members-by-sector"))
    assert {sector: sum(map(len, cells)) for sector, cells in zip(data.sectors, data.members, strict=True)} == counted


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.__name__)
def test_a_picture_shows_as_much_in_chinese_as_in_english(figure: type) -> None:
    english, chinese = (shown(figure, language) for language in LANGUAGES)
    assert [len(part) for part in english] == [len(part) for part in chinese]
    assert english != chinese


def test_the_heat_map_prints_its_numbers_and_no_zero() -> None:
    data = HeatMap(("standards", "supply chain"), ("QED-C", "QuIC"), ((2, 0), (1, 1)), ((0, 0), (0, 4)))
    with style():
        left, right = heat_map(data, "en").axes
    assert [(text.get_position(), text.get_text()) for text in left.texts] == [
        ((0, 0), "2"),
        ((0, 1), "1"),
        ((1, 1), "1"),
    ]
    assert [(text.get_position(), text.get_text()) for text in right.texts] == [((1, 1), "4")]


def test_a_bar_of_the_timeline_is_as_long_as_the_time_in_which_the_thing_may_lie() -> None:
    moments = (Moment(0, "QIC", "2020", *span("2020"), X), Moment(0, "QuIC", "2021-04", *span("2021-04"), X))
    with style():
        axes = timeline(Timeline(("founding",), moments), "en").axes[0]
    assert [patch.get_width() for patch in axes.patches] == [366, 30]
    assert [patch.get_x() for patch in axes.patches] == [moment.first.toordinal() for moment in moments]
    assert [text.get_text() for text in axes.texts] == ["2020  founding", "2021-04  founding"]


def test_a_bar_of_the_sectors_is_as_long_as_there_are_members() -> None:
    with style():
        axes = bars(Bars(("insurance", "aviation"), ("A", "B"), ((("x", "y"), ("z",)), ((), ("z",)))), "en").axes[0]
    assert [patch.get_width() for patch in axes.patches] == [2, 0, 1, 1]
    assert [text.get_text() for text in axes.texts] == ["3", "1"]


def test_an_alliance_may_be_an_organization_of_another() -> None:
    links = (Link("x", "A", "membership"), Link("A", "B", "membership"))
    with style():
        axes = network(Network(("x", "A"), ("A", "B"), ("membership",), links), "en").axes[0]
    assert sorted(text.get_text() for text in axes.texts) == ["A", "A", "B", "x"]


def test_a_tree_may_be_deeper_than_those_that_are_shipped() -> None:
    deep = Body("A", "", (Body("board", "board", (Body("group", "group", (Body("team", "team", ()),)),)),))
    with style():
        axes = trees(Trees((deep,)), "en").axes[0]
    assert sorted(text.get_text() for text in axes.texts) == ["A", "board", "group", "team"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_every_glyph(language: str, drawn) -> None:
    """matplotlib warns of a glyph that its font does not have, and warnings are errors here."""
    assert len(drawn[language].pictures) == len(FIGURES)


def test_a_glyph_that_the_font_does_not_have_is_noticed() -> None:
    with pytest.warns(UserWarning, match="Glyph 66304"):
        draw(Bars(("\U00010300",), ("A",), ((("x",),),)), "en")


def test_a_picture_needs_no_font_and_tells_no_time() -> None:
    picture = draw(shown(Bars, "zh"), "zh")
    svg = picture.svg.decode()
    assert "<text" not in svg and "font-family" not in svg
    assert "dc:date" not in svg and "http://www.w3.org/1999/xlink" in svg
    from PIL import Image

    assert Image.open(io.BytesIO(picture.png)).info.keys() <= {"dpi"}


def test_drawing_neither_heeds_nor_changes_the_settings_of_matplotlib() -> None:
    import matplotlib

    data = Bars(("insurance",), ("A",), ((("x",),),))
    plain = draw(data, "en")
    with matplotlib.rc_context({"figure.facecolor": "black", "font.size": 20, "svg.fonttype": "none"}):
        before = dict(matplotlib.rcParams)
        assert draw(data, "en") == plain
        assert dict(matplotlib.rcParams) == before
