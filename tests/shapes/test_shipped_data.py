"""What is shipped satisfies the shapes, as it stands and with all that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pyoxigraph as ox
import pytest
from asking import is_of_the_web

from qontology.assets import files

Triples = Iterable[ox.Triple]
Catch = Callable[[Triples], set[tuple[str, str]]]
Close = Callable[[Triples], Triples]


@pytest.fixture(scope="module")
def shipped() -> list[ox.Triple]:
    return [quad.triple for folder in ("ontology", "data") for path in files(folder) for quad in ox.parse(path=path)]


def test_the_shipped_data_gives_no_finding_of_any_severity(shipped: list[ox.Triple], catch: Catch) -> None:
    assert catch(shipped) == set()


@pytest.mark.long
def test_nor_does_what_follows_from_the_study(catch: Catch, close: Close) -> None:
    """The study alone, since owlrl needs many minutes for the world, whose facts have the same patterns."""
    paths = [*files("ontology"), *(path for path in files("data") if not is_of_the_web(path))]
    assert catch(close([quad.triple for path in paths for quad in ox.parse(path=path)])) == set()
