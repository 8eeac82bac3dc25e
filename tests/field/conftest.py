"""The shapes of the field, where ``make field`` has fetched them; what is missing is skipped, and pytest counts it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from field.cases import BASE, DATA, Case

from qontology.reading import Source, find_sources
from qontology.reading.surroundings import Surroundings

FETCHED = Path(os.environ.get("QONTOLOGY_FIELD", Path(__file__).resolve().parents[2] / ".field"))

Files = tuple[list[Source], list[Source], list[Source]]


@pytest.fixture
def files() -> Callable[[Case], Files]:
    """The shapes, the data, and what is read beside these, of a case."""

    def found(*patterns: str) -> list[Source]:
        names = [name for pattern in patterns for folder in (DATA, FETCHED) for name in sorted(folder.glob(pattern))]
        if patterns and not names:
            pytest.skip("needs the shapes that `make field` fetches")
        return find_sources(names, Surroundings(BASE))

    def of(case: Case) -> Files:
        own = DATA / case.data
        data = find_sources([own]) if own.exists() else found(case.data)
        return found(*case.shapes), data, found(*case.beside)

    return of
