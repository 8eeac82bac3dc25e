"""Virtuoso 7, which differs from other engines the most: what it is trusted with it finds, the rest is named.

The tests are skipped where the server is not installed (Debian: virtuoso-opensource-7 and virtuoso-opensource-7-bin).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import study_files
from virtuoso import virtuoso

import qontology
from qontology import assets, validate

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("of_the_study")]

CURATOR = Path(__file__).parent / "golden" / "curator.ttl"
LARGEST = 2**31 - 1
"""Virtuoso answers with a larger integer as a decimal, which the rule of the sums of money finds."""
OWN = [CURATOR, assets.root() / "data/world/programmes.ttl"]
"""What is validated beside the study: the curator's file, and programmes of the wider world, which have such a sum."""


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the study and what is validated beside it."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso"), [*study_files(), *OWN]) as address:
        yield address


def test_it_finds_what_the_embedded_engine_finds_but_for_what_it_is_not_trusted_with(endpoint: str) -> None:
    found = validate(endpoint=endpoint).findings
    there = [one for one in found if one.code != "literals-merged"]
    assert len(there) == len(found) - 1
    unchecked = {one.shape for one in there if one.code.startswith("not-")}
    here = [one for one in validate(*OWN).findings if one.code != "QO-001" and one.shape not in unchecked]
    large = f"SELECT DISTINCT ?f {{ ?f a qo:Funding ; qo:value ?v FILTER(?v > {LARGEST}) }}"
    decimals = [("QO-480", f"<{row[0].value}>") for row in qontology.load(*OWN).select(large).rows]
    assert sorted((one.code, str(one.node)) for one in there if one.shape not in unchecked) == sorted(
        [*((one.code, str(one.node)) for one in here), *decimals]
    )
    assert len(here) >= 7
    untrusted = {one.message.en.rpartition(": ")[2] for one in there if one.code == "not-trusted"}
    assert untrusted == {"pattern", "zeroOrMorePath"}  # whatever has none of these two is checked,
    assert len([one for one in there if one.code == "not-answered"]) <= 3  # but for three queries on which it fails


def test_what_is_fetched_from_it_is_validated_whole(endpoint: str) -> None:
    found = validate(endpoint=endpoint, download=True).findings
    assert {one.code for one in found} == {one.code for one in validate(*OWN).findings} | {"QO-480"}


def test_it_answers_questions_of_the_library(endpoint: str) -> None:
    here, there = qontology.load(*OWN), qontology.connect(endpoint)
    for question, alliance in (
        ("goals/of-alliance", "QUTAC"),
        ("structure/bodies", "QuIC"),
        ("structure/members", "QUTAC"),
    ):
        asked = there.query(question, alliance=alliance)
        assert len(asked.rows) > 1
        assert asked.rows == here.query(question, alliance=alliance).rows
