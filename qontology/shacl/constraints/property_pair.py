"""Property pair constraints: sh:equals, sh:disjoint, sh:lessThan, sh:lessThanOrEquals (SHACL 4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import NamedNode

from ..literals import BOOLEAN, truth
from ..patterns import Scope, Site, all_of, any_of, either_way
from ..shape import Violations
from .base import CoreConstraint
from .parameter import ParameterValue

__all__ = ["Disjoint", "Equals", "LessThan", "LessThanOrEquals"]


@dataclass(frozen=True)
class PropertyPair(CoreConstraint):
    """The values compare in some way with those of another property."""

    other: NamedNode
    reads = ParameterValue.iri
    repeatable = True


class Equals(PropertyPair):
    """Both have the same values."""

    parameter_name = "equals"

    def violations(self, site: Site, scope: Scope) -> Violations:
        missing = f"{site.reach} FILTER NOT EXISTS {{ {site.focus} {self.other} {site.value} }}"
        if site.path is None:
            value = scope.fresh("value")
            extra = f"{site.focus} {self.other} {value} FILTER(!sameTerm({value}, {site.focus}))"
            return Violations((f"{missing} BIND({site.focus} AS {value})", extra), value=value)
        extra = f"{site.focus} {self.other} {site.value} FILTER NOT EXISTS {{ {site.reach} }}"
        return Violations((missing, extra), value=site.value)

    def violated(self, site: Site, scope: Scope) -> str:
        value = scope.fresh("value")
        among_own = scope.some_value(site, f"sameTerm({site.value}, {value})")
        extra = f"EXISTS {{ {site.focus} {self.other} {value} FILTER(!({among_own})) }}"
        missing = scope.some_value(site, f"NOT EXISTS {{ {site.focus} {self.other} {site.value} }}")
        return any_of([missing, extra])


class Disjoint(PropertyPair):
    """They share no value."""

    parameter_name = "disjoint"
    starts_from_values = True

    def violations(self, site: Site, scope: Scope) -> Violations:
        return Violations((f"{site.reach} {site.focus} {self.other} {site.value} .",), value=site.value)

    def violated(self, site: Site, scope: Scope) -> str:
        return scope.some_value(site, f"EXISTS {{ {site.focus} {self.other} {site.value} }}")


class Order(PropertyPair):
    """Every value comes before every value of the other; what cannot be compared does not."""

    operator: ClassVar[str]
    property_shapes_only = True
    starts_from_values = True

    def violations(self, site: Site, scope: Scope) -> Violations:
        other = scope.fresh("other")
        unordered = f"FILTER({self._unordered(site.value, other)})"
        pattern = f"{site.reach} {site.focus} {self.other} {other} {unordered}"
        return Violations((pattern,), value=site.value, detail=other)

    def violated(self, site: Site, scope: Scope) -> str:
        other = scope.fresh("other")
        unordered = f"FILTER({self._unordered(site.value, other)})"
        return scope.some_value(site, f"EXISTS {{ {site.focus} {self.other} {other} {unordered} }}")

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
