"""Each file is an ontology of its own: it says what it is, in which version and what it needs; the catalog knows it."""

from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

import headers
import pyoxigraph as ox
import pytest
import slots
from asking import graph

from qontology import __version__, terms
from qontology.assets import files, root
from qontology.namespaces import DCTERMS, OWL, RDF, SCHEMA, SKOS

ALL = headers.files()
NEEDED = ("title", "description", "license", "creator", "publisher")
BASE = "https://w3id.org/qontology/"


def name(path: Path) -> str:
    return path.relative_to(root()).as_posix()


def told(path: Path) -> dict[str, dict[str, list[ox.Literal | ox.NamedNode]]]:
    """What a file says of each ontology in it, by property."""
    quads = [*ox.parse(path=path)]
    found: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = {
        quad.subject.value: defaultdict(list)
        for quad in quads
        if quad.predicate == RDF["type"] and quad.object == OWL["Ontology"]
    }
    for quad in quads:
        if quad.subject.value in found:
            found[quad.subject.value][quad.predicate.value].append(quad.object)
    return found


@pytest.mark.parametrize("path", ALL, ids=name)
def test_a_file_says_what_it_is_whose_and_which_version(path: Path) -> None:
    ((iri, header),) = told(path).items()
    for each in NEEDED:
        assert header[DCTERMS[each].value], each
    for each in ("title", "description"):
        assert sorted(text.language for text in header[DCTERMS[each].value]) == ["en", "zh"]
    assert [value.value for value in header[OWL["versionInfo"].value]] == [__version__]
    assert [value.value for value in header[OWL["versionIRI"].value]] == [f"{iri}/{__version__}"]


def test_no_two_files_have_one_name_or_one_title() -> None:
    found = [told(path) for path in ALL]
    assert len({iri for each in found for iri in each}) == len(ALL) > 50
    titles = [str(title) for each in found for header in each.values() for title in header[DCTERMS["title"].value]]
    assert len(titles) == len({*titles})


@pytest.mark.parametrize(
    "path", [path for folder in ("data", "ontology/vocabularies") for path in files(folder)], ids=name
)
def test_data_and_vocabularies_import_the_ontology(path: Path) -> None:
    (header,) = told(path).values()
    assert header[OWL["imports"].value] == [ox.NamedNode(BASE + "ns")]


def test_imports_lead_to_files_and_never_back() -> None:
    imports = {
        iri: {value.value for value in header[OWL["imports"].value]}
        for path in ALL
        for iri, header in told(path).items()
    }

    def reached(iri: str, above: tuple[str, ...] = ()) -> None:
        assert iri not in above
        for other in imports[iri]:
            reached(other, (*above, iri))

    for iri in imports:
        reached(iri)


def test_the_ontology_tells_what_a_citation_needs() -> None:
    header = told(root() / "ontology/qontology.ttl")[BASE + "ns"]
    for each in ("bibliographicCitation", "issued", "modified", "rightsHolder", "source"):
        assert header[DCTERMS[each].value], each
    (issued,) = header[DCTERMS["issued"].value]
    assert f"date-released: {issued.value}\n" in (root() / "CITATION.cff").read_text(encoding="utf-8")


def test_the_catalog_knows_every_name_and_every_version() -> None:
    place = root() / "ontology/catalog-v001.xml"
    entries = {entry.get("name"): entry.get("uri") for entry in ElementTree.parse(place).getroot()}
    expected = {iri: path for path in ALL for iri in headers.names(path)}
    assert {iri: (place.parent / uri).resolve() for iri, uri in entries.items()} == expected


def test_schemes_and_their_top_concepts_name_each_other() -> None:
    quads = [quad for path in files("ontology/vocabularies") for quad in ox.parse(path=path)]
    down = {(quad.subject, quad.object) for quad in quads if quad.predicate == SKOS["hasTopConcept"]}
    up = {(quad.object, quad.subject) for quad in quads if quad.predicate == SKOS["topConceptOf"]}
    assert down == up and len({scheme for scheme, _ in down}) == len(files("ontology/vocabularies"))


def test_a_new_file_gets_its_header_from_its_alliance(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(headers, "ROOT", tmp_path)
    path = tmp_path / "data/alliances/mine.ttl"
    text = """@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
alliance:mine skos:prefLabel "Mine"@en , "我的联盟"@zh .
"""
    made = headers.with_header(path, text)
    assert f"<{BASE}data/alliances/mine>\n    a owl:Ontology ;\n" in made
    assert '"Qontology data: Mine"@en , "量子产业联盟数据：我的联盟"@zh' in made
    assert headers.with_header(path, made) == made
    with pytest.raises(SystemExit, match=r"data/alliances/other\.ttl: write a header with dcterms:title"):
        headers.with_header(tmp_path / "data/alliances/other.ttl", text)


def test_slots_say_what_the_shapes_say() -> None:
    found = slots.slots()
    domain, range_ = SCHEMA["domainIncludes"].value, SCHEMA["rangeIncludes"].value
    assert {domain, range_} == {SCHEMA[end].value for each in found.values() for end in each}
    assert found[terms.hasGoal] == {
        "domainIncludes": {terms.Organization, terms.Programme}, "rangeIncludes": {terms.Goal}
    }  # fmt: skip
    assert found[terms.bodyOf] == {"domainIncludes": {terms.Body}, "rangeIncludes": {terms.Organization}}
    assert found[terms.postOf]["rangeIncludes"] == {terms.Body, terms.Organization, terms.Programme}
    assert found[terms.status]["rangeIncludes"] == {SKOS["Concept"].value}
    assert terms.WorkingGroup not in found[terms.subBodyOf]["domainIncludes"], "a working group has none"
    assert slots.schemes()[terms.assessedMode] == BASE + "scheme/formation-mode"


def test_every_value_of_the_data_is_of_a_kind_to_which_its_property_leads() -> None:
    """What the slots say is said of what is there: no property whose range is told leads elsewhere."""
    kinds = defaultdict(set)
    for thing, kind in graph().select("SELECT ?thing ?kind { ?thing a/rdfs:subClassOf* ?kind }").rows:
        kinds[thing].add(kind.value)
    for name, ends in slots.slots().items():
        allowed = {each for each in ends["rangeIncludes"] if "XMLSchema" not in each}
        values = graph().select(f"SELECT DISTINCT ?value {{ ?thing <{name}> ?value FILTER(isIRI(?value)) }}").rows
        assert not allowed or [value for (value,) in values if kinds[value].isdisjoint(allowed)] == [], name
