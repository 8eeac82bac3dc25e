"""Logical constraints: sh:not, sh:and, sh:or, sh:xone (SHACL 4.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pyoxigraph import Literal

from ..patterns import Scope, all_of, any_of
from ..shape import NodeTest, Shape
from .parameter import Parameter

__all__ = ["And", "Not", "Or", "Xone"]


@dataclass(frozen=True)
class Not(NodeTest):
    """No value conforms to a shape."""

    component = "NotConstraintComponent"
    shape: Shape

    @classmethod
    def read(cls, parameter: Parameter) -> Not:
        return cls(parameter.nested_shape())

    @property
    def nested(self) -> tuple[Shape, ...]:
        return (self.shape,)

    @property
    def parameters(self) -> dict[str, str]:
        return {"not": self.shape.description}

    @property
    def lexical(self) -> bool:
        return self.shape.lexical

    def admits(self, literal: Literal) -> bool:
        return not self.shape.admits(literal)

    def fails(self, node: str, scope: Scope) -> str:
        return self.shape.conforms(node, scope)


@dataclass(frozen=True)
class Combination(NodeTest):
    """Each value conforms to some of several shapes."""

    name: ClassVar[str]
    shapes: tuple[Shape, ...]

    @classmethod
    def read(cls, parameter: Parameter) -> Combination:
        return cls(tuple(member.nested_shape() for member in parameter.members()))

    @property
    def nested(self) -> tuple[Shape, ...]:
        return self.shapes

    @property
    def parameters(self) -> dict[str, str]:
        return {self.name: ", ".join(shape.description for shape in self.shapes)}

    @property
    def lexical(self) -> bool:
        return any(shape.lexical for shape in self.shapes)


class And(Combination):
    """Each value conforms to all of the shapes."""

    component, name = "AndConstraintComponent", "and"

    def admits(self, literal: Literal) -> bool:
        return all(shape.admits(literal) for shape in self.shapes)

    def fails(self, node: str, scope: Scope) -> str:
        return any_of(shape.violated(node, scope) for shape in self.shapes)


class Or(Combination):
    """Each value conforms to at least one of the shapes."""

    component, name = "OrConstraintComponent", "or"

    def admits(self, literal: Literal) -> bool:
        return any(shape.admits(literal) for shape in self.shapes)

    def fails(self, node: str, scope: Scope) -> str:
        return all_of(shape.violated(node, scope) for shape in self.shapes)


class Xone(Combination):
    """Each value conforms to exactly one of the shapes."""

    component, name = "XoneConstraintComponent", "xone"

    def admits(self, literal: Literal) -> bool:
        return sum(shape.admits(literal) for shape in self.shapes) == 1

    def fails(self, node: str, scope: Scope) -> str:
        conforming = " + ".join(f"IF({shape.violated(node, scope)}, 0, 1)" for shape in self.shapes)
        return f"(({conforming or '0'}) != 1)"
