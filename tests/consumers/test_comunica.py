"""Comunica answers SPARQL over an export."""

import pytest
from consumers.reading import ALLIANCES, CLASSES, MEMBERS, expected

pytestmark = pytest.mark.long


def test_it_answers_a_question_over_an_export(exported, javascript) -> None:
    assert javascript("comunica.mjs", exported("nt"), CLASSES, ALLIANCES, MEMBERS) == expected()
