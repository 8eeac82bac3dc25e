"""From the solutions of the query of a check to findings, each a result of SHACL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from ..findings import Finding
from ..language import Text
from ..namespaces import Term
from ..sparql.paths import Predicate
from .answers import Solution
from .compiler import Check
from .constraints.sparql_based import SelectConstraint
from .literals import BOOLEAN
from .messages import compose, fill, in_both_languages

__all__ = ["finding_of", "is_failure", "not_fetched", "told_apart"]


def is_failure(row: Solution) -> bool:
    """Whether a solution says that the query cannot decide."""
    given = row.get("failure")
    return isinstance(given, Literal) and given.datatype == BOOLEAN and given.value in ("true", "1")


def told_apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that are alike numbered: each solution of a query of the shapes is a result (SHACL 5.3.2)."""
    seen: Counter[Finding] = Counter()
    numbered = []
    for finding in findings:
        seen[finding] += 1
        numbered.append(replace(finding, occurrence=seen[finding]))
    return numbered


def finding_of(check: Check, row: Solution) -> Finding:
    """The finding that a solution of the query of a check is."""
    query, shape, constraint = check.query, check.shape, check.constraint

    columns = (query.focus, query.value, query.detail, query.path)
    node, value, detail, step = (None if name is None else row.get(name[1:]) for name in columns)
    if value is None and shape.path is None and isinstance(constraint, SelectConstraint):
        value = node  # SHACL 5.3.2: so it is where a solution leaves ?value out
    path = Predicate(step) if isinstance(step, NamedNode) else shape.path
    names = {"value": node if value is None else value, "path": path, "detail": detail, "shape": named_rule(check)}
    wording = compose(constraint.source_component, {**names, **constraint.parameters})
    own_messages = messages_of(check, row)
    return Finding(
        code=check.code,
        severity=shape.severity,
        node=node,
        message=in_both_languages(own_messages) or wording.message,
        path=path,
        value=value,
        component=constraint.source_component,
        shape=shape.node,
        remedy=shape.remedy or wording.remedy,
        related=() if detail is None else (detail,),
        parameter=constraint.described or None,
        messages=own_messages,
        own_severity=shape.own_severity,
        own_component=constraint.own_component,
    )


def named_rule(check: Check) -> Term | str:
    """The shape, as a message calls it: a blank node tells a reader nothing."""
    return check.shape.node if isinstance(check.shape.node, NamedNode) else check.code


def not_fetched(check: Check, number: int) -> Finding:
    """The finding that an engine has more results of a check than were fetched."""
    return Finding(
        code=check.code,
        severity=check.shape.severity,
        node=None,
        message=Text(f"{number} more findings of this rule were not fetched", f"该规则另有 {number} 项发现未取回"),
        component=check.constraint.source_component,
        shape=check.shape.node,
        remedy=Text(
            "mend these first, or fetch the graph with --download", "请先处理以上问题，或用 --download 取回数据"
        ),
    )


def messages_of(check: Check, row: Solution) -> tuple[Literal, ...]:
    """The messages that the solution, the constraint or the shape brings with it, their placeholders filled in."""
    constraint, shapes_own = check.constraint, check.shape.messages
    if not isinstance(constraint, SelectConstraint):
        return shapes_own
    given = row.get("message")
    messages = (given,) if isinstance(given, Literal) else constraint.messages or shapes_own
    named = {"this": row[check.query.focus[1:]], "value": row.get((check.query.value or "?value")[1:])}
    terms = {**constraint.arguments, **named, **row}
    names = {name: term.value for name, term in terms.items() if term is not None}
    return tuple(with_text(message, fill(message.value, names)) for message in messages)


def with_text(literal: Literal, text: str) -> Literal:
    """A literal of the same kind with another text."""
    if literal.language:
        return Literal(text, language=literal.language)
    return Literal(text, datatype=literal.datatype)
