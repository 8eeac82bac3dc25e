"""An answer begins with a sentence that counts what its rows hold; it says nothing that the rows do not."""

import re

import pytest
from asking import graph, study
from pyoxigraph import NamedNode

from qontology.tables import Table
from qontology.telling.summary import COUNTED, NAMED, summary


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "QuIC: 9 bodies, 15 leaders (Bluspecs, Quside, QURECA, Multiverse Computing and 11 more)."),
        ("zh", "QuIC：9个内设机构、15个负责方（Bluspecs、Quside、QURECA、Multiverse Computing等）。"),
    ],
)
def test_what_all_rows_share_comes_first_then_numbers_with_the_first_names(language, sentence) -> None:
    found = summary(graph().query("structure/leaders", language=language), graph(), language)
    assert found == sentence


@pytest.mark.parametrize(
    ("language", "pattern"), [("en", r"of (\d+) of them no number"), ("zh", r"其中(\d+)家数量未知")]
)
def test_it_says_of_how_many_no_number_is_known(language, pattern) -> None:
    table = graph().query("structure/member-counts", language=language)
    counted = {row["alliance"] for row in table.to_dicts() if row["value"] is not None}
    unknown = {row["alliance"] for row in table.to_dicts()} - counted
    assert re.search(pattern, summary(table, graph(), language))[1] == str(len(unknown)) != "0"


def test_every_question_whose_answer_has_several_alliances_begins_with_their_number() -> None:
    counted = 0
    for question in study().library:
        if question.kind != "select" or question.is_for_exchange or "alliance" not in question.columns:
            continue
        table = study().query(question.id)
        place = table.columns.index("alliance")
        number = len({row[place] for row in table.rows if isinstance(row[place], NamedNode)})
        if number > 1 and next(each for each in table.columns if each in NAMED | COUNTED) == "alliance":
            assert f"{number} alliances (" in summary(table, study(), "en"), question.id
            counted += 1
    assert counted > 20


def test_one_row_needs_no_sentence_and_what_is_no_thing_has_none() -> None:
    table = graph().query("structure/leaders")
    assert summary(Table(table.columns, table.rows[:1]), graph(), "en") == ""
    assert summary(graph().select("SELECT ?year { ?a qo:hasFounding/qo:date ?year } LIMIT 5"), graph(), "en") == ""
