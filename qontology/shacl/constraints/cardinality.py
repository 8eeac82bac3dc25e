"""Cardinality constraints: sh:minCount, sh:maxCount (SHACL 4.2), and the counting that qualified shapes share."""

from __future__ import annotations

from dataclasses import dataclass

from ..patterns import Focus, QueryContext, ValueNodes, all_of
from ..shape import Violations, ViolationsQuery
from .base import CoreConstraint
from .parameter import ParameterValue

__all__ = ["AtLeast", "AtMost", "Counting", "MaxCount", "MinCount"]

JOINED = 4
"""So many values are looked up one by one; more are counted, which engines do anew for each node of an EXISTS."""


@dataclass(frozen=True)
class Counting(CoreConstraint):
    """A bound on the number of value nodes that fulfil a condition."""

    bound: int
    reads = ParameterValue.natural_number
    property_shapes_only = True

    @property
    def stands_alone(self) -> bool:
        return self.bound >= JOINED or super().stands_alone

    def condition(self, node: str, context: QueryContext) -> str:
        """What a value node fulfils to be counted; empty where all are."""
        return ""

    def at_least(self, number: int, values: ValueNodes, context: QueryContext) -> str:
        """The condition that so many different value nodes count."""
        if number > JOINED:
            varies = values.focus.startswith("?")
            column = values.focus if varies else f"(COUNT(*) AS {context.fresh('count')})"
            groups = (
                f"{f'GROUP BY {values.focus} ' if varies else ''}HAVING (COUNT(DISTINCT {values.variable}) >= {number})"
            )
            return f"EXISTS {{ {{ SELECT {column} WHERE {{ {self.counted(values, context)} }} {groups} }} }}"
        found = ""
        others = [context.another(values) for _ in range(number)]
        for index, one in reversed(list(enumerate(others))):
            different = [f"!sameTerm({one.variable}, {other.variable})" for other in others[:index]]
            conditions = [*different, self.condition(one.variable, context), found]
            found = context.some_value(one, all_of(filter(None, conditions), empty=""))
        return found

    def counted(self, values: ValueNodes, context: QueryContext) -> str:
        """The pattern of the value nodes that count."""
        condition = self.condition(values.variable, context)
        return values.reach + (condition and f" FILTER({condition})")

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        return Violations((f"FILTER({self.violated(values, context)})",))

    def grouped(self, focus: Focus, pattern: str, having: str) -> ViolationsQuery:
        """The query of the focus nodes whose values, counted together, have a number as given."""
        columns = " ".join(focus.columns)
        text = f"SELECT {columns} WHERE {{ {focus.pattern} {pattern} }} GROUP BY {columns} HAVING ({having})"
        return ViolationsQuery(text, focus.variable)


@dataclass(frozen=True)
class AtLeast(Counting):
    """At least so many."""

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        return f"!({self.at_least(self.bound, values, context)})" if self.bound else "false"

    def query(self, focus: Focus, values: ValueNodes, context: QueryContext) -> ViolationsQuery:
        if self.bound <= JOINED:
            return super().query(focus, values, context)
        pattern = f"OPTIONAL {{ {self.counted(values, context)} }}"
        return self.grouped(focus, pattern, f"COUNT(DISTINCT {values.variable}) < {self.bound}")


@dataclass(frozen=True)
class AtMost(Counting):
    """At most so many."""

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        return self.at_least(self.bound + 1, values, context)

    def query(self, focus: Focus, values: ValueNodes, context: QueryContext) -> ViolationsQuery:
        if self.bound < JOINED:
            return super().query(focus, values, context)
        return self.grouped(focus, self.counted(values, context), f"COUNT(DISTINCT {values.variable}) > {self.bound}")


@dataclass(frozen=True)
class MinCount(AtLeast):
    """A property has at least so many values."""

    parameter_name = "minCount"


@dataclass(frozen=True)
class MaxCount(AtMost):
    """A property has at most so many values."""

    parameter_name = "maxCount"
