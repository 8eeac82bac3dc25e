"""``ask``: a question in words, its answer, and what is said where none or several questions are meant."""

import json
import shlex
from pathlib import Path

import pytest

EXPECTED = Path(__file__).with_name("expected")
ASKED = {
    "standards-en": ("who leads the work on standards?", "en"),
    "standards-zh": ("谁负责标准方面的工作？", "zh"),
    "tier-en": ("Who is shut out of QED-C's second tier?", "en"),
}


@pytest.mark.parametrize("name", ASKED)
def test_an_answer_is_the_stored_one(name, run, stored):
    """Above it stands what was understood, so that nobody takes the answer to another question for that to theirs."""
    words, language = ASKED[name]
    outcome = run("ask", words, "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    stored(EXPECTED / f"ask-{name}.txt", outcome.out)


@pytest.mark.parametrize("name", ASKED)
def test_the_command_that_is_shown_gives_the_same_rows(name, run):
    words, language = ASKED[name]
    shown = run("ask", words, "--lang", language).out.splitlines()[1]
    program, *arguments = shlex.split(shown)
    assert program == "qontology"
    again = run(*arguments, "--lang", language, "--format", "json")
    assert json.loads(run("ask", words, "--lang", language, "--format", "json").out) == json.loads(again.out)


def test_where_two_questions_fit_alike_both_are_named_and_none_is_answered(run):
    outcome = run("ask", "sources")
    assert (outcome.code, outcome.out) == (2, "")
    assert "qontology query evidence/source-details" in outcome.err
    assert "qontology query evidence/sources" in outcome.err


@pytest.mark.parametrize(
    ("words", "look"),
    [
        ("What does it cost to join QED-C?", "qontology show QED-C tells all that is known of it"),
        ("Does QUTAC quarrel with QED-C?", "qontology compare QED-C QUTAC sets them side by side"),
        ("How do QUTAC and QED-C differ?", "qontology compare QED-C QUTAC sets them side by side"),
        ("What is missing in QUTAC?", "qontology gaps QUTAC tells which of its goals nothing serves"),
        ("What could QIC learn from others?", "qontology gaps QIC tells which of its goals nothing serves"),
        ("Who is Celia Merzbacher?", "qontology show 'Celia Merzbacher' tells all that is known of it"),
    ],
)
def test_where_nothing_fits_what_is_spoken_of_can_be_looked_at(words, look, run):
    outcome = run("ask", words)
    assert (outcome.code, outcome.out) == (2, "") and look in outcome.err


def test_words_need_no_quotes(run):
    assert run("ask", "members", "of", "QIC").out == run("ask", "members of QIC").out


def test_words_that_the_answer_does_not_take_into_account_are_said(run):
    """Above the answer or, where that is data, beside it: nobody is to think that it depends on them."""
    told = "not taken into account: standards\n"
    outcome = run("ask", "Which alliances have a working group on standards?")
    assert outcome.out.splitlines(keepends=True)[2] == told
    outcome = run("ask", "Which alliances have a working group on standards?", "-f", "csv")
    assert outcome.err == told and told not in outcome.out
    assert "not taken" not in run("ask", "members of QIC").out


def test_where_nothing_fits_the_nearest_are_named_and_not_answered(run):
    outcome = run("ask", "QuIC的德国成员有哪些？", "--lang", "zh")
    assert (outcome.code, outcome.out) == (2, "")
    assert "qontology query structure/members alliance=QuIC" in outcome.err.partition("最接近的是：")[2]
    assert "nearest" not in run("ask", "What is the weather in Brussels?").err


def test_no_rows_are_not_nothing_in_the_world(run):
    outcome = run("ask", "Which universities are members of QuIC?")
    assert outcome.out.endswith("\n\nno rows: the graph tells of none; there may be some all the same\n")


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("what are the goals of Qutack?", "en", "nothing here is called qutack; near it: QUTAC;"),
        ("what are the goals of Qutack?", "en", "qontology ask 'what are the goals of QUTAC?'"),
        ("is Bosch in QuIC?", "en", "near it: Bosch Group, Robert Bosch GmbH;"),
        ("Infinion memberships", "en", "qontology ask 'Infineon memberships'"),
        ("博世参加了哪些联盟？", "zh", "没有名为“博世”的事物，相近的有：博世集团、"),
    ],
)
def test_a_name_that_is_misspelt_or_not_whole_is_told_with_those_that_come_near(words, language, told, run):
    outcome = run("ask", words, "--lang", language)
    assert (outcome.code, outcome.out) == (2, "") and told in outcome.err
    assert run("ask", words, "--lang", language, "-f", "csv").out == ""


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("memebers of QuIC", "en", "read as: members of QuIC"),
        ("wich aliances wer foundd in 2020", "en", "read as: which alliances were founded in 2020"),
        ("哪些聯盟關注標準", "zh", "理解为：哪些联盟关注标准"),
    ],
)
def test_misspelt_words_and_traditional_characters_are_understood_and_that_is_said(words, language, told, run):
    outcome = run("ask", words, "--lang", language)
    assert outcome.code == 0 and outcome.out.splitlines()[2] == told
    assert told in run("ask", words, "--lang", language, "-f", "csv").err
    assert "read as" not in run("ask", "members of QuIC").out


@pytest.mark.parametrize(
    "words",
    [
        "What does the tax office say of this?",
        "¿Quiénes son los miembros de QIC?",
        "asdf qwer",
        "Which alliances exist in Asia?",
        "does QuIC have a working group on intellectual property?",
        "Which initiatives deal with quantum sensing?",
        "美国量子经济发展联盟谁说了算",
        "华为在哪些联盟里",
    ],
)
def test_what_is_no_name_is_not_told_as_one_that_is_misspelt(words, run):
    outcome = run("ask", words, "--lang", "en")
    assert (outcome.code, outcome.out) == (2, "") and "no question of the library fits" in outcome.err


@pytest.mark.parametrize(
    ("words", "language", "told", "name"),
    [
        ("who leads QUTAC?", "en", "the graph has no rows for: Who leads each body?", "Infineon"),
        ("Who leads Q-STAR?", "en", "the graph has no rows for: Who leads each body?", "Toshiba"),
    ],
)
def test_where_the_best_question_has_no_rows_the_next_that_fits_as_well_answers_and_that_is_said(
    words, language, told, name, run
):
    outcome = run("ask", words, "--lang", language)
    assert outcome.code == 0 and told in outcome.out and name in outcome.out
    assert "qontology query core/roles" in outcome.out
    assert told in run("ask", words, "--lang", language, "-f", "csv").err
