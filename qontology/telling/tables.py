"""Annotated tables: tables for people, with remarks on how to read them and the evidence behind each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from pyoxigraph import Literal

from ..characters import visible, wrap
from ..language import Language, Text
from ..namespaces import XSD
from ..tables import Table, typed
from ..tables.html import html_table
from .dates import said
from .evidence import Cited, Evidence, numbered_lines
from .sentences import Lead

__all__ = ["AnnotatedTable", "Cell", "Row", "annotated", "in_languages"]

PAGE = 100
"""The columns of a table that is printed in Python."""
Cell = str | int | Decimal

SOURCES = Text("sources", "出处")
LEGEND = Text("How to read", "读法")


class Row(NamedTuple):
    """One row: the group it belongs to, its cells, and the numbers of the notes it rests on."""

    group: str
    cells: tuple[Cell, ...]
    notes: tuple[int, ...] = ()


class AnnotatedTable(NamedTuple):
    """A table in the language of its reader.

    The first of the ``columns`` is that of the groups; ``nested`` says how many columns a text names only once where
    they are the same from row to row. ``notes`` are the evidence, numbered from 1, with the numbers in the cells, and
    ``evidence`` heads the column that spells them out. ``leads`` are the answer in a sentence or a few, which people
    read first.

    >>> row = Row("2018", ("QED-C [1]",), (1,))
    >>> table = AnnotatedTable("Foundings", ("year", "alliance"), (row,), (), ("the study, table 1",))
    >>> table.to_table().to_dicts()
    [{'year': '2018', 'alliance': 'QED-C [1]', 'sources': '[1] the study, table 1'}]
    >>> print(table.to_text(80))
    Foundings
    <BLANKLINE>
    year  alliance
    ────  ─────────
    2018  QED-C [1]
    <BLANKLINE>
      [1] the study, table 1
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    notes: tuple[str, ...] = ()
    nested: int = 1
    leads: tuple[str, ...] = ()
    evidence: str = "sources"
    language: Language = "en"

    def __str__(self) -> str:
        return self.to_text(PAGE)

    def __repr__(self) -> str:
        return f"<AnnotatedTable {self.title}: {len(self.rows)} rows>"

    def _repr_html_(self) -> str:
        rows = (map(self.in_words, (row.group, *row.cells)) for row in self.rows)
        return html_table(self.columns, rows, self.title, (*self.leads, *self.remarks, *self.numbered()))

    def to_table(self) -> Table:
        """The rows as plain literals; where rows have notes, a last column spells out those of each."""
        noted = any(row.notes for row in self.rows)
        body = [
            [*map(literal, (row.group, *row.cells))]
            + ([Literal("; ".join(f"[{note}] {self.notes[note - 1]}" for note in row.notes))] if noted else [])
            for row in self.rows
        ]
        return Table((*self.columns, self.evidence) if noted else self.columns, body)

    def to_xlsx(self) -> bytes:
        """An Excel workbook (needs the extra ``excel``): the rows, and on a sheet of its own how to read them."""
        from ..tables.spreadsheet import workbook

        table = self.to_table()
        # The name of a sheet must not have a slash.
        told = (self.title, *self.leads, *self.remarks, *self.numbered())
        about = {LEGEND.say(self.language).replace(" / ", " "): told}
        return workbook(table.columns, [list(map(typed.cell, row)) for row in table.rows], about)

    def numbered(self) -> Iterator[str]:
        """The notes with their numbers."""
        return (f"[{number}] {note}" for number, note in enumerate(self.notes, 1))

    def to_text(self, columns: int | None = None) -> str:
        """Title, leads, table, remarks and notes for a terminal of that many character cells."""
        cells = [(row.group, *row.cells) for row in self.rows]
        body = [map(self.shown, cells[0])] if cells else []
        for above, row in pairwise(cells):
            same = next((number for number in range(self.nested) if row[number] != above[number]), self.nested)
            body.append(map(self.shown, ("",) * same + row[same:]))
        table = Table(self.columns, body).to_text(columns) if self.rows else ""
        leads, remarks = (
            "\n".join(line for text in texts for line in wrap(visible(text), columns or 100, 2))
            for texts in (self.leads, self.remarks)
        )
        notes = "\n".join(numbered_lines(self.notes, columns or 100))
        return "\n\n".join(filter(None, (visible(self.title), leads, table, remarks, notes)))

    def in_words(self, cell: Cell) -> str:
        """A cell as people read it: each line that is a date in words, which data have as it is."""
        if not isinstance(cell, str):
            return str(cell)
        return "\n".join(said(line, self.language) for line in cell.split("\n"))

    def shown(self, cell: Cell) -> Literal:
        """A cell on a page, where numbers stay numbers."""
        return Literal(self.in_words(cell)) if isinstance(cell, str) else literal(cell)

    def beside(self, other: AnnotatedTable) -> AnnotatedTable:
        """This table, which is in English, with the same one in Chinese: both languages in each text."""

        def both(one: Any, two: Any) -> Any:
            if isinstance(one, str):
                return Text(one, two).say("both")
            if isinstance(one, tuple):
                parts = [both(*pair) for pair in zip(one, two, strict=True)]
                return Row(*parts) if isinstance(one, Row) else tuple(parts)
            return one

        told = AnnotatedTable(*both(tuple(self), tuple(other)))
        return told._replace(language="both")


def annotated(
    evidence: Evidence,
    title: Text,
    columns: Iterable[Text | str],
    rows: Iterable[Row],
    remarks: Iterable[Text],
    nested: int = 1,
    leads: Iterable[Cited | Lead] = (),
) -> AnnotatedTable:
    """The table in the language of the evidence, with all of its notes so far; a name heads a column as it is."""
    say = evidence.words.say
    heads = tuple(say(*column) if isinstance(column, Text) else column for column in columns)
    told = tuple(say(*remark) for remark in remarks)
    said = tuple(lead.text for lead in leads)
    notes = tuple(evidence.notes)
    tongue = evidence.words.language
    return AnnotatedTable(say(*title), heads, tuple(rows), told, notes, nested, said, say(*SOURCES), tongue)


def in_languages(make: Callable[[Language], AnnotatedTable], language: Language) -> AnnotatedTable:
    """The table in one language, or one in both."""
    return make("en").beside(make("zh")) if language == "both" else make(language)


def literal(cell: Cell) -> Literal:
    """A cell as an RDF literal."""
    if isinstance(cell, Decimal):
        return Literal(str(cell), datatype=XSD["decimal"])
    return Literal(cell)
