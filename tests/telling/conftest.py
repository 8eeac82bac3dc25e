"""Pages for people, each made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Page = Callable[..., str]


@pytest.fixture(scope="session")
def made() -> dict[tuple[str, ...], str]:
    return {}


@pytest.fixture
def page(run, made) -> Page:
    """What a verb prints of the shipped graph, away from any terminal; it has to end well and without complaint."""

    def printed(*arguments: str) -> str:
        if arguments not in made:
            outcome = run(*arguments)
            assert (outcome.code, outcome.err) == (0, "")
            made[arguments] = outcome.out
        return made[arguments]

    return printed
