"""The catalog knows every name that an ontology, its version, a data file or a scheme has, and where it lies."""

from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from qontology import assets

pytestmark = pytest.mark.long

ENTRY = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}uri"
DECLARED = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name { { ?name a owl:Ontology } UNION { ?name a skos:ConceptScheme } UNION { ?ontology owl:versionIRI ?name } }
"""


def entries(folder: Path) -> dict[str, Path]:
    catalog = ElementTree.parse(folder / "ontology/catalog-v001.xml")
    return {entry.attrib["name"]: folder / "ontology" / entry.attrib["uri"] for entry in catalog.iter(ENTRY)}


def declared(path: Path) -> set[str]:
    store = ox.Store()
    store.load(path=path, format=ox.RdfFormat.TURTLE)
    return {row[0].value for row in store.query(DECLARED)}


def test_every_name_leads_to_the_file_that_declares_it(folder) -> None:
    found = entries(folder)
    assert {name: path for name, path in found.items() if name not in declared(path)} == {}
    everything = {
        name
        for part in ("ontology", "data", "shapes")
        for path in folder.glob(f"{part}/**/*.ttl")
        for name in declared(path)
    }
    assert found.keys() == everything and len(found) > 30


@pytest.mark.parametrize(
    "name", ["ns/0.1.0", "alignment/org", "scheme/role", "module/core/0.1.0", "data/alliances/qutac"]
)
def test_names_of_versions_alignments_and_schemes_are_among_them(name: str) -> None:
    assert f"https://w3id.org/qontology/{name}" in entries(assets.root())
