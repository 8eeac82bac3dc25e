"""The value of one parameter of a constraint, as the constraint wants it, or an error that says what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode

from ...language import Text
from ...namespaces import SH, XSD, Node, Term
from ...sparql.paths import Path, Predicate
from ..errors import IncompleteShapeError, NotCompiledError, ShapesError
from ..messages import written
from ..problems import Problems
from ..shape import Shape
from ..triples import IllFormedListError, TripleIndex

__all__ = ["ParameterValue", "SupportsReading"]

MOST = 2**31 - 1

WEIGHT = 2000
"""How many constraints one query may hold; shapes that share inner shapes multiply."""


class SupportsReading(Protocol):
    """What a parameter needs of the reader of its shapes graph."""

    graph: TripleIndex
    problems: Problems

    def read(self, node: Node) -> Shape:
        """The shape that a node is."""

    def single(self, node: Node, name: str) -> ParameterValue | None:
        """The only value of a SHACL property of a shape."""

    def path(self, value: Term, shape: Node) -> Path:
        """The path that a node is."""


@dataclass(frozen=True)
class ParameterValue:
    """A value of a parameter, the shape that has it, and the reader of that shape's graph."""

    reader: SupportsReading
    shape: Node
    name: str
    value: Term

    def iri(self) -> NamedNode:
        """The value, an IRI."""
        if not isinstance(self.value, NamedNode):
            raise self.wrong(Text("an IRI", "IRI"))
        return self.value

    def literal(self) -> Literal:
        """The value, a literal."""
        if not isinstance(self.value, Literal):
            raise self.wrong(Text("a literal", "字面量"))
        return self.value

    def string(self) -> Literal:
        """The value, a plain string."""
        literal = self.literal()
        if literal.datatype != XSD["string"]:
            raise self.wrong(Text("a plain string", "不带语言标签的字符串"))
        return literal

    def natural_number(self) -> int:
        """The value, an integer from 0."""
        literal = self.literal()
        digits = literal.value.removeprefix("+").lstrip("0") or "0"
        if literal.datatype != XSD["integer"] or not digits.isdecimal() or not digits.isascii() or len(digits) > 10:
            raise self.wrong(Text("a natural number (xsd:integer)", "自然数（xsd:integer）"))
        return min(int(digits), MOST)

    def boolean(self) -> bool:
        """The value, ``true`` or ``false``; another spelling means nothing to SHACL, which is reported."""
        literal = self.literal()
        if literal.datatype != XSD["boolean"] or literal.value not in ("true", "false", "1", "0"):
            raise self.wrong(Text("true or false", "true 或 false"))
        if literal.value in ("1", "0"):
            self.reader.problems.boolean_spelling(self.shape, self.name, self.value)
        return literal.value == "true"

    def one_of(self, choices: Mapping[str, str]) -> str:
        """The choice that the value names."""
        if str(self.value) not in choices:
            names = ", ".join(f"sh:{name}" for name in choices.values())
            raise self.wrong(Text(f"one of {names}", f"{names} 之一"))
        return choices[str(self.value)]

    def nameable(self) -> Term:
        """The value, an IRI or a literal; a blank node has no name in a query."""
        if isinstance(self.value, BlankNode):
            reason = Text("SPARQL has no name for a blank node", "SPARQL 无法指称空白节点")
            raise NotCompiledError(self.shape, f"sh:{self.name} with a blank node", reason)
        return self.value

    def members(self) -> tuple[ParameterValue, ...]:
        """The members of the list that the value is."""
        try:
            return tuple(replace(self, value=member) for member in self.reader.graph.members(self.value))
        except IllFormedListError:
            raise self.wrong(Text("a well-formed list", "格式正确的列表")) from None

    def nameable_members(self) -> tuple[Term, ...]:
        """The members of the list that the value is, IRIs and literals."""
        return tuple(member.nameable() for member in self.members())

    def strings(self) -> tuple[str, ...]:
        """The members of the list that the value is, plain strings."""
        return tuple(member.string().value for member in self.members())

    def beside(self, name: str) -> ParameterValue | None:
        """The parameter that qualifies this one, where the shape has it."""
        return self.reader.single(self.shape, name)

    def nested_shape(self) -> Shape:
        """The value, a shape that can be used whole."""
        shape = self._shape()
        if isinstance(shape.node, NamedNode) and not self.reader.graph.predicates(shape.node):
            self.reader.problems.missing(shape.node)
        if shape.all_faults:
            raise IncompleteShapeError(self.shape, shape.all_faults)
        if shape.weight > WEIGHT:
            reason = Text(f"it would hold more than {WEIGHT} constraints", f"将包含超过 {WEIGHT} 个约束")
            raise NotCompiledError(self.shape, f"one query for sh:{self.name}", reason)
        return shape

    def nested_shapes(self) -> tuple[Shape, ...]:
        """The members of the list that the value is, shapes."""
        return tuple(member.nested_shape() for member in self.members())

    def property_shape(self) -> Shape:
        """The value, a property shape."""
        shape = self._shape()
        if shape.path is None:
            raise self.wrong(Text("a property shape (with sh:path)", "属性形状（带 sh:path）"))
        return shape

    def _shape(self) -> Shape:
        """The shape that the value is, in whatever state."""
        if isinstance(self.value, Literal):
            raise self.wrong(Text("a shape", "形状"))
        return self.reader.read(self.value)

    def sibling_shapes(self, own: Term) -> tuple[Shape, ...]:
        """The qualified value shapes of the siblings, where the shape wants to be disjoint from them."""
        disjoint = self.beside("qualifiedValueShapesDisjoint")
        if disjoint is None or not disjoint.boolean():
            return ()
        graph = self.reader.graph
        siblings = [
            shape
            for parent in graph.subjects(SH["property"], self.shape)
            for sibling in graph.objects(parent, SH["property"])
            for shape in graph.objects(sibling, SH["qualifiedValueShape"])
        ]
        return tuple(replace(self, value=shape).nested_shape() for shape in dict.fromkeys(siblings) if shape != own)

    def property_paths(self) -> tuple[NamedNode, ...]:
        """The predicates that the property shapes of the shape lead along."""
        graph = self.reader.graph
        paths = [
            self.reader.path(value, self.shape)
            for shape in graph.objects(self.shape, SH["property"])
            for value in graph.objects(shape, SH["path"])
        ]
        return tuple(path.iri for path in paths if isinstance(path, Predicate))

    def wrong(self, expected: Text) -> ShapesError:
        """The error that the value is not what was expected."""
        return ShapesError(
            self.shape,
            Text(
                f"sh:{self.name} is {written(self.value)}, not {expected.en}",
                f"sh:{self.name} 的值是 {written(self.value)}，应为{expected.zh}",
            ),
            Text(f"write {expected.en}", f"请改写为{expected.zh}"),
        )
