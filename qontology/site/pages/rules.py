"""The page of one rule for data: what it wants, what to do, data that keep and break it, and its shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pyoxigraph as ox

from ...exchange import serialize
from ...language import Text
from ..content import SHAPES, Content, statements_of
from ..page import SitePage, Told

__all__ = ["rule_page"]

SEVERITIES = {
    "violation": Text("violation", "违规"),
    "warning": Text("warning", "警告"),
    "info": Text("hint", "提示"),
}


def rule_page(content: Content, code: str) -> SitePage:
    """The page of the rule of a code."""
    known, mentioned = content.rules[code]
    name = content.rules[code].name
    shape = cache(lambda: serialize(statements_of(code)))
    examples = {kind: path.read_text(encoding="utf-8") for kind, path in known.examples.items()}

    def fill(told: Told) -> Mapping[str, Any]:
        return {
            "code": code,
            "severity": SEVERITIES.get(known.severity.value, Text(known.severity.value, known.severity.value)).say(
                told.language
            ),
            "message": known.message.say(told.language) if known.message else "",
            "remedy": known.remedy.say(told.language) if known.remedy else "",
            "shape": without_prefixes(shape()),
            "examples": {kind: without_prefixes(example) for kind, example in examples.items()},
            "terms": [told.named(ox.NamedNode(each)) for each in sorted(mentioned) if told.href(ox.NamedNode(each))],
            "questions": [
                told.page_link(f"query/{id}.html", title.say(told.language)) for id, title in known.questions.items()
            ],
            "foreign": name.zh if told.language == "en" else name.en,
        }

    return SitePage(
        f"shapes/{code}.html", "rule.html", name, fill, SHAPES + code, {"ttl": lambda: shape().encode()}, "shapes"
    )


def without_prefixes(text: str) -> str:
    """Turtle without the declarations of its prefixes and its headings."""
    kept = "\n".join(line for line in text.splitlines() if not line.startswith(("@prefix", "#")))
    return re.sub(r"\n{3,}", "\n\n", kept).strip()
