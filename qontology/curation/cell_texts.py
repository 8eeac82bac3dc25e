"""What a curator would write into a cell for a value that is known: what reads cells, turned round."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from ..namespaces import curie
from ..terms import Source
from .cells import SEPARATOR, CellError, Cells, Value
from .facts import FactRow
from .grids import Cell
from .sheets import Column

__all__ = ["cell_text", "written"]

IN_ORDER = ("source", "locator")
"""Columns whose values belong together by their order."""


def cell_text(row: FactRow, name: str, cells: Cells) -> str:
    """What stands in a cell."""
    column = row.sheet.by_name[name]
    deciding = {other: str(values[0]) for other, values in row.values.items() if values}
    texts = [written(value, column, cells, deciding) for value in row.values[name]]
    return " | ".join(sorted(texts) if column.several and name not in IN_ORDER else texts)


def written(value: Value, column: Column, cells: Cells, deciding: Mapping[str, Cell] | None = None) -> str:
    """A value as a curator writes it: a name in both languages, where it means nothing else there; of a source, its
    short name.

    ``deciding`` are the cells of the row, where one of them decides the scheme of a concept.
    """
    if isinstance(value, str):
        return next((one.label.say("both") for one in column.choices if one.word == value), value)
    if isinstance(value, ox.Literal) or column.kind == "address":
        return value.value
    label, slug = cells.known.label(value).say("both"), value.value.rpartition("/")[2]
    for name in (slug, label) if column.among == (Source,) else (label, slug):
        try:
            if SEPARATOR not in name and cells.value(column, name, deciding or {}) == value:
                return name
        except CellError:
            continue
    return curie(value)
