"""rdflib reads the files, those of the wheel, and every export."""

import pytest
import rdflib
from consumers.conftest import turtle_files
from consumers.reading import as_asked, count, expected

from qontology.exchange import FORMATS

pytestmark = pytest.mark.long

READERS = {"turtle": "turtle", "trig": "trig", "nt": "nt", "nq": "nquads", "rdfxml": "xml", "jsonld": "json-ld"}


def reading(graph: rdflib.Graph):
    return as_asked(lambda query: [str(row[0]) for row in graph.query(query)], len(graph))


@pytest.mark.parametrize("form", FORMATS)
def test_it_reads_an_export(form: str, exported) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(exported(form), format=READERS[form])
    graph = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        graph.add(triple)
    assert reading(graph) == expected()


def test_it_reads_the_files(folder) -> None:
    graph = rdflib.Graph()
    for file in turtle_files(folder):
        graph.parse(file)
    headers = len(set(graph.subjects(rdflib.RDF.type, rdflib.OWL.Ontology)))
    assert headers > 1 and len(graph) > count()
    assert reading(graph) == expected(len(graph))
