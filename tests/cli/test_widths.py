"""Every screen fits the terminal and keeps words whole; what is piped is the same whatever the terminal is."""

import re

import pytest

from qontology.characters import columns
from qontology.knowledge.library import Library

WIDTHS = (60, 80, 120)
SCREENS = {
    "tour": ["tour"],
    "ask": ["ask", "who leads the work on standards"],
    "show": ["show", "QUTAC"],
    "describe": ["describe", "qo:Membership"],
    "stats": ["stats"],
    "list": ["list"],
    "list alliances": ["list", "alliances"],
    "search": ["search", "quantum"],
    "compare": ["compare"],
    "two": ["compare", "QUTAC", "QIC"],
    "overlap": ["compare", "--overlap"],
    "organizations": ["compare", "--organizations"],
    "gaps": ["gaps", "QIC"],
    "timeline": ["timeline"],
    "explain": ["explain", "QUTAC", "status"],
    "conflicts": ["conflicts", "KQIA"],
    "freshness": ["freshness", "KQIA"],
    "card": ["query", "--list", "structure/leaders-by-theme"],
    "rule": ["validate", "--rule", "QO-601"],
    "help": ["--help"],
    "help of a verb": ["query", "--help"],
}
ASKED = sorted(question.id for question in Library() if question.kind == "select" and not question.is_for_exchange)[::6]
each_width = pytest.mark.parametrize("width", WIDTHS)
each_language = pytest.mark.parametrize("language", ["en", "zh"])


WORD = re.compile(r"[^\W\d_\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]{2,}")
"""Letters other than Chinese characters, beside which a line may end."""


def broken(text: str, whole: str, width: int) -> set[str]:
    """The words of a text that are no words of the same text at ease: those that were broken, or nearly all of them.

    A word of a third of the terminal may be broken, since nothing has a place for it.
    """
    known = set(WORD.findall(whole))
    long = {word for word in whole.split() if columns(word) > width / 3}
    found = {word for word in WORD.findall(text) if word.isascii()} - known
    return {word for word in found if not any(word in each for each in long)}


@each_width
@each_language
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_the_terminal_and_breaks_no_word(screen, language, width, run, terminal, monkeypatch):
    whole = run(*SCREENS[screen], "--lang", language).out
    terminal(width)
    monkeypatch.delenv("COLUMNS", raising=False)
    text = run(*SCREENS[screen], "--lang", language).out
    if screen == "rule":  # its examples are files as they stand
        text = text.split("\n\n")[1]
    assert {line for line in text.splitlines() if columns(line) > width} == set()
    assert broken(text, whole, width) == set()


@each_width
@each_language
@pytest.mark.parametrize("name", ASKED)
def test_an_answer_fits_the_terminal_and_breaks_no_word(name, language, width, run, terminal):
    whole = run("query", name, "--lang", language).out
    terminal(width)
    text = run("query", name, "--lang", language).out
    assert {line for line in text.splitlines() if columns(line) > width} == set()
    assert broken(text, whole, width) == set()


@pytest.mark.parametrize("screen", SCREENS)
def test_what_is_piped_does_not_depend_on_the_terminal(screen, run, monkeypatch):
    if "help" in screen:
        return  # argparse follows COLUMNS, as other programs' help does
    plain = run(*SCREENS[screen]).out
    monkeypatch.setenv("COLUMNS", "45")
    assert run(*SCREENS[screen]).out == plain
