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
    ],
)
def test_where_nothing_fits_what_is_spoken_of_can_be_looked_at(words, look, run):
    outcome = run("ask", words)
    assert (outcome.code, outcome.out) == (2, "") and look in outcome.err


def test_words_need_no_quotes(run):
    assert run("ask", "members", "of", "QIC").out == run("ask", "members of QIC").out
