"""What was typed, as it was meant; names and words that are right stay as they are."""

import pytest
from asking import study

from qontology.knowledge import searching
from qontology.knowledge.dates import dated
from qontology.knowledge.spelling import Lexicon


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("memebers of QuIC", "members of QuIC"),
        ("gaols of QUTAC", "goals of QUTAC"),
        ("wich aliances wer foundd in 2020", "which alliances were founded in 2020"),
        ("哪些聯盟關注標準", "哪些联盟关注标准"),
    ],
)
def test_words_that_are_nearly_known_ones_are_put_right(typed: str, meant: str) -> None:
    assert Lexicon(study()).mended(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "How tall is the weather?",
        "is Bosch in QuIC?",
        "Infinion",
        "Qutack",
        "BMW and SAP",
        "tax",
        "QUTAC的成员有哪些？",
    ],
)
def test_names_and_other_words_stay_as_they_are(typed: str) -> None:
    assert Lexicon(study()).mended(typed) == typed


def test_without_the_library_traditional_characters_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "helper", lambda name: None)
    assert Lexicon(study()).mended("聯盟") == "聯盟"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("in June 2022", "in 2022-06"),
        ("on 3rd Sept. 2021", "on 2021-09-03"),
        ("May 3, 2021", "2021-05-03"),
        ("2022年6月3日", "2022-06-03"),
        ("2022年11月份QED-C", "2022-11 QED-C"),
        ("2022年", "2022年"),
        ("may 20 members join", "may 20 members join"),
    ],
)
def test_months_and_days_become_numbers(said: str, date: str) -> None:
    assert dated(said) == date
