"""What the components of SHACL Core have in common: a mandatory parameter, read from the shapes graph in one way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, ClassVar

from ..shape import Constraint, NodeTest, Shape
from .parameter import ParameterValue

__all__ = ["CoreConstraint", "ShapeTest", "ValueTest"]


class CoreConstraint(Constraint):
    """A constraint whose first field is the value of its mandatory parameter.

    ``reads`` makes the field of the value in the shapes graph. ``repeatable`` says whether a shape may have several,
    ``property_shapes_only`` whether only a property shape may have it.
    """

    parameter_name: ClassVar[str]
    steps = 0
    reads: ClassVar[Callable[[ParameterValue], Any]]
    repeatable: ClassVar[bool] = False
    property_shapes_only: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        name = vars(cls).get("parameter_name")
        if name:
            cls.component = f"{name[0].upper()}{name[1:]}ConstraintComponent"

    @classmethod
    def read(cls, parameter: ParameterValue) -> Constraint | None:
        """The constraint that a shape has by this value; None where it asks for nothing, like ``sh:closed false``."""
        make: Callable[[Any], Constraint] = cls
        return make(cls.reads(parameter))

    @property
    def parameters(self) -> dict[str, str]:
        return {self.parameter_name: shown(getattr(self, fields(self)[0].name))}


class ValueTest(CoreConstraint, NodeTest):
    """A component that looks at one value node after the other."""


@dataclass(frozen=True)
class ShapeTest(ValueTest):
    """A component that asks something of another shape."""

    shape: Shape
    reads = ParameterValue.nested_shape
    repeatable = True

    @property
    def nested(self) -> tuple[Shape, ...]:
        return (self.shape,)


def shown(value: object) -> str:
    """A value of a parameter as a message names it."""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    return value.description if isinstance(value, Shape) else str(value)
