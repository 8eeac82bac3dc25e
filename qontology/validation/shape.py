"""Shapes, as they are read from a shapes graph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Store

from ..findings import Severity
from ..language import Text
from .sites import Focus, Scope, any_of
from .vocabulary import local_name

if TYPE_CHECKING:
    from .constraints.base import Constraint
    from .paths import Path
    from .triples import Node, Term

__all__ = ["Shape", "Target", "code_of"]

OURS = "https://w3id.org/qontology/shapes#"
RULE_CODE = re.compile(r"[A-Z]+-[0-9]+")


def code_of(shape: NamedNode) -> str:
    """What a rule is called: the code of one of ours, the local name of a foreign one.

    >>> code_of(NamedNode("https://w3id.org/qontology/shapes#QO-101-label")), code_of(NamedNode("urn:shapes:Person"))
    ('QO-101', 'Person')
    """
    name = local_name(shape.value)
    rule = RULE_CODE.match(name) if shape.value.startswith(OURS) else None
    return rule[0] if rule else name


@dataclass(frozen=True)
class Target:
    """The focus nodes that a shape asks for itself."""

    nodes: tuple[Term, ...] = ()
    classes: tuple[NamedNode, ...] = ()
    subjects_of: tuple[NamedNode, ...] = ()
    objects_of: tuple[NamedNode, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nodes or self.classes or self.subjects_of or self.objects_of)

    @property
    def only(self) -> str | None:
        """The node that the target names, where it names one and nothing else."""
        one = len(self.nodes) == 1 and not (self.classes or self.subjects_of or self.objects_of)
        return str(self.nodes[0]) if one else None

    @property
    def arriving(self) -> frozenset[NamedNode]:
        """The predicates by one of which its nodes are reached, where it asks for nothing else."""
        return frozenset() if self.nodes or self.classes or self.subjects_of else frozenset(self.objects_of)

    def parts(self, one_by_one: bool) -> tuple[Target, ...]:
        """The target as the queries need it: whole, or with each node that it names on its own.

        A path without a step leads from a node to itself, even if no triple has the node, which engines do not see.
        """
        if not one_by_one or not self.nodes:
            return (self,)
        rest = replace(self, nodes=())
        return (*(Target(nodes=(node,)) for node in self.nodes), *([rest] if rest else []))

    def focus(self, scope: Scope) -> Focus:
        """The pattern of all focus nodes, bound to ``?this``."""
        parts = [f"VALUES ?this {{ {' '.join(map(str, self.nodes))} }}"] if self.nodes else []
        parts += [scope.instance_of("?this", cls) for cls in self.classes]
        parts += [f"?this {predicate} {scope.fresh('object')} ." for predicate in self.subjects_of]
        parts += [f"{scope.fresh('subject')} {predicate} ?this ." for predicate in self.objects_of]
        pattern = parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)
        once = len(parts) == 1 and (bool(self.nodes) or (bool(self.classes) and "VALUES" not in pattern))
        return Focus("?this", pattern, self.only or "?this", once=once, left_by=frozenset(self.subjects_of))


@dataclass(frozen=True)
class Shape:
    """A node shape, or a property shape where it has a path."""

    node: Node
    path: Path | None = None
    target: Target = field(default_factory=Target)
    constraints: tuple[Constraint, ...] = ()
    severity: Severity = Severity.VIOLATION
    messages: tuple[Literal, ...] = ()
    remedy: Text | None = None
    deactivated: bool = False

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
        return f"[{'' if self.path is None else self.path.sparql + ': '}{', '.join(asked)}]"

    @cached_property
    def weight(self) -> int:
        """How many constraints a query for the shape holds, those of inner shapes included."""
        return 1 + sum(1 + sum(inner.weight for inner in constraint.nested) for constraint in self.constraints)

    @cached_property
    def may_stand_still(self) -> bool:
        """Whether a path of the shape, or of its property shapes, may have no step."""
        inner = any(shape.may_stand_still for constraint in self.constraints for shape in constraint.nested)
        return inner or (self.path is not None and self.path.nullable)

    @cached_property
    def lexical(self) -> bool:
        """Whether the verdict of the shape on a literal may depend on how the literal was written."""
        return self.path is None and any(constraint.lexical for constraint in self.constraints)

    def admits(self, literal: Literal) -> bool:
        """Whether a literal, as it was written, conforms to the shape."""
        if self.deactivated:
            return True
        if self.path is None:
            return all(constraint.admits(literal) for constraint in self.constraints)
        condition = self.violated("?literal", Scope())
        return not Store().query(f"ASK {{ VALUES ?literal {{ {literal} }} FILTER({condition}) }}")

    def violated(self, node: str, scope: Scope) -> str:
        """The condition that a bound node does not conform to the shape; it never raises an error."""
        if self.deactivated:
            return "false"
        return any_of(constraint.violated(scope.site(node, self.path), scope) for constraint in self.constraints)

    def conforms(self, node: str, scope: Scope) -> str:
        """The condition that a bound node conforms to the shape."""
        return f"!({self.violated(node, scope)})"
