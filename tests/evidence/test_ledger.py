"""The ledger: each of the facts of the study is in the graph, at its passage, and nothing else cites the study.

A row of ``ledger.tsv`` has the number of the fact, the place of the study it comes from, the fact that it repeats, if
any, and the graph pattern that must be found. ``prefixes.rq`` declares the prefixes of the patterns. The first 871
facts are those that a reader who had not written the data found in the study.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import pytest
import rdflib

from qontology.assets import files
from qontology.terms import PREFIXES

HERE = Path(__file__).parent
DECLARED = (HERE / "prefixes.rq").read_text(encoding="utf-8")
COLUMNS = "fact\tlocator\trepeats\tpattern"
FOUND_BY_A_READER = 871
MISSING = "add a line for each to tests/evidence/ledger.tsv: the next number, its locator, what it repeats, its pattern"
LOST = "mend the data, or the pattern in tests/evidence/ledger.tsv if the fact is now told in another way"
MISPLACED = "let the locator in tests/evidence/ledger.tsv be that of the one passage which the pattern names"


class Row(NamedTuple):
    fact: str
    locator: str
    repeats: str
    pattern: str


HEADER, *LINES = (HERE / "ledger.tsv").read_text(encoding="utf-8").splitlines()
LEDGER = [Row(*line.split("\t")) for line in LINES]


def named(name: str) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)


TYPE, EVIDENCE, LOCATOR, PART_OF = map(named, ("rdf:type", "qo:evidence", "qo:locator", "dcterms:isPartOf"))
STUDY = named("source:paper-2022")
STATEMENT, NOTE, LABEL = map(named, ("qo:hasStatement", "skos:scopeNote", "skos:prefLabel"))


@cache
def triples(pattern: str) -> frozenset[ox.Triple]:
    """The triples of a basic graph pattern; it is Turtle but for its variables, which become IRIs.

    :raises SyntaxError: where it has anything else, such as a filter or a path.
    """
    turtle = re.sub(r"\?(\w+)", r"<variable:\1>", pattern)
    return frozenset(quad.triple for quad in ox.parse(DECLARED + turtle, ox.RdfFormat.TURTLE))


def is_variable(term: object) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith("variable:")


def passages(pattern: str) -> set[object]:
    return {triple.object for triple in triples(pattern) if triple.predicate == EVIDENCE}


def constants(pattern: str) -> set[object]:
    """What a pattern names besides its predicates, its classes and the passage that vouches for it."""
    spoken = (t for t in triples(pattern) if t.predicate not in (TYPE, EVIDENCE))
    ends = {end for triple in spoken for end in (triple.subject, triple.object)}
    return {end for end in ends if not is_variable(end)}


def is_connected(pattern: str) -> bool:
    """Whether the things that a pattern speaks of hang together; a passage or a class joins nothing."""
    parts: list[set[object]] = []
    for triple in triples(pattern):
        part: set[object] = {triple.subject}
        if triple.predicate not in (TYPE, EVIDENCE):
            part.add(triple.object)
        parts = [p for p in parts if not p & part] + [part.union(*(p for p in parts if p & part))]
    return len(parts) == 1


def is_prose(triple: ox.Triple) -> bool:
    """Whether it gives a sentence: that of a claim, a note, or the one by which a goal or a task is called."""
    if triple.predicate == LABEL and isinstance(triple.subject, ox.NamedNode):
        return triple.subject.value.startswith((PREFIXES["goal"], PREFIXES["task"]))
    return triple.predicate in (STATEMENT, NOTE)


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """All that is asserted."""
    store = ox.Store()
    store.extend(quad for folder in ("ontology", "data") for path in files(folder) for quad in ox.parse(path=path))
    return store


@pytest.fixture(scope="module")
def rdflib_graph(store: ox.Store) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data=store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()), format="nt")
    return graph


def count(store: ox.Store, pattern: str) -> int:
    """How many solutions a pattern has."""
    solutions = store.query(f"{DECLARED} SELECT * WHERE {{ {pattern} }}")
    assert isinstance(solutions, ox.QuerySolutions)
    return sum(1 for _ in solutions)


def matched(store: ox.Store, pattern: str) -> list[ox.Triple]:
    """The triples of the solutions of a pattern."""
    found = store.query(f"{DECLARED} CONSTRUCT WHERE {{ {pattern} }}")
    assert isinstance(found, ox.QueryTriples)
    return list(found)


def holds_without(store: ox.Store, pattern: str, triple: ox.Triple) -> bool:
    quad = ox.Quad(*triple)
    store.remove(quad)
    try:
        return bool(store.query(f"{DECLARED} ASK {{ {pattern} }}"))
    finally:
        store.add(quad)


def cited(store: ox.Store) -> set[object]:
    """What cites the study."""
    parts = {quad.subject for quad in store.quads_for_pattern(None, PART_OF, STUDY)}
    return {quad.subject for quad in store.quads_for_pattern(None, EVIDENCE, None) if quad.object in parts}


def sharing(rows: Iterable[Row]) -> list[list[str]]:
    """The facts that share a pattern though one does not repeat the other."""
    shared: dict[frozenset[ox.Triple], list[Row]] = defaultdict(list)
    for row in rows:
        shared[triples(row.pattern)].append(row)
    return [
        [row.fact for row in rows]
        for rows in shared.values()
        if any(later.repeats != rows[0].fact for later in rows[1:])
    ]


def test_the_ledger_has_every_fact_once_in_order() -> None:
    assert HEADER == COLUMNS
    assert len(LEDGER) >= FOUND_BY_A_READER
    assert [row.fact for row in LEDGER] == [f"F{number:03}" for number in range(1, len(LEDGER) + 1)]


def test_a_fact_repeats_another_of_the_ledger() -> None:
    facts = {row.fact for row in LEDGER}
    assert [row.fact for row in LEDGER if row.repeats and row.repeats not in facts - {row.fact}] == []


def test_the_prefixes_are_those_of_the_project_and_each_is_used() -> None:
    declared = dict(re.findall(r"^PREFIX (\S+): <(.*)>$", DECLARED, flags=re.MULTILINE))
    assert declared.items() <= PREFIXES.items()
    text = "".join(row.pattern for row in LEDGER)
    assert [prefix for prefix in declared if not re.search(rf"(?<![\w-]){prefix}:", text)] == []


@pytest.mark.parametrize("other", ["FILTER(?a = ?b)", "?a qo:hasGoal/qo:theme ?b", "OPTIONAL { ?a qo:hasGoal ?b }"])
def test_a_pattern_is_a_basic_graph_pattern(other: str) -> None:
    assert all(triples(row.pattern) for row in LEDGER)
    with pytest.raises(SyntaxError):
        triples(other)


def test_a_pattern_names_the_passage_of_its_locator(store: ox.Store) -> None:
    located = store.quads_for_pattern(None, LOCATOR, None)
    places: dict[object, str] = {q.subject: q.object.value for q in located if isinstance(q.object, ox.Literal)}
    misplaced = [r.fact for r in LEDGER if [places.get(one) for one in passages(r.pattern)] != [r.locator]]
    assert misplaced == [], MISPLACED


def test_a_pattern_is_connected_and_not_by_its_passage_or_a_class_alone() -> None:
    assert [row.fact for row in LEDGER if not is_connected(row.pattern)] == []
    assert not is_connected("alliance:qic qo:hasGoal ?goal . alliance:quic qo:hasFounding ?founding .")
    assert not is_connected("alliance:qic qo:evidence passage:p . alliance:quic qo:evidence passage:p .")
    assert not is_connected("alliance:qic a qo:Alliance . alliance:quic a qo:Alliance .")


def test_a_pattern_names_its_subject_and_something_of_its_content() -> None:
    assert [row.fact for row in LEDGER if len(constants(row.pattern)) < 2] == []
    assert len(constants("alliance:qic a qo:Alliance ; qo:hasGoal ?goal ; qo:evidence passage:p .")) == 1


def test_a_pattern_has_exactly_one_solution(store: ox.Store) -> None:
    assert {row.fact: n for row in LEDGER if (n := count(store, row.pattern)) != 1} == {}, LOST
    assert count(store, "alliance:quic qo:hasGoal ?goal .") > 1
    assert count(store, "alliance:quic qo:hasGoal goal:qic-1 .") == 0


def test_a_fact_is_lost_with_any_one_of_its_triples(store: ox.Store) -> None:
    spare = [row.fact for row in LEDGER for t in matched(store, row.pattern) if holds_without(store, row.pattern, t)]
    assert spare == []
    goals = "alliance:quic qo:hasGoal ?goal ."
    assert all(holds_without(store, goals, triple) for triple in matched(store, goals))


@pytest.mark.long
def test_a_fact_is_found_by_another_engine_too(rdflib_graph: rdflib.Graph) -> None:
    def holds(pattern: str) -> bool:
        used = {name: iri for name, iri in PREFIXES.items() if f"{name}:" in pattern}  # rdflib takes long over others
        return bool(rdflib_graph.query(f"ASK {{ {pattern} }}", initNs=used).askAnswer)

    assert [row.fact for row in LEDGER if not holds(row.pattern)] == []
    assert not holds("alliance:quic qo:hasGoal goal:qic-1 .")


def test_only_a_fact_that_repeats_another_shares_its_pattern() -> None:
    assert sharing(LEDGER) == []
    first, second = Row("F1", "", "", "?a qo:hasGoal ?b ."), Row("F2", "", "", "?a qo:hasGoal ?b .")
    assert sharing([first, second]) == [["F1", "F2"]]
    assert sharing([first, second._replace(repeats="F1")]) == []


def test_whatever_cites_the_study_is_part_of_a_fact(store: ox.Store) -> None:
    covered = {end for row in LEDGER for t in matched(store, row.pattern) for end in (t.subject, t.object)}
    assert sorted(map(str, cited(store) - covered)) == [], MISSING
    assert named("alliance:quic") in cited(store)


def test_few_facts_rest_on_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    prose = [row.fact for row in LEDGER if any(map(is_prose, triples(row.pattern)))]
    with capsys.disabled():
        print(f"\n{len(prose)} of {len(LEDGER)} facts rest on a sentence of our own.")
    assert 0 < len(prose) < 150
