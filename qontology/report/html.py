"""A report as one HTML page that stands alone: pictures inside, no script, nothing fetched; fit for paper."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from ..characters import columns as width
from ..language import MARKS
from ..telling.evidence import runs
from ..telling.sentences import Lead
from ..telling.tables import AnnotatedTable, Row
from . import texts
from .chapter import Chapter
from .study import Study

__all__ = ["html"]

# A cell of so many columns stays on one line; a table of more columns is printed on pages that lie on their side.
SHORT, PORTRAIT = 14, 7
TAGS = {"en": "en", "zh": "zh-CN"}
STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #ccc; --quiet: #595959; --link: #0b5394; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #16181c; --line: #444; --quiet: #a8a8a8; --link: #8ab8e6; }
}
body { color: var(--ink); background: var(--paper); max-width: 62rem; margin: 0 auto; padding: 1.5rem; line-height: 1.5;
  font-family: system-ui, "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
a { color: var(--link); }
h2 { border-bottom: 2px solid var(--line); margin-top: 3rem; }
h3 { margin-top: 2.5rem; }
h1 { font-size: 2rem; margin-bottom: 0.5rem; }
header dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.2rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.findings li { margin: 0.6rem 0; font-size: 1.1rem; }
nav ol { columns: 2; }
.quiet { color: var(--quiet); font-size: 0.9rem; }
.wide { overflow-x: auto; }
img { width: 100%; height: auto; box-sizing: border-box; background: #fff; border: 1px solid var(--line); }
figcaption { font-size: 0.9rem; color: var(--quiet); }
ul { margin: 0; padding-left: 1.1em; }
.short { white-space: nowrap; }
figure { margin: 1rem 0; }
table { border-collapse: collapse; font-size: 0.9rem; min-width: 60%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.7rem 0.3rem 0; border-bottom: 1px solid var(--line); }
th[scope=row] { font-weight: 600; min-width: 5em; }
td { min-width: 4em; }
td a { text-decoration: none; }
.notes { font-size: 0.85rem; columns: 2; column-gap: 3.5em; }
:target { outline: 2px solid var(--link); }
@media (max-width: 40rem) {
  body { padding: 1rem; }
  nav ol, .notes { columns: 1; }
  header dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.6rem; }
  img { width: 52rem; max-width: none; }
}
@media print {
  @page { size: A4; margin: 16mm; }
  @page broad { size: A4 landscape; margin: 12mm; }
  .broad { page: broad; }
  .broad table { font-size: 7.5pt; width: 100%; }
  .broad td { font-size: inherit; }
  .wide { overflow-x: visible; }
  td { min-width: 0; }
  .short { white-space: normal; }
  nav { display: none; }
  .findings { break-before: page; break-after: page; }
  .findings li { font-size: 1rem; line-height: 1.4; margin: 0.3rem 0; }
  .findings a { font-size: 0.75em; }
  header { padding-top: 30mm; }
  :root { --ink: #000; --paper: #fff; --line: #bbb; --quiet: #444; --link: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, section > p { break-after: avoid; }
  figure, p, tr { break-inside: avoid; }
  thead { display: table-header-group; }
}
"""


def html(study: Study, other: str | None = None) -> str:
    """The page; ``other`` is the name of the file that holds it in the other language."""
    return "\n".join(lines(study, other))


