"""What is said where no question of the library is meant."""

import pytest
from asking import study

from qontology.knowledge.unanswered import containing, elsewhere, unheard


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        ("QUTAC和QIC有什么不同？", ["compare", "QIC", "QUTAC"]),
        ("QUTAC缺什么", ["gaps", "QUTAC"]),
        ("Tell me about Q-STAR", ["show", "Q-STAR"]),
        ("QED-C是什么", ["show", "QED-C"]),
        ("Who is Celia Merzbacher?", ["show", "Celia Merzbacher"]),
        ("Germany", ["show", "Germany"]),
        ("more than the weather in Germany", []),
    ],
)
def test_the_verb_that_tells_it_is_named(asked: str, verb: list[str]) -> None:
    assert elsewhere(study(), asked) == verb


def test_words_of_questions_and_concepts_are_no_misspelt_names() -> None:
    left = frozenset({"study", "qutack", "2022", "ed", "property"})
    assert unheard(study(), "the study of Qutack in 2022 by ed on property", left) == {"qutack": ["QUTAC"]}


def test_chinese_characters_are_a_name_only_if_one_begins_with_them() -> None:
    assert containing("信息", ["中国信息协会"]) == [] == containing("博", ["博世集团"])
