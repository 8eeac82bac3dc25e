"""What the view of comparison knows of each alliance, as a script each: readers set side by side whom they choose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pyoxigraph import NamedNode

from ... import terms
from ...analysis.attributes import ATTRIBUTES, Attribute
from ...analysis.compare import NONE, NOT_STATED, UNKNOWN, Comparison
from ...language import Language
from ...namespaces import curie
from ...telling.rows import Fact, grouped
from ..content import LANGUAGES, Content
from ..page import Told

__all__ = ["absence", "compared_scripts", "script_of"]

PATH = "compare.html"


def compared_scripts(content: Content) -> Iterator[tuple[str, bytes]]:
    """The script of each alliance in each language, by its file."""
    alliances = content.kinds["alliances"]
    for language in LANGUAGES if alliances else ():
        comparison = Comparison(content.graph, alliances, None, True, language)
        for alliance in alliances:
            told = Told(content, language, PATH)
            comparison.evidence = told.evidence
            value = json.dumps(known(told, comparison, alliance), ensure_ascii=False, separators=(",", ":"))
            yield (
                f"{language}/{script_of(content, alliance)}",
                f"(window.qontologyCompared??={{}})[{json.dumps(curie(alliance))}]={value};\n".encode(),
            )


def script_of(content: Content, alliance: NamedNode) -> str:
    """The script of an alliance below the folder of a language."""
    return f"compare/{content.addresses.of(alliance).removesuffix('.html').replace('/', '-')}.js"


def known(told: Told, comparison: Comparison, alliance: NamedNode) -> dict[str, Any]:
    """All attributes of an alliance, and the notes on which they rest."""
    cells = {curie(NamedNode(one.iri)): cell(comparison, alliance, one) for one in ATTRIBUTES}
    foundings = comparison.facts.of(alliance, terms.hasFounding)
    return {
        "name": told.words.short(alliance),
        "href": told.href(alliance),
        "founded": [[fact.when or "", told.words.date(fact.when)] for fact in foundings],
        "cells": cells,
        "notes": told.notes(),
    }


def cell(comparison: Comparison, alliance: NamedNode, attribute: Attribute) -> dict[str, Any]:
    """What stands in a cell: values with their facts, their rivals, the state of the list, or why there is none."""
    states = {row.state for row in comparison.facts.lists(alliance, attribute.iri)}
    found = {
        "items": values(comparison, attribute, comparison.facts.of(alliance, attribute.iri)),
        "rivals": values(comparison, attribute, comparison.facts.of(alliance, attribute.iri, rival=True)),
        "state": "open" if "open" in states else "closed" if "closed" in states else "",
    }
    absent = comparison.absent(alliance, attribute)
    return found | ({} if found["items"] else {"absent": absent, "why": absence(absent, comparison.words.language)})


def absence(text: str, language: Language) -> str:
    """Which kind of nothing a cell holds."""
    kinds = {UNKNOWN.say(language): "unknown", NONE.say(language): "none", NOT_STATED.say(language): "unstated"}
    return kinds.get(text, "unnamed")


def values(comparison: Comparison, attribute: Attribute, facts: list[Fact]) -> list[list[Any]]:
    """Each value once: what it is compared by, its name, and of each of its facts the details, the date as it is and in
    words, and the notes."""
    by_value = grouped(facts, lambda fact: fact.value if isinstance(fact.value, NamedNode) else fact.node)
    words = comparison.words
    found = []
    for same in by_value.values():
        name, told = comparison.named(same, attribute)
        details = [
            [
                [text for text in (words.name(fact.detail), words.name(fact.qualifier)) if text],
                fact.when or "",
                words.date(fact.when),
                [number - 1 for number in comparison.evidence.of([fact.node])],
            ]
            for fact in told
        ]
        found.append([str(same[0].value), name, details])
    return found
