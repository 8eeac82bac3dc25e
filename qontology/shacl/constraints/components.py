"""Custom constraint components: parameters and validators of SHACL-SPARQL (SHACL 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ...language import Text
from ...namespaces import SH, Node, Term, local_name
from ..errors import NotCompiledError, NotSupportedError, ShapesError
from ..patterns import QueryContext, ValueNodes
from ..shape import Constraint, Violations
from ..triples import TripleIndex
from .sparql_based import TRUE, SelectConstraint, read_query, renamed

__all__ = ["CustomComponent", "read_components"]


@dataclass(frozen=True)
class CustomComponent:
    """A constraint component that a shapes graph declares."""

    node: Node
    mandatory: tuple[NamedNode, ...]
    optional: tuple[NamedNode, ...]

    def read(self, graph: TripleIndex, shape: Node, has_path: bool) -> Iterator[Constraint]:
        """The constraints of this component that a shape has."""
        given = {one: graph.objects(shape, one) for one in (*self.mandatory, *self.optional)}
        if not all(given[one] for one in self.mandatory):
            return
        several = [one for one, values in given.items() if len(values) > 1]
        if several and len(given) > 1:
            name = str(several[0])
            raise ShapesError(
                shape,
                Text(f"{name} has several values beside other parameters", f"{name} 与其他参数并用时不能有多个值"),
                Text("give each parameter one value", "每个参数只给一个值"),
            )
        rows: list[dict[str, Term]] = [
            {local_name(self.mandatory[0].value): value} for value in given[self.mandatory[0]]
        ]
        for arguments in rows:
            arguments |= {local_name(one.value): values[0] for one, values in given.items() if len(values) == 1}
            yield self._constraint(graph, shape, has_path, arguments)

    def _constraint(self, graph: TripleIndex, shape: Node, has_path: bool, arguments: dict[str, Term]) -> Constraint:
        validator = self._validator(graph, has_path)
        if validator is None:
            raise NotSupportedError(shape, f"the component {self.node} without a SPARQL validator")
        names = frozenset(local_name(one.value) for one in (*self.mandatory, *self.optional))
        messages = [*graph.objects(validator, SH["message"]), *graph.objects(self.node, SH["message"])]
        own_messages = tuple(message for message in messages if isinstance(message, Literal))
        if graph.objects(validator, SH["select"]):
            text = read_query(graph, validator, "select", shape, names)
            return CustomSelect(shape, text, arguments, own_messages, self.node)
        text = read_query(graph, validator, "ask", shape, names)
        if not text.simple:
            reason = Text("its ASK query has a sub-select", "其 ASK 查询含有子查询")
            raise NotCompiledError(shape, f"the component {self.node}", reason)
        return CustomAsk(shape, text, arguments, own_messages, self.node)

    def _validator(self, graph: TripleIndex, has_path: bool) -> Node | None:
        """The first validator in SPARQL; those in JavaScript may stand beside it."""
        of_kind = graph.objects(self.node, SH["propertyValidator" if has_path else "nodeValidator"])
        for validator in (*of_kind, *graph.objects(self.node, SH["validator"])):
            if graph.objects(validator, SH["select"]) or graph.objects(validator, SH["ask"]):
                assert not isinstance(validator, Literal)
                return validator
        return None


@dataclass(frozen=True)
class CustomSelect(SelectConstraint):
    """A constraint of a custom component with a SELECT validator: its solutions are violations."""

    component = "component"

    @property
    def source_component(self) -> str:
        return "" if self.source is None else local_name(self.source.value)

    @property
    def own_component(self) -> NamedNode | None:
        return self.source if isinstance(self.source, NamedNode) else None


class CustomAsk(CustomSelect):
    """A constraint of a custom component with an ASK validator: a value for which it is false is a violation."""

    query = Constraint.query

    def violations(self, values: ValueNodes, context: QueryContext) -> Violations:
        names = {"this": values.focus, "value": values.variable}
        body = self.text.body(
            lambda name: renamed(names, name, context), None if values.path is None else values.path.atom
        )
        bindings = " ".join(
            f"VALUES {renamed(names, name, context)} {{ {context.term(value)} }}"
            for name, value in self._constants().items()
        )
        return Violations((f"{values.reach} {bindings} FILTER NOT EXISTS {{ {body} }}",), value=values.variable)


def read_components(graph: TripleIndex) -> Iterator[CustomComponent | ShapesError]:
    """The constraint components that a shapes graph declares, or what is wrong with them."""
    for node in graph.instances(SH["ConstraintComponent"]):
        if isinstance(node, NamedNode) and node.value.startswith(SH.base):
            continue  # where the vocabulary of SHACL is among the shapes
        mandatory: list[NamedNode] = []
        optional: list[NamedNode] = []
        for parameter in graph.objects(node, SH["parameter"]):
            for path in graph.objects(parameter, SH["path"]):
                if isinstance(path, NamedNode):
                    (optional if TRUE in graph.objects(parameter, SH["optional"]) else mandatory).append(path)
        if not mandatory:
            message = Text(f"the component {node} has no mandatory parameter", f"组件 {node} 没有必需参数")
            yield ShapesError(node, message, Text("declare one with sh:parameter", "请用 sh:parameter 声明"))
        else:
            yield CustomComponent(node, tuple(mandatory), tuple(optional))
