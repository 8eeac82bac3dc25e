"""A term of the ontology, told to those who write data."""

import pytest
from asking import graph

from qontology.errors import InputError
from qontology.telling.term import find_term, term


def lines(name: str, language: str = "en") -> dict[str, list[str]]:
    """The texts of a term by their labels; a line without a label continues the one above."""
    found: dict[str, list[str]] = {}
    label = ""
    for line in term(graph(), find_term(graph(), name), language).lines:
        label = line.label or label
        found.setdefault(label, []).append(line.text)
    return found


def test_a_property_has_its_definition_in_both_languages_its_slots_rules_and_questions() -> None:
    told = lines("qo:member")
    assert told["definition"] == ["Relates a membership to the organization that belongs."]
    assert told["in Chinese"][0].startswith("成员：")
    assert (told["used on"], told["leads to"]) == (["membership"], ["organization"])
    assert any(text.startswith("QO-421  ") for text in told["rules"])
    assert any(text.startswith("structure/members  ") for text in told["questions"])


def test_a_concept_has_the_questions_that_can_be_asked_by_it_and_examples() -> None:
    told = lines("标准与标准化", "zh")
    assert any(text.startswith("goals/by-theme  ") for text in told["相关查询"])
    assert len(told["数据中的例子"]) == 3


def test_an_example_of_a_relation_names_its_owner() -> None:
    assert all(text.count(" · ") >= 2 for text in lines("qo:Membership")["in the data"])


def test_a_thing_of_the_data_is_no_term() -> None:
    with pytest.raises(InputError, match="is a thing of the data, not a term"):
        find_term(graph(), "QUTAC")
