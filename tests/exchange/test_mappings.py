"""The mapping set: what SSSOM asks for, and the links of the graph, no more and no less."""

from io import StringIO

import pyoxigraph as ox
import sssom_pydantic
from asking import graph

from qontology import load
from qontology.exchange import mappings
from qontology.namespaces import SCHEMA

SAP = "https://w3id.org/qontology/id/organization/sap"


def lines() -> list[list[str]]:
    """The column names and the rows."""
    return [line.split("\t") for line in mappings(graph()).splitlines() if not line.startswith("#")]


def read() -> sssom_pydantic.SemanticMappingPack:
    return sssom_pydantic.read(StringIO(mappings(graph())))


def test_the_library_of_the_standard_reads_every_row_without_a_complaint() -> None:
    found = read()
    assert str(found.mapping_set.license) == "https://creativecommons.org/licenses/by/4.0/"
    assert len(found.mappings) == len(lines()) - 1 > 60


def test_the_rows_are_the_links_of_the_graph() -> None:
    found = read()
    expand = found.converter.expand
    rows = {
        (expand(row.subject.curie), expand(row.predicate.curie), expand(row.object.curie)) for row in found.mappings
    }
    links = {triple for triple in graph().triples() if triple.predicate == SCHEMA["sameAs"]}
    assert rows == {(triple.subject.value, triple.predicate.value, triple.object.value) for triple in links}


def test_an_inference_has_its_reason_and_a_source_its_day() -> None:
    rows = lines()
    [ibm] = [row for row in rows if row[3] == "ROR:05hh8d621"]
    assert ibm[5:7] == ["source:ror-records-2026-06", "2026-06-23"]
    assert ibm[7].startswith("record-0265w5591; The record of IBM Research names this one as its parent")
    assert {len(row) for row in rows} == {8}


def test_an_identifier_of_a_register_without_a_prefix_is_left_out(tmp_path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(f"<{SAP}> <{SCHEMA['sameAs'].value}> <https://my.example/1> .")
    assert mappings(load(file)) == mappings(graph())
    assert ox.NamedNode("https://my.example/1") in {triple.object for triple in load(file).triples()}
