"""The view that sets the alliances of the study side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...analysis.arguments import as_alliances
from ...analysis.attributes import ATTRIBUTES
from ...analysis.compare import LEGEND, NONE, NOT_STATED, UNKNOWN, Comparison
from ...telling.rows import grouped
from ...telling.tables import AnnotatedTable, Row
from ..content import Content
from ..page import SitePage, Told, with_marks
from ..texts import VIEWS

__all__ = ["compare_page"]

ABSENT = (UNKNOWN, NONE, NOT_STATED)
SIGNS = {"=": "same", "≈": "in_part", "≠": "apart"}


def compare_page(content: Content) -> SitePage:
    """Attributes as rows and alliances as columns, each cell with its sources."""

    def fill(told: Told) -> Mapping[str, Any]:
        alliances = as_alliances(content.graph, ())
        if not alliances:
            return {
                "lead": content.text("nothing", told.language),
                "alliances": (),
                "names": (),
                "blocks": (),
                "legend": (),
            }
        comparison = Comparison(content.graph, alliances, None, True, told.language)
        comparison.evidence = told.evidence
        table = comparison.table(ATTRIBUTES, long=True, known=False)
        blocks = [
            (dimension, [row(told, table, found) for found in grouped(same, lambda each: each.cells[0]).values()])
            for dimension, same in grouped(table.rows, lambda each: each.group).items()
        ]
        return {
            "lead": content.text("lead_compare", told.language),
            "alliances": [told.link(told.words.short(one), one) for one in comparison.alliances],
            "names": [told.words.short(one) for one in comparison.alliances],
            "blocks": blocks,
            "legend": [text.say(told.language) for text in LEGEND],
        }

    return SitePage("compare.html", "compare.html", VIEWS["compare"], fill, section="compare")


def row(told: Told, table: AnnotatedTable, cells: list[Row]) -> dict[str, Any]:
    """One attribute, with a cell for each alliance."""
    absent = {text.say(told.language) for text in ABSENT}
    found = []
    for each in cells:
        text = table.in_words(each.cells[3])
        lines = [with_marks(part) for part in text.split(told.marks.semicolon)]
        found.append({"lines": lines, "absent": text in absent, "notes": each.notes})
    sign = str(cells[0].cells[1])
    return {"attribute": cells[0].cells[0], "sign": sign, "meaning": SIGNS.get(sign, ""), "cells": found}
