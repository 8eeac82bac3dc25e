"""Other constraints: sh:closed, sh:hasValue, sh:in (SHACL 4.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

from pyoxigraph import Literal, NamedNode

from ...namespaces import RDF, XSD, Term
from ...sparql.paths import Predicate
from ..literals import is_literal
from ..patterns import QueryContext, ValueNodes, any_of, either_way
from ..shape import Violations
from .base import CoreConstraint, ValueTest
from .parameter import ParameterValue

__all__ = ["Closed", "HasValue", "In"]

LONG = 50
"""Longer lists stand in VALUES: engines look up MINUS by hash, and walk through IN for each node."""


@dataclass(frozen=True)
class Closed(CoreConstraint):
    """A node has no properties but those that the shape speaks of, and those to be ignored."""

    parameter_name = "closed"
    steps = 1
    allowed: tuple[NamedNode, ...]

    @classmethod
    def read(cls, parameter: ParameterValue) -> Closed | None:
        if not parameter.boolean():
            return None
        ignored = parameter.beside("ignoredProperties")
        names = [member.iri() for member in ignored.members()] if ignored else []
        return cls(tuple(dict.fromkeys([*parameter.property_paths(), *names])))

    @property
    def parameters(self) -> dict[str, str]:
        return {}

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        predicate, value = context.fresh("predicate"), context.fresh("value")
        names = ", ".join(map(str, self.allowed))
        others = f" FILTER({predicate} NOT IN ({names}))" if names else ""
        pattern = f"{values.reach} {values.variable} {predicate} {value}{others}"
        return Violations((pattern,), value=value, path=predicate)


@dataclass(frozen=True)
class HasValue(CoreConstraint):
    """A given node is among the values."""

    parameter_name = "hasValue"
    expected: Term
    reads = ParameterValue.nameable
    repeatable = True

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        return Violations((f"FILTER({self.violated(values, context)})",))

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        if isinstance(values.path, Predicate):
            return f"NOT EXISTS {{ {values.focus} {values.path} {context.term(self.expected)} }}"
        return f"!({context.some_value(values, f'sameTerm({values.variable}, {context.term(self.expected)})')})"


@dataclass(frozen=True)
class In(ValueTest):
    """Each value is one of a list of nodes."""

    parameter_name = "in"
    choices: tuple[Term, ...]
    reads = ParameterValue.nameable_members

    @property
    def stands_alone(self) -> bool:
        return len(self.choices) > LONG

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        if len(self.choices) <= LONG:
            return super().violations(values, context)
        choices = f"VALUES {values.variable} {{ {' '.join(map(context.term, self.choices))} }}"
        return Violations((f"{values.reach} MINUS {{ {choices} }}",), value=values.variable)

    def fails(self, node: str, context: QueryContext) -> str:
        if len(self.choices) > LONG:
            choice = context.fresh("choice")
            choices = f"VALUES {choice} {{ {' '.join(map(context.term, self.choices))} }}"
            return f"NOT EXISTS {{ {choices} FILTER(sameTerm({node}, {choice})) }}"
        # IN compares by value: right for IRIs and texts, too generous for numbers and dates.
        by_value = [choice for choice in self.choices if not has_value_space(choice)]
        by_term = [is_literal(node, context.literal(choice)) for choice in self.choices if has_value_space(choice)]
        found = [f"{node} IN ({', '.join(map(str, by_value))})"] if by_value else []
        return either_way(f"!({any_of([*found, *by_term])})")


def has_value_space(term: Term) -> TypeGuard[Literal]:
    """Whether a term is a literal that may be written in several ways with one value."""
    return isinstance(term, Literal) and term.datatype not in (XSD["string"], RDF["langString"])
