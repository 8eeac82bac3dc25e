"""``list``: everything of a kind by name, and how much there is of each."""

import csv
import io
from pathlib import Path

import pytest
from asking import graph

from qontology.cli.verbs.list import KINDS

EXPECTED = Path(__file__).with_name("expected")


@pytest.fixture
def listed(run):
    """The rows that are printed, for a kind or for all kinds."""

    def of(*kind: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(run("list", *kind, "--format", "csv").out)))

    return of


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", [None, "alliances", "themes"])
def test_a_page_is_the_stored_one(kind, language, run, stored):
    outcome = run("list", *([kind] if kind else []), "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    stored(EXPECTED / f"list-{kind or 'kinds'}.{language}.txt", outcome.out)


@pytest.mark.parametrize("kind", KINDS)
def test_as_many_are_listed_as_are_counted_and_there_are_some(kind, listed):
    counted = {row["kind"]: int(row["number"]) for row in listed()}
    assert len(listed(kind)) == counted[kind] > 0


def test_the_instances_of_a_class_are_all_there(listed):
    """Counted by a query of its own; every organization of the graph has a name."""
    query = "SELECT DISTINCT ?o { ?o a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* qo:Organization }"
    assert {row["IRI"] for row in listed("organizations")} == {each.value for (each,) in graph().select(query).rows}


def test_alliances_are_chosen_by_place_mode_theme_and_age(run):
    outcome = run("list", "alliances", "--place", "Canada", "--mode", "company-led", "--to", "2020", "--format", "csv")
    assert [row["short"] for row in csv.DictReader(io.StringIO(outcome.out))] == ["QIC"]


def test_what_chooses_among_alliances_is_refused_with_any_other_kind(run):
    outcome = run("list", "places", "--place", "Canada")
    assert outcome.code == 2 and "say qontology list alliances" in outcome.err
