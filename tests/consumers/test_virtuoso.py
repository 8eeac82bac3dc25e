"""Virtuoso 7 takes an export, and answers questions of the library as we do, with what it once got wrong among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asking import study
from consumers.reading import as_asked, expected
from virtuoso import virtuoso

import qontology

pytestmark = pytest.mark.long

PORTABLE = (
    "compare/as-of",
    "compare/formation",
    "compare/initiatives",
    "compare/structure",
    "compare/table-1",
    "compare/table-2",
    "compare/table-3",
    "compare/table-4",
    "compare/table-5",
    "compare/technology-matrix",
    "compare/theme-matrix",
    "core/identifiers",
    "core/names",
    "core/places",
    "formation/basis",
    "formation/beginnings",
    "formation/founded-by",
    "structure/member-kinds",
)
"""Questions with texts padded to days, truth values, the least of several values, and parts cut out of texts."""


VERBS = {
    "compare": ["compare", "QUTAC", "QIC"],
    "explain": ["explain", "Airbus", "participates in"],
    "search": ["search", "quantum"],
    "show": ["show", "QUTAC"],
    "timeline": ["timeline", "QUTAC"],
}


@pytest.fixture(scope="module")
def address(exported, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso"), [exported("nt")]) as found:
        yield found


@pytest.fixture
def there(address: str) -> qontology.KnowledgeGraph:
    return qontology.connect(address, graphs=["urn:g"])


def test_it_takes_an_export(there) -> None:
    assert as_asked(lambda query: [row[0].value for row in there.select(query).rows], len(there)) == expected()


@pytest.mark.parametrize("name", PORTABLE)
def test_it_answers_as_we_do(name: str, there) -> None:
    # As a set: rows that hold a truth value it does not take for the same, and DISTINCT leaves both.
    ours = set(study().query(name).rows)
    assert ours and set(there.query(name).rows) == ours


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_tells_of_it_as_of_what_is_shipped(verb: str, address: str, run, of_the_study) -> None:
    there = run(*VERBS[verb], "--endpoint", address, "--graph", "urn:g")
    assert there.code == 0 and there.out == run(*VERBS[verb]).out
