"""Value range constraints: sh:minExclusive, sh:minInclusive, sh:maxExclusive, sh:maxInclusive (SHACL 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import Literal

from ..literals import BOOLEAN, NUMERIC, comparable, truth
from ..patterns import QueryContext, either_way
from .base import ValueTest
from .parameter import ParameterValue

__all__ = ["MaxExclusive", "MaxInclusive", "MinExclusive", "MinInclusive", "ValueRange"]


@dataclass(frozen=True)
class ValueRange(ValueTest):
    """Each value lies on one side of a bound; what cannot be compared with it does not."""

    operator: ClassVar[str]
    bound: Literal
    reads = ParameterValue.literal

    def fails(self, node: str, context: QueryContext) -> str:
        numeric = self.bound.datatype in NUMERIC
        node = context.value(node, NUMERIC if numeric else (self.bound.datatype,))
        of_a_kind = f"isNUMERIC({node})" if numeric else f"DATATYPE({node}) = {self.bound.datatype}"
        ends = (node, str(comparable(self.bound)))
        one, bound = (truth(end) if self.bound.datatype == BOOLEAN else end for end in ends)
        return either_way(f"!({of_a_kind} && {one} {self.operator} {bound})")


class MinExclusive(ValueRange):
    """Each value is greater."""

    parameter_name, operator = "minExclusive", ">"


class MinInclusive(ValueRange):
    """Each value is greater or equal."""

    parameter_name, operator = "minInclusive", ">="


class MaxExclusive(ValueRange):
    """Each value is less."""

    parameter_name, operator = "maxExclusive", "<"


class MaxInclusive(ValueRange):
    """Each value is less or equal."""

    parameter_name, operator = "maxInclusive", "<="
