"""What reasoners of OWL 2 DL take: individuals are declared, and a date is text, since OWL has no type for it."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ..engine import Triple
from ..knowledge.owlready_copy import individuals
from ..namespaces import XSD

__all__ = ["owl_dl"]

DATES = tuple(XSD[name] for name in ("date", "gYear", "gYearMonth"))


def owl_dl(quads: Iterable[ox.Quad], ontology: Iterable[Triple]) -> list[ox.Quad]:
    """The statements with a declaration of each individual of a class of theirs or of an ontology, and dates as text.

    OWL 2 has a type for an instant only. A year is no instant; its text says what is known, and sorts as years do.
    """
    quads = [*quads]
    declared = [ox.Quad(*triple) for triple in individuals((quad.triple for quad in quads), ontology)]
    return [*map(undated, quads), *declared]


def undated(quad: ox.Quad) -> ox.Quad:
    """The statement with text in the place of a date."""
    value = quad.object
    if not (isinstance(value, ox.Literal) and value.datatype in DATES):
        return quad
    return ox.Quad(quad.subject, quad.predicate, ox.Literal(value.value), quad.graph_name)
