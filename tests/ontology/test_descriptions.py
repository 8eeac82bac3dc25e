"""The descriptions of the dataset: true to what is shipped, and read by others."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from asking import graph

from qontology.assets import root
from qontology.knowledge.library import Library
from qontology.namespaces import SCHEMA

FOLDER = root() / "descriptions"
HOME = "https://w3id.org/qontology/"
DATASET = rdflib.URIRef(f"{HOME}dataset")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


def read(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / name)


def ask(question: str) -> int:
    """What SPARQL counts in the graph."""
    [[count]] = graph().select(f"SELECT (COUNT({question}) AS ?n) WHERE {{ ?s ?p ?o }}").rows
    assert isinstance(count, ox.Literal)
    return int(count.value)


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("triples", "*"),
        ("distinctSubjects", "DISTINCT ?s"),
        ("properties", "DISTINCT ?p"),
        ("distinctObjects", "DISTINCT ?o"),
    ],
)
def test_a_count_of_void_is_what_a_query_counts(name: str, question: str) -> None:
    assert read("void.ttl").value(DATASET, VOID[name]).toPython() == ask(question)


def test_the_parts_make_up_the_whole() -> None:
    void = read("void.ttl")
    parts = [rdflib.URIRef(f"{DATASET}/{part}") for part in ("ontology", "vocabularies", "data")]
    assert set(parts) < set(void.objects(DATASET, VOID.subset))
    sizes = [void.value(part, VOID.triples).toPython() for part in parts]
    assert sum(sizes) == void.value(DATASET, VOID.triples).toPython()


def test_classes_are_counted_one_by_one() -> None:
    void = read("void.ttl")
    [alliances] = void.subjects(VOID["class"], rdflib.URIRef(f"{HOME}ns#Alliance"))
    assert void.value(alliances, VOID.entities).toPython() == 13


def test_the_links_to_registers_are_all_the_links_there_are() -> None:
    void = read("void.ttl")
    sizes = [void.value(links, VOID.triples).toPython() for links in void.subjects(rdflib.RDF.type, VOID.Linkset)]
    assert len(sizes) == 4 and sum(sizes) == sum(each.predicate == SCHEMA["sameAs"] for each in graph().triples())


def test_each_format_of_the_export_is_a_distribution() -> None:
    dcat = read("dcat.ttl")
    files = {str(url).rpartition(".")[2] for url in dcat.objects(None, DCAT.downloadURL)}
    assert files == {"ttl", "trig", "nt", "nq", "rdf", "jsonld"}
    assert len(set(dcat.objects(DATASET, DCAT.distribution))) == len(files)


def test_the_description_for_search_engines_needs_no_context_from_elsewhere() -> None:
    found = read("dataset.jsonld")
    schema = rdflib.Namespace("https://schema.org/")
    assert (DATASET, rdflib.RDF.type, schema.Dataset) in found
    assert {name.language for name in found.objects(DATASET, schema.name)} == {"en", "zh"}
    assert json.loads((FOLDER / "dataset.jsonld").read_text("utf-8"))["size"] == f"{ask('*')} triples"


def test_every_question_of_the_library_is_listed_and_answered_as_it_stands() -> None:
    found = read("queries.ttl")
    names = {str(each).removeprefix(f"{HOME}query/") for each in found.subjects(rdflib.RDF.type, SH.SPARQLExecutable)}
    assert names == set(Library().ids())
    for text in found.objects(None, SH.select):
        ox.Store().query(str(text))


def test_every_question_has_its_title_in_both_languages() -> None:
    found = read("queries.ttl")
    for each in found.subjects(rdflib.RDF.type, SH.SPARQLExecutable):
        assert {text.language for text in found.objects(each, rdflib.RDFS.comment)} == {"en", "zh"}


def test_the_service_has_an_endpoint_and_a_dataset_of_that_size() -> None:
    found = read("service.ttl")
    [service] = found.subjects(rdflib.RDF.type, SD.Service)
    assert found.value(service, SD.endpoint) and found.value(service, SD.supportedLanguage) == SD.SPARQL11Query
    assert found.value(rdflib.URIRef(f"{HOME}sparql/graph"), VOID.triples).toPython() == ask("*")


def test_the_header_has_what_checkers_of_ontologies_ask_for() -> None:
    header = rdflib.Graph().parse(root() / "ontology/qontology.ttl")
    fields = set(header.predicates(rdflib.URIRef(f"{HOME}ns")))
    wanted = ("title", "description", "license", "creator", "created", "issued", "modified", "publisher")
    assert {rdflib.DCTERMS[name] for name in (*wanted, "bibliographicCitation")} <= fields
    vann, bibo = "http://purl.org/vocab/vann/", "http://purl.org/ontology/bibo/"
    named = (f"{vann}preferredNamespacePrefix", f"{vann}preferredNamespaceUri", f"{bibo}status")
    assert {*map(rdflib.URIRef, named), rdflib.OWL.versionIRI, rdflib.OWL.versionInfo} <= fields


def test_the_dates_and_the_version_are_the_same_everywhere() -> None:
    citation = (root() / "CITATION.cff").read_text("utf-8")
    header = rdflib.Graph().parse(root() / "ontology/qontology.ttl")
    node = rdflib.URIRef(f"{HOME}ns")
    issued, version = header.value(node, rdflib.DCTERMS.issued), header.value(node, rdflib.OWL.versionInfo)
    assert f"date-released: {issued}" in citation and f"version: {version}" in citation
    dcat = read("dcat.ttl")
    assert str(dcat.value(DATASET, rdflib.DCTERMS.issued)) == str(issued)
    modified = rdflib.DCTERMS.modified
    assert str(dcat.value(DATASET, modified)) == str(header.value(node, modified))
