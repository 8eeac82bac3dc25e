"""The numbers in pictures are those of the graph, and what is drawn are these numbers."""

import io

import pytest
from asking import found, graph

from qontology.report.aims import technologies, themes
from qontology.report.canvas import MOST_COLUMNS, MOST_ROWS, shortened
from qontology.report.drawing import HEIGHT, WIDTH, Caption, draw, framed, style
from qontology.report.figures import Amounts, Cell, Lanes, Map, Matrix, Moment, Point, Series, Spot, year_of
from qontology.report.painting import paint
from qontology.report.painting_map import label
from qontology.report.painting_matrix import without_unknown
from qontology.report.scope import Scope
from qontology.report.world import COUNTRIES, LAND, STEP

LANGUAGES = ("en", "zh")
CAPTION = Caption("A sentence", "What it is", "Sources: a study  |  data of 2026", "Figure 1")
MATRIX = Matrix(("standards", "supply chain"), ("A", "B"), ((Cell("2+0", 2), None), (Cell(), None)), (("2+0", "two"),))


def axes_of(data, language="en"):
    with style():
        return framed(data, CAPTION, language)


def texts_of(figure) -> list[str]:
    return [text.get_text() for text in figure.texts] + [text.get_text() for axes in figure.axes for text in axes.texts]


def test_the_matrix_of_themes_counts_what_the_graph_has() -> None:
    scope = Scope(graph(), "en", ["QUTAC"])
    data = themes(scope).data
    goals = found("?goal ?theme", "alliance:qutac qo:hasGoal ?goal . ?goal qo:theme ?theme")
    assert sum(int(row[0].text.partition("+")[0]) for row in data.cells) == len(goals)


def test_the_matrix_of_technologies_counts_what_names_both() -> None:
    scope = Scope(graph(), "en", ["QIC"])
    data = technologies(scope).data
    pairs = found(
        "?goal ?theme ?technology",
        "alliance:qic qo:hasGoal ?goal . ?goal qo:theme ?theme ; qo:technology ?technology",
    )
    assert sum(cell.weight for row in data.cells for cell in row) == len(pairs)


def test_a_date_lies_where_it_is_in_its_year_and_a_year_in_its_middle() -> None:
    assert 2021 < year_of("2021-01-01") < year_of("2021-01") < year_of("2021") < year_of("2021-12-31") < 2022


def test_a_matrix_prints_its_cells_dots_for_what_is_not_named_and_hatches_what_is_unknown() -> None:
    figure = axes_of(MATRIX)
    (axes,) = figure.axes
    assert [text.get_text() for text in axes.texts] == ["2+0", "·"]
    assert [patch.get_hatch() for patch in axes.patches] == [None, "////", "////"]
    assert "2+0  two      ·  not named      ////  unknown" in texts_of(figure)


def test_columns_of_which_nothing_is_known_are_named_and_not_drawn_where_they_are_most() -> None:
    wide = Matrix(("a",), ("A", "B", "C"), ((Cell("1", 1), None, None),))
    assert without_unknown(MATRIX) == (MATRIX, [])
    known, unknown = without_unknown(wide)
    assert (known.columns, unknown) == (("A",), ["B", "C"])
    assert any("unknown: B, C" in text for text in texts_of(axes_of(wide)))


def test_a_picture_of_more_rows_than_fit_says_how_many_are_left_to_the_table() -> None:
    rows, columns = MOST_ROWS + 3, MOST_COLUMNS + 2
    many = Matrix(
        tuple(f"theme {n}" for n in range(rows)),
        tuple(f"alliance {n}" for n in range(columns)),
        tuple(tuple(Cell("1", 1) for _ in range(columns)) for _ in range(rows)),
    )
    figure = axes_of(many)
    assert len(figure.axes[0].get_yticks()) == MOST_ROWS
    assert any("5 more stand in the table" in text for text in texts_of(figure))


def test_what_only_a_year_is_known_of_has_a_hollow_mark() -> None:
    data = Lanes(("A",), ("founding",), (Moment(0, 0, "2020", "2020"), Moment(0, 0, "2021-04")))
    axes = axes_of(data).axes[0]
    marks = [line for line in axes.lines if line.get_marker() == "o"]
    assert [line.get_markerfacecolor() == "white" for line in marks] == [True, False]
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2020", "2021"]


