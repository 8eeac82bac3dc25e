"""What ``show`` says of a thing: the stored page, and what must be on it and why."""

import json
import re
from pathlib import Path

import pytest
from stored import Compare

from qontology import KnowledgeGraph, load
from qontology.characters import columns

EXPECTED = Path(__file__).parent / "expected"
THINGS = {
    "alliance": "QUTAC",
    "organization": "Infineon",
    "person": "Angela Merkel",
    "term": "qo:Alliance",
    "concept": "theme:standards",
}
HEADING = {"en": "Evidence", "zh": "依据"}
NUMBERS = re.compile(r"\[(\d+(?:, \d+)*)\]")


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return load()


@pytest.fixture
def page(run):
    def lines(name: str, language: str = "en") -> list[str]:
        outcome = run("show", name, "--lang", language)
        assert (outcome.code, outcome.err) == (0, "")
        return outcome.out.splitlines()

    return lines


@pytest.fixture
def described(run):
    return lambda name, language="en": json.loads(run("show", name, "--lang", language, "--format", "json").out)


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("kind", THINGS)
def test_the_page_is_the_stored_one(kind: str, language: str, run, stored: Compare) -> None:
    stored(EXPECTED / f"show-{kind}.{language}.txt", run("show", THINGS[kind], "--lang", language).out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", THINGS.values())
def test_each_number_leads_to_a_note_and_each_note_is_led_to(page, name: str, language: str) -> None:
    lines = page(name, language)
    end = lines.index(HEADING[language]) if HEADING[language] in lines else len(lines)
    above = " ".join(line.strip() for line in lines[:end])
    used = {int(one) for found in NUMBERS.findall(above) for one in found.split(", ")}
    notes = [int(found[1]) for line in lines[end:] if (found := re.match(r" +\[(\d+)\] ", line))]
    assert notes == list(range(1, len(notes) + 1)), "notes are numbered from 1, in order"
    assert used == set(notes)


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", THINGS.values())
def test_no_note_stands_twice_and_no_line_says_again_what_another_said(described, name: str, language: str) -> None:
    found = described(name, language)
    assert len(set(found["notes"])) == len(found["notes"])
    own = [line for line in found["lines"] if line["depth"] == 0]
    told, label = [], ""
    for line in own:
        label = line["label"] or label
        told.append((label, line["text"]))
    assert sorted(set(told)) == sorted(told)


def test_every_statement_of_a_source_stands_with_its_passage(described) -> None:
    """A curator checks a fact where it is read: a line on a relation or an event without a note cannot be checked."""
    needed = ("involvement", "formation assessment", "founding", "goal", "count", "membership", "initiative")
    label = ""
    for line in described("QUTAC")["lines"]:
        label = (line["label"] or label) if line["depth"] == 0 else label
        if line["depth"] == 0 and label in needed:
            assert line["notes"], line


def test_a_claim_stands_with_the_passage_in_which_it_is_made(described) -> None:
    for name in ("theme:standards", "Q-STAR"):
        found, label = described(name), ""
        claims = []
        for line in found["lines"]:
            label = line["label"] or label
            claims += [line] if label == "claims" else []
        assert claims and all(line["notes"] for line in claims)


def test_a_relation_is_read_as_who_in_which_role_and_never_says_the_role_twice(page) -> None:
    text = "\n".join(page("QUTAC"))
    assert "Infineon · lead" in text and "lead · Infineon" not in text
    assert "lead · lead" not in text and "initiate · initiate" not in text


def test_a_date_and_a_modality_stand_beside_a_name_once(page) -> None:
    text = "\n".join(page("QUTAC"))
    assert "founding of QUTAC · 2021-06 [" in text
    assert "2021-06 · 2021-06" not in text and "date: 2021-06" not in text
    assert "planned · planned" not in text


def test_names_come_first_then_what_it_is_then_what_it_wants_does_and_has(described) -> None:
    labels = [line["label"] for line in described("QUTAC")["lines"] if line["label"] and line["depth"] == 0]
    order = [
        "also called",
        "country",
        "involvement",
        "formation assessment",
        "founding",
        "goal",
        "count",
        "membership",
        "initiative",
    ]
    assert [label for label in labels if label in order] == order


def test_the_other_names_are_in_the_language_of_the_reader(described) -> None:
    def names(language: str) -> list[str]:
        found, label = [], ""
        for line in described("QUTAC", language)["lines"]:
            label = (line["label"] or label) if line["depth"] == 0 else label
            found += [line["text"]] if label in ("also called", "又称") and line["depth"] == 0 else []
        return found

    assert "QUTAC" in names("en") and "QUTAC" in names("zh")
    assert all(text.isascii() for text in names("en"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", ["QUTAC", "Infineon", "Angela Merkel", "theme:standards"])
def test_a_page_for_people_names_things_and_shows_no_address(page, name: str, language: str) -> None:
    head, kind, *lines = page(name, language)
    assert head and ":" in kind, "the second line tells the prefixed name once"
    assert not [line for line in lines if "http" in line or "_:" in line]


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", THINGS.values())
def test_a_page_is_not_wider_than_a_hundred_columns(page, name: str, language: str) -> None:
    assert max(map(columns, page(name, language))) <= 100


@pytest.mark.parametrize("name", THINGS.values())
def test_both_languages_tell_as_many_lines_and_notes(described, name: str) -> None:
    """The names in ``also called`` differ by language; all else is the same in both."""
    english, chinese = described(name, "en"), described(name, "zh")
    assert len(english["notes"]) == len(chinese["notes"])
    assert [line["depth"] for line in english["lines"] if line["depth"]] == [
        line["depth"] for line in chinese["lines"] if line["depth"]
    ]


def test_every_member_that_the_library_lists_is_on_the_page(graph: KnowledgeGraph, page) -> None:
    members = graph.query("structure/members", alliance="QUTAC", language="en")
    text = "\n".join(page("QUTAC"))
    names = [graph.names.label(row[members.columns.index("member")]) for row in members.rows]
    assert len(names) == 12
    assert [name for name in names if name not in text] == []
