"""The options that choose among alliances: the same in every verb, and told where they choose too many or none."""

import csv
import io

import pytest

from qontology.analysis import choose
from qontology.cli.choices import MOST
from qontology.cli.parser import parser_of

WITH = {
    "list": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "compare": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "gaps": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "similar": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "conflicts": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "freshness": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "report": ("--kind", "--place", "--mode", "--theme", "--founded", "--from", "--to"),
    "timeline": ("--kind", "--place", "--mode", "--theme", "--founded"),  # its period is that of what happened
}


@pytest.fixture(scope="module")
def shipped():
    from asking import graph

    return graph()


@pytest.mark.parametrize("verb", WITH)
def test_a_verb_about_alliances_has_each_option_with_one_meaning(verb):
    actions = {each.option_strings[0]: each.dest for each in parser_of(verb, "en")[1]._actions if each.option_strings}
    assert [actions.get(option) for option in WITH[verb]] == [
        f"chosen_{name}" for name in ("kind", "place", "mode", "theme", "founded", "since", "until")[: len(WITH[verb])]
    ]


def test_chosen_alliances_are_compared_in_place_of_those_of_the_study(run):
    outcome = run("compare", "--place", "Canada", "--dimension", "formation")
    assert "Québec Quantique" in outcome.out and "QUTAC" not in outcome.out


def test_named_alliances_come_first_and_the_chosen_ones_beside_them(run):
    arguments = ("compare", "QUTAC", "--place", "Canada", "--mode", "company-led", "-f", "csv")
    head = next(csv.reader(io.StringIO(run(*arguments).out)))
    assert head[3:5] == ["QUTAC", "QIC"]


def test_of_many_that_fit_the_best_known_are_compared_and_the_page_says_so(run, shipped):
    number = len(choose(shipped, mode="company-led"))
    assert number > MOST
    page = run("compare", "--mode", "company-led", "--dimension", "formation").out
    assert f"{number} alliances fit; here are the {MOST} of which most is known." in page
    whole = run("compare", "--mode", "company-led", "--dimension", "formation", "--long", "-f", "csv").out
    assert len({row["alliance"] for row in csv.DictReader(io.StringIO(whole))}) == number


def test_no_table_gets_a_column_for_each_of_many_alliances(run):
    outcome = run("compare", "--mode", "company-led", "-f", "csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert "each would be a column" in outcome.err and "--long" in outcome.err


def test_where_no_alliance_fits_that_is_said_with_what_was_asked(run):
    outcome = run("compare", "--place", "Japan", "--from", "2026")
    assert outcome.code == 2
    assert "no alliance in the graph fits --place Japan --from 2026" in outcome.err


def test_peers_are_the_chosen_ones_whatever_their_mode(run):
    page = " ".join(run("gaps", "KQIA", "--place", "Japan").out.split())
    assert "Q-STAR" in page and "Peers are the alliances that were chosen." in page
    assert "Peers are the alliances with the same formation mode." in " ".join(run("gaps", "QIC").out.split())


def test_an_alliance_is_no_peer_of_itself(run):
    outcome = run("gaps", "QIC", "--place", "Canada", "--mode", "company-led")
    assert outcome.code == 2 and "QIC is the only one that was chosen" in outcome.err


def test_a_timeline_of_chosen_alliances_keeps_its_own_period(run):
    page = run("timeline", "--place", "Canada", "--from", "2019", "--to", "2019").out
    assert "launch of Northwest Quantum Nexus" in page and "QED-C" not in page


def test_a_country_is_a_place_and_a_founding_date_a_period(run):
    def names(*options):
        rows = csv.DictReader(io.StringIO(run("list", "alliances", *options, "-f", "csv").out))
        return [next(iter(row.values())) for row in rows]

    assert names("--country", "Japan") == names("--place", "Japan") != []
    assert names("--founded", "2022") == names("--from", "2022", "--to", "2022") != []
    outcome = run("list", "alliances", "--founded", "2022", "--from", "2021")
    assert outcome.code == 2 and "--from" in outcome.err and "--founded" in outcome.err


def test_conflicts_and_freshness_keep_to_the_chosen_alliances(run):
    assert {row.split(",")[0] for row in run("conflicts", "--place", "Japan", "-f", "csv").out.splitlines()[1:]} == {
        "Q-STAR"
    }
    page = run("freshness", "--mode", "company-led", "--country", "Germany").out
    assert "QUTAC" in page and "QuIC" not in page and "last confirmed" not in page


def test_of_named_alliances_and_those_beside_them_freshness_tells_each_statement(run):
    page = run("freshness", "KQIA", "--founded", "2021-09").out
    assert "KQIA" in page and "Q-STAR" in page and "remarks" in page
