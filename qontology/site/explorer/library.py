"""What Python puts into the explorer beside the graph: words, questions, and the rules as queries."""

from __future__ import annotations

from typing import Any

from pyoxigraph import Literal, NamedNode

from ... import __version__
from ...analysis.attributes import AGENTS, ATTRIBUTES, DIMENSIONS
from ...analysis.compare import LEGEND
from ...knowledge import KnowledgeGraph
from ...knowledge.headings import HEADINGS
from ...language import Text
from ...shacl.batches import batches
from ...shacl.compiler import Check
from ...shacl.constraints.sparql_based import SelectConstraint
from ...shacl.execution import known_of
from ...shacl.messages import compose, in_both_languages
from ...telling.describe import MODULES, NOT_SHOWN, TOLD
from ...telling.locators import PARTS
from ...telling.words import BESIDE, FOREIGN, ORDER
from ...terms import PREFIXES
from ...validation.locating import first_steps
from ...validation.rules import every_rule
from ...validation.shapes import shipped_shapes
from ..geography import NORTH, SCALE, SIZE, WEST, land, middles

__all__ = ["library"]

KINDS = ("select", "construct")


def library(graph: KnowledgeGraph) -> dict[str, Any]:
    """Everything as plain values, under the names by which the page knows them (``explorer/src/protocol.ts``)."""
    return {
        "version": __version__,
        "prefixes": PREFIXES,
        "foreign": {term.value: text for term, text in FOREIGN.items()},
        "attributes": [attribute._asdict() for attribute in ATTRIBUTES],
        "dimensions": DIMENSIONS,
        "legend": LEGEND,
        "order": ORDER,
        "beside": BESIDE,
        "told": TOLD,
        "agents": AGENTS,
        "modules": MODULES,
        "hidden": NOT_SHOWN,
        "locators": [(pattern, *text) for pattern, text in PARTS],
        "headings": HEADINGS,
        "questions": questions(graph),
        "rules": rules(graph),
        "world": {
            "land": land(),
            "size": SIZE,
            "scale": SCALE,
            "north": NORTH,
            "west": WEST,
            "countries": middles(),
        },
        "rule_names": {code: rule.name or Text(code, code) for code, rule in every_rule().items()},
    }


def questions(graph: KnowledgeGraph) -> list[dict[str, Any]]:
    """The questions and the rules that derive, without what is only for exchange."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "description": one.description,
            "keywords": one.keywords,
            "kind": one.kind,
            "parameters": [parameter._asdict() for parameter in one.parameters],
            "body": one.body,
        }
        for one in graph.library
        if one.kind in KINDS and not one.is_for_exchange
    ]


def rules(graph: KnowledgeGraph) -> list[dict[str, Any]]:
    """The shipped shapes as queries, those together that share a query for suspects."""
    compiled = shipped_shapes().compiled
    return [
        {"suspects": batch.suspects, "checks": [described(check) for check in batch.checks]}
        for batch in batches(compiled, known_of(compiled, graph.engine))
    ]


def described(check: Check) -> dict[str, Any]:
    """A query whose solutions are violations, and what is to be said of each."""
    constraint, shape, query = check.constraint, check.shape, check.query
    path = next(iter(first_steps(shape.path)), None)
    names = {"value": None, "detail": None, "path": shape.path, "shape": shape.node}
    wording = compose(constraint.source_component, {**names, **constraint.parameters})
    own = constraint.messages if isinstance(constraint, SelectConstraint) and constraint.messages else shape.messages
    arguments = constraint.arguments if isinstance(constraint, SelectConstraint) else {}
    return {
        "query": query.text,
        "focus": query.focus,
        "value": query.value,
        "path": query.path,
        "code": check.code,
        "severity": shape.severity.value,
        "message": in_both_languages(own) or wording.message,
        "remedy": shape.remedy or wording.remedy,
        "given": {name: term.value for name, term in arguments.items() if isinstance(term, Literal | NamedNode)},
        "property": "" if path is None else path.value,
    }