def lines(study: Study, other: str | None) -> Iterator[str]:
    """The lines of the page."""
    language = study.language
    title = escape(texts.TITLE.say(language))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{TAGS[language]}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title><style>{STYLE}</style></head>"
    yield f"<body><header><h1>{title}</h1>"
    if other:
        foreign = TAGS["en" if language == "zh" else "zh"]
        name = escape(texts.OTHER.say(language))
        yield f'<p><a href="{escape(other)}" hreflang="{foreign}" lang="{foreign}">{name}</a></p>'
    front = "".join(f"<dt>{escape(name)}</dt><dd>{escape(told)}</dd>" for name, told in study.front)
    yield f"<dl>{front}</dl><p>{escape(texts.ABOUT.say(language))}</p></header>"
    entries = [("findings", texts.FINDINGS.say(language))] if study.findings else []
    entries += [(each.name, each.table.title) for each in study.chapters]
    contents = "".join(f'<li><a href="#{name}">{escape(told)}</a></li>' for name, told in entries)
    yield f"<nav><ol>{contents}</ol></nav>"
    yield "<main>"
    if study.findings:
        yield f'<section class="findings" id="findings"><h2>{escape(texts.FINDINGS.say(language))}</h2><ul>'
        yield from (f"<li>{sentence(lead)}</li>" for lead in study.findings)
        yield "</ul></section>"
    for part in study.parts:
        yield f"<h2>{escape(part.title)}</h2>"
        for chapter in part.chapters:
            yield from block(chapter, study)
    yield f'<h2>{escape(texts.NOTES.say(language))}</h2><ol class="notes">'
    yield from (f'<li id="note-{number}">{escape(text)}</li>' for number, text in enumerate(study.notes, 1))
    yield f'</ol></main><footer class="quiet"><p>{escape(texts.MADE.say(language))}</p></footer></body></html>\n'


def block(chapter: Chapter, study: Study) -> Iterator[str]:
    """A chapter: title, what it comes to, picture, explanation and table."""
    table = chapter.table
    yield f'<section id="{chapter.name}"><h3>{escape(table.title)}</h3>'
    if chapter.lead:
        yield f"<p>{sentence(chapter.lead)}</p>"
    if number := study.illustrations.get(chapter.name):
        picture = b64encode(study.pictures[chapter.name].svg).decode()
        alternative = escape(study.caption(chapter, number).title + MARKS[study.language].stop + chapter.alternative)
        yield f'<figure><div class="wide"><img alt="{alternative}" src="data:image/svg+xml;base64,{picture}"></div>'
        yield f"<figcaption>{escape(number)}</figcaption></figure>"
    queries = ", ".join(f"<code>{escape(query)}</code>" for query in chapter.queries)
    kind = "broad" if len(table.columns) >= PORTRAIT else "tall"
    yield f'<div class="{kind}"><p>{escape(table.remarks[0])}</p>'
    yield f'<p class="quiet">{escape(texts.QUERY.say(study.language))}{MARKS[study.language].colon}{queries}</p>'
    if table.rows:
        columns = (*table.columns, texts.SOURCES.say(study.language))
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
        yield f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>'
        yield from (line(row, table) for row in table.rows)
        yield "</tbody></table></div>"
    yield "</div></section>"


def sentence(lead: Lead) -> str:
    """What is found, with links to its notes."""
    return f'{escape(lead.said)} <span class="quiet">{links(lead.notes)}</span>'


def links(notes: Iterable[int]) -> str:
    """Links to notes; of those that follow one another to the first and the last."""
    return " ".join(
        f"{link(run[0])}–{link(run[-1])}" if len(run) > 2 else " ".join(map(link, run)) for run in runs(notes)
    )


def link(note: int) -> str:
    """A link to a note."""
    return f'<a href="#note-{note}">[{note}]</a>'


def line(row: Row, table: AnnotatedTable) -> str:
    """A row of a table, with its notes as the last cell."""
    first, *cells = map(table.in_words, (row.group, *row.cells))
    body = "".join(map(cell_of, cells))
    head = escape(first).replace("\n", "<br>")
    return f'<tr><th scope="row">{head}</th>{body}<td class="quiet">{links(row.notes)}</td></tr>'


def cell_of(text: str) -> str:
    """A cell; several values are a list, and what is short is not broken."""
    if "\n" in text:
        return "<td><ul>" + "".join(f"<li>{escape(value)}</li>" for value in text.split("\n")) + "</ul></td>"
    kind = ' class="short"' if width(text) <= SHORT else ""
    return f"<td{kind}>{escape(text)}</td>"
