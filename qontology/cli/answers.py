"""The answer of a question as a page for people, or its rows in the form that was asked for."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from ..characters import wrap
from ..knowledge import KnowledgeGraph
from ..knowledge.headings import heading
from ..knowledge.names import Names
from ..language import MARKS, Language, Text
from ..namespaces import XSD, Term, curie
from ..tables import FORMATS, Table
from ..telling.dates import is_date, is_date_literal, said
from ..telling.locators import place_in_words
from ..telling.summary import summary
from .parser import screen

__all__ = ["answered", "page", "readable"]

FOR_PEOPLE = ("table", "markdown", "xlsx")
"""The forms that people read; all others have the columns and the terms of the query."""
PLACES = ("source", "locator")
"""The columns of places in a source."""
DATED = ("founded", "first", "last", "oldest", "newest")
"""The columns of the first or the last of several dates, which questions tell as text, where they are dates."""
MOST = 100
"""So many rows are shown on a screen; a file or another program has them all."""
CUT = Text(
    "the first {shown} of {number} rows; -f csv or -o FILE has all, a parameter narrows the question",
    "共 {number} 行，此处为前 {shown} 行；用 -f csv 或 -o 文件 取全部，或加参数缩小范围",
)
NO_ROWS = Text(
    "no rows: the graph tells of none; there may be some all the same", "共 0 行：图谱中没有，并不表示实际没有"
)
TRUTH = {"true": Text("yes", "是"), "false": Text("no", "否")}


def answered(
    title: str, table: Table, arguments: Namespace, graph: KnowledgeGraph, typed: str = "", *, summed: bool = False
) -> str | bytes:
    """The table under a title, what was typed for it and, where it is to be ``summed``, a sentence on what it comes to;
    as wide as the screen. In any other form the rows alone."""
    if arguments.format not in FOR_PEOPLE:
        return FORMATS[arguments.format](table)
    if arguments.format != "table":
        return FORMATS[arguments.format](readable(table, graph, arguments.lang, dated=arguments.format != "xlsx"))
    columns = screen() if arguments.output is None else None
    shown = table if columns is None else Table(table.columns, table.rows[:MOST])
    told = readable(shown, graph, arguments.lang)
    lead = summary(table, graph, arguments.lang) if summed else ""
    return page(title, told, arguments.lang, columns, typed, len(table), lead)


def page(
    title: str,
    table: Table,
    language: Language,
    columns: int | None,
    typed: str = "",
    all_rows: int | None = None,
    lead: str = "",
) -> str:
    """A title, what was typed, a sentence, the table, and how many rows it has, or how many of all of them."""
    number = len(table) if all_rows is None else all_rows
    if len(table) < number:
        rows = CUT.format(shown=len(table), number=number)
    else:
        rows = Text(f"{number} row{'s' * (number != 1)}", f"共 {number} 行") if number else NO_ROWS
    body = table.to_text(columns) + "\n\n" if len(table) else ""
    head = "\n".join([*(wrap(title, columns) if columns else [title]), *filter(None, [typed])])
    if lead:
        head += "\n\n" + "\n".join(wrap(lead, columns) if columns else [lead])
    foot = "\n".join(wrap(rows.say(language), columns)) if columns else rows.say(language)
    return f"{head}\n\n{body}{foot}\n"


def readable(table: Table, graph: KnowledgeGraph, language: Language, *, dated: bool = True) -> Table:
    """The table in words: headings, places and truth values in the language, a name with each IRI that has one, and
    dates where they are not to stay data.

    No name is told twice: where a row has it in a column of its own, the IRI stands alone.
    """
    things = sorted({str(cell) for row in table.rows for cell in row if isinstance(cell, NamedNode)})
    names = Names(graph.engine, f"VALUES ?thing {{ {' '.join(things)} }}") if things else None

    def cells(row: tuple[Term | None, ...]) -> Iterator[Term | None]:
        texts = {cell.value for cell in row if isinstance(cell, Literal)}
        for column, cell in zip(table.columns, row, strict=True):
            if isinstance(cell, NamedNode) and names is not None:
                name, short = names.label(cell, language), names.short(cell, language)
                known = name == curie(cell) or not texts.isdisjoint((name, short))
                yield cell if known else Literal(MARKS[language].brackets.format(short, curie(cell)))
            elif (
                isinstance(cell, Literal)
                and dated
                and (is_date_literal(cell) or column in DATED and is_date(cell.value))
            ):
                yield Literal(said(cell.value, language))
            elif isinstance(cell, Literal) and column in PLACES:
                yield Literal(place_in_words(cell.value).say(language))
            elif isinstance(cell, Literal) and cell.datatype == XSD["boolean"] and cell.value in TRUTH:
                yield Literal(TRUTH[cell.value].say(language))
            else:
                yield cell

    return Table([heading(column, language) for column in table.columns], map(cells, table.rows))