def test_a_line_goes_through_its_numbers_and_what_has_no_date_stands_apart() -> None:
    points = (Point("2021", 20, "20"), Point("2023-06", 50, "50 (more than)"))
    figure = axes_of(Series((("A: member", points), ("B: member", (Point("", 7, "7"),)))))
    (line,) = figure.axes[0].lines
    assert list(line.get_ydata()) == [20, 50]
    assert {"undated", "B: member 7"} <= set(texts_of(figure))
    assert axes_of(Series((("B: member", (Point("", 7, "7"),)),))).axes == []


def test_a_place_on_the_map_has_its_number_and_its_names_and_no_border() -> None:
    germany = Spot(*COUNTRIES["DE"], "Germany", ("QUTAC", "QBN"))
    figure = axes_of(Map((germany,), ("Europe (QuIC)",)))
    assert {"2", "Germany: QUTAC, QBN"} <= set(texts_of(figure))
    assert [text for text in texts_of(figure) if text == "Not on the map: Europe (QuIC)"]
    assert figure.axes[0].lines == [] or not list(figure.axes[0].lines)


def test_a_label_that_finds_no_room_is_left_to_the_table() -> None:
    boxes = [(-180.0, -90.0, 180.0, 90.0)]
    with style():
        axes = axes_of(Map(())).axes[0]
        label(axes, Spot(0, 0, "Nowhere", ("A",)), boxes, 20, "en")
    assert len(boxes) == 1 and "Nowhere: A" not in [text.get_text() for text in axes.texts]


def test_land_is_where_land_is() -> None:
    def near(place: tuple[float, float]) -> bool:
        return any(abs(place[0] - x) <= STEP and abs(place[1] - y) <= STEP for x, y in LAND)

    assert all(near(COUNTRIES[code]) for code in ("DE", "CN", "TW", "JP", "US", "BR", "AU"))
    assert not near((-30, 0)) and not near((-150, -30))


def test_amounts_of_each_currency_have_a_scale_of_their_own() -> None:
    data = Amounts((("CAD", (("A", 10.0, "CAD 10"), ("B", 5.0, "CAD 5"))), ("USD", (("C", 1.0, "USD 1"),))))
    first, second = axes_of(data).axes
    assert [patch.get_width() for patch in first.patches] == [10, 5]
    assert first.get_xlim() == (0, 10) and second.get_xlim() == (0, 1)


def test_a_name_that_is_too_long_for_a_picture_ends_in_dots() -> None:
    assert shortened("standards", 20) == "standards"
    assert shortened("standards and their making", 20).endswith(" …")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_a_slide_with_its_title_its_foot_and_its_number(language: str) -> None:
    figure = axes_of(MATRIX, language)
    assert tuple(figure.get_size_inches()) == (WIDTH, HEIGHT)
    assert set(CAPTION) <= set(texts_of(figure))


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_every_glyph(language: str, drawn) -> None:
    """matplotlib warns of a glyph that its font does not have, and warnings are errors here."""
    assert len(drawn[language].pictures) == len(drawn[language].illustrations) > 7


def test_a_glyph_that_the_font_does_not_have_is_noticed() -> None:
    with pytest.warns(UserWarning, match="Glyph 66304"):
        draw(Matrix(("\U00010300",), ("A",), ((Cell("1", 1),),)), CAPTION, "en")


def test_a_picture_needs_no_font_and_tells_no_time() -> None:
    picture = draw(MATRIX, CAPTION, "zh")
    svg = picture.svg.decode()
    assert "<text" not in svg and "font-family" not in svg
    assert "dc:date" not in svg and "http://www.w3.org/1999/xlink" in svg
    from PIL import Image

    image = Image.open(io.BytesIO(picture.png))
    assert image.info.keys() <= {"dpi"} and image.size == (1600, 900)


def test_drawing_neither_heeds_nor_changes_the_settings_of_matplotlib() -> None:
    import matplotlib

    plain = draw(MATRIX, CAPTION, "en")
    with matplotlib.rc_context({"figure.facecolor": "black", "font.size": 20, "svg.fonttype": "none"}):
        before = dict(matplotlib.rcParams)
        assert draw(MATRIX, CAPTION, "en") == plain
        assert dict(matplotlib.rcParams) == before


def test_what_is_no_picture_is_not_painted() -> None:
    with pytest.raises(KeyError):
        paint(None, (0, 0, 1, 1), "no data", "en")
