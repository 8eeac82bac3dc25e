"""What a constraint is to the compiler: patterns that find its violations."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pyoxigraph import Literal, Store

from ..sites import Focus, Scope, Site, any_of
from ..triples import Term

if TYPE_CHECKING:
    from ..shape import Shape

__all__ = ["Constraint", "NodeTest", "Query", "Violations", "literals_of"]


@dataclass(frozen=True)
class Query:
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
    starts_from_values: ClassVar[bool] = False
    """Whether each pattern of violations begins with the way from the focus to a value node."""

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
    def messages(self) -> tuple[Literal, ...]:
        """Messages of the constraint itself, which come before those of its shape."""
        return ()

    @abstractmethod
    def violations(self, site: Site, scope: Scope) -> Violations:
        """The violations at a focus that the surrounding group binds."""

    def admits(self, literal: Literal) -> bool:
        """Whether a literal, as it was written, satisfies the constraint.

        A Store rewrites literals but keeps their value, so that it may judge all that depends on the value alone.
        """
        condition = self.violated(Site("?literal", None, "?literal"), Scope())
        return not Store().query(f"ASK {{ VALUES ?literal {{ {literal} }} FILTER({condition}) }}")

    @property
    def lexical(self) -> bool:
        """Whether the verdict on a literal may depend on how it was written."""
        return False

    def violated(self, site: Site, scope: Scope) -> str:
        """The condition that a bound focus violates the constraint; it never raises an error."""
        return any_of(f"EXISTS {{ {pattern} }}" for pattern in self.violations(site, scope).patterns)

    def query(self, focus: Focus, site: Site, scope: Scope) -> Query:
        """The query that finds all violations at all focus nodes."""
        found = self.violations(site, scope)
        columns = dict.fromkeys(name for name in (*focus.columns, found.value, found.path, found.detail) if name)
        groups = " UNION ".join(f"{{ {f'{focus.pattern} {pattern}'.strip()} }}" for pattern in found.patterns)
        text = f"SELECT DISTINCT {' '.join(columns)} WHERE {{ {groups} }}"
        return Query(text, focus.variable, found.value, found.path, found.detail)


class NodeTest(Constraint):
    """A constraint that looks at one value node after the other."""

    starts_from_values = True

    @abstractmethod
    def fails(self, node: str, scope: Scope) -> str:
        """The condition that a node fails the test; it never raises an error."""

    def violations(self, site: Site, scope: Scope) -> Violations:
        node = site.focus if site.path is None else site.value
        return Violations((f"{site.reach} FILTER({self.fails(node, scope)})",), value=site.value)

    def violated(self, site: Site, scope: Scope) -> str:
        return scope.some_value(site, self.fails(site.value, scope))


def literals_of(focus: Focus, site: Site) -> Query:
    """The query of all literals among the value nodes."""
    columns = dict.fromkeys((*focus.columns, site.value))
    where = " ".join(filter(None, (focus.pattern, site.reach, f"FILTER(isLITERAL({site.value}))")))
    return Query(f"SELECT DISTINCT {' '.join(columns)} WHERE {{ {where} }}", focus.variable, site.value)
