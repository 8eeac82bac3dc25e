"""A copy of a graph for owlready2: nothing is fetched, classes have their names, individuals are listed."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..engine import Triple
from ..errors import EngineError
from ..language import Text
from ..namespaces import OWL, RDF, XSD
from .merging import ROOT, merged, ontologies

if TYPE_CHECKING:
    import owlready2

__all__ = ["individuals", "to_owlready"]

TYPE = RDF["type"]
PYTHON_MODULE = ox.NamedNode("http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#python_module")


class Imprecise(str):
    """A year, or a month of a year, as it is written; owlready2 has no type for them."""

    __slots__ = ()


class Year(Imprecise):
    """A value of xsd:gYear."""

    __slots__ = ()


class YearMonth(Imprecise):
    """A value of xsd:gYearMonth."""

    __slots__ = ()


DATATYPES = {Year: XSD["gYear"], YearMonth: XSD["gYearMonth"]}


def to_owlready(triples: Iterable[Triple]) -> owlready2.World:
    """The triples as an owlready2 world of its own, in which they are one ontology.

    owlready2 fetches what is imported, and gives the ontology the name of any header that it comes upon; so there is
    one header, as in an exported file, and no import. It lists as individuals what is declared as one, and reads
    Turtle as if it were N-Triples and drops what it does not understand without a word; so individuals are declared,
    it is given N-Triples, and their number is compared. The modules of Python that data name it would run; what names
    them is added when it is done with loading.

    :raises EngineError: where owlready2 did not take in every triple.
    """
    import owlready2

    for kind, name in DATATYPES.items():
        owlready2.declare_datatype(kind, name.value, kind, str)
    wanted = one_ontology(triples)
    (root,) = ontologies(ox.Quad(*triple) for triple in wanted)
    ontology = owlready2.World().get_ontology(root.value)
    ontology.load(fileobj=as_file(triple for triple in wanted if triple.predicate != PYTHON_MODULE))
    if modules := [triple for triple in wanted if triple.predicate == PYTHON_MODULE]:
        ontology.graph.parse(as_file(modules), format="ntriples", delete_existing_triples=False)
    taken = len(ontology.graph)
    if taken != len(wanted):
        raise EngineError(
            Text(
                f"owlready2 took in {taken} of {len(wanted)} triples",
                f"owlready2 仅读入 {len(wanted)} 条三元组中的 {taken} 条",
            )
        )
    world: owlready2.World = ontology.world
    return world


def as_file(triples: Iterable[Triple]) -> io.BytesIO:
    """The triples as N-Triples to read from."""
    return io.BytesIO(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")


def one_ontology(triples: Iterable[Triple]) -> list[Triple]:
    """The triples once each under one header, without imports, and with every individual declared."""
    quads = [ox.Quad(*triple) for triple in triples]
    header = () if ontologies(quads) else [ox.Triple(ROOT, TYPE, OWL["Ontology"])]
    whole = dict.fromkeys(quad.triple for quad in merged(quads, header) if quad.predicate != OWL["imports"])
    return [*dict.fromkeys([*whole, *individuals(whole)])]


def individuals(triples: Iterable[Triple], ontology: Iterable[Triple] = ()) -> list[Triple]:
    """The declarations of what is of a class, and is no class itself; classes are declared there or in an ontology."""
    triples = [*triples]
    kinds = [triple for triple in triples if triple.predicate == TYPE and isinstance(triple.subject, ox.NamedNode)]
    declared = (triple for some in (kinds, ontology) for triple in some if triple.predicate == TYPE)
    classes = {triple.subject for triple in declared if triple.object == OWL["Class"]}
    named = dict.fromkeys(triple.subject for triple in kinds if triple.object in classes)
    return [ox.Triple(node, TYPE, OWL["NamedIndividual"]) for node in named if node not in classes]
