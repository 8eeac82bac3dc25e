"""The targets of shapes: what they have for focus nodes, and the patterns that find these."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..namespaces import Term
from .patterns import Focus, QueryContext
from .queries import QueryText

__all__ = ["Target", "TargetQuery"]


class TargetQuery(NamedTuple):
    """A SELECT query whose solutions bind ``?this`` to focus nodes, with the values of its parameters."""

    text: QueryText
    arguments: tuple[tuple[str, Term], ...] = ()

    def pattern(self, context: QueryContext) -> str:
        """The focus nodes, as a group."""
        sources = {name: f"VALUES ?{name} {{ {context.term(value)} }}" for name, value in self.arguments}
        return f"{{ SELECT DISTINCT ?this WHERE {{ {{ {self.text.bound(sources)} }} }} }}"


@dataclass(frozen=True)
class Target:
    """The focus nodes that a shape asks for itself."""

    nodes: tuple[Term, ...] = ()
    classes: tuple[NamedNode, ...] = ()
    subjects_of: tuple[NamedNode, ...] = ()
    objects_of: tuple[NamedNode, ...] = ()
    queries: tuple[TargetQuery, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.nodes) or self._finds_nodes

    @property
    def _finds_nodes(self) -> bool:
        """Whether it has focus nodes beside those that it names."""
        return bool(self.classes or self.subjects_of or self.objects_of or self.queries)

    @property
    def only(self) -> Term | None:
        """The node that the target names, where it names one and nothing else."""
        return self.nodes[0] if len(self.nodes) == 1 and not self._finds_nodes else None

    def parts(self, one_by_one: bool) -> tuple[Target, ...]:
        """The target as the queries need it: whole, or with each node that it names on its own.

        A path without a step leads from a node to itself, even if no triple has the node, which engines do not see.
        """
        if not one_by_one or not self.nodes:
            return (self,)
        rest = replace(self, nodes=())
        return (*(Target(nodes=(node,)) for node in self.nodes), *([rest] if rest else []))

    def focus(self, context: QueryContext) -> Focus:
        """The pattern of all focus nodes, bound to ``?this``."""
        parts = [f"VALUES ?this {{ {' '.join(map(context.term, self.nodes))} }}"] if self.nodes else []
        parts += [context.instance_of("?this", cls) for cls in self.classes]
        parts += [f"?this {predicate} {context.fresh('object')} ." for predicate in self.subjects_of]
        parts += [f"{context.fresh('subject')} {predicate} ?this ." for predicate in self.objects_of]
        parts += [query.pattern(context) for query in self.queries]
        pattern = parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)
        once = len(parts) == 1 and (bool(self.nodes) or (bool(self.classes) and "VALUES" not in pattern))
        return Focus("?this", pattern, context.only or "?this", once=once, left_by=frozenset(self.subjects_of))
