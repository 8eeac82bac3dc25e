"""Logical constraints: sh:not, sh:and, sh:or, sh:xone (SHACL 4.6)."""

from __future__ import annotations

from dataclasses import dataclass

from ..patterns import QueryContext, all_of, any_of
from ..shape import Shape
from .base import ShapeTest, ValueTest
from .parameter import ParameterValue

__all__ = ["And", "Not", "Or", "Xone"]


class Not(ShapeTest):
    """No value conforms to a shape."""

    parameter_name = "not"

    def fails(self, node: str, context: QueryContext) -> str:
        return self.shape.conforms(node, context)


@dataclass(frozen=True)
class Combination(ValueTest):
    """Each value conforms to some of several shapes."""

    shapes: tuple[Shape, ...]
    reads = ParameterValue.nested_shapes
    repeatable = True

    @property
    def nested(self) -> tuple[Shape, ...]:
        return self.shapes


class And(Combination):
    """Each value conforms to all of the shapes."""

    parameter_name = "and"
    explains = True

    def fails(self, node: str, context: QueryContext) -> str:
        return any_of(shape.violated(node, context) for shape in self.shapes)


class Or(Combination):
    """Each value conforms to at least one of the shapes."""

    parameter_name = "or"
    explains = True

    def fails(self, node: str, context: QueryContext) -> str:
        return all_of(shape.violated(node, context) for shape in self.shapes)


class Xone(Combination):
    """Each value conforms to exactly one of the shapes."""

    parameter_name = "xone"

    def fails(self, node: str, context: QueryContext) -> str:
        conforming = " + ".join(f"IF({shape.violated(node, context)}, 0, 1)" for shape in self.shapes)
        return f"(({conforming or '0'}) != 1)"
