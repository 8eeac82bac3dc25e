"""Search forgives what people get wrong, and says when it had to."""

import pytest
from asking import graph

from qontology.knowledge import searching
from qontology.knowledge.searching import search

NAMES = graph().names


def found(sought: str) -> list[str]:
    hits, is_exact = search(NAMES, sought)
    assert not is_exact
    return [hit.name for hit in hits]


def test_what_is_written_as_a_name_is_written_is_found_as_such():
    hits, is_exact = search(NAMES, "Infineon")
    assert is_exact and hits[0].name == "Infineon"


@pytest.mark.parametrize(
    ("sought", "name"),
    [
        ("Infinion", "Infineon"),
        ("quantum economc consortium", "Quantum Economic Development Consortium"),
        ("consortium economic", "Quantum Economic Development Consortium"),
        ("默可尔", "默克尔"),
    ],
)
def test_wrong_letters_and_another_order_are_forgiven(sought, name):
    assert name in found(sought)


@pytest.mark.parametrize("sought", ["liangzi chanye", "LiangZiChanYe", "liangzichany"])
def test_pinyin_is_read_with_and_without_blanks(sought):
    pytest.importorskip("pypinyin")
    assert any("量子产业" in name for name in found(sought))


def test_pinyin_begins_with_a_whole_syllable():
    pytest.importorskip("pypinyin")
    assert not any("量子" in name for name in found("iangzichan"))


def test_traditional_characters_are_simplified():
    pytest.importorskip("opencc")
    assert "量子产业联盟" in found("量子產業聯盟")


def test_without_the_libraries_the_other_ways_are_tried(monkeypatch):
    monkeypatch.setattr(searching, "helper", lambda name: None)
    assert found("liangzi") == [] and "Infineon" in found("Infinion")
    assert not searching.has_helpers()


def test_what_is_like_nothing_finds_nothing():
    assert found("zzzzzz") == []
