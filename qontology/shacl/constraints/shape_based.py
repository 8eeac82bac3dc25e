"""Shape-based constraints: sh:node, sh:property, sh:qualifiedValueShape (SHACL 4.7)."""

from __future__ import annotations

from dataclasses import dataclass

from ..patterns import QueryContext, all_of
from ..shape import Shape
from .base import ShapeTest
from .cardinality import AtLeast, AtMost, Counting
from .parameter import ParameterValue

__all__ = ["Node", "Property", "QualifiedMaxCount", "QualifiedMinCount"]


class Node(ShapeTest):
    """Each value conforms to a node shape."""

    parameter_name = "node"
    explains = True

    def fails(self, node: str, context: QueryContext) -> str:
        return self.shape.violated(node, context)


class Property(ShapeTest):
    """Each value conforms to a property shape; the results are those of the property shape itself."""

    parameter_name = "property"
    reads = ParameterValue.property_shape
    lets_pass = True

    def fails(self, node: str, context: QueryContext) -> str:
        return self.shape.violated(node, context)


@dataclass(frozen=True)
class Qualified(Counting):
    """A bound on the number of values that conform to a shape, and to none of the shapes of its siblings."""

    shape: Shape
    siblings: tuple[Shape, ...]

    @classmethod
    def read(cls, parameter: ParameterValue) -> Qualified | None:
        shape = parameter.beside("qualifiedValueShape")
        if shape is None:
            return None
        return cls(parameter.natural_number(), shape.nested_shape(), parameter.sibling_shapes(shape.value))

    @property
    def nested(self) -> tuple[Shape, ...]:
        return (self.shape, *self.siblings)

    @property
    def parameters(self) -> dict[str, str]:
        return {"qualifiedValueShape": self.shape.description, **super().parameters}

    def condition(self, node: str, context: QueryContext) -> str:
        conditions = [self.shape.conforms(node, context), *(shape.violated(node, context) for shape in self.siblings)]
        return all_of(conditions)


@dataclass(frozen=True)
class QualifiedMinCount(Qualified, AtLeast):
    """At least so many values conform."""

    parameter_name = "qualifiedMinCount"


@dataclass(frozen=True)
class QualifiedMaxCount(Qualified, AtMost):
    """At most so many values conform."""

    parameter_name = "qualifiedMaxCount"
