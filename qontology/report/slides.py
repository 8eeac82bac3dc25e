"""A report as slides: a title, the findings, each picture whole on a slide of its own, and the sources."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..characters import columns as width
from ..language import MARKS
from ..tables.extras import require
from ..writing.archives import made_on, repacked
from . import texts
from .drawing import HEIGHT, WIDTH
from .study import Study

__all__ = ["slides"]

# A font of each system that has the characters; PowerPoint falls back where it is missing.
FONT = {"en": "Calibri", "zh": "Microsoft YaHei"}
TAGS = {"en": "en-GB", "zh": "zh-CN"}
MARGIN, GAP = 0.6, 0.3
# Lines of text that a slide has room for, and columns of each.
FINDINGS, NOTES = (15, 100), (40, 75)


def slides(study: Study) -> bytes:
    """The bytes of a .pptx file, the same at every run.

    :raises InputError: where the extra ``powerpoint`` or ``plot`` is not installed.
    """
    return Deck(study).made()


class Deck:
    """The slides of one study."""

    def __init__(self, study: Study) -> None:
        self.study = study
        pptx = require("pptx", "powerpoint")
        self.inches = require("pptx.util", "powerpoint").Inches
        self.points = require("pptx.util", "powerpoint").Pt
        self.deck: Any = pptx.Presentation()
        self.deck.slide_width, self.deck.slide_height = self.inches(WIDTH), self.inches(HEIGHT)

    def made(self) -> bytes:
        """The slides in their order."""
        study = self.study
        title = study.say(texts.TITLE)
        self.text_slide(
            title, [f"{name}{MARKS[study.language].colon}{told}" for name, told in study.front], 18, title_size=40
        )
        findings = [f"• {lead.text}" for lead in study.findings]
        for page in pages(findings, *FINDINGS):
            self.text_slide(study.say(texts.FINDINGS), page, 16.5)
        for chapter in study.chapters:
            if number := study.illustrations.get(chapter.name):
                self.picture_slide(
                    chapter.name, study.caption(chapter, number).title, chapter.alternative, chapter.table.remarks[0]
                )
        notes = [f"[{number}] {note}" for number, note in enumerate(study.notes, 1) if number in self.noted()]
        for page in pages(notes, *NOTES):
            self.text_slide(study.say(texts.NOTES), page, 10.5, columns=2)
        properties = self.deck.core_properties
        properties.title, properties.author, properties.language = title, "Qontology", TAGS[study.language]
        properties.created = properties.modified = made_on(study.day)
        properties.last_modified_by, properties.revision = "", 1
        file = io.BytesIO()
        self.deck.save(file)
        return repacked(file.getvalue())

    def noted(self) -> set[int]:
        """The numbers of the notes behind the findings: a slide shows no table, whose notes would have no place."""
        return {note for lead in self.study.findings for note in lead.notes}

    def slide(self, title: str, size: float) -> Any:
        """A new slide with its title, which stands in the outline too."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[5])
        shape = slide.shapes.title
        shape.left, shape.top = self.inches(MARGIN), self.inches(0.4)
        shape.width, shape.height = self.inches(WIDTH - 2 * MARGIN), self.inches(0.9)
        shape.text_frame.word_wrap = True
        self.write(shape.text_frame, [title], size)
        return slide

    def text_slide(
        self, title: str, lines: Sequence[str], size: float, title_size: float = 28, columns: int = 1
    ) -> None:
        """A slide of paragraphs, with date and licence at its foot."""
        slide = self.slide(title, title_size)
        box = slide.shapes.add_textbox(
            self.inches(MARGIN),
            self.inches(1.45),
            self.inches(WIDTH - 2 * MARGIN),
            self.inches(HEIGHT - 2.1 - GAP * (columns > 1)),
        )
        box.text_frame.word_wrap = True
        properties = box.text_frame._txBody.bodyPr
        properties.set("numCol", str(columns))
        properties.set("spcCol", str(self.inches(GAP)))
        self.write(box.text_frame, lines, size, gap=size * (0.45 if columns == 1 else 0.3))
        foot = slide.shapes.add_textbox(
            self.inches(MARGIN), self.inches(HEIGHT - 0.55), self.inches(WIDTH - 2 * MARGIN), self.inches(0.3)
        )
        foot.text_frame.word_wrap = True
        self.write(foot.text_frame, [self.study.made], 9)

    def picture_slide(self, name: str, title: str, alternative: str, remark: str) -> None:
        """A picture that fills its slide; its title lies below it for the outline, how to read it is in the notes."""
        slide = self.slide(title, 20)
        picture = slide.shapes.add_picture(io.BytesIO(self.study.pictures[name].png), 0, 0, width=self.inches(WIDTH))
        picture.name = name
        picture._element.nvPicPr.cNvPr.set("descr", f"{title}. {alternative}")
        slide.notes_slide.notes_text_frame.text = remark

    def write(self, frame: Any, lines: Iterable[str], size: float, gap: float = 0) -> None:
        """Paragraphs in the font of the language, flush left."""
        alignment = require("pptx.enum.text", "powerpoint").PP_ALIGN.LEFT
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = alignment
            paragraph.space_after = self.points(gap)
            run = paragraph.add_run()
            run.text = line
            run.font.size, run.font.name = self.points(size), FONT[self.study.language]
            properties = run._r.get_or_add_rPr()
            properties.set("lang", TAGS[self.study.language])
            east = properties.makeelement(
                "{http://schemas.openxmlformats.org/drawingml/2006/main}ea", {"typeface": FONT["zh"]}
            )
            properties.append(east)


def pages(lines: Sequence[str], most: int, columns: int) -> Iterator[list[str]]:
    """The lines in pages of as many as there is room for, long ones taking several."""
    page: list[str] = []
    taken = 0
    for line in lines:
        needed = -(-width(line) // columns)
        if page and taken + needed > most:
            yield page
            page, taken = [], 0
        page.append(line)
        taken += needed
    if page:
        yield page
