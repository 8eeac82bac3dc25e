"""The constraint components of SHACL, one module a section of the recommendation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..shape import Constraint
from .cardinality import MaxCount, MinCount
from .logical import And, Not, Or, Xone
from .other import Closed, HasValue, In
from .parameter import Parameter
from .property_pair import Disjoint, Equals, LessThan, LessThanOrEquals
from .shape_based import Node, Property, QualifiedMaxCount, QualifiedMinCount
from .sparql_based import SparqlConstraint
from .strings import LanguageIn, MaxLength, MinLength, Pattern, UniqueLang
from .value_range import MaxExclusive, MaxInclusive, MinExclusive, MinInclusive
from .value_type import Class, Datatype, NodeKind

__all__ = ["COMPONENTS", "Component", "Constraint"]


@dataclass(frozen=True)
class Component:
    """A constraint component: what reads its mandatory parameter, and how often and where that may stand.

    ``read`` gives ``None`` where the parameter asks for nothing, like ``sh:closed false``.
    """

    read: Callable[[Parameter], Constraint | None]
    repeatable: bool = False
    property_shapes_only: bool = False


COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        "class": Component(Class.read, repeatable=True),
        "datatype": Component(Datatype.read),
        "nodeKind": Component(NodeKind.read),
        "minCount": Component(MinCount.read, property_shapes_only=True),
        "maxCount": Component(MaxCount.read, property_shapes_only=True),
        "minExclusive": Component(MinExclusive.read),
        "minInclusive": Component(MinInclusive.read),
        "maxExclusive": Component(MaxExclusive.read),
        "maxInclusive": Component(MaxInclusive.read),
        "minLength": Component(MinLength.read),
        "maxLength": Component(MaxLength.read),
        "pattern": Component(Pattern.read),
        "languageIn": Component(LanguageIn.read),
        "uniqueLang": Component(UniqueLang.read, property_shapes_only=True),
        "equals": Component(Equals.read, repeatable=True),
        "disjoint": Component(Disjoint.read, repeatable=True),
        "lessThan": Component(LessThan.read, repeatable=True, property_shapes_only=True),
        "lessThanOrEquals": Component(LessThanOrEquals.read, repeatable=True, property_shapes_only=True),
        "not": Component(Not.read, repeatable=True),
        "and": Component(And.read, repeatable=True),
        "or": Component(Or.read, repeatable=True),
        "xone": Component(Xone.read, repeatable=True),
        "node": Component(Node.read, repeatable=True),
        "property": Component(Property.read, repeatable=True),
        "qualifiedMinCount": Component(QualifiedMinCount.read, property_shapes_only=True),
        "qualifiedMaxCount": Component(QualifiedMaxCount.read, property_shapes_only=True),
        "closed": Component(Closed.read),
        "hasValue": Component(HasValue.read, repeatable=True),
        "in": Component(In.read),
        "sparql": Component(SparqlConstraint.read, repeatable=True),
    }
)
"""The components of SHACL Core and the SPARQL constraint, by their mandatory parameter."""
