"""Reading a shapes graph: which nodes are shapes, what they ask for, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from ..findings import Severity
from ..language import Text
from ..namespaces import SH, Node, Term
from ..sparql.paths import Path
from .constraints import COMPONENTS, Constraint
from .constraints.components import CustomComponent, read_components
from .constraints.parameter import ParameterValue
from .errors import IncompleteShapeError, NotCompiledError, NotSupportedError, RecursiveShapesError, ShapesError
from .messages import in_both_languages
from .paths import read_path
from .problems import Problems
from .shape import Shape
from .target_reader import TARGETS, class_shapes, read_target
from .triples import TripleIndex
from .vocabulary import EXTENSION, FOREIGN_CONSTRAINTS

__all__ = ["ShapesReader", "severity_of"]

DEPTH = 40
"""How deep shapes may nest: queries nest with them, and engines recurse over queries."""

SEVERITIES = {
    SH["Violation"]: Severity.VIOLATION,
    SH["Warning"]: Severity.WARNING,
    SH["Info"]: Severity.INFO,
    SH["Debug"]: Severity.INFO,
    SH["Trace"]: Severity.INFO,
}


def severity_of(severity: Term | None) -> Severity:
    """The severity that a node of SHACL names; one of somebody's own is not known to be harmless."""
    return SEVERITIES[severity] if isinstance(severity, NamedNode) and severity in SEVERITIES else Severity.VIOLATION


class TooDeepError(NotCompiledError):
    """Shapes nest too deeply, seen from the shape where the reading began."""

    def __init__(self, shape: Node) -> None:
        reason = Text(f"it is deeper than {DEPTH}", f"超过 {DEPTH} 层")
        super().__init__(shape, "the nesting of shapes", reason)
        self.remedy = Text("let the shapes nest less deeply", "请减少形状的嵌套层数")


