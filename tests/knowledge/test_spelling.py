"""Words of a question are read as they were meant, and a name stays as it is, known or not."""

from __future__ import annotations

import pytest

from qontology import load
from qontology.knowledge.spelling import KnownWords
from qontology.knowledge.unanswered import unheard
from qontology.knowledge.words import stem

GRAPH = load()
KNOWN = KnownWords(GRAPH)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wich allainces are goverment-led", "which alliances are government-led"),
        ("who chairs the comittees", "who chairs the committees"),
        ("Members of QUTAC", "Members of QUTAC"),
        ("誰牽頭標準工作", "谁牵头标准工作"),
    ],
)
def test_a_misspelt_word_is_the_known_one_that_it_is_like(typed: str, meant: str) -> None:
    assert KNOWN.mended(typed) == meant


@pytest.mark.parametrize("name", ["Bosch", "Zapata", "Qutack", "Ruritania", "IBM", "of", "x"])
def test_what_may_be_a_name_or_is_short_stays(name: str) -> None:
    assert KNOWN.mended(name) == name


def test_a_name_that_nothing_bears_is_told_with_those_that_come_near() -> None:
    assert unheard(GRAPH, "which alliances is Siemns in?", frozenset({stem("siemns")})) == {"siemns": ["Siemens"]}
    assert unheard(GRAPH, "which alliances is Zyxwvut in?", frozenset({stem("zyxwvut")})) == {}
