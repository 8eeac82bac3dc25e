"""A report as Markdown: tables with footnotes, pictures from the folder beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .content import Report, Wording
from .section import Section

__all__ = ["markdown"]

# What Markdown or HTML would take for a mark of its own.
MARKS = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")


def markdown(report: Report) -> str:
    """The text of the report."""
    return "\n".join(lines(report))


def lines(report: Report) -> Iterator[str]:
    """The lines of the report, an empty one after each block."""
    yield from (f"# {Wording.TITLE.say(report.language)}", "", Wording.ABOUT.say(report.language), "")
    for part in report.parts:
        yield from (f"## {escaped(part.title)}", "")
        for section in part.sections:
            yield from block(section, report)
    yield from (f"## {Wording.NOTES.say(report.language)}", "")
    yield from (f"[^{number}]: {escaped(text)}" for number, text in enumerate(report.notes, 1))
    yield from ("", Wording.MADE.say(report.language), "")


def block(section: Section, report: Report) -> Iterator[str]:
    """A section: title, questions, explanation, picture and table."""
    yield from (f"### {escaped(section.title)}", "")
    colon = "：" if report.language == "zh" else ": "
    yield from (Wording.QUERY.say(report.language) + colon + ", ".join(f"`{name}`" for name in section.queries), "")
    yield from (escaped(section.about), "")
    if section.figure:
        yield from (f"![{escaped(section.figure.alternative)}](pictures/{section.name}.{report.language}.svg)", "")
    columns = (*section.columns, Wording.SOURCES.say(report.language))
    yield line([*map(escaped, columns)])
    yield line(["---"] * len(columns))
    for row in section.rows:
        yield line([*map(escaped, row.cells), " ".join(f"[^{note}]" for note in row.notes)])
    yield ""


def line(cells: Sequence[str]) -> str:
    """A line of a table."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """The text as it stands, with line breaks that a table can hold."""
    return MARKS.sub(r"\\\1", text).replace("\n", "<br>")