class ShapesReader:
    """Reads the shapes of one graph, each once.

    What cannot be used is a fault of its shape: a constraint that is not well-formed, a feature that is not compiled.
    The rest of the shape is used; where the shape stands inside another, what needs it whole becomes a fault in turn.
    """

    def __init__(self, graph: TripleIndex) -> None:
        self.graph = graph
        self.problems = Problems()
        self.components: list[CustomComponent] = []
        self._shapes: dict[Node, Shape] = {}
        self._begun: set[Node] = set()
        self._open: list[Node] = []
        self._was_too_deep = False
        for component in read_components(graph):
            if isinstance(component, ShapesError):
                self.problems.unusable(component.shape, component)
            else:
                self.components.append(component)

    def targeted(self) -> Iterator[Shape]:
        """The shapes that have focus nodes of their own, in the order of the graph; their faults are noted."""
        nodes = [node for name in TARGETS for node, _ in self.graph.pairs(SH[name])]
        nodes += [*(node for node in self.declared if node in self._classes), *self._classes]
        for node in dict.fromkeys(nodes):
            self._forget_too_deep()
            try:
                shape = self.read(node)
            except ShapesError as error:
                self.problems.unusable(node, error)
            else:
                for fault in shape.all_faults:
                    self.problems.unusable(node, fault)
                if shape.target:
                    yield shape

    @cached_property
    def declared(self) -> tuple[Node, ...]:
        """The nodes that are typed as shapes."""
        shapes = (*self.graph.instances(SH["NodeShape"]), *self.graph.instances(SH["PropertyShape"]))
        return (*shapes, *self.graph.instances(SH["ShapeClass"]))

    @property
    def owl_classes(self) -> list[Node]:
        """The shapes that have a target since OWL calls them classes."""
        return [node for node, is_class in self._classes.items() if not is_class]

    def unused(self) -> Iterator[Node]:
        """The nodes that are typed as shapes, or have a path, and that no target and no triple leads to."""
        nodes = dict.fromkeys([*self.declared, *(node for node, _ in self.graph.pairs(SH["path"]))])
        values = {triple.object for triple in self.graph.triples}
        return (node for node in nodes if node not in self._begun and node not in values)

    def read(self, node: Node) -> Shape:
        """The shape that a node is, with its faults.

        :raises ShapesError: where it cannot be used at all.
        """
        if node in self._shapes:
            return self._shapes[node]
        if node in self._open:
            raise RecursiveShapesError((*self._open[self._open.index(node) :], node))
        if len(self._open) >= DEPTH:
            self._was_too_deep = True
            raise TooDeepError(self._open[0])
        self._begun.add(node)
        self._open.append(node)
        try:
            self._shapes[node] = self._read(node)
        finally:
            self._open.pop()
        return self._shapes[node]

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
        deactivated = self.single(node, "deactivated")
        path = self.single(node, "path")
        faults: list[ShapesError] = []
        own_severity = self._severity(node, faults)
        shape = Shape(
            node,
            path=self.path(path.value, node) if path else None,
            target=read_target(self, node, node in self._classes, faults),
            severity=severity_of(own_severity),
            own_severity=own_severity,
            messages=self._texts(node, SH["message"]),
            remedy=in_both_languages(self._texts(node, EXTENSION["remedy"])),
            deactivated=deactivated is not None and deactivated.boolean(),
        )
        constraints = () if shape.deactivated else tuple(self._constraints(shape, faults))
        return replace(shape, constraints=constraints, faults=tuple(faults))

    @cached_property
    def _classes(self) -> dict[Node, bool]:
        constrained = frozenset(node for name in COMPONENTS for node, _ in self.graph.pairs(SH[name]))
        return class_shapes(self.graph, frozenset(self.declared), constrained)

    def _severity(self, node: Node, faults: list[ShapesError]) -> NamedNode | None:
        try:
            severity = self.single(node, "severity")
            return None if severity is None else severity.iri()
        except ShapesError as fault:
            faults.append(fault)
            return None

    def _texts(self, node: Node, predicate: NamedNode) -> tuple[Literal, ...]:
        return tuple(value for value in self.graph.objects(node, predicate) if isinstance(value, Literal))

    def _constraints(self, shape: Shape, faults: list[ShapesError]) -> Iterator[Constraint]:
        """The constraints of a shape; what is wrong with the others goes to the faults."""
        names = (predicate.value.removeprefix(SH.base) for predicate in self.graph.predicates(shape.node))
        faults += (NotSupportedError(shape.node, f"sh:{name}") for name in names if name in FOREIGN_CONSTRAINTS)
        for name in COMPONENTS:
            for value in self.graph.objects(shape.node, SH[name]):
                try:
                    constraint = self._constraint(shape, ParameterValue(self, shape.node, name, value))
                except IncompleteShapeError as incomplete:
                    faults += incomplete.faults
                except ShapesError as fault:
                    faults.append(fault)
                else:
                    yield from () if constraint is None else (constraint,)
        for custom in self.components:
            try:
                yield from custom.read(self.graph, shape.node, shape.path is not None)
            except ShapesError as fault:
                faults.append(fault)

    def _constraint(self, shape: Shape, parameter: ParameterValue) -> Constraint | None:
        component = COMPONENTS[parameter.name]
        if not component.repeatable:
            self.single(shape.node, parameter.name)
        constraint = component.read(parameter)
        if constraint is not None and component.property_shapes_only and shape.path is None:
            message = Text(f"sh:{parameter.name} on a node shape", f"节点形状不能使用 sh:{parameter.name}")
            raise ShapesError(shape.node, message, Text("give the shape a sh:path", "请为形状添加 sh:path"))
        return constraint

    def _forget_too_deep(self) -> None:
        """Makes the shapes be read anew that nested too deeply where the reading began."""
        if not self._was_too_deep:
            return
        self._was_too_deep = False
        self._shapes = {
            node: shape
            for node, shape in self._shapes.items()
            if not any(isinstance(fault, TooDeepError) for fault in shape.all_faults)
        }
