"""A study as Markdown: tables with footnotes, pictures from the folder beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..language import MARKS
from ..telling.sentences import Lead
from . import texts
from .chapter import Chapter
from .study import Study

__all__ = ["markdown"]

# What Markdown or HTML would take for syntax of its own.
SYNTAX = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")


def markdown(study: Study) -> str:
    """The text of the study."""
    return "\n".join(lines(study))


def lines(study: Study) -> Iterator[str]:
    """The lines of the study, an empty one after each block."""
    colon = MARKS[study.language].colon
    yield from (f"# {texts.TITLE.say(study.language)}", "")
    yield from (f"- {escaped(name)}{colon}{escaped(told)}" for name, told in study.front)
    yield from ("", texts.ABOUT.say(study.language), "")
    if study.findings:
        yield from (f"## {texts.FINDINGS.say(study.language)}", "")
        yield from (f"- {sentence(lead)}" for lead in study.findings)
        yield ""
    for part in study.parts:
        yield from (f"## {escaped(part.title)}", "")
        for chapter in part.chapters:
            yield from block(chapter, study)
    yield from (f"## {texts.NOTES.say(study.language)}", "")
    yield from (f"[^{number}]: {escaped(text)}" for number, text in enumerate(study.notes, 1))
    yield from ("", texts.MADE.say(study.language), "")


def block(chapter: Chapter, study: Study) -> Iterator[str]:
    """A chapter: title, questions, explanation, picture and table."""
    table, language = chapter.table, study.language
    queries = ", ".join(f"`{name}`" for name in chapter.queries)
    yield from (f"### {escaped(table.title)}", "")
    if chapter.lead:
        yield from (sentence(chapter.lead), "")
    if number := study.illustrations.get(chapter.name):
        caption = study.caption(chapter, number)
        title = escaped(f"{number}{MARKS[language].colon}{caption.title}")
        yield from (f"![{title}](pictures/{chapter.name}.{language}.svg)", "", f"*{escaped(caption.foot)}*", "")
    yield from (escaped(table.remarks[0]), "")
    yield from (f"{texts.QUERY.say(language)}{MARKS[language].colon}{queries}", "")
    if table.rows:
        columns = (*table.columns, texts.SOURCES.say(language))
        yield line([*map(escaped, columns)])
        yield line(["---"] * len(columns))
    for row in table.rows:
        yield line([*(escaped(table.in_words(cell)) for cell in (row.group, *row.cells)), references(row.notes)])
    yield ""


def sentence(lead: Lead) -> str:
    """What is found, with its footnotes."""
    return f"{escaped(lead.said)} {references(lead.notes)}"


def references(notes: Iterable[int]) -> str:
    """Footnotes one after another."""
    return " ".join(f"[^{note}]" for note in notes)


def line(cells: Sequence[str]) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text as it stands, with line breaks that a table can hold."""
    return SYNTAX.sub(r"\\\1", text).replace("\n", "<br>")
