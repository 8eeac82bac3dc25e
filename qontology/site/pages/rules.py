"""The page of one rule for data: what it wants, what to do, data that keep and break it, and its shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyoxigraph as ox

from ...exchange import serialize
from ...language import Text
from ...namespaces import NAMESPACES
from ...validation.rules import closure, rule
from ...validation.shapes import shipped_shapes
from ..content import Content
from ..page import Page, Told

__all__ = ["rule_page"]

SHAPES = next(namespace for namespace, prefix in NAMESPACES if prefix == "qos")
SEVERITIES = {
    "violation": Text("violation", "违例"),
    "warning": Text("warning", "警告"),
    "info": Text("hint", "提示"),
}


def rule_page(content: Content, code: str) -> Page:
    """The page of the rule of a code."""
    known = rule(code, shipped_shapes())
    name, mentioned = content.rules[code]
    graph = shipped_shapes().compiled.graph
    node = ox.NamedNode(SHAPES + code)
    triples = [
        ox.Triple(each, ox.NamedNode(predicate) if isinstance(predicate, str) else predicate, value)
        for each in closure(graph, node)
        for predicate in graph.predicates(each)
        for value in graph.objects(each, predicate)
    ]
    text = serialize(triples)
    examples = {kind: path.read_text(encoding="utf-8") for kind, path in known.examples.items()}

    def fill(told: Told) -> Mapping[str, Any]:
        return {
            "code": code,
            "severity": SEVERITIES.get(known.severity.value, Text(known.severity.value, known.severity.value)).say(told.language),
            "message": known.message.say(told.language) if known.message else "",
            "remedy": known.remedy.say(told.language) if known.remedy else "",
            "shape": without_prefixes(text),
            "examples": {kind: without_prefixes(example) for kind, example in examples.items()},
            "terms": [told.named(ox.NamedNode(each)) for each in sorted(mentioned) if told.href(ox.NamedNode(each))],
            "questions": [told.page_link(f"query/{id}.html", title.say(told.language)) for id, title in known.questions.items()],
            "foreign": name.zh if told.language == "en" else name.en,
        }

    return Page(f"shapes/{code}.html", "rule.html", name, fill, node.value, {"ttl": text.encode()}, "shapes")


def without_prefixes(text: str) -> str:
    """Turtle without the declarations of its prefixes."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("@prefix")).strip()


