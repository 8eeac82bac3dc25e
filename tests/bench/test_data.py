"""The data that speed is measured on: each fault is found where it was sown, and nothing else is."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from bench.foreign import PEOPLE, SHAPES
from bench.generate import ALLIANCES
from bench.seeding import Fault, Pattern, Seeded, difference
from bench.shapes import CHOSEN, write_shapes
from bench.validation import code_of
from qontology import assets, validate
from qontology.findings.findings import Report
from qontology.shacl import CompiledShapes, compile_shapes
from qontology.turtle import format_turtle

PATTERNS = pytest.mark.parametrize("pattern", [ALLIANCES, PEOPLE], ids=lambda pattern: pattern.name)


def identities(report: Report) -> list[tuple[str, str]]:
    return [(code_of(one.shape.value), str(one.node)) for one in report.findings if one.shape is not None]


def check(report: Report, seeded: Seeded) -> None:
    assert str(difference(identities(report), seeded.findings)) == "every finding right"
    assert all(finding.line for finding in report.findings)


def test_every_fault_against_our_rules_is_found_and_no_other(tmp_path: Path) -> None:
    seeded = ALLIANCES.write(tmp_path, 10_000, every=1)
    report = validate(seeded.path)
    check(report, seeded)
    assert {finding.code for finding in report.findings} == {fault.code for fault in ALLIANCES.faults}


def test_every_fault_against_foreign_rules_is_found_and_no_other(tmp_path: Path) -> None:
    seeded = PEOPLE.write(tmp_path, 1_000, every=1)
    report = validate(seeded.path, shapes=[SHAPES], with_shipped=False)
    check(report, seeded)
    codes = {check.code for check in compiled([SHAPES]).checks()}
    assert {code for code, _ in seeded.findings} == codes


def test_the_foreign_shapes_are_in_the_canonical_layout() -> None:
    text = SHAPES.read_text(encoding="utf-8")
    assert format_turtle(text) == text, "run qontology fmt bench/foreign.ttl"


def test_faults_are_of_many_kinds_and_against_every_module() -> None:
    codes = {fault.code for fault in ALLIANCES.faults}
    assert len(codes) >= 25
    shipped = {check.code for check in compiled(assets.files("shapes")).checks()}
    assert codes < shipped
    assert {code[3] for code in codes} == {code[3] for code in shipped}


@PATTERNS
def test_a_pattern_has_as_many_triples_and_things_as_it_says(pattern: Pattern, tmp_path: Path) -> None:
    one, two = (
        [quad.triple for quad in parse(path=pattern.write(tmp_path, size * pattern.triples, every=9).path)]
        for size in (1, 2)
    )
    assert len(two) - len(one) == pattern.triples
    assert len({triple.subject for triple in two}) - len({triple.subject for triple in one}) == pattern.things


@PATTERNS
def test_one_thing_of_a_hundred_is_at_fault(pattern: Pattern, tmp_path: Path) -> None:
    seeded = pattern.write(tmp_path, 50_000)
    things = 50_000 / pattern.triples * pattern.things
    assert 0.8 < 100 * len(seeded.findings) / things < 1.2


def test_a_fault_that_would_change_nothing_is_refused() -> None:
    fault = Fault("QO-101", ("a{n}",), "qo:colour", "")
    with pytest.raises(ValueError, match="QO-101: the text to change is not in the pattern once"):
        ALLIANCES.spoilt(fault)


def test_the_chosen_shapes_have_constraints_of_all_kinds_and_faults_in_the_data(tmp_path: Path) -> None:
    assert len(CHOSEN) == 25
    assert set(CHOSEN) < {fault.code for fault in ALLIANCES.faults}
    of_links = {"NodeKindConstraintComponent", "PatternConstraintComponent"}  # the data that grows has no links
    assert kinds([write_shapes(tmp_path)]) == kinds(assets.files("shapes")) - of_links


def test_the_chosen_shapes_find_what_they_find_among_all(tmp_path: Path) -> None:
    seeded = ALLIANCES.write(tmp_path, 10_000, every=1)
    report = validate(seeded.path, shapes=[write_shapes(tmp_path)])
    assert str(difference(identities(report), seeded.of(CHOSEN))) == "every finding right"


def test_a_finding_that_is_made_twice_is_invented_once() -> None:
    one, other = ("QO-101", "<urn:a>"), ("QO-102", "<urn:a>")
    assert difference([one, one], [one, other]) == ((other,), (one,))
    assert str(difference([one, one], [one, other])) == "misses 1, invents 1"


def compiled(paths: list[Path]) -> CompiledShapes:
    return compile_shapes(quad for path in paths for quad in parse(path=path, format=RdfFormat.TURTLE))


def kinds(paths: list[Path]) -> set[str]:
    return {check.constraint.source_component for check in compiled(paths).checks()}
