"""What the tests of shapes share: the shapes, and what surrounds the data that they are tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import RDFS, SKOS, Graph, Literal

from qontology.assets import files
from qontology.engine import Embedded
from qontology.engine.rdflib_copy import to_rdflib
from qontology.shacl import compile_shapes, run
from shapes import twins

LABELS = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
"""To SKOS these are kinds of rdfs:label."""


class Caught(NamedTuple):
    """A finding, as far as a test says what it must be."""

    code: str
    node: str


@pytest.fixture(scope="session")
def shapes() -> Graph:
    graph = Graph()
    for path in files("shapes"):
        graph.parse(path)
    return graph


@pytest.fixture(scope="session")
def background() -> tuple[ox.Triple, ...]:
    return twins.background()


@pytest.fixture(scope="session")
def catch() -> Callable[[Iterable[ox.Triple]], set[Caught]]:
    """What all shapes together, compiled to SPARQL, find in some triples."""
    compiled = compile_shapes(quad for path in files("shapes") for quad in ox.parse(path=path))

    def caught(triples: Iterable[ox.Triple]) -> set[Caught]:
        store = ox.Store()
        store.bulk_extend(ox.Quad(*triple) for triple in triples)
        return {Caught(found.code, str(found.node)) for found in run(compiled, Embedded(store)).findings}

    return caught


@pytest.fixture(scope="session")
def close() -> Callable[[Iterable[ox.Triple]], Iterable[ox.Triple]]:
    """All that follows by OWL RL, labels included, less what owlrl says of literals, which is not RDF.

    Nothing but labels follows from a literal, and with all of them owlrl takes twice the time.
    """

    def closed(triples: Iterable[ox.Triple]) -> Iterable[ox.Triple]:
        given = to_rdflib(triples)
        graph = Graph()
        graph += (triple for triple in given if not isinstance(triple[2], Literal))
        owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
        for triple in list(graph):
            if isinstance(triple[0], Literal):
                graph.remove(triple)
        graph += given
        graph += ((node, RDFS.label, text) for label in LABELS for node, text in given.subject_objects(label))
        return (quad.triple for quad in ox.parse(graph.serialize(format="nt"), ox.RdfFormat.N_TRIPLES))

    return closed
