"""Value type constraints: sh:class, sh:datatype, sh:nodeKind (SHACL 4.1)."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ...namespaces import SH
from ..literals import is_valid, of_datatype, valid
from ..patterns import Scope, either_way
from ..shape import NodeTest
from .parameter import Parameter

__all__ = ["Class", "Datatype", "NodeKind"]


@dataclass(frozen=True)
class Class(NodeTest):
    """Each value is an instance of a class."""

    component = "ClassConstraintComponent"
    cls: NamedNode

    @classmethod
    def read(cls, parameter: Parameter) -> Class:
        return cls(parameter.iri())

    @property
    def parameters(self) -> dict[str, str]:
        return {"class": str(self.cls)}

    def fails(self, node: str, scope: Scope) -> str:
        return f"NOT EXISTS {{ {scope.instance_of(node, self.cls)} }}"


@dataclass(frozen=True)
class Datatype(NodeTest):
    """Each value is a literal of a datatype, with a lexical form that the datatype allows."""

    component = "DatatypeConstraintComponent"
    datatype: NamedNode

    @classmethod
    def read(cls, parameter: Parameter) -> Datatype:
        return cls(parameter.iri())

    @property
    def parameters(self) -> dict[str, str]:
        return {"datatype": str(self.datatype)}

    @property
    def lexical(self) -> bool:
        return True

    def admits(self, literal: Literal) -> bool:
        return literal.datatype == self.datatype and is_valid(literal)

    def fails(self, node: str, scope: Scope) -> str:
        of_type = of_datatype(node, self.datatype)
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
class NodeKind(NodeTest):
    """Each value is an IRI, a blank node or a literal, or one of two of these."""

    component = "NodeKindConstraintComponent"
    allowed: str

    @classmethod
    def read(cls, parameter: Parameter) -> NodeKind:
        return cls(parameter.one_of({str(SH[kind]): kind for kind in KINDS}))

    @property
    def parameters(self) -> dict[str, str]:
        return {"nodeKind": self.allowed}

    def fails(self, node: str, scope: Scope) -> str:
        return f"!({KINDS[self.allowed].format(node=node)})"
