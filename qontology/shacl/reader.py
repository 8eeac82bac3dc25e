"""Reading a shapes graph: which nodes are shapes, what they ask for, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ..findings import Severity
from ..language import Text
from ..namespaces import RDFS, SH, Node, Term
from ..sparql.paths import Path
from .constraints import COMPONENTS, Constraint
from .constraints.components import CustomComponent, read_components
from .constraints.parameter import ParameterValue
from .errors import NotCompiledError, NotSupportedError, RecursiveShapesError, ShapesError
from .messages import in_both_languages
from .paths import read_path
from .shape import Shape, Target
from .shape_findings import Problems
from .triples import TripleIndex
from .vocabulary import EXTENSION, FOREIGN_TERMS

__all__ = ["TARGETS", "ShapesReader", "severity_of"]

DEPTH = 40
"""How deep shapes may nest: queries nest with them, and engines recurse over queries."""

WEIGHT = 2000
"""How many constraints one query may hold; shapes that share inner shapes multiply."""

FLATTER = Text("give the inner shapes targets of their own", "请为内层形状单独指定目标")

SEVERITIES = {
    SH["Violation"]: Severity.VIOLATION,
    SH["Warning"]: Severity.WARNING,
    SH["Info"]: Severity.INFO,
}
TARGETS = ("targetNode", "targetClass", "targetSubjectsOf", "targetObjectsOf")


def severity_of(severity: Term | None) -> Severity:
    """The severity that a node of SHACL names; one of somebody's own is not known to be harmless."""
    return SEVERITIES[severity] if isinstance(severity, NamedNode) and severity in SEVERITIES else Severity.VIOLATION


class ShapesReader:
    """Reads the shapes of one graph, each once.

    What is not well-formed raises :class:`ShapesError`; what is well-formed and not compiled is collected in
    ``problems`` and makes the shape that needs it unusable, which is a finding of every run.
    """

    def __init__(self, graph: TripleIndex) -> None:
        self.graph = graph
        self.problems = Problems()
        self.components: tuple[CustomComponent, ...] = read_components(graph)
        self._shapes: dict[Node, Shape] = {}
        self._begun: set[Node] = set()
        self._open: list[Node] = []

    def targeted(self) -> Iterator[Shape]:
        """The shapes that have focus nodes of their own, in the order of the graph."""
        nodes = [node for name in TARGETS for node, _ in self.graph.pairs(SH[name])]
        nodes += [node for node in self.declared if self._is_class(node)]
        for node in dict.fromkeys(nodes):
            try:
                yield self.read(node)
            except NotCompiledError as error:
                self.problems.not_compiled(node, error)

    @cached_property
    def declared(self) -> tuple[Node, ...]:
        """The nodes that are typed as shapes."""
        return (*self.graph.instances(SH["NodeShape"]), *self.graph.instances(SH["PropertyShape"]))

    def unused(self) -> Iterator[Node]:
        """The nodes that are typed as shapes, or have a path, and that no target and no triple leads to."""
        nodes = dict.fromkeys([*self.declared, *(node for node, _ in self.graph.pairs(SH["path"]))])
        values = {triple.object for triple in self.graph.triples}
        return (node for node in nodes if node not in self._begun and node not in values)

    def read(self, node: Node) -> Shape:
        """The shape that a node is.

        :raises ShapesError: where it is not well-formed.
        :raises NotCompiledError: where it needs a feature that is not compiled.
        """
        if node in self._shapes:
            return self._shapes[node]
        if node in self._open:
            raise RecursiveShapesError((*self._open[self._open.index(node) :], node))
        if len(self._open) >= DEPTH:
            raise ShapesError(
                self._open[0], Text(f"shapes nest deeper than {DEPTH}", f"形状嵌套超过 {DEPTH} 层"), FLATTER
            )
        self._begun.add(node)
        self._open.append(node)
        try:
            shape = self._read(node)
        finally:
            self._open.pop()
        if shape.weight > WEIGHT:
            message = Text(
                f"one query would hold more than {WEIGHT} constraints", f"单个查询将包含超过 {WEIGHT} 个约束"
            )
            raise ShapesError(node, message, FLATTER)
        self._shapes[node] = shape
        return shape

    def single(self, node: Node, name: str) -> ParameterValue | None:
        """The only value of a SHACL property of a shape, ``None`` where it has none.

        :raises ShapesError: where it has several.
        """
        values = self.graph.objects(node, SH[name])
        if len(values) > 1:
            message = Text(f"sh:{name} has {len(values)} values", f"sh:{name} 有 {len(values)} 个值")
            raise ShapesError(node, message, Text("give it one value", "请只给一个值"))
        return ParameterValue(self, node, name, values[0]) if values else None

    def path(self, value: Term, shape: Node) -> Path:
        """The path that a node is."""
        return read_path(self.graph, value, shape)

    def _read(self, node: Node) -> Shape:
        for predicate in self.graph.predicates(node):
            name = predicate.value.removeprefix(SH.base)
            if name in FOREIGN_TERMS and predicate.value.startswith(SH.base):
                raise NotSupportedError(node, f"sh:{name}")
        deactivated = self.single(node, "deactivated")
        path = self.single(node, "path")
        shape = Shape(
            node,
            path=self.path(path.value, node) if path else None,
            target=self._target(node),
            severity=self._severity(node),
            messages=self._texts(node, SH["message"]),
            remedy=in_both_languages(self._texts(node, EXTENSION["remedy"])),
            deactivated=deactivated is not None and deactivated.boolean(),
        )
        return shape if shape.deactivated else replace(shape, constraints=tuple(self._constraints(shape)))

    def _target(self, node: Node) -> Target:
        values = {
            name: [ParameterValue(self, node, name, value) for value in self.graph.objects(node, SH[name])]
            for name in TARGETS
        }
        classes = [value.iri() for value in values["targetClass"]]
        if isinstance(node, NamedNode) and self._is_class(node) and node in self.declared:
            classes.append(node)
        return Target(
            nodes=tuple(value.nameable() for value in values["targetNode"]),
            classes=tuple(classes),
            subjects_of=tuple(value.iri() for value in values["targetSubjectsOf"]),
            objects_of=tuple(value.iri() for value in values["targetObjectsOf"]),
        )

    def _is_class(self, node: Node) -> bool:
        return node in self._classes

    @cached_property
    def _classes(self) -> frozenset[Node]:
        return frozenset(self.graph.instances(RDFS["Class"]))

    def _severity(self, node: Node) -> Severity:
        severity = self.single(node, "severity")
        return severity_of(None if severity is None else severity.iri())

    def _texts(self, node: Node, predicate: NamedNode) -> tuple[Literal, ...]:
        return tuple(value for value in self.graph.objects(node, predicate) if isinstance(value, Literal))

    def _constraints(self, shape: Shape) -> Iterator[Constraint]:
        node = shape.node
        for name, component in COMPONENTS.items():
            values = self.graph.objects(node, SH[name])
            if not component.repeatable:
                self.single(node, name)
            for value in values:
                constraint = component.read(ParameterValue(self, node, name, value))
                if constraint is None:
                    continue
                if component.property_shapes_only and shape.path is None:
                    message = Text(f"sh:{name} on a node shape", f"节点形状不能使用 sh:{name}")
                    raise ShapesError(node, message, Text("give the shape a sh:path", "请为形状添加 sh:path"))
                yield constraint
        for custom in self.components:
            yield from custom.read(self.graph, node, shape.path is not None)
