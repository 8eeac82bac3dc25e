"""Property pair constraints: sh:equals, sh:disjoint, sh:lessThan, sh:lessThanOrEquals (SHACL 4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import NamedNode

from ..literals import BOOLEAN, truth
from ..patterns import QueryContext, ValueNodes, all_of, any_of, either_way
from ..shape import Violations
from .base import CoreConstraint
from .parameter import ParameterValue

__all__ = ["Disjoint", "Equals", "LessThan", "LessThanOrEquals"]


@dataclass(frozen=True)
class PropertyPair(CoreConstraint):
    """The values compare in some way with those of another property."""

    steps = 1
    other: NamedNode
    reads = ParameterValue.iri
    repeatable = True


class Equals(PropertyPair):
    """Both have the same values."""

    parameter_name = "equals"

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        missing = f"{values.reach} FILTER NOT EXISTS {{ {values.focus} {self.other} {values.variable} }}"
        if values.path is None:
            value = context.fresh("value")
            extra = f"{values.focus} {self.other} {value} FILTER(!sameTerm({value}, {values.focus}))"
            return Violations((f"{missing} BIND({values.focus} AS {value})", extra), value=value)
        extra = f"{values.focus} {self.other} {values.variable} FILTER NOT EXISTS {{ {values.reach} }}"
        return Violations((missing, extra), value=values.variable)

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        value = context.fresh("value")
        among_own = context.some_value(values, f"sameTerm({values.variable}, {value})")
        extra = f"EXISTS {{ {values.focus} {self.other} {value} FILTER(!({among_own})) }}"
        missing = context.some_value(values, f"NOT EXISTS {{ {values.focus} {self.other} {values.variable} }}")
        return any_of([missing, extra])


class Disjoint(PropertyPair):
    """They share no value."""

    parameter_name = "disjoint"
    starts_from_values = True

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        return Violations((f"{values.reach} {values.focus} {self.other} {values.variable} .",), value=values.variable)

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        return context.some_value(values, f"EXISTS {{ {values.focus} {self.other} {values.variable} }}")


class Order(PropertyPair):
    """Every value comes before every value of the other; what cannot be compared does not."""

    operator: ClassVar[str]
    property_shapes_only = True
    starts_from_values = True

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        other = context.fresh("other")
        unordered = f"FILTER({self._unordered(context.value(values.variable), context.value(other))})"
        pattern = f"{values.reach} {values.focus} {self.other} {other} {unordered}"
        return Violations((pattern,), value=values.variable, detail=other)

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        other = context.fresh("other")
        unordered = f"FILTER({self._unordered(context.value(values.variable), context.value(other))})"
        return context.some_value(values, f"EXISTS {{ {values.focus} {self.other} {other} {unordered} }}")

    def _unordered(self, one: str, other: str) -> str:
        numbers = all_of([f"isNUMERIC({one})", f"isNUMERIC({other})"])
        comparable = any_of([numbers, f"DATATYPE({one}) = DATATYPE({other})"])
        booleans = all_of(f"DATATYPE({end}) = {BOOLEAN}" for end in (one, other))
        ordered = [
            f"({comparable} && {one} {self.operator} {other})",
            f"({booleans} && {truth(one)} {self.operator} {truth(other)})",
        ]
        return either_way(f"!{any_of(ordered)}")


class LessThan(Order):
    """Every value is less than every value of the other."""

    parameter_name, operator = "lessThan", "<"


class LessThanOrEquals(Order):
    """Every value is less than every value of the other, or equal."""

    parameter_name, operator = "lessThanOrEquals", "<="
