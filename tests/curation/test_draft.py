"""A first file for those who prefer Turtle: the name, and patterns to follow behind a #."""

import pytest

from qontology.curation.draft import draft
from qontology.errors import InputError
from qontology.turtle import format_turtle
from qontology.validation import validate


def test_a_first_file_says_no_more_than_the_name():
    text = draft("My Quantum Alliance", "我的量子联盟")
    facts = [line for line in text.splitlines() if line and not line.startswith(("#", "@"))]
    assert facts == [
        "alliance:my-quantum-alliance",
        "    a qo:Alliance ;",
        '    skos:prefLabel "My Quantum Alliance"@en , "我的量子联盟"@zh ;',
        "    .",
    ]


def test_validation_tells_what_is_to_be_done_next(tmp_path):
    (tmp_path / "mine.ttl").write_text(draft("My Quantum Alliance"), encoding="utf-8")
    codes = {finding.code for finding in validate(tmp_path / "mine.ttl").findings}
    assert {"QO-101", "QO-103", "QO-123", "QO-601"} <= codes


def test_the_patterns_are_turtle_when_the_hash_is_taken_away():
    text = draft("My Quantum Alliance")
    head, _, patterns = text.partition('"My Quantum Alliance"@en ;\n    .\n')
    lines = [line.removeprefix("# ").removeprefix("#") for line in patterns.splitlines()]
    formatted = format_turtle(head + '"My Quantum Alliance"@en ;\n    .\n' + "\n".join(lines))
    assert "statement:my-quantum-alliance-member-2026-03\n    a qo:Count ;" in formatted


def test_a_name_of_which_no_iri_can_be_made_is_refused():
    with pytest.raises(InputError, match="no IRI can be made of the name 量子联盟; give the English name"):
        draft("量子联盟")
