"""Shapes and data at random: the compiled engine and TopBraid find the same, but for known faults of TopBraid.

pySHACL is asked the same in ``test_second_opinion.py``; here are also comparisons across datatypes, siblings and
queries, where pySHACL is no judge.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from shacl.generated import NAMED, ON_ANY, ON_PROPERTIES, asks, graphs, paths, properties, rules, targets, terms
from shacl.results import Result
from shacl.topbraid.cases import Case, apart, joint, of_case
from shacl.topbraid.engines import ours
from shacl.topbraid.known_faults import meets_a_known_fault

from qontology.shacl import compile_shapes

pytestmark = pytest.mark.long

NUMBERS = ["1", "2", "7", "1.0", "2.5", "2e0"]
TIMES = [
    '"2020"^^xsd:gYear',
    '"2021"^^xsd:gYear',
    '"2020-01"^^xsd:gYearMonth',
    '"2020-01-01"^^xsd:date',
    '"2020-01-01T00:00:00"^^xsd:dateTime',
    '"2020-01-01T00:00:00Z"^^xsd:dateTime',
    '"2021-01-01T00:00:00"^^xsd:dateTime',
]
TEXTS = ['"one"', '"two"', '"one"@en', '"two"@en', '"one"^^:own']
OTHERS = ["true", "false", '"20x4"^^xsd:gYear', '"P1Y"^^xsd:duration', '"P1D"^^xsd:duration']
"""Neither NaN nor an ill-typed number: both are known faults. Nor a type below xsd:integer, which a store rewrites: our
finding at a literal names each way in which the graph, here that of all cases, writes its value."""

comparable = st.sampled_from([*NUMBERS, *TIMES, *TEXTS, *OTHERS])
ranges = [asks(f"{end}{kind}", comparable) for end in ("min", "max") for kind in ("Exclusive", "Inclusive")]
orders = [asks("lessThan", properties), asks("lessThanOrEquals", properties)]

SIBLINGS = """:S {target} ; sh:property [ sh:path {path} ; sh:qualifiedValueShape [ {one} ] ;
        sh:qualifiedValueShapesDisjoint {disjoint} ; sh:qualifiedMinCount {least} ] ,
    [ sh:path {other} ; sh:qualifiedValueShape [ {two} ] ;
        sh:qualifiedValueShapesDisjoint true ; sh:qualifiedMaxCount {most} ] ."""
kinds = st.sampled_from(
    ["sh:nodeKind sh:IRI", "sh:nodeKind sh:Literal", "sh:class :C", "sh:class :D", "sh:path :p ; sh:minCount 1"]
)
siblings = st.builds(
    SIBLINGS.format,
    target=targets,
    path=paths,
    other=paths,
    one=kinds,
    two=kinds,
    disjoint=st.sampled_from(["true", "false"]),
    least=st.integers(0, 2),
    most=st.integers(0, 2),
)

PREFIXES = ': sh:declare [ sh:prefix "" ; sh:namespace "http://example.org/"^^xsd:anyURI ] .'
QUERIES = [
    "SELECT $this {{ $this {one} ?x }}",
    "SELECT $this ?value {{ $this {one} ?value FILTER(isLiteral(?value)) }}",
    "SELECT $this ?value {{ ?value {one} $this }}",
    "SELECT $this ?path ?value {{ $this ?path ?value FILTER(?value = 1) }}",
    "SELECT $this {{ $this a ?class FILTER NOT EXISTS {{ $this {one} ?x FILTER NOT EXISTS {{ ?x {two} ?y }} }} }}",
    "SELECT $this {{ OPTIONAL {{ $this {one} ?x }} FILTER(!BOUND(?x)) }}",
    "SELECT $this {{ {{ $this {one} ?x }} UNION {{ ?x {two} $this }} }}",
    "SELECT $this {{ $this {one}+/{two}? ?x FILTER(isIRI(?x)) }}",
    "SELECT $this {{ BIND(STR($this) AS ?text) FILTER(STRENDS(?text, 'b')) }}",
]
AGGREGATES = [
    "SELECT $this (COUNT(?x) AS ?value) {{ $this {one} ?x }} GROUP BY $this HAVING (COUNT(?x) > 1)",
    "SELECT $this ?n {{ {{ SELECT $this (COUNT(?x) AS ?n) {{ $this {one} ?x }} GROUP BY $this }} $this {two} ?y }}",
    "SELECT $this ?value {{ ?x {one} ?value }} ORDER BY STR(?value) LIMIT 1",
    "SELECT $this {{ {{ SELECT $this ?x {{ $this {one} ?x }} ORDER BY STR(?x) LIMIT 1 }} FILTER(isIRI(?x)) }}",
    "SELECT DISTINCT $this {{ $this {one} ?x ; {two} ?y }}",
]
PATHS = ["SELECT $this ?value {{ $this $PATH ?value FILTER(!isIRI(?value)) }}"]
COMPONENT = """:Between a sh:ConstraintComponent ;
    sh:parameter [ sh:path :low ] , [ sh:path :high ; sh:optional true ] ;
    sh:validator [ a sh:SPARQLAskValidator ;
        sh:ask "ASK { FILTER(isNumeric($value) && $value >= $low && (!BOUND($high) || $value <= $high)) }" ] .
