"""Cardinality constraints: sh:minCount, sh:maxCount (SHACL 4.2), and the counting that qualified shapes share."""

from __future__ import annotations

from dataclasses import dataclass

from ..patterns import Focus, Scope, Site, all_of
from ..shape import Query, Violations
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

    def condition(self, node: str, scope: Scope) -> str:
        """What a value node fulfils to be counted; empty where all are."""
        return ""

    def at_least(self, number: int, site: Site, scope: Scope) -> str:
        """The condition that so many different value nodes count."""
        if number > JOINED:
            varies = site.focus.startswith("?")
            column = site.focus if varies else f"(COUNT(*) AS {scope.fresh('count')})"
            groups = f"{f'GROUP BY {site.focus} ' if varies else ''}HAVING (COUNT(DISTINCT {site.value}) >= {number})"
            return f"EXISTS {{ {{ SELECT {column} WHERE {{ {self.counted(site, scope)} }} {groups} }} }}"
        found = ""
        sites = [scope.another(site) for _ in range(number)]
        for index, one in reversed(list(enumerate(sites))):
            different = [f"!sameTerm({one.value}, {other.value})" for other in sites[:index]]
            conditions = [*different, self.condition(one.value, scope), found]
            found = scope.some_value(one, all_of(filter(None, conditions), empty=""))
        return found

    def counted(self, site: Site, scope: Scope) -> str:
        """The pattern of the value nodes that count."""
        condition = self.condition(site.value, scope)
        return site.reach + (condition and f" FILTER({condition})")

    def violations(self, site: Site, scope: Scope) -> Violations:
        return Violations((f"FILTER({self.violated(site, scope)})",))

    def grouped(self, focus: Focus, pattern: str, having: str) -> Query:
        """The query of the focus nodes whose values, counted together, have a number as given."""
        columns = " ".join(focus.columns)
        text = f"SELECT {columns} WHERE {{ {focus.pattern} {pattern} }} GROUP BY {columns} HAVING ({having})"
        return Query(text, focus.variable)


@dataclass(frozen=True)
class AtLeast(Counting):
    """At least so many."""

    def violated(self, site: Site, scope: Scope) -> str:
        return f"!({self.at_least(self.bound, site, scope)})" if self.bound else "false"

    def query(self, focus: Focus, site: Site, scope: Scope) -> Query:
        if self.bound <= JOINED:
            return super().query(focus, site, scope)
        pattern = f"OPTIONAL {{ {self.counted(site, scope)} }}"
        return self.grouped(focus, pattern, f"COUNT(DISTINCT {site.value}) < {self.bound}")


@dataclass(frozen=True)
class AtMost(Counting):
    """At most so many."""

    def violated(self, site: Site, scope: Scope) -> str:
        return self.at_least(self.bound + 1, site, scope)

    def query(self, focus: Focus, site: Site, scope: Scope) -> Query:
        if self.bound < JOINED:
            return super().query(focus, site, scope)
        return self.grouped(focus, self.counted(site, scope), f"COUNT(DISTINCT {site.value}) > {self.bound}")


@dataclass(frozen=True)
class MinCount(AtLeast):
    """A property has at least so many values."""

    parameter_name = "minCount"


@dataclass(frozen=True)
class MaxCount(AtMost):
    """A property has at most so many values."""

    parameter_name = "maxCount"
