"""The view that sets alliances side by side: those of the study as the page comes, and whom a reader chooses."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pyoxigraph import NamedNode

from ...analysis.arguments import as_alliances
from ...analysis.attributes import ATTRIBUTES, DIMENSIONS, Attribute
from ...analysis.compare import LEGEND, Comparison
from ...namespaces import curie
from ...telling.rows import Fact, grouped
from ..content import Content
from ..page import PICTURES, SitePage, Told, with_marks
from ..texts import VIEWS
from .compared import absence, script_of

__all__ = ["compare_page"]

MOST = 8
"""How many alliances stand side by side before anybody chooses."""

SIGNS = {"=": "same", "≈": "in_part", "≠": "apart", "": "open"}


def compare_page(content: Content) -> SitePage:
    """Attributes as rows and alliances as columns, each cell with its sources."""

    def fill(told: Told) -> Mapping[str, Any]:
        alliances = as_alliances(content.graph, ())[:MOST]
        chooser = {
            "dimensions": [(name, text.say(told.language)) for name, text in DIMENSIONS.items()],
            "years": content.years,
            "legend": [text.say(told.language) for text in LEGEND],
            "marks": told.marks,
        }
        if not alliances:
            return {"lead": content.text("nothing", told.language), "alliances": (), "blocks": (), **chooser}
        comparison = Comparison(content.graph, alliances, None, True, told.language)
        comparison.evidence = told.evidence
        blocks = [
            (dimension, DIMENSIONS[dimension].say(told.language), [row(comparison, one) for one in same])
            for dimension, same in grouped(ATTRIBUTES, lambda each: each.dimension).items()
        ]
        return {
            "lead": content.text("lead_compare", told.language),
            "alliances": [(curie(one), told.words.short(one), told.href(one)) for one in comparison.alliances],
            "blocks": blocks,
            **chooser,
        }

    return SitePage(
        "compare.html",
        "compare.html",
        VIEWS["compare"],
        fill,
        section="compare",
        scripts=(*PICTURES, "compare"),
        rows=everyone,
    )


def everyone(told: Told) -> bytes:
    """The script with all alliances whom a reader can choose: what stands for each in the address, its name, and the
    script with what is known of it."""
    content = told.content
    found = [(curie(one), told.words.short(one), script_of(content, one)) for one in content.kinds["alliances"]]
    found.sort(key=lambda each: (each[1].casefold(), each[0]))
    return f"window.qontologyEveryone={json.dumps(found, ensure_ascii=False, separators=(',', ':'))};\n".encode()


def row(comparison: Comparison, attribute: Attribute) -> dict[str, Any]:
    """One attribute, with a cell for each alliance."""
    sign = comparison.difference(attribute)
    return {
        "iri": curie(NamedNode(attribute.iri)),
        "attribute": attribute.name.say(comparison.words.language),
        "common": attribute.common,
        "sign": sign,
        "meaning": SIGNS[sign],
        "cells": [cell(comparison, alliance, attribute) for alliance in comparison.alliances],
    }


def cell(comparison: Comparison, alliance: NamedNode, attribute: Attribute) -> dict[str, Any]:
    """The values of an alliance and what rivals say, or why there are none."""
    own = comparison.facts.of(alliance, attribute.iri)
    states = {each.state for each in comparison.facts.lists(alliance, attribute.iri)}
    absent = "" if own else comparison.absent(alliance, attribute)
    rivals = comparison.facts.of(alliance, attribute.iri, rival=True) if own else []
    return {
        "items": [(with_marks(text), shared) for text, shared in told_values(comparison, own, attribute)],
        "rivals": [with_marks(one.text) for one in comparison.items(rivals, attribute)],
        "state": ("open" if "open" in states else "closed" if "closed" in states else "") if own else "",
        "absent": absent,
        "why": absence(absent, comparison.words.language) if absent else "",
    }


def told_values(comparison: Comparison, own: list[Fact], attribute: Attribute) -> list[tuple[str, bool]]:
    """The values of a cell, and of each whether another alliance has it too."""
    keys = grouped(own, lambda fact: fact.value if isinstance(fact.value, NamedNode) else fact.node)
    return [
        (one.text, attribute.common and comparison.is_shared(key, attribute.iri))
        for key, one in zip(keys, comparison.items(own, attribute), strict=True)
    ]
