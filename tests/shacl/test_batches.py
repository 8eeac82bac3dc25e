"""Checks that share their focus nodes are asked together first, and find what each finds alone."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from qontology.engine import Solutions
from qontology.shacl import Verbatim, compile_shapes
from qontology.shacl import execution as execution_module
from qontology.shacl.batches import batches
from qontology.shacl.execution import find, known_of
from qontology.shacl.patterns import Known
from qontology.shacl.probe import PROBE

SHAPES = ":S sh:targetClass :C ; sh:property [ sh:path :p ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ."


class Counting(Verbatim):
    """An engine that keeps the queries it is asked."""

    def __init__(self, statements: list[Quad]) -> None:
        super().__init__(statements)
        self.asked: list[str] = []

    def select(self, query: str) -> Solutions:
        self.asked.append(query)
        return super().select(query)


@pytest.fixture
def asked(turtle):
    """The findings of the shapes in some data, and the queries that it took, but for that of the class tree."""

    def validated(data: str) -> tuple[list[str], list[str]]:
        engine = Counting(turtle(data))
        found = list(find(compile_shapes(turtle(SHAPES)), engine))
        return sorted(finding.component for finding in found), engine.asked[1:]

    return validated


def test_where_all_conform_one_query_is_enough(asked) -> None:
    found, queries = asked(":a a :C ; :p :b .")
    assert (found, len(queries)) == ([], 1)


def test_where_some_fail_each_check_is_asked_of_these(asked) -> None:
    found, queries = asked(":a a :C ; :p :b . :c a :C . :d a :C ; :p 1 .")
    assert found == ["MinCountConstraintComponent", "NodeKindConstraintComponent"]
    assert len(queries) == 3
    assert all(
        "VALUES ?this { <http://example.org/" in query and "example.org/a>" not in query for query in queries[1:]
    )


@pytest.mark.parametrize("case", ["a blank node", "too many"])
def test_what_cannot_be_narrowed_is_asked_as_it_is(case: str, asked, monkeypatch) -> None:
    data = ":a a :C . :b a :C ."
    if case == "a blank node":
        data = "[] a :C . :b a :C ."
    else:
        monkeypatch.setattr(execution_module, "MOST_SUSPECTS", 1)
    found, queries = asked(data)
    assert found == ["MinCountConstraintComponent"] * 2
    assert not any("VALUES ?this" in query for query in queries)


def test_batches_find_what_the_checks_find_alone() -> None:
    quads = list(parse(path=PROBE, format=RdfFormat.TURTLE))
    compiled, engine = compile_shapes(quads), Verbatim(quads)
    run = execution_module.Run(compiled, engine, known_of(compiled, engine))
    together = Counter(find(compiled, engine))
    alone = Counter(finding for check in compiled.checks(run.known) for finding in run.findings(check))
    assert together == alone
    assert len(together) >= 60


def test_a_batch_is_never_heavier_than_one_query_can_be(turtle) -> None:
    many = " , ".join(f"[ sh:path :p{n} ; sh:minCount 1 ]" for n in range(100))
    found = list(batches(compile_shapes(turtle(f":S sh:targetClass :C ; sh:property {many} .")), Known()))
    assert [len(batch.checks) for batch in found] == [40, 40, 20]


@pytest.mark.parametrize(
    "constraint",
    [
        "sh:minCount 9",
        f"sh:in ( {' '.join(map(str, range(60)))} )",
        "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 9",
        "sh:sparql [ sh:select 'SELECT $this WHERE { $this a $this }' ]",
        "sh:node [ sh:property [ sh:path :q ; sh:minCount 9 ] ]",
    ],
)
def test_what_an_engine_tests_slowly_at_each_node_is_asked_for_all_at_once(constraint: str, turtle) -> None:
    cheap = ":S sh:targetClass :C ; sh:path :p ; sh:minCount 1 ; sh:class :D ."
    shapes = turtle(f"{cheap} :T sh:targetClass :C ; sh:property [ sh:path :p ; {constraint} ] .")
    found = list(batches(compile_shapes(shapes), Known()))
    assert [len(batch.checks) for batch in found] == [2, 1]
