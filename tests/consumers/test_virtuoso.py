"""Virtuoso 7 takes an export, and answers questions of the library as we do, with what it once got wrong among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from consumers.reading import as_asked, expected
from virtuoso import virtuoso

import qontology

PORTABLE = (
    "compare/as-of",
    "compare/formation",
    "compare/initiatives",
    "compare/structure",
    "core/places",
    "formation/basis",
    "formation/founded-by",
    "structure/member-kinds",
)
"""Questions with texts padded to days, with truth values, and with the least of several values."""


@pytest.fixture(scope="module")
def there(exported, tmp_path_factory: pytest.TempPathFactory) -> Iterator[qontology.KnowledgeGraph]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso"), [exported("nt")]) as address:
        yield qontology.connect(address, graphs=["urn:g"])


def test_it_takes_an_export(there) -> None:
    assert as_asked(lambda query: [row[0].value for row in there.select(query).rows], len(there)) == expected()


@pytest.mark.parametrize("name", PORTABLE)
def test_it_answers_as_we_do(name: str, there) -> None:
    # As a set: rows that hold a truth value it does not take for the same, and DISTINCT leaves both.
    ours = set(qontology.load().query(name).rows)
    assert ours and set(there.query(name).rows) == ours
