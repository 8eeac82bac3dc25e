"""Value range constraints: sh:minExclusive, sh:minInclusive, sh:maxExclusive, sh:maxInclusive (SHACL 4.3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import Literal

from ..literals import BOOLEAN, NUMERIC, is_valid, truth
from ..patterns import Scope, either_way
from ..shape import NodeTest
from .parameter import Parameter

__all__ = ["MaxExclusive", "MaxInclusive", "MinExclusive", "MinInclusive", "ValueRange"]


@dataclass(frozen=True)
class ValueRange(NodeTest):
    """Each value lies on one side of a bound; what cannot be compared with it does not."""

    operator: ClassVar[str]
    name: ClassVar[str]
    bound: Literal

    @classmethod
    def read(cls, parameter: Parameter) -> ValueRange:
        return cls(parameter.literal())

    @property
    def parameters(self) -> dict[str, str]:
        return {self.name: str(self.bound)}

    @property
    def lexical(self) -> bool:
        return True

    def admits(self, literal: Literal) -> bool:
        return is_valid(literal) and super().admits(literal)

    def fails(self, node: str, scope: Scope) -> str:
        numeric = self.bound.datatype in NUMERIC
        comparable = f"isNUMERIC({node})" if numeric else f"DATATYPE({node}) = {self.bound.datatype}"
        one, bound = (truth(end) if self.bound.datatype == BOOLEAN else end for end in (node, str(self.bound)))
        return either_way(f"!({comparable} && {one} {self.operator} {bound})")


class MinExclusive(ValueRange):
    """Each value is greater."""

    component, name, operator = "MinExclusiveConstraintComponent", "minExclusive", ">"


class MinInclusive(ValueRange):
    """Each value is greater or equal."""

    component, name, operator = "MinInclusiveConstraintComponent", "minInclusive", ">="


class MaxExclusive(ValueRange):
    """Each value is less."""

    component, name, operator = "MaxExclusiveConstraintComponent", "maxExclusive", "<"


class MaxInclusive(ValueRange):
    """Each value is less or equal."""

    component, name, operator = "MaxInclusiveConstraintComponent", "maxInclusive", "<="
