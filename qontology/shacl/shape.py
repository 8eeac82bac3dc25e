"""Shapes and their constraints, one recursive model: a shape has constraints, and a constraint may have shapes.

To the compiler, a constraint is patterns that find its violations.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from pyoxigraph import Literal, NamedNode

from ..findings import Severity
from ..language import Text
from ..namespaces import Node, Term, local_name
from ..sparql.paths import Path
from .errors import ShapesError
from .patterns import Focus, QueryContext, ValueNodes, any_of
from .queries import QueryText
from .targets import Target
from .vocabulary import EXTENSION

__all__ = ["Constraint", "NodeTest", "Shape", "Violations", "ViolationsQuery", "code_of"]

RULE_CODE = re.compile(r"[A-Z]+-[0-9]+")


def code_of(shape: NamedNode) -> str:
    """What a rule is called: the code of one that begins with a code, the local name of another.

    >>> code_of(NamedNode("https://w3id.org/qontology/shapes#QO-101-label")), code_of(NamedNode("urn:shapes:Person"))
    ('QO-101', 'Person')
    """
    name = local_name(shape.value)
    rule = RULE_CODE.match(name) if shape.value.startswith(EXTENSION.base) else None
    return rule[0] if rule else name


@dataclass(frozen=True)
class Shape:
    """A node shape, or a property shape where it has a path."""

    node: Node
    path: Path | None = None
    target: Target = field(default_factory=Target)
    constraints: tuple[Constraint, ...] = ()
    severity: Severity = Severity.VIOLATION
    own_severity: NamedNode | None = None
    messages: tuple[Literal, ...] = ()
    remedy: Text | None = None
    deactivated: bool = False
    faults: tuple[ShapesError, ...] = ()

    @cached_property
    def all_faults(self) -> tuple[ShapesError, ...]:
        """What cannot be used of the shape and of its property shapes."""
        inner = (shape for constraint in self.constraints if constraint.lets_pass for shape in constraint.nested)
        return tuple(dict.fromkeys([*self.faults, *(fault for shape in inner for fault in shape.all_faults)]))

    @property
    def code(self) -> str | None:
        """The name of the rule; a blank node has none."""
        return code_of(self.node) if isinstance(self.node, NamedNode) else None

    @property
    def description(self) -> str:
        """The shape for a message: its IRI, or what it asks for where it has none."""
        if isinstance(self.node, NamedNode):
            return str(self.node)
        asked = [f"{name} {value}" for one in self.constraints for name, value in one.parameters.items()]
        return f"[{'' if self.path is None else f'{self.path}: '}{', '.join(asked)}]"

    @cached_property
    def weight(self) -> int:
        """How many constraints a query for the shape holds, those of inner shapes included."""
        return 1 + sum(1 + sum(inner.weight for inner in constraint.nested) for constraint in self.constraints)

    @cached_property
    def may_stand_still(self) -> bool:
        """Whether a path of the shape, or of its property shapes, may have no step."""
        inner = any(shape.may_stand_still for constraint in self.constraints for shape in constraint.nested)
        return inner or (self.path is not None and self.path.nullable)

    def violated(self, node: str, context: QueryContext) -> str:
        """The condition that a bound node does not conform to the shape; it never raises an error."""
        if self.deactivated:
            return "false"
        return any_of(
            constraint.violated(context.value_nodes(node, self.path), context) for constraint in self.constraints
        )

    def conforms(self, node: str, context: QueryContext) -> str:
        """The condition that a bound node conforms to the shape."""
        return f"!({self.violated(node, context)})"


@dataclass(frozen=True)
class ViolationsQuery:
    """A SELECT whose every solution is a violation, and its variables: the focus and, where they exist, the rest.

    Where ``each`` is given, the text selects the focus nodes, and ``each`` writes the query for one of them.
    """

    text: str
    focus: str
    value: str | None = None
    path: str | None = None
    detail: str | None = None
    each: Callable[[Term], str] | None = None
    needs_shapes_graph: bool = False


@dataclass(frozen=True)
class Violations:
    """Patterns, each of which has a solution for every violation at a bound focus.

    The variables say what a result carries beside its focus: the value, the path where it is not the shape's own,
    and a detail that tells results apart (the other value of a comparison, a language).
    """

    patterns: tuple[str, ...]
    value: str | None = None
    path: str | None = None
    detail: str | None = None


@dataclass(frozen=True)
class Constraint(ABC):
    """One constraint of a shape, with its parameters."""

    component: ClassVar[str]
    steps: ClassVar[int | None] = None
    """How many statements in a row it reads from a value node on, those of inner shapes left out; None for others."""
    starts_from_values: ClassVar[bool] = False
    """Whether each pattern of violations begins with the way from the focus to a value node."""
    lets_pass: ClassVar[bool] = False
    """Whether the results of an inner shape are results of the outer one, so that either may be used in parts."""
    explains: ClassVar[bool] = False
    """Whether what a value violates in the inner shapes is the reason why it violates this constraint."""

    @property
    def kind(self) -> str:
        """The short name of the component: ``minCount`` for ``MinCountConstraintComponent``."""
        name = self.component.removesuffix("ConstraintComponent")
        return name[:1].lower() + name[1:]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of constraints, by their short names, that an engine has to get right for this one."""
        return frozenset({self.kind})

    @property
    def source_component(self) -> str:
        """The local name of the component, as results carry it."""
        return self.component

    @property
    def nested(self) -> tuple[Shape, ...]:
        """The shapes that the constraint refers to."""
        return ()

    @property
    def stands_alone(self) -> bool:
        """Whether its own query costs an engine much less than its condition, tested at one focus after the other."""
        return any(constraint.stands_alone for shape in self.nested for constraint in shape.constraints)

    @property
    def parameters(self) -> dict[str, str]:
        """The parameters as a message may name them."""
        return {}

    @property
    def described(self) -> str:
        """The parameters as text, which tells constraints of one component apart."""
        return ", ".join(f"{name} {value}" for name, value in self.parameters.items())

    @property
    def own_component(self) -> NamedNode | None:
        """The component where it is not one of SHACL."""
        return None

    @property
    def messages(self) -> tuple[Literal, ...]:
        """Messages of the constraint itself, which come before those of its shape."""
        return ()

    @abstractmethod
    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        """The violations at a focus that the surrounding group binds."""

    @property
    def queries(self) -> tuple[QueryText, ...]:
        """The queries in it that the shapes graph brings, those of inner shapes included."""
        return tuple(query for shape in self.nested for inner in shape.constraints for query in inner.queries)

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        """The condition that a bound focus violates the constraint; it never raises an error."""
        return any_of(f"EXISTS {{ {pattern} }}" for pattern in self.violations(values, context).patterns)

    def query(self, focus: Focus, values: ValueNodes, context: QueryContext) -> ViolationsQuery:
        """The query that finds all violations at all focus nodes."""
        found = self.violations(values, context)
        columns = dict.fromkeys(name for name in (*focus.columns, found.value, found.path, found.detail) if name)
        groups = " UNION ".join(f"{{ {f'{focus.pattern} {pattern}'.strip()} }}" for pattern in found.patterns)
        text = f"SELECT DISTINCT {' '.join(columns)} WHERE {{ {groups} }}"
        return ViolationsQuery(text, focus.variable, found.value, found.path, found.detail)


class NodeTest(Constraint):
    """A constraint that looks at one value node after the other."""

    starts_from_values = True

    @abstractmethod
    def fails(self, node: str, context: QueryContext) -> str:
        """The condition that a node fails the test; it never raises an error."""

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        node = values.focus if values.path is None else values.variable
        return Violations((f"{values.reach} FILTER({self.fails(node, context)})",), value=values.variable)

    def violated(self, values: ValueNodes, context: QueryContext) -> str:
        return context.some_value(values, self.fails(values.variable, context))
