"""Value type constraints: sh:class, sh:datatype, sh:nodeKind (SHACL 4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from ...namespaces import SH
from ..literals import valid
from ..patterns import QueryContext, either_way
from .base import ValueTest
from .parameter import ParameterValue

__all__ = ["Class", "Datatype", "NodeKind"]


@dataclass(frozen=True)
class Class(ValueTest):
    """Each value is an instance of a class."""

    parameter_name = "class"
    steps = 1
    cls: NamedNode
    reads = ParameterValue.iri
    repeatable = True

    def fails(self, node: str, context: QueryContext) -> str:
        return f"NOT EXISTS {{ {context.instance_of(node, self.cls)} }}"


@dataclass(frozen=True)
class Datatype(ValueTest):
    """Each value is a literal of a datatype, with a lexical form that the datatype allows."""

    parameter_name = "datatype"
    datatype: NamedNode
    reads = ParameterValue.iri

    def fails(self, node: str, context: QueryContext) -> str:
        of_type = context.of_datatype(node, self.datatype)
        lexical = valid(node, self.datatype)
        return either_way(f"!({of_type} && {lexical})" if lexical else f"!({of_type})")


KINDS = {
    "IRI": "isIRI({node})",
    "BlankNode": "isBLANK({node})",
    "Literal": "isLITERAL({node})",
    "BlankNodeOrIRI": "!isLITERAL({node})",
    "BlankNodeOrLiteral": "!isIRI({node})",
    "IRIOrLiteral": "!isBLANK({node})",
}


@dataclass(frozen=True)
class NodeKind(ValueTest):
    """Each value is an IRI, a blank node or a literal, or one of two of these."""

    parameter_name = "nodeKind"
    allowed: str

    @classmethod
    def read(cls, parameter: ParameterValue) -> NodeKind:
        return cls(parameter.one_of({str(SH[kind]): kind for kind in KINDS}))

    def fails(self, node: str, context: QueryContext) -> str:
        return f"!({KINDS[self.allowed].format(node=node)})"
