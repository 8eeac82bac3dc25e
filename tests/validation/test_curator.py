"""A curator's file with ten mistakes: the text of the report alone is enough to mend them all."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("of_the_study")

GOLDEN = Path(__file__).parent / "golden"

MISTAKES = {
    "a name in one language only": "QO-103",
    "a region where a country is asked": "QO-121",
    "a year that is none": "QO-112",
    "a misspelt concept": "QO-142",
    "a misspelt property": "QO-001",
    "no evidence": "QO-601",
    "half-width punctuation in Chinese": "QO-110",
    "a negative count": "QO-441",
    "an end before the start": "QO-114",
    "a passage without locator": "QO-612",
}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_is_the_expected_one(language, command, monkeypatch, stored):
    monkeypatch.chdir(GOLDEN)
    outcome = command("curator.ttl", "--lang", language)
    stored(GOLDEN / f"curator.{language}.txt", outcome.out)
    assert (outcome.code, outcome.err) == (1, "")


def test_each_mistake_is_found(command):
    told = command(GOLDEN / "curator.ttl").out
    assert [mistake for mistake, code in MISTAKES.items() if f" {code}: " not in told] == []


def test_the_file_that_follows_every_remedy_has_no_findings(command):
    outcome = command(GOLDEN / "curator-mended.ttl")
    assert outcome.out == "No findings; 1 file checked; engine: embedded.\n"
    assert outcome.code == 0
