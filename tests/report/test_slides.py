"""The slides: a title page, the findings, each picture whole with its title and its text for those who cannot see."""

import io

import pytest
from pptx import Presentation
from pptx.util import Inches

from qontology.characters import columns
from qontology.report import slides
from qontology.report.slides import pages


@pytest.fixture(scope="module", params=["en", "zh"])
def deck(request, reports):
    study = reports[request.param]
    return study, Presentation(io.BytesIO(slides(study)))


def words(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_first_slide_says_date_licence_and_how_to_cite(deck) -> None:
    study, made = deck
    first = words(made.slides[0])
    assert all(told in first for _, told in study.front) and "CC BY 4.0" in first


def test_every_finding_is_on_a_slide_with_the_places_behind_it(deck) -> None:
    study, made = deck
    text = "\n".join(map(words, made.slides))
    assert all(lead.text in text for lead in study.findings)
    assert all(f"[{note}] {study.notes[note - 1]}" in text for lead in study.findings for note in lead.notes)


def test_every_picture_fills_a_slide_and_is_told_in_words_and_in_the_outline(deck) -> None:
    study, made = deck
    pictures = [(slide, shape) for slide in made.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [shape.name for _, shape in pictures] == list(study.illustrations)
    chapters = {each.name: each for each in study.chapters}
    for slide, shape in pictures:
        assert (shape.left, shape.top, shape.width) == (0, 0, made.slide_width)
        assert slide.shapes.title.text_frame.text == chapters[shape.name].lead.title
        assert chapters[shape.name].alternative in shape._element.nvPicPr.cNvPr.get("descr")
        assert slide.notes_slide.notes_text_frame.text == chapters[shape.name].table.remarks[0]


def test_slides_are_wide_and_every_box_is_on_its_slide(deck) -> None:
    _, made = deck
    assert round(made.slide_width / made.slide_height, 2) == 1.78 and made.slide_height == Inches(7.5)
    for slide in made.slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= made.slide_width
            assert shape.top >= 0 and shape.top + min(shape.height, Inches(1)) <= made.slide_height


def test_every_text_has_room_in_its_box(deck) -> None:
    """By the columns of the text and the height of a line, which of Chinese fonts is a third more than the size.

    Where a box has its text side by side, each part has its share of the width, and a gap.
    """
    _, made = deck
    for slide in made.slides:
        for box in (shape for shape in slide.shapes if shape.has_text_frame and shape != slide.shapes.title):
            needed, parts = 0.0, int(box.text_frame._txBody.bodyPr.get("numCol", 1))
            for paragraph in box.text_frame.paragraphs:
                size = paragraph.runs[0].font.size.pt
                lines = -(-columns(paragraph.text) * size / 2 // ((box.width.pt - 14.4 - 21.6 * (parts - 1)) / parts))
                needed += lines * size * 1.33 + (paragraph.space_after.pt if paragraph.space_after is not None else 0)
            last = paragraph.space_after.pt if paragraph.space_after is not None else 0
            assert needed - last <= parts * (box.height.pt - 7.2) + 1, (box.text_frame.text[:80], needed, box.height.pt)


def test_slides_tell_no_time_but_that_of_the_data(deck) -> None:
    study, made = deck
    assert made.core_properties.created.isoformat()[:7] == study.day[:7]
    assert slides(study) == slides(study)


def test_lines_are_put_on_as_many_slides_as_they_need() -> None:
    assert list(pages(["a" * 10, "b" * 25, "c"], 3, 10)) == [["a" * 10], ["b" * 25], ["c"]]
    assert list(pages([], 3, 10)) == []
