"""Each shape passes its good twins and catches its bad ones, one change away, at the nodes that these name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, Graph, URIRef
from shapes.twins import TWINS, Expectation, Twin

from qontology.assets import files
from qontology.engine.rdflib_copy import to_rdflib
from shapes import twins

SHAPES = "https://w3id.org/qontology/shapes"
ACROSS_TWINS = {"QO-157", "QO-162", "QO-613", "QO-905", "QO-925"}
"""What must be unique is not so where all twins stand in one world."""

ALSO = {
    ("QO-115", "QO-106-bad-region"),
    ("QO-125", "QO-202-bad-event"),
    ("QO-426", "QO-421-bad-several"),
    ("QO-426", "QO-422-bad-company"),
}
"""Twins that break another rule too, which no data can keep that break their own."""

Triples = Iterable[ox.Triple]
Catch = Callable[[Triples], set[tuple[str, str]]]
Close = Callable[[Triples], Triples]


def each(kind: str) -> pytest.MarkDecorator:
    twins = [twin for twin in TWINS if twin.kind == kind]
    return pytest.mark.parametrize("twin", twins, ids=[twin.name for twin in twins])


@pytest.fixture(scope="session")
def around(background: tuple[ox.Triple, ...]) -> Graph:
    return to_rdflib(background)


def focus_nodes(shape: Graph, name: URIRef, data: Graph) -> set[str]:
    tops = shape.objects(name, SH.targetClass)
    found = chain(
        *(data.subjects(RDF.type, one) for top in tops for one in data.transitive_subjects(RDFS.subClassOf, top)),
        *(data.subjects(one) for one in shape.objects(name, SH.targetSubjectsOf)),
        *(data.objects(None, one) for one in shape.objects(name, SH.targetObjectsOf)),
    )
    return {node.n3() for node in found}


def judged_by_pyshacl(twin: Twin, shapes: Graph, around: Graph) -> tuple[set[str], set[str]]:
    """The nodes of a twin that its shape looks at, and those where it finds fault."""
    name = URIRef(f"{SHAPES}#{twin.code}")
    shape = shapes.cbd(URIRef(SHAPES)) + shapes.cbd(name)
    own = to_rdflib(twin.triples) - around
    around += own
    try:
        focus = focus_nodes(shape, name, around) & (twin.nodes | twin.expected)
        nodes = [node[1:-1] for node in focus]
        _, report, _ = pyshacl.validate(around, shacl_graph=shape, use_shapes=[name], focus_nodes=nodes)
    finally:
        around -= own
    return focus, {node.n3() for result in report[: SH.result] for node in report.objects(result[1], SH.focusNode)}


def test_every_shape_has_a_good_and_a_bad_twin_in_the_folder_of_its_module() -> None:
    shapes = {
        (path.stem, code)
        for path in files("shapes")
        for code in re.findall(r"^qos:(QO-\d{3})$", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {(twin.module, twin.code) for twin in TWINS if twin.name.endswith("-good")} == shapes
    assert {(twin.module, twin.code) for twin in TWINS if twin.name.endswith("-bad")} == shapes


def test_every_bad_twin_and_no_good_one_names_nodes_to_be_caught_at() -> None:
    assert {twin.kind for twin in TWINS if twin.expected} == {"bad"}
    assert {twin.kind for twin in TWINS if not twin.expected} == {"good"}


def test_every_bad_twin_is_one_change_away_from_a_good_one() -> None:
    """A change may touch a node and the link to it."""
    good = [(twin.code, set(twin.triples)) for twin in TWINS if twin.kind == "good"]
    for twin in TWINS:
        assert min(len(triples.symmetric_difference(twin.triples)) for code, triples in good if code == twin.code) <= 5


@each("good")
def test_a_good_twin_is_looked_at_and_passes(twin: Twin, shapes: Graph, around: Graph) -> None:
    focus, caught = judged_by_pyshacl(twin, shapes, around)
    assert focus
    assert caught == set()


@each("bad")
def test_a_bad_twin_is_caught_where_it_says(twin: Twin, shapes: Graph, around: Graph) -> None:
    _, caught = judged_by_pyshacl(twin, shapes, around)
    assert caught == twin.expected


@pytest.fixture(scope="session")
def together() -> Expectation:
    return twins.together()


def test_the_little_world_passes_all_shapes(background: tuple[ox.Triple, ...], catch: Catch) -> None:
    assert catch(background) == set()


def test_compiled_shapes_catch_their_own_twins_and_no_others(
    together: Expectation, background: tuple[ox.Triple, ...], catch: Catch
) -> None:
    triples, expected = together
    found = catch(triples) - catch(background)
    wrong = {pair for pair in found ^ expected if pair[0] not in ACROSS_TWINS}
    assert {
        (code, node) for code, node in wrong if not any(code == one and name in node for one, name in ALSO)
    } == set()


@pytest.mark.long
def test_reasoning_changes_no_verdict(together: Expectation, catch: Catch, close: Close) -> None:
    """What owl:sameAs joins is caught under either name, once that is reasoned with."""
    triples, _ = together
    after = catch(close(triples))
    joined = {one for one in after if one[1] == "<http://www.wikidata.org/entity/Q1010>"}
    assert ("QO-164", "<http://www.wikidata.org/entity/Q1010>") in joined
    assert after - joined == catch(triples)
