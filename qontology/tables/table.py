"""Tables: the answer of a query in the forms in which people take it away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, NamedNode, Triple

from ..characters import neutral, unformulated, visible
from ..errors import EngineError, InputError
from ..language import Text
from ..namespaces import XSD, Term, curie
from . import typed
from .extras import require
from .html import html_table
from .layout import laid_out

if TYPE_CHECKING:
    import networkx
    import pandas
    import polars

__all__ = ["FORMATS", "Table"]


PAGE = 100
"""The columns of a table that is printed in Python."""
MARKS = re.compile(r"([\\|`\[\]])")


class Table:
    """Named columns and rows of RDF terms, ``None`` where a cell is empty. Tables are never changed.

    :raises EngineError: where a cell is a triple (an RDF 1.2 triple term).

    >>> from pyoxigraph import Literal
    >>> table = Table(("name", "members"), [(Literal("QUTAC"), Literal(12))])
    >>> table.to_dicts()
    [{'name': 'QUTAC', 'members': 12}]
    >>> print(table.to_text())
    name   members
    ─────  ───────
    QUTAC       12
    """

    def __init__(self, columns: Iterable[str], rows: Iterable[Iterable[Term | None]]) -> None:
        self.columns = tuple(columns)
        self.rows = tuple(tuple(row) for row in rows)
        if any(isinstance(cell, Triple) for row in self.rows for cell in row):
            raise EngineError(
                Text(
                    "a cell of the answer is a whole triple, which a table cannot hold",
                    "结果中有三元组项，表格无法容纳",
                ),
                remedy=Text(
                    "select SUBJECT(?t), PREDICATE(?t), OBJECT(?t)", "请改选 SUBJECT(?t)、PREDICATE(?t)、OBJECT(?t)"
                ),
            )

    def __len__(self) -> int:
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and (self.columns, self.rows) == (other.columns, other.rows)

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        return self.to_text(PAGE)

    def __repr__(self) -> str:
        return f"<Table {len(self)} rows: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        return html_table(self.columns, (map(curie, row) for row in self.rows))

    def to_dicts(self) -> list[dict[str, str | int | bool | None]]:
        """One dictionary a row, from the column's name to a plain value; see :func:`qontology.tables.typed.plain`."""
        return [dict(zip(self.columns, map(typed.plain, row), strict=True)) for row in self.rows]

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas data frame (needs the extra ``pandas``)."""
        rows = [list(map(typed.plain, row)) for row in self.rows]
        made: pandas.DataFrame = require("pandas", "pandas").DataFrame(rows, columns=list(self.columns))
        return made

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars data frame with typed columns (needs the extra ``polars``), IRIs in full."""
        return typed.frame(self.columns, self.rows)

    def to_networkx(self, source: str | None = None, target: str | None = None) -> networkx.MultiDiGraph[str | int]:
        """The rows as the edges of a directed graph (needs the extra ``networkx``).

        An edge leads from the value in the column ``source`` to the one in ``target``, if not given the first and the
        second column; the other cells are its attributes. Rows without one of the two are left out, and so are empty
        cells, so that the formats of graphs can hold it.

        >>> from pyoxigraph import Literal
        >>> table = Table(("organization", "alliance", "role"), [map(Literal, ("Toshiba", "Q-STAR", "lead"))])
        >>> list(table.to_networkx().edges(data=True))
        [('Toshiba', 'Q-STAR', {'role': 'lead'})]

        :raises InputError: where there is no such column.
        """
        ends = [self._column(name, index) for index, name in enumerate((source, target))]
        graph: networkx.MultiDiGraph[str | int] = require("networkx", "networkx").MultiDiGraph()
        for row in self.to_dicts():
            start, end = (row.pop(name) for name in ends)
            if start is not None and end is not None:
                graph.add_edges_from([(start, end, {name: cell for name, cell in row.items() if cell is not None})])
        return graph

    def to_text(self, columns: int | None = None) -> str:
        """Aligned columns for a terminal of that many character cells; wide cells are broken into lines that fit.

        Where that would break words, each row is written as lines of its own, one for each column.
        """
        texts = [[visible(curie(cell)) for cell in row] for row in self.rows]
        return laid_out(
            [*map(visible, self.columns)], texts, [*map(self._is_numeric, range(len(self.columns)))], columns
        )

    def to_markdown(self) -> str:
        """A Markdown table; numbers to the right, and no cell is more than text."""
        rule = ["---:" if self._is_numeric(index) else "---" for index in range(len(self.columns))]
        texts = ([markdown(curie(cell)) for cell in row] for row in self.rows)
        return "".join(f"| {' | '.join(cells)} |\n" for cells in ([*map(markdown, self.columns)], rule, *texts))

    def to_csv(self) -> str:
        """Comma-separated values with a header, IRIs in full, lines ended by CR LF (RFC 4180).

        No cell is a formula to a spreadsheet, nor moves a terminal.
        """
        import csv
        import io

        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        plain = (["" if cell is None else cell.value for cell in row] for row in self.rows)
        writer.writerows([unformulated(neutral(cell)) for cell in row] for row in ([*self.columns], *plain))
        return text.getvalue()

    def to_tsv(self) -> str:
        """SPARQL 1.1 results as TSV: terms in Turtle syntax, so that nothing of them is lost."""
        head = "\t".join(f"?{visible(name)}" for name in self.columns)
        body = ("\t".join("" if cell is None else turtle(cell) for cell in row) for row in self.rows)
        return "".join(line + "\n" for line in (head, *body))

    def to_json(self) -> str:
        """SPARQL 1.1 results as JSON, indented, Chinese as it is."""
        import json

        bindings = [
            {name: binding(cell) for name, cell in zip(self.columns, row, strict=True) if cell is not None}
            for row in self.rows
        ]
        document = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return neutral(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"

    def to_xlsx(self) -> bytes:
        """An Excel workbook (needs the extra ``excel``); see :func:`qontology.tables.spreadsheet.workbook`."""
        from .spreadsheet import workbook

        return workbook(self.columns, [list(map(typed.cell, row)) for row in self.rows])

    def to_parquet(self) -> bytes:
        """A Parquet file with the columns of :meth:`to_polars` (needs the extra ``polars``)."""
        import io

        file = io.BytesIO()
        self.to_polars().write_parquet(file)
        return file.getvalue()

    def _column(self, name: str | None, default: int) -> str:
        if name is None and default < len(self.columns):
            return self.columns[default]
        if name in self.columns:
            return name
        raise InputError(
            Text(f"the table has no column {name or default + 1}", f"表中没有列 {name or default + 1}"),
            remedy=Text(f"it has: {', '.join(self.columns)}", f"现有各列：{'、'.join(self.columns)}"),
        )

    def _is_numeric(self, index: int) -> bool:
        cells = [row[index] for row in self.rows if row[index] is not None]
        return bool(cells) and all(isinstance(typed.plain(cell), int) for cell in cells)


FORMATS: dict[str, Callable[[Table], str | bytes]] = {
    "csv": Table.to_csv,
    "tsv": Table.to_tsv,
    "json": Table.to_json,
    "markdown": Table.to_markdown,
    "xlsx": Table.to_xlsx,
    "parquet": Table.to_parquet,
}


def turtle(term: Term) -> str:
    """A term in Turtle syntax; numbers in their short form."""
    return term.value if typed.is_whole_number(term) else visible(str(term))


def markdown(text: str) -> str:
    """A text as a cell of Markdown that is this text: no HTML, no link, no emphasis, no end of the cell.

    >>> markdown("a|b <script> [x](y)")
    'a\\\\|b &lt;script> \\\\[x\\\\](y)'
    """
    return visible(MARKS.sub(r"\\\1", text).replace("&", "&amp;").replace("<", "&lt;"))


def binding(term: Term) -> dict[str, Any]:
    """A term as SPARQL 1.1 results in JSON have it."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if term.language:
        direction = {"its:dir": str(term.direction)} if term.direction else {}
        return {"type": "literal", "value": term.value, "xml:lang": term.language, **direction}
    if term.datatype == XSD["string"]:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
