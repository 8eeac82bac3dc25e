"""Every screen fits the terminal and keeps words whole; what is piped is the same whatever the terminal is."""

import re
from pathlib import Path

import pytest

from qontology.characters import columns
from qontology.cli.answers import CUT
from qontology.cli.parser import VERBS
from qontology.knowledge.library import Library

ROOT = Path(__file__).resolve().parents[2]
OWN = str(ROOT / "docs/examples/my-alliance.ttl")
BROKEN = "tests/goals/shapes/QO-301/bad.ttl"  # whose place stays whole, to be looked up
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
    "similar": ["similar", "QIC"],
    "gaps": ["gaps", "QIC"],
    "timeline": ["timeline"],
    "explain": ["explain", "QUTAC", "status"],
    "conflicts": ["conflicts", "KQIA"],
    "freshness": ["freshness", "KQIA"],
    "card": ["query", "--list", "structure/leaders-by-theme"],
    "rule": ["validate", "--rule", "QO-601"],
    "tour of one's own": ["tour", "--data", OWN],
    "people": ["query", "structure/people", "alliance=QED-C"],
    "own query": ["query", "SELECT ?a ?name { ?a a qo:Alliance ; skos:prefLabel ?name } ORDER BY ?a LIMIT 9"],
    "ask of several": ["ask", "Korean alliances"],
    "ask of no rows": ["ask", "who leads QUTAC"],
    "list of questions": ["query", "--list", "members"],
    "findings": ["validate", BROKEN],
    "version": ["version"],
    "help": ["--help"],
    **{f"help of {verb}": [verb, "--help"] for verb in VERBS},
}
ASKED = sorted(question.id for question in Library() if question.kind == "select" and not question.is_for_exchange)[::6]
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


@pytest.fixture
def at_each_width(run, terminal, monkeypatch):
    """What a command prints to a file, and to a terminal of each width."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(ROOT)

    def printed(*command: str) -> tuple[str, dict[int, str]]:
        whole = run(*command).out
        texts = {}
        for width in WIDTHS:
            terminal(width)
            texts[width] = run(*command).out
        return whole, texts

    return printed


@each_language
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_fits_each_terminal_and_breaks_no_word(screen, language, at_each_width):
    whole, texts = at_each_width(*SCREENS[screen], "--lang", language)
    for width, text in texts.items():
        shown = text.split("\n\n")[1] if screen == "rule" else text  # the examples of a rule are files as they stand
        assert {line for line in shown.splitlines() if columns(line) > width} == set(), width
        assert broken(shown, whole, width) == set(), width


@each_language
@pytest.mark.parametrize("name", ASKED)
def test_an_answer_fits_each_terminal_and_breaks_no_word(name, language, at_each_width):
    whole, texts = at_each_width("query", name, "--lang", language)
    for width, text in texts.items():
        assert {line for line in text.splitlines() if columns(line) > width} == set(), width
        assert broken(text, whole + CUT.en, width) == set(), width


@pytest.mark.parametrize("screen", SCREENS)
def test_what_is_piped_does_not_depend_on_the_terminal(screen, run, monkeypatch):
    if "help" in screen:
        return  # argparse follows COLUMNS, as other programs' help does
    monkeypatch.chdir(ROOT)
    plain = run(*SCREENS[screen]).out
    monkeypatch.setenv("COLUMNS", "45")
    assert run(*SCREENS[screen]).out == plain