:Other a sh:ConstraintComponent ; sh:parameter [ sh:path :other ] ;
    sh:nodeValidator [ a sh:SPARQLSelectValidator ; sh:select "SELECT $this { $this $other ?x }" ] ;
    sh:propertyValidator [ a sh:SPARQLSelectValidator ;
        sh:select "SELECT DISTINCT $this ?value { $this $PATH ?value FILTER NOT EXISTS { ?value $other ?x } }" ] ."""
components = st.one_of(
    st.sampled_from([":low 1", ":low 2 ; :high 5", ":low 2.5"]), properties.map(lambda name: f":other {name}")
)


def queries(texts: list[str]) -> st.SearchStrategy[str]:
    query = st.builds(str.format, st.sampled_from(texts), one=properties, two=properties)
    return query.map(lambda text: f'sh:sparql [ sh:prefixes : ; sh:select "{text}" ]')


step = st.one_of(st.just(""), properties.map(lambda name: f"sh:path {name} ;"))
named = st.sampled_from(NAMED)
nested = rules([queries(QUERIES), components], [queries(PATHS), components])
flat = st.tuples(targets, step, queries([*QUERIES, *AGGREGATES])).map(lambda rule: ":S {} ; {} {} .".format(*rule))
FAMILIES = [
    (150, rules([*ON_ANY, *ranges], [*ON_PROPERTIES, *orders]), st.one_of(graphs(), graphs(objects=named))),
    (150, rules(ranges, orders), graphs(objects=comparable)),
    (60, siblings, graphs(objects=named)),
    (80, nested.map(lambda rule: f"{PREFIXES} {COMPONENT} {rule}"), st.one_of(graphs(), graphs(objects=named))),
    (60, flat.map(lambda rule: f"{PREFIXES} {rule}"), graphs(named, terms)),
]
"""How many cases, their shapes and their data. Queries with a limit have to name their focus nodes: none is blank."""

QUERIED = {"SPARQLConstraintComponent", "Between", "Other"}
CASES = sum(number for number, _, _ in FAMILIES)


def drawn(number: int, shapes: st.SearchStrategy[str], data: st.SearchStrategy[str]) -> list[Case]:
    """So many cases that meet no known fault, the same ones in each run."""
    found: list[Case] = []

    @settings(
        max_examples=number,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.tuples(shapes, data))
    def collect(texts: tuple[str, str]) -> None:
        case = Case(*texts)
        assume(not meets_a_known_fault(case))
        found.append(case)

    collect()
    return found[:number]


class Verdicts(NamedTuple):
    """The cases, and what both engines find in each."""

    cases: list[Case]
    ours: dict[int, Counter[Result]]
    theirs: dict[int, Counter[Result]]


@pytest.fixture(scope="session")
def verdicts(both, turtle) -> Verdicts:
    """All cases in one graph, which each engine sees once."""
    cases = [case for number, shapes, data in FAMILIES for case in drawn(number, shapes, data)]
    return Verdicts(cases, *map(of_case, both(*joint(cases, turtle))))


@pytest.mark.parametrize("number", range(CASES))
def test_both_engines_find_the_same(verdicts: Verdicts, number: int) -> None:
    ours, theirs = (set(found.get(number, ())) for found in (verdicts.ours, verdicts.theirs))
    assert ours == theirs, verdicts.cases[number]


def test_a_result_is_there_as_often_but_for_those_of_queries(verdicts: Verdicts) -> None:
    """A query inside a property shape finds a violation once, however many ways lead to the node."""
    ours, theirs = (
        Counter(one for results in found.values() for one in results.elements() if one.component not in QUERIED)
        for found in (verdicts.ours, verdicts.theirs)
    )
    assert ours == theirs


@pytest.mark.parametrize("number", range(CASES))
def test_a_case_alone_has_the_findings_that_it_has_among_the_others(verdicts: Verdicts, turtle, number: int) -> None:
    case = verdicts.cases[number]
    alone = ours(compile_shapes(apart(turtle(case.shapes), number)), apart(turtle(case.data), number))
    assert shapes_alike(alone) == shapes_alike(verdicts.ours.get(number, Counter())), case


def shapes_alike(results: Counter[Result]) -> list[Result]:
    """The results, without the names of blank shapes."""
    return sorted(
        (one._replace(shape="_:" if one.shape.startswith("_:") else one.shape) for one in results.elements()), key=str
    )


def test_enough_cases_are_violations(verdicts: Verdicts) -> None:
    assert len(verdicts.cases) == CASES
    assert len(verdicts.theirs) > CASES / 5
