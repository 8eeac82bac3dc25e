"""The ledger of the wider world: each fact that was collected is in the graph with its source, or is left out for a
reason that an editor gives.

A row of ``world-ledger.tsv`` has the number of the fact, its source, the fact that it repeats, if any, and the graph
pattern that must be found once; ``world-left-out.tsv`` has the facts that are not in the graph.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from qontology.assets import files
from qontology.terms import PREFIXES

HERE = Path(__file__).parent
DECLARED = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
PASSAGE = re.compile(r"qo:evidence (passage:[\w-]+)")
COLLECTED = 1860
LOST = "mend the data, or the pattern in tests/evidence/world-ledger.tsv if the fact is now told in another way"


def rows(name: str, columns: str) -> list[list[str]]:
    header, *lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    assert header == columns
    return [line.split("\t") for line in lines]


LEDGER = rows("world-ledger.tsv", "fact\tsource\trepeats\tpattern")
LEFT_OUT = rows("world-left-out.tsv", "fact\treason")


@pytest.fixture(scope="module")
def store() -> ox.Store:
    """All that is asserted."""
    store = ox.Store()
    store.extend(quad for folder in ("ontology", "data") for path in files(folder) for quad in ox.parse(path=path))
    return store


def found(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    """The rows of an answer, as texts."""
    solutions = store.query(DECLARED + query)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(getattr(term, "value", "") for term in row) for row in solutions]


def times(store: ox.Store, pattern: str) -> int:
    """How many solutions a pattern has."""
    return len(found(store, f"SELECT * WHERE {{ {pattern} }}"))


def test_each_fact_is_in_the_ledger_or_left_out() -> None:
    facts = [row[0] for row in LEDGER] + [row[0] for row in LEFT_OUT]
    assert sorted(facts) == [f"f{number:04}" for number in range(1, COLLECTED + 1)]


@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "CHANGELOG.md"])
def test_readers_are_told_how_many_facts_are_in_the_graph_and_how_many_are_left_out(page: str) -> None:
    text = (HERE.parents[1] / page).read_text(encoding="utf-8")
    told = [text.find(f"{number:,}") for number in (len(LEDGER), COLLECTED)]
    around = text[min(told) - 300 : max(told) + 300]
    assert -1 not in told and re.search(rf"\b{len(LEFT_OUT)}\b", around, re.ASCII)


def test_what_is_left_out_has_a_reason_in_words() -> None:
    assert [fact for fact, reason in LEFT_OUT if not re.fullmatch(r"[A-Z].{30,}\.", reason)] == []


def test_only_a_fact_that_repeats_another_shares_its_pattern() -> None:
    sharing: dict[str, list[list[str]]] = defaultdict(list)
    for row in LEDGER:
        sharing[row[3]].append(row)
    assert [row[0] for first, *others in sharing.values() for row in others if row[2] != first[0]] == []
    assert [first[0] for first, *_ in sharing.values() if first[2]] == []


def test_a_pattern_names_passages_of_its_source(store: ox.Store) -> None:
    part_of = dict(found(store, "SELECT ?passage ?source WHERE { ?passage dcterms:isPartOf ?source }"))

    def sources(pattern: str) -> set[str | None]:
        passages = (PREFIXES["passage"] + name.partition(":")[2] for name in PASSAGE.findall(pattern))
        return {part_of.get(passage) for passage in passages}

    expected = {row[0]: {PREFIXES["source"] + row[1].partition(":")[2]} for row in LEDGER}
    assert [row[0] for row in LEDGER if sources(row[3]) != expected[row[0]]] == []


def test_a_source_of_the_wider_world_says_where_it_is_found(store: ox.Store) -> None:
    addresses = {PREFIXES["source"] + row[1].partition(":")[2] for row in LEDGER}
    found_at = {
        source for (source,) in found(store, "SELECT ?source WHERE { ?source a qo:Source ; foaf:homepage ?at }")
    }
    assert sorted(addresses - found_at) == []


def test_a_pattern_has_exactly_one_solution(store: ox.Store) -> None:
    assert {row[0]: n for row in LEDGER if (n := times(store, row[3])) != 1} == {}, LOST
    assert times(store, "alliance:ukquantum qo:hasMembership ?member .") > 1
    assert times(store, "alliance:ukquantum qo:hasMembership statement:qed-c-ibm .") == 0
