"""The SPARQL that constraints share: their focus nodes and value nodes, and conditions on them.

The compiler writes a small part of SPARQL 1.1, so that engines agree on what it means:

- triple patterns, and property paths only where a shape has them;
- ``VALUES`` for the classes below a class and for target nodes;
- ``FILTER`` with ``EXISTS`` and ``NOT EXISTS``, whose inner groups read the variables of the outer one only in triple
  patterns and filters;
- ``MINUS`` with the ``VALUES`` of a long list;
- ``GROUP BY`` with ``HAVING (COUNT(DISTINCT ...))``, ``OPTIONAL``, ``UNION``, ``SELECT DISTINCT``;
- ``COALESCE(condition, true)`` around each test that may fail with an error, since in SHACL what cannot be compared
  is a violation; comparisons only between literals of one datatype or between numbers.
"""

from __future__ import annotations

from collections import abc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import count
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode

from ..namespaces import RDF, RDFS, XSD, Term
from ..sparql.paths import Alternative, Path, Sequence
from .lexical_forms import ILL_TYPED, MANY_DIGITS, datatype_behind, stored
from .literals import of_datatype
from .triples import subclasses

__all__ = ["Focus", "Known", "QueryContext", "Tree", "ValueNodes", "all_of", "any_of", "either_way"]

Tree = abc.Sequence[tuple[Term, Term]]
"""Pairs of subclass and superclass."""


class Known(NamedTuple):
    """What is known of data before queries are written.

    ``tree`` is their class hierarchy. ``verbatim`` says that they hold terms as they were written, by the private
    datatypes ``private`` where a store would not.
    """

    tree: Tree = ()
    verbatim: bool = False
    private: abc.Set[NamedNode] = frozenset()


@dataclass(frozen=True)
class Focus:
    """The focus nodes of a query: a variable, and the graph pattern that binds it.

    ``subject`` is what stands for the focus in other patterns: the variable, or its only value. ``through`` names the
    nodes by which a focus was reached, since SHACL reports a violation once for each of them. ``once`` says that the
    pattern has one solution for each focus node. ``left_by`` names predicates whose subjects all are focus nodes.
    """

    variable: str
    pattern: str
    subject: str
    through: tuple[str, ...] = ()
    once: bool = False
    left_by: frozenset[NamedNode] = frozenset()

    def is_implied_by(self, leaving: abc.Set[NamedNode]) -> bool:
        """Whether every node that one of these predicates leaves is a focus node; of none, nothing can be said."""
        return bool(leaving) and leaving <= self.left_by

    @property
    def columns(self) -> tuple[str, ...]:
        """The variables that tell results apart."""
        return (self.variable, *self.through)


@dataclass(frozen=True)
class ValueNodes:
    """The value nodes of a shape at a focus: a variable, and the path that leads to them.

    Of a node shape, the focus is its own value node. ``only`` is the node that the target names, where it names one and
    nothing else: it may be in no triple. ``binds`` says that no other pattern binds the focus.
    """

    focus: str
    path: Path | None
    variable: str
    only: str | None = None
    binds: bool = False

    @property
    def reach(self) -> str:
        """The pattern that leads from the focus to its value nodes."""
        if self.path is None:
            return ""
        step = f"{self.focus} {self.path} {self.variable} ."
        if self.binds and isinstance(self.path, Alternative):
            # An engine that knows neither end of an alternative walks through the whole graph for it.
            ways = (replace(self, path=part).reach for part in self.path.parts)
            return " UNION ".join(f"{{ {way} }}" for way in ways)
        if not self.reaches_itself:
            return step
        ends = self.variable if self.focus == self.only else f"({self.focus} {self.variable})"
        nodes = self.only if self.focus == self.only else f"({self.only} {self.only})"
        return f"{{ {step} }} UNION {{ VALUES {ends} {{ {nodes} }} }}"

    @property
    def reach_of_bound(self) -> str:
        """The same for a focus that is bound around an EXISTS, whose inner groups read it in filters."""
        if not self.reaches_itself or self.focus == self.only:
            return self.reach
        itself = f"VALUES {self.variable} {{ {self.only} }} FILTER(sameTerm({self.focus}, {self.only}))"
        return f"{{ {replace(self, only=None).reach} }} UNION {{ {itself} }}"

    @property
    def reaches_itself(self) -> bool:
        """Whether the focus may be a node that a shape names and its own value; engines see only nodes of triples."""
        return self.path is not None and self.path.nullable and self.only is not None


