"""Copies of a graph for owlready2 and networkx, and the terms as a namespace of rdflib that knows its names."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..errors import EngineError
from ..language import Text
from ..namespaces import OWL, RDF
from ..tables.extras import require

if TYPE_CHECKING:
    import networkx
    import owlready2
    import rdflib

__all__ = ["namespace", "to_networkx", "to_owlready"]


NAME = terms.NAMESPACE.rstrip("#")
OBEYED = (
    OWL["imports"],
    ox.NamedNode("http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#python_module"),
)
"""The properties that make owlready2 do something while it loads."""


def to_owlready(triples: Iterable[Triple]) -> owlready2.World:
    """The triples as an owlready2 world of its own.

    owlready2 reads Turtle as if it were N-Triples and drops what it does not understand without a word. It is given
    N-Triples, and the number of triples is compared. What an ontology imports it would fetch or read, and the modules
    of Python that data name it would run: such statements are added when it is done with loading.

    :raises EngineError: where owlready2 did not take in every triple.
    """
    import owlready2

    triples = list(triples)
    world = owlready2.World()
    ontology = world.get_ontology(f"{NAME}#")
    obeyed = [triple for triple in triples if triple.predicate in OBEYED]
    ontology.load(fileobj=as_file(triple for triple in triples if triple.predicate not in OBEYED))
    if obeyed:
        ontology.graph.parse(as_file(obeyed), format="ntriples", delete_existing_triples=False)
    # The header of the ontology is there in any case.
    header = ox.Triple(ox.NamedNode(NAME), RDF["type"], OWL["Ontology"])
    taken = len(ontology.graph) - (header not in triples)
    if taken < len(set(triples)):
        raise EngineError(
            Text(
                f"owlready2 took in {taken} of {len(set(triples))} triples",
                f"owlready2 仅读入 {len(set(triples))} 条三元组中的 {taken} 条",
            )
        )
    return world


def as_file(triples: Iterable[Triple]) -> io.BytesIO:
    """The triples as N-Triples to read from."""
    return io.BytesIO(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")


def to_networkx(triples: Iterable[Triple]) -> networkx.MultiDiGraph[str]:
    """The triples as a directed graph of things (needs the extra ``networkx``).

    Nodes are IRIs, edges lead from subject to object and have the IRI of the predicate as key. Literals are attributes
    of their node: under the IRI of the predicate a list of pairs of text and language, which is empty where there is
    none.

    :raises InputError: where the extra is not installed.
    """
    graph: networkx.MultiDiGraph[str] = require("networkx", "networkx").MultiDiGraph()
    for triple in triples:
        subject, predicate = triple.subject, triple.predicate.value
        if isinstance(subject, ox.Triple) or isinstance(triple.object, ox.Triple):
            raise EngineError(Text("networkx has no triple terms", "networkx 不支持三元组项"))
        graph.add_node(subject.value)
        if isinstance(triple.object, ox.Literal):
            texts = graph.nodes[subject.value].setdefault(predicate, [])
            texts.append((triple.object.value, triple.object.language or ""))
        else:
            graph.add_edge(subject.value, triple.object.value, key=predicate)
    return graph


def namespace() -> type[rdflib.namespace.DefinedNamespace]:
    """The terms of the ontology as an rdflib namespace; a name that is not a term raises AttributeError.

    >>> QO = namespace()
    >>> QO.Alliance
    rdflib.term.URIRef('https://w3id.org/qontology/ns#Alliance')
    >>> QO.Alliancee
    Traceback (most recent call last):
        ...
    AttributeError: term 'Alliancee' not in namespace 'https://w3id.org/qontology/ns#'
    """
    from rdflib import Namespace, URIRef
    from rdflib.namespace import DefinedNamespace

    names = [name for name, value in vars(terms).items() if isinstance(value, str) and value == terms.NAMESPACE + name]
    body = {"_NS": Namespace(terms.NAMESPACE), "_fail": True, "__annotations__": dict.fromkeys(names, URIRef)}
    return type("QO", (DefinedNamespace,), body)
