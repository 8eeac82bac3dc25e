"""Findings hold terms and paths; what programs read of them is text, and reports are in one order."""

from __future__ import annotations

import pickle
from dataclasses import replace
from itertools import permutations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from qontology.findings import Finding, Report, Severity
from qontology.language import Text
from qontology.sparql.paths import Inverse, Predicate

A, B = NamedNode("urn:a"), NamedNode("urn:b")
FULL = Finding(
    "S",
    Severity.INFO,
    A,
    Text("wrong", "有误"),
    path=Inverse(Predicate(B)),
    value=Literal("x", language="en"),
    shape=BlankNode("s"),
    related=(B, Literal("1")),
)
SMALLEST = Finding("S", Severity.INFO, None, Text("wrong", "有误"))


def test_for_programs_terms_are_in_n_triples_and_paths_in_sparql() -> None:
    told = FULL.to_dict()
    assert [told[name] for name in ("node", "path", "value", "shape")] == ["<urn:a>", "^<urn:b>", '"x"@en', "_:s"]
    assert told["related"] == ["<urn:b>", '"1"']


def test_what_is_absent_is_none() -> None:
    assert {SMALLEST.to_dict()[name] for name in ("node", "path", "value", "shape", "remedy", "file")} == {None}


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("node", A, B),
        ("node", Literal("z"), A),
        ("node", A, BlankNode("a")),
        ("path", Predicate(A), Predicate(B)),
        ("value", Literal("10"), Literal("9")),
        ("shape", A, B),
    ],
)
def test_findings_that_differ_in_one_part_are_ordered_by_its_text(name: str, first: object, second: object) -> None:
    wanted = tuple(replace(SMALLEST, **{name: part}) for part in (None, first, second))
    for some in permutations(wanted):
        assert Report.of(some, engine="", shapes=[], data=[]).findings == wanted


def test_a_finding_is_the_same_in_another_process() -> None:
    again = pickle.loads(pickle.dumps(FULL))
    assert again == FULL and hash(again) == hash(FULL)


def test_message_remedy_and_place_do_not_make_it_another_finding() -> None:
    same = replace(FULL, message=Text("", ""), remedy=Text("", ""), file="a.ttl", line=1)
    assert same.identity == FULL.identity
    for other in (replace(FULL, value=None), replace(FULL, path=None), replace(FULL, severity=Severity.WARNING)):
        assert other.identity != FULL.identity