@dataclass
class QueryContext:
    """What is known while one query is written: of the data, and the names already given.

    ``only`` is the node that the target names, where it names one and nothing else.
    """

    known: Known = Known()
    only: str | None = None
    names: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    @classmethod
    def at(cls, only: Term | None, known: Known) -> QueryContext:
        """The context of a query about one node, where a target names one and nothing else, or about all."""
        context = cls(known)
        return cls(known, None if only is None else context.term(only))

    def fresh(self, name: str) -> str:
        """A variable that occurs nowhere else in the query."""
        return f"?{name}{self.names()}"

    def term(self, term: Term) -> str:
        """A term of a shape as the data hold it."""
        return str(stored(term) if self.known.verbatim else term)

    def literal(self, literal: Literal) -> Literal:
        """A literal of a shape as the data hold it."""
        held = stored(literal) if self.known.verbatim else literal
        assert isinstance(held, Literal)
        return held

    def value(self, node: str, of: abc.Container[NamedNode] | None = None) -> str:
        """What a node compares by: the literal that a private one stands for, where it is of one of some datatypes.

        A number of many digits compares as a decimal, or where these do not reach so far, by the nearest double.
        """
        value = node
        for private in self._well_typed:
            datatype = datatype_behind(private)
            if of is None or datatype in of:
                is_long = MANY_DIGITS in private.value
                kinds = ("decimal", "double") if is_long else ()
                numbers = ", ".join(f"{XSD[kind]}(STR({node}))" for kind in kinds)
                meant = f"COALESCE({numbers})" if is_long else f"STRDT(STR({node}), {datatype})"
                value = f"IF(DATATYPE({node}) = {private}, {meant}, {value})"
        return value

    def of_datatype(self, node: str, datatype: NamedNode) -> str:
        """The condition that a literal has a datatype, and no lexical form that a store would mend."""
        private = (one for one in self._well_typed if datatype_behind(one) == datatype)
        return any_of(of_datatype(node, one) for one in (datatype, *private))

    @property
    def _well_typed(self) -> list[NamedNode]:
        return sorted((one for one in self.known.private if ILL_TYPED not in one.value), key=str)

    def value_nodes(self, focus: str, path: Path | None) -> ValueNodes:
        """The value nodes of a path, or the focus itself where there is none."""
        return ValueNodes(focus, path, focus if path is None else self.fresh("value"), self.only)

    def some_value(self, values: ValueNodes, condition: str) -> str:
        """The condition that some value node of a bound focus fulfils a condition.

        A sequence of steps becomes nested EXISTS, one step each: an engine that orders the patterns of one group does
        not know that the focus is bound, and may start from the far end.
        """
        if values.reaches_itself:
            return f"EXISTS {{ {values.reach_of_bound} {condition and f'FILTER({condition})'} }}"
        path = values.path
        steps = path.parts if isinstance(path, Sequence) else (path,) if path else ()
        nodes = [values.focus, *(self.fresh("step") for _ in steps[1:]), values.variable]
        for start, step, end in reversed(list(zip(nodes, steps, nodes[1:], strict=False))):
            condition = f"EXISTS {{ {start} {step} {end}{condition and f' FILTER({condition})'} }}"
        return condition

    def another(self, values: ValueNodes) -> ValueNodes:
        """The same value nodes by another variable."""
        return replace(values, variable=self.fresh("value"), binds=False)

    def instance_of(self, node: str, cls: Term) -> str:
        """The pattern that a node is a SHACL instance of a class; the classes below it stand in VALUES.

        Where one of these has no name, the engine has to find the way itself.
        """
        below = subclasses(cls, self.known.tree)
        if any(isinstance(one, BlankNode) for one in below):
            return f"{node} {RDF['type']}/{RDFS['subClassOf']}* {cls} ."
        if len(below) == 1:
            return f"{node} {RDF['type']} {cls} ."
        kind = self.fresh("class")
        return f"VALUES {kind} {{ {' '.join(map(str, below))} }} {node} {RDF['type']} {kind} ."


def any_of(conditions: Iterable[str]) -> str:
    """True where one of the conditions is; brackets are balanced, since engines recurse over them.

    >>> any_of(["?a", "?b", "?c"])
    '(?a || (?b || ?c))'
    >>> any_of([])
    'false'
    """
    return balanced(list(conditions), "||") or "false"


def all_of(conditions: Iterable[str], empty: str = "true") -> str:
    """True where all of the conditions are."""
    return balanced(list(conditions), "&&") or empty


def balanced(conditions: list[str], operator: str) -> str:
    """The conditions joined by an operator, in pairs of pairs."""
    if len(conditions) < 2:
        return "".join(conditions)
    half = len(conditions) // 2
    return f"({balanced(conditions[:half], operator)} {operator} {balanced(conditions[half:], operator)})"


def either_way(condition: str) -> str:
    """A condition that counts as true where it cannot be decided."""
    return f"COALESCE({condition}, true)"
