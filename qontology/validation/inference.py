"""What follows from data by RDFS or OWL RL, worked out by the library owlrl."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from pyoxigraph import NamedNode, Triple

from ..engine.rdflib_copy import from_rdflib, to_rdflib
from ..namespaces import OWL, RDF, RDFS, XSD, Node
from ..shacl import Verbatim

__all__ = ["ENTAILMENT", "REGIMES", "Regime", "infer"]

Regime = Literal["rdfs", "owlrl"]
REGIMES: tuple[Regime, ...] = ("rdfs", "owlrl")

ENTAILMENT: Mapping[Regime, tuple[NamedNode, ...]] = MappingProxyType(
    {
        "rdfs": (NamedNode("http://www.w3.org/ns/entailment/RDFS"),),
        "owlrl": (NamedNode("http://www.w3.org/ns/entailment/RDFS"), NamedNode("http://www.w3.org/ns/owl-profile/RL")),
    }
)
"""The values of ``sh:entailment`` that each of them satisfies."""

VOCABULARIES = (RDF.base, RDFS.base, OWL.base, XSD.base)


def infer(engine: Verbatim, regime: Regime) -> frozenset[Triple]:
    """Adds what follows to the data of an engine, and gives it.

    What says nothing of the data is left out: axioms on the vocabularies themselves, and that a node is the same as
    itself.

    >>> from pyoxigraph import RdfFormat, parse
    >>> a, b = ("<urn:p> <http://www.w3.org/2000/01/rdf-schema#domain> <urn:C> .", "<urn:a> <urn:p> <urn:b> .")
    >>> engine = Verbatim(parse(a + b, RdfFormat.TURTLE))
    >>> ("<urn:a>", "<urn:C>") in {(str(one.subject), str(one.object)) for one in infer(engine, "rdfs")}
    True
    """
    import owlrl

    semantics = owlrl.RDFS_Semantics if regime == "rdfs" else owlrl.OWLRL_Semantics
    graph = to_rdflib(engine.statements())
    given = set(graph)
    owlrl.DeductiveClosure(semantics).expand(graph)
    found = set()
    for statement in set(graph) - given:
        subject, predicate, value = map(from_rdflib, statement)
        is_axiom = isinstance(subject, NamedNode) and subject.value.startswith(VOCABULARIES)
        if is_axiom or subject == value or value is None:
            continue
        if isinstance(subject, Node) and isinstance(predicate, NamedNode):
            found.add(Triple(subject, predicate, value))
    engine.extend(found)
    return frozenset(found)
