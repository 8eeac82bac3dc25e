"""Tables that people read: every column has its words in both languages, every IRI that has a name shows it."""

import json

from qontology.knowledge.headings import HEADINGS, heading
from qontology.knowledge.library import Library

SELECTS = [question for question in Library() if question.kind == "select" and not question.is_for_exchange]


def test_every_column_of_every_question_has_its_words():
    assert {column for question in SELECTS for column in question.columns} - HEADINGS.keys() == set()


def test_every_parameter_of_every_question_has_its_words():
    assert parameters() - HEADINGS.keys() == {"language"}  # which nobody is asked for


def parameters() -> set[str]:
    return {parameter.name for question in SELECTS for parameter in question.parameters}


def test_every_word_is_that_of_a_column_or_parameter_and_chinese():
    columns = {column for question in SELECTS for column in question.columns}
    assert HEADINGS.keys() - columns - parameters() == {"answer", "found"}  # these are of ASK and of search
    assert all(any("一" <= char <= "鿿" for char in text.zh) for text in HEADINGS.values())


def test_no_answer_has_two_columns_of_one_name():
    for question in SELECTS:
        for language in ("en", "zh"):
            heads = [heading(column, language) for column in question.columns]
            assert len(set(heads)) == len(heads), (question.id, heads)


def test_an_iri_has_its_name_beside_it(run):
    text = run("query", "goals/of-alliance", "alliance=QUTAC").out
    assert "QUTAC (alliance:qutac)" in text and "table 2, QUTAC, goal 1" in text


def test_a_name_that_the_row_has_already_is_not_told_twice(run):
    line = next(line for line in run("query", "structure/heads").out.splitlines() if "organization:toshiba" in line)
    assert line.count("Toshiba") == 1


def test_headings_places_and_truth_are_in_the_language_of_the_reader(run):
    text = run("query", "compare/as-of", "--lang", "zh").out
    assert "是否确定" in text and "true" not in text and "QUTAC（alliance:qutac）" in text


def test_programs_get_what_the_query_says(run):
    found = json.loads(run("query", "goals/of-alliance", "alliance=QUTAC", "-f", "json", "--lang", "zh").out)
    assert found["head"]["vars"] == ["alliance", "goal", "theme", "source"]
    head, first, *_ = run("query", "goals/of-alliance", "alliance=QUTAC", "-f", "csv", "--lang", "zh").out.splitlines()
    assert head == "alliance,goal,theme,source" and first.startswith("https://w3id.org/qontology/id/alliance/qutac,")
