"""The view that sets the alliances of the study side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from ...analysis.arguments import as_alliances
from ...analysis.compare import ATTRIBUTES, LEGEND, NONE, NOT_STATED, UNKNOWN, Comparison
from ...telling.rows import grouped
from ...telling.tables import Row
from ..content import Content
from ..page import SitePage, Told
from ..texts import VIEWS

__all__ = ["compare_page", "with_marks"]

MARKS = re.compile(r" ?\[(\d+(?:, \d+)*)\]")
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
            (dimension, [row(told, found) for found in grouped(same, lambda each: each.cells[0]).values()])
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


def row(told: Told, cells: list[Row]) -> dict[str, Any]:
    """One attribute, with a cell for each alliance."""
    absent = {text.say(told.language) for text in ABSENT}
    found = []
    for each in cells:
        text = str(each.cells[3])
        lines = [with_marks(part) for part in text.split(told.marks.semicolon)]
        found.append({"lines": lines, "absent": text in absent, "notes": each.notes})
    sign = str(cells[0].cells[1])
    return {"attribute": cells[0].cells[0], "sign": sign, "meaning": SIGNS.get(sign, ""), "cells": found}


def with_marks(text: str) -> Markup:
    """A text whose numbers in brackets lead to the notes of the page.

    >>> with_marks("IBM <b> [1, 2]")
    Markup('IBM &lt;b&gt;<sup class="marks"><a href="#note-1">1</a> <a href="#note-2">2</a></sup>')
    """
    found, end = Markup(""), 0
    for mark in MARKS.finditer(text):
        numbers = Markup(" ").join(Markup('<a href="#note-{0}">{0}</a>').format(each) for each in mark[1].split(", "))
        found += escape(text[end : mark.start()]) + Markup('<sup class="marks">{}</sup>').format(numbers)
        end = mark.end()
    return found + escape(text[end:])
