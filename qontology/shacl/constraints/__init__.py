"""The constraint components of SHACL, one module a section of the recommendation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..shape import Constraint
from .base import CoreConstraint
from .cardinality import MaxCount, MinCount
from .logical import And, Not, Or, Xone
from .other import Closed, HasValue, In
from .property_pair import Disjoint, Equals, LessThan, LessThanOrEquals
from .shape_based import Node, Property, QualifiedMaxCount, QualifiedMinCount
from .sparql_based import SparqlConstraint
from .strings import LanguageIn, MaxLength, MinLength, Pattern, UniqueLang
from .value_range import MaxExclusive, MaxInclusive, MinExclusive, MinInclusive
from .value_type import Class, Datatype, NodeKind

__all__ = ["COMPONENTS", "Constraint"]

COMPONENTS: Mapping[str, type[CoreConstraint] | type[SparqlConstraint]] = MappingProxyType(
    {
        component.parameter_name: component
        for component in (
            Class, Datatype, NodeKind,
            MinCount, MaxCount,
            MinExclusive, MinInclusive, MaxExclusive, MaxInclusive,
            MinLength, MaxLength, Pattern, LanguageIn, UniqueLang,
            Equals, Disjoint, LessThan, LessThanOrEquals,
            Not, And, Or, Xone,
            Node, Property, QualifiedMinCount, QualifiedMaxCount,
            Closed, HasValue, In,
            SparqlConstraint,
        )
    }
)  # fmt: skip
"""The components of SHACL Core and the SPARQL constraint, by their mandatory parameter."""
