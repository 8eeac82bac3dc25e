"""Annotated tables: tables for people, with remarks on how to read them and the evidence behind each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from pyoxigraph import Literal

from ..characters import wrap
from ..language import Language, Text
from ..namespaces import XSD
from ..tables import Table
from .evidence import numbered_lines

__all__ = ["AnnotatedTable", "Cell", "Row", "in_languages"]

Cell = str | int | Decimal


class Row(NamedTuple):
    """One row: the group it belongs to, its cells, and the numbers of the notes it rests on."""

    group: str
    cells: tuple[Cell, ...]
    notes: tuple[int, ...] = ()


class AnnotatedTable(NamedTuple):
    """A table in the language of its reader.

    The first of the ``columns`` is that of the groups; ``nested`` says how many columns a text names only once where
    they are the same from row to row. ``notes`` are the evidence, numbered from 1, with the numbers in the cells.

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

    def to_table(self) -> Table:
        """The rows as plain literals; where there are notes, a last column ``sources`` spells out those of each row."""
        body = [
            [*map(literal, (row.group, *row.cells))]
            + ([Literal("; ".join(f"[{note}] {self.notes[note - 1]}" for note in row.notes))] if self.notes else [])
            for row in self.rows
        ]
        return Table((*self.columns, "sources") if self.notes else self.columns, body)

    def to_text(self, columns: int | None = None) -> str:
        """Title, table, remarks and notes for a terminal of that many character cells."""
        cells = [(row.group, *row.cells) for row in self.rows]
        body = [map(literal, cells[0])] if cells else []
        for above, row in pairwise(cells):
            same = next((number for number in range(self.nested) if row[number] != above[number]), self.nested)
            body.append(map(literal, ("",) * same + row[same:]))
        table = Table(self.columns, body).to_text(columns) if self.rows else ""
        remarks = [line for remark in self.remarks for line in wrap(remark, columns or 100, 2)]
        notes = numbered_lines(self.notes, columns or 100)
        parts = (self.title, table, "\n".join(remarks), "\n".join(notes))
        return "\n\n".join(filter(None, parts))

    def beside(self, other: AnnotatedTable) -> AnnotatedTable:
        """This table, which is in English, with the same one in Chinese: both languages in each text."""

        def both(one: Cell, two: Cell) -> Cell:
            return Text(one, two).say("both") if isinstance(one, str) and isinstance(two, str) else one

        def texts(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
            return tuple(Text(*pair).say("both") for pair in zip(some, others, strict=True))

        rows = tuple(
            Row(Text(one.group, two.group).say("both"), tuple(map(both, one.cells, two.cells)), one.notes)
            for one, two in zip(self.rows, other.rows, strict=True)
        )
        return AnnotatedTable(
            Text(self.title, other.title).say("both"),
            texts(self.columns, other.columns),
            rows,
            texts(self.remarks, other.remarks),
            texts(self.notes, other.notes),
            self.nested,
        )


def in_languages(make: Callable[[Language], AnnotatedTable], language: Language) -> AnnotatedTable:
    """The table in one language, or one in both."""
    return make("en").beside(make("zh")) if language == "both" else make(language)


def literal(cell: Cell) -> Literal:
    """A cell as an RDF literal."""
    if isinstance(cell, Decimal):
        return Literal(str(cell), datatype=XSD["decimal"])
    return Literal(cell)
