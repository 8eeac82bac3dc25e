"""The shapes are complete in both languages, well-formed, and use no term that does not exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox
import pyshacl
import pytest
from headers import names
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from qontology import terms
from qontology.assets import files
from qontology.shacl.vocabulary import CORE_TERMS, SPARQL_TERMS

SHAPES = URIRef("https://w3id.org/qontology/shapes")
REMEDY = URIRef(f"{SHAPES}#remedy")
MODULES = {
    "QO-1": "core",
    "QO-2": "formation",
    "QO-3": "goals",
    "QO-4": "structure",
    "QO-5": "initiatives",
    "QO-6": "evidence",
    "QO-9": "ontology",
}
TARGETS = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)
PREFIXED = re.compile(r"(?<![\w:-])([a-z][a-z-]*):([\w-]*)")
OURS = "https://w3id.org/qontology/"
BOTH = ["en", "zh"]


def graph(turtle: str) -> Graph:
    header = "".join(f"@prefix {name}: <{space}> .\n" for name, space in terms.PREFIXES.items())
    return Graph().parse(data=header + turtle)


def named(shapes: Graph) -> list[URIRef]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return sorted(shape for kind in kinds for shape in shapes.subjects(RDF.type, kind) if isinstance(shape, URIRef))


def languages(values: Iterable[Node]) -> list[str]:
    return sorted(value.language or "" for value in values if isinstance(value, Literal))


def queries(shapes: Graph) -> dict[Node, str]:
    """The queries by the constraint that has them."""
    return {constraint: str(query) for constraint, query in shapes.subject_objects(SH.select)}


def prefixes(shapes: Graph) -> dict[str, str]:
    declared = shapes.objects(SHAPES, SH.declare)
    return {str(shapes.value(one, SH.prefix)): str(shapes.value(one, SH.namespace)) for one in declared}


def iris(shapes: Graph) -> set[str]:
    """Every IRI that the shapes use, those that queries and remedies write in short too."""
    used = {str(term) for triple in shapes for term in triple if isinstance(term, URIRef)}
    remedies = (re.sub(r"<[^>]*>", "", str(remedy)) for remedy in shapes.objects(None, REMEDY))
    texts = [*map(without_strings, queries(shapes).values()), *remedies]
    written = [pair for text in texts for pair in PREFIXED.findall(text)]
    return used | {terms.PREFIXES[prefix] + name for prefix, name in written if name}


def without_strings(query: str) -> str:
    return re.sub(r'"[^"\n]*"', '""', query)


def unknown(shapes: Graph, known: set[str]) -> set[str]:
    """What the shapes use in the namespaces of SHACL and of this project that neither has."""
    shacl = {str(SH) + name for name in CORE_TERMS | SPARQL_TERMS}
    return {iri for iri in iris(shapes) if iri.startswith((OURS, str(SH)))} - shacl - known


@pytest.fixture(scope="module")
def known(shapes: Graph) -> set[str]:
    """The names that ontology, vocabularies, data and shapes declare."""
    paths = [*files("ontology"), *files("data")]
    declared = {quad.subject.value for path in paths for quad in ox.parse(path=path) if hasattr(quad.subject, "value")}
    headers = {iri for path in files("shapes") for iri in names(path)}
    return declared | {str(shape) for shape in named(shapes)} | headers | {str(REMEDY)}


def test_every_code_is_used_once_and_stands_in_the_file_of_its_module() -> None:
    for path in files("shapes"):
        found = re.findall(r"^qos:(\S+)$", path.read_text("utf-8"), re.MULTILINE)
        assert [code for code in found if not re.fullmatch(r"QO-\d{3}", code)] == []
        assert [code for code in found if MODULES[code[:4]] != path.stem] == []
        assert len(found) == len(set(found))


def test_every_shape_has_name_message_and_remedy_once_in_each_language(shapes: Graph) -> None:
    for shape in named(shapes):
        holders = list(shapes.objects(shape, SH.sparql)) or [shape]
        assert languages(shapes.objects(shape, SH.name)) == BOTH, shape
        assert languages(shapes.objects(shape, REMEDY)) == BOTH, shape
        assert [languages(shapes.objects(holder, SH.message)) for holder in holders] == [BOTH], shape


def test_no_two_shapes_state_the_same_requirement(shapes: Graph) -> None:
    names = Counter(name for shape in named(shapes) for name in shapes.objects(shape, SH.name))
    assert [name for name, times in names.items() if times > 1] == []


def test_every_shape_has_one_severity_and_all_three_are_used(shapes: Graph) -> None:
    severities = [list(shapes.objects(shape, SH.severity)) for shape in named(shapes)]
    assert {len(found) for found in severities} == {1}
    assert {found[0] for found in severities} == {SH.Violation, SH.Warning, SH.Info}


def test_every_shape_has_a_target_of_the_core_and_none_is_closed(shapes: Graph) -> None:
    targeted = {shape for target in TARGETS for shape in shapes.subjects(target)}
    assert targeted == set(named(shapes))
    assert (None, SH.target, None) not in shapes
    assert (None, SH.closed, None) not in shapes


def test_every_query_is_plain_sparql_with_the_declared_prefixes(shapes: Graph) -> None:
    header = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in prefixes(shapes).items())
    for query in queries(shapes).values():
        ox.Store().query(header + query)


def test_every_declared_prefix_is_used_by_a_query(shapes: Graph) -> None:
    used = {prefix for query in queries(shapes).values() for prefix, _ in PREFIXED.findall(without_strings(query))}
    assert set(prefixes(shapes)) == used


def test_every_placeholder_of_a_message_is_a_column_of_its_query(shapes: Graph) -> None:
    for constraint, query in queries(shapes).items():
        columns = set(re.findall(r"[$?](\w+)", query.partition("WHERE")[0]))
        for message in map(str, shapes.objects(constraint, SH.message)):
            assert set(re.findall(r"\{[$?](\w+)\}", message)) <= columns, message


def test_no_query_compares_language_tags_by_equality_or_looks_along_paths_inside_exists(shapes: Graph) -> None:
    for query in queries(shapes).values():
        assert not re.search(r"LANG\([^)]*\)\s*!?=\s*\"\w", query)
        assert not re.search(r"EXISTS \{[^}]*\*", query)


def test_the_shapes_are_well_formed_by_the_shapes_of_shacl(shapes: Graph) -> None:
    pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)


def test_the_shapes_of_shacl_refuse_a_malformed_shape() -> None:
    with pytest.raises(Exception, match="metashacl|SHACL File does not validate"):
        pyshacl.validate(Graph(), shacl_graph=graph('[] sh:targetClass qo:Goal ; sh:minCount "one" .'), meta_shacl=True)


def test_the_shapes_use_no_unknown_term(shapes: Graph, known: set[str]) -> None:
    assert unknown(shapes, known) == set()


@pytest.mark.parametrize(
    ("turtle", "term"),
    [
        ("<urn:shape> sh:severety sh:Info .", f"{SH}severety"),
        ("<urn:shape> sh:targetClass qo:Alliences .", f"{OURS}ns#Alliences"),
        ('<urn:shape> sh:select "SELECT $this WHERE { $this qo:statuss ?status }" .', f"{OURS}ns#statuss"),
        ('<urn:shape> qos:remedy "choose status:foundedd"@en .', f"{OURS}scheme/status/foundedd"),
    ],
)
def test_an_unknown_term_is_found(turtle: str, term: str, shapes: Graph, known: set[str]) -> None:
    assert unknown(shapes + graph(turtle), known) == {term}
