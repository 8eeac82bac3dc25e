"""The shipped shapes: the compiled engine and TopBraid find the same, in all twins and in the data of the study."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from shapes.twins import TWINS, together

from qontology import assets

pytestmark = pytest.mark.long


def triples(folder: str) -> list[ox.Triple]:
    return [quad.triple for path in assets.files(folder) for quad in ox.parse(path=path)]


def test_both_engines_find_the_same_in_all_twins(both) -> None:
    """They stand in one world, where some are found by more shapes than their own."""
    world, expected = together()
    ours, theirs = both(triples("shapes"), world)
    assert ours == theirs
    assert len(ours) >= len(expected) >= len(TWINS) / 2


def test_neither_engine_finds_anything_in_the_data_of_the_study(both, of_the_study: None) -> None:
    ours, theirs = both(triples("shapes"), [*triples("ontology"), *triples("data")])
    assert not ours
    assert not theirs
