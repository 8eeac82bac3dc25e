"""An endpoint is tried on a few of its own nodes before it is believed; what it gets wrong is refused by name."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store, parse

from qontology.engine import Embedded, Solutions
from qontology.shacl import compile_shapes
from qontology.shacl.constraints import COMPONENTS
from qontology.shacl.probe import PROBE
from qontology.shacl.spot_check import KINDS, spot_check
from qontology.sparql.paths import REPEATS

DATA = """
:a a :C ; :number 1 , 2 ; :date "2021-06-01"^^xsd:date ; :name "eins"@de , "one"@en ; :knows :b , :c ; :likes :b .
:b a :C ; :number 3 ; :date "2022"^^xsd:gYear ; :name "two"@en ; :knows :d .
:c a :D . :d :number 4 . :D rdfs:subClassOf :C .
"""


class Other(Embedded):
    """An engine that reads something else in queries than they say."""

    name = "http://other.example/sparql"

    def __init__(self, store: Store, said: str, read: str) -> None:
        super().__init__(store)
        self.said, self.read = said, read

    def select(self, query: str) -> Solutions:
        return super().select(query.replace(self.said, self.read))


@pytest.fixture
def store(turtle) -> Store:
    filled = Store()
    filled.extend(turtle(DATA))
    return filled


@pytest.fixture
def everything(turtle):
    """Shapes of every kind, with a target in the data."""
    probe = parse(path=PROBE, format=RdfFormat.TURTLE)
    return compile_shapes([*probe, *turtle(":S sh:targetNode :a , :b ; sh:nodeKind sh:Literal .")])


def test_every_kind_has_a_try_but_the_components_of_others() -> None:
    paths = {"inversePath", "sequencePath", "alternativePath", *REPEATS}
    assert set(COMPONENTS) | paths == KINDS


def test_nothing_speaks_against_an_engine_that_is_right(everything, store: Store) -> None:
    assert spot_check(Embedded(store), everything) == ()


def test_nothing_speaks_against_an_engine_that_holds_nothing(everything) -> None:
    assert spot_check(Embedded(), everything) == ()


@pytest.mark.parametrize(
    ("said", "read", "kinds"),
    [
        ("isNUMERIC", "isIRI", {"minInclusive", "maxInclusive"}),
        ("LANGMATCHES(LANG", "LANGMATCHES(STR", {"languageIn"}),
        ("FILTER(NOT EXISTS", "FILTER(EXISTS", {"class"}),
        ("COUNT(DISTINCT", "9 + COUNT(DISTINCT", {"minCount", "maxCount"}),
        ("sameTerm", "!sameTerm", {"uniqueLang", "maxCount"}),
        ("|", "/", {"alternativePath"}),
        (">*", ">?", {"zeroOrMorePath"}),
    ],
)
def test_what_an_engine_reads_otherwise_is_named(
    said: str, read: str, kinds: set[str], everything, store: Store
) -> None:
    wrong = spot_check(Other(store, said, read), everything)
    assert kinds <= set(wrong)
    assert "nodeKind" not in wrong


def test_only_what_the_shapes_need_is_tried(turtle, store: Store) -> None:
    shapes = compile_shapes(turtle(":S sh:targetClass :C ; sh:path :number ; sh:maxCount 1 ."))
    assert spot_check(Other(store, "isNUMERIC", "isIRI"), shapes) == ()
    assert spot_check(Other(store, "sameTerm", "!sameTerm"), shapes) == ("maxCount",)


def test_nothing_speaks_against_an_engine_that_knows_more_of_far_nodes_than_the_sample(turtle) -> None:
    """Where a property leads on beyond what was fetched, the two count differently and both are right."""
    store = Store()
    store.extend(turtle(":a :knows :b . :b :knows :c . :c :knows :d ."))
    shapes = ":S sh:targetNode :a ; sh:path [ sh:zeroOrMorePath :knows ] ; sh:minCount 1 ."
    assert spot_check(Embedded(store), compile_shapes(turtle(shapes))) == ()


def test_properties_with_values_of_every_sort_are_tried_whatever_their_names(turtle) -> None:
    """Only some properties are tried: were they the first by name, the numbers at the end would never be."""
    store = Store()
    texts = " ; ".join(f':text{number} "a text"' for number in range(9))
    store.extend(turtle(f":a {texts} ; :weight 3 ."))
    shapes = compile_shapes(turtle(":S sh:targetNode :a ; sh:path :weight ; sh:minInclusive 1 ."))
    assert spot_check(Other(store, "isNUMERIC", "isIRI"), shapes) == ("minInclusive",)
