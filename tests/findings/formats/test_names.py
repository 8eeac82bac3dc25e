"""Prefixed names in terms and paths."""

from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from qontology.findings.formats.names import compact
from qontology.namespaces import SKOS, XSD, Term
from qontology.sparql.paths import Alternative, Inverse, Predicate, Repeat, Sequence


@pytest.mark.parametrize(
    ("iri", "shown"),
    [
        ("https://w3id.org/qontology/ns#Alliance", "qo:Alliance"),
        ("https://w3id.org/qontology/id/alliance/quic", "alliance:quic"),
        ("https://w3id.org/qontology/scheme/role/lead", "role:lead"),
        ("https://w3id.org/qontology/ns#量子", "qo:量子"),
        ("https://w3id.org/qontology/ns#", "<https://w3id.org/qontology/ns#>"),
        ("https://w3id.org/qontology/ns#a/b", "<https://w3id.org/qontology/ns#a/b>"),
        ("https://w3id.org/qontology/ns#a.", "<https://w3id.org/qontology/ns#a.>"),
        ("https://example.org/a", "<https://example.org/a>"),
    ],
)
def test_an_iri_is_shortened_only_where_the_name_can_be_written_in_turtle(iri: str, shown: str) -> None:
    assert compact(NamedNode(iri)) == shown


@pytest.mark.parametrize(
    ("term", "shown"),
    [
        (Literal("a <https://w3id.org/qontology/ns#b> c", language="en"), '"a <https://w3id.org/qontology/ns#b> c"@en'),
        (Literal('say "<urn:a>"'), '"say \\"<urn:a>\\""'),
        (Literal('"^^<urn:a>', datatype=XSD["gYear"]), '"\\"^^<urn:a>"^^xsd:gYear'),
        (Literal("a", datatype=NamedNode("urn:d")), '"a"^^<urn:d>'),
        (BlankNode("b0"), "_:b0"),
    ],
)
def test_of_a_literal_only_the_datatype_is_shortened(term: Term, shown: str) -> None:
    assert compact(term) == shown


def test_in_a_path_every_iri_is_shortened() -> None:
    broader, label = (Predicate(SKOS[name]) for name in ("broader", "prefLabel"))
    path = Alternative((Sequence((Repeat(broader, "*"), label)), Inverse(Predicate(NamedNode("urn:p")))))
    assert compact(path) == "((skos:broader*)/skos:prefLabel)|(^<urn:p>)"


def test_the_prefixes_of_the_file_come_first() -> None:
    own = {"node": "https://w3id.org/qontology/id/statement/", "q": "https://w3id.org/qontology/ns#", "sh": "urn:shed:"}
    assert compact(NamedNode("https://w3id.org/qontology/id/statement/quic-mode"), own) == "node:quic-mode"
    assert compact(NamedNode("https://w3id.org/qontology/ns#Alliance"), own) == "q:Alliance"
    assert compact(NamedNode("http://www.w3.org/ns/shacl#path"), own) == "<http://www.w3.org/ns/shacl#path>"


def test_the_longest_namespace_wins() -> None:
    own = {"a": "urn:a:", "ab": "urn:a:b:"}
    assert compact(NamedNode("urn:a:b:c"), own) == "ab:c"
