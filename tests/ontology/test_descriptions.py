"""The descriptions of the dataset: true to what is shipped, and read by others."""

import json

import pyoxigraph as ox
import pytest
import rdflib
from asking import graph

from qontology.assets import files, root
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


BIBO, FOAF = rdflib.Namespace("http://purl.org/ontology/bibo/"), rdflib.FOAF
VANN = rdflib.Namespace("http://purl.org/vocab/vann/")
DC, WEB = rdflib.DCTERMS, rdflib.Namespace("https://schema.org/")
HEADER = {
    # What FOOPS asks of a header, by the names that it gives its tests.
    "OM1": (DC.title, DC.description, DC.license, DC.creator, rdflib.OWL.versionIRI, VANN.preferredNamespaceUri),
    "OM2": (VANN.preferredNamespacePrefix, rdflib.OWL.versionInfo, DC.created, DC.bibliographicCitation),
    "OM3": (BIBO.status, DC.source, DC.publisher, DC.issued, DC.modified),
    "OM4": (DC.license, DC.rightsHolder),
    "OM5": (DC.creator, DC.created, DC.issued, DC.publisher),
    "VER1, VER2": (rdflib.OWL.versionIRI, rdflib.OWL.versionInfo),
    "FIND1": (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri),
}
NOT_YET = (BIBO.doi, FOAF.logo, rdflib.OWL.priorVersion, rdflib.OWL.backwardCompatibleWith, WEB.includedInDataCatalog)
"""What descriptions/README.md says that there is not, or not before the second release."""


def fields() -> set[rdflib.term.Node]:
    header = rdflib.Graph().parse(root() / "ontology/qontology.ttl")
    return set(header.predicates(rdflib.URIRef(f"{HOME}ns")))


@pytest.mark.parametrize("test", HEADER)
def test_the_header_has_what_a_checker_of_ontologies_asks_for(test: str) -> None:
    assert set(HEADER[test]) <= fields()


def test_what_it_asks_for_and_there_is_not_is_said() -> None:
    assert fields().isdisjoint(NOT_YET)
    said = (FOLDER / "README.md").read_text("utf-8")
    assert all(word in said for word in ("a DOI and a logo", "prior version", "registry", "names that resolve"))
    assert all(word in said for word in ("DOI、徽标", "先前版本", "登记库", "无法解析"))


def test_each_term_has_label_and_definition_and_vocabularies_of_others_are_used() -> None:
    """VOC1 to VOC4 of FOOPS; a definition is skos:definition here, which it takes for rdfs:comment."""
    found = rdflib.Graph()
    for path in files("ontology"):
        found.parse(path)
    kinds = (rdflib.OWL.Class, rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty, rdflib.OWL.AnnotationProperty)
    terms = {term for kind in kinds for term in found.subjects(rdflib.RDF.type, kind)}
    ours = {term for term in terms if str(term).startswith(f"{HOME}ns#")}
    assert len(ours) > 100 and terms - ours
    for told in (rdflib.RDFS.label, rdflib.SKOS.definition):
        assert [term for term in ours if {text.language for text in found.objects(term, told)} != {"en", "zh"}] == []


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
