"""Leads: sentences made from the rows, each with its evidence, that say what is not known as well."""

import pytest
from pyoxigraph import Literal

from qontology import load
from qontology.errors import EngineError
from qontology.telling.dates import date_in_words, is_date
from qontology.telling.evidence import Evidence
from qontology.telling.facts import Facts
from qontology.telling.leads import Leads
from qontology.telling.rows import number_of
from qontology.telling.sentences import spans
from qontology.telling.words import Words


@pytest.fixture(scope="module")
def graph():
    return load()


UNCOUNTED = "alliance:miit-quantum-information-alliance"


def leads(graph, *names, language="en", until=None):
    evidence = Evidence(Words(graph, language))
    return Leads(evidence, Facts(graph, until), [graph.find_of("qo:Alliance", name) for name in names])


def only(found):
    (lead,) = found
    return lead


def test_a_sentence_has_its_notes_behind_what_they_vouch_for_and_its_title_says_nothing_of_what_is_unknown(graph):
    lead = only(leads(graph, "KQIA", UNCOUNTED).members())
    rest = f"; no number is known of {graph.label(graph.find(UNCOUNTED))}."
    assert lead.said == lead.title + rest
    assert lead.text == f"{lead.title}{spans(lead.notes)}{rest}"


def test_a_number_of_members_keeps_what_is_counted_its_bound_and_its_date(graph):
    assert "OQIA more than 80 (21 May 2023)" in only(leads(graph, "OQIA").members()).said
    assert "KQIA 102 (full member, 24 November 2025)" in only(leads(graph, "KQIA").members()).said


def test_what_came_later_than_the_date_is_not_told(graph):
    assert "KQIA about 30" in only(leads(graph, "KQIA", until="2022").members()).said


def test_foundings_name_the_first_and_the_last_and_those_of_unknown_date(graph):
    lead = only(leads(graph, "QED-C", "QUTAC", "China Quantum Communication Industry Alliance").foundings())
    assert lead.said == (
        "The first of them to be founded was QED-C (2018), the last QUTAC (June 2021);"
        " of China Quantum Communication Industry Alliance no source tells when."
    )


def test_one_alliance_is_told_in_a_sentence_of_its_own(graph):
    assert only(leads(graph, "QUTAC").foundings()).said == "QUTAC was founded in June 2021."
    assert only(leads(graph, "ICQIA").foundings()).said == "ICQIA was founded on 31 January 2023."
    assert only(leads(graph, "QUTAC").modes()).said == "QUTAC is company-led."
    assert "The goals of QUTAC name " in only(leads(graph, "QUTAC").themes()).said


def test_modes_say_whom_nobody_has_assessed(graph):
    assert only(leads(graph, "QUTAC", UNCOUNTED).modes()).said.rpartition("; ")[2].startswith("nobody has assessed")


def test_themes_say_where_goals_meet_and_where_they_do_not(graph):
    assert "2 of 2 name it (QED-C, QUTAC)" in only(leads(graph, "QED-C", "QUTAC").themes()).said
    assert only(leads(graph, "QIC", "QUTAC").themes()).said == "The goals of no two of them name the same theme."


def test_places_and_initiatives_are_ranked(graph):
    four = leads(graph, "QUTAC", "QED-C", "China Quantum Communication Industry Alliance", "OQIA")
    # One of them is based in China and in a city of it, which is one place.
    assert only(four.places()).said.startswith("They are based in 3 places: China (China Quantum")
    assert only(four.initiatives()).said.startswith("Initiatives known by name: QED-C ")


def test_where_nothing_is_known_nothing_is_said(graph):
    nobody = leads(graph)
    tellers = (nobody.foundings, nobody.modes, nobody.themes, nobody.members, nobody.places, nobody.initiatives)
    assert [lead for tell in tellers for lead in tell()] == []


def test_of_many_only_the_first_few_are_named(graph):
    many = leads(graph, "QED-C", "QuIC", "QIC", "QUTAC", "Q-STAR", "KQIA", "ICQIA")
    assert many.names(many.alliances) == "7 alliances (QED-C, QuIC, QIC, …)"
    chinese = leads(graph, "QED-C", "QuIC", "QIC", "QUTAC", "Q-STAR", "KQIA", "ICQIA", language="zh")
    assert chinese.names(chinese.alliances) == "QED-C、QuIC、QIC等7家"


def test_both_languages_have_the_same_notes_and_as_many_sentences(graph):
    names = ("QED-C", "QuIC", "QIC", "QUTAC", "Q-STAR")
    english, chinese = (leads(graph, *names, language=language) for language in ("en", "zh"))
    for tell in ("modes", "members", "initiatives", "foundings", "places"):
        one, other = (only(getattr(each, tell)()) for each in (english, chinese))
        assert len(one.notes) == len(other.notes) and other.said[-1] in "。…"


def test_what_is_no_number_or_no_date_is_not_taken_for_one():
    assert number_of(Literal(29)) == 29
    with pytest.raises(EngineError, match="holds what does not fit: many"):
        number_of(Literal("many"))
    assert [is_date(text) for text in ("2021", "2021-06-30", "2021-13", "\x1b]0", "０２０２")] == [True, True] + [
        False
    ] * 3


def test_a_date_in_words_is_as_precise_as_it_is():
    assert date_in_words("2021-06") == ("June 2021", "2021年6月")
    assert date_in_words("undated") == ("undated", "undated")
