"""What happened when, as precisely as it is known."""

import pytest

from qontology import InputError
from qontology.analysis import timeline
from qontology.analysis.arguments import studied

ALLIANCE = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:hasInitiative mine:x ; qo:hasFounding mine:f .
mine:f a qo:Founding ; skos:prefLabel "founding of A"@en , "甲联盟成立"@zh ; {founding} .
mine:x a qo:Report ; skos:prefLabel "X"@en , "X"@zh ; {report} .
"""
UNDATED = "qo:dating dating:not-stated"


def told(world, founding=UNDATED, report=UNDATED, **period):
    table = timeline(world(ALLIANCE.format(founding=founding, report=report)), "Alliance A", **period)
    return [(row.group, row.cells[0], row.cells[2], row.cells[3]) for row in table.rows]


def test_a_year_stays_a_year_and_comes_before_the_months_of_that_year(world):
    found = told(world, founding='qo:date "2022-03"^^xsd:gYearMonth', report='qo:date "2022"^^xsd:gYear')
    assert found == [("2022", "year", "report", "X"), ("2022-03", "month", "founding", "founding of A")]


def test_a_day_stands_in_its_month(world):
    assert told(world, report='qo:date "2022-03-05"^^xsd:date')[0] == ("2022-03", "day (5 March 2022)", "report", "X")


def test_a_qualifier_is_told(world):
    found = told(world, founding='qo:date "2017"^^xsd:gYear ; qo:dateQualifier qualifier:late')
    assert found[0][0] == "2017 (late)"


def test_a_beginning_is_told_as_one(world):
    assert told(world, report='qo:start "2022-09"^^xsd:gYearMonth')[0][2] == "report (start)"


def test_what_has_no_date_comes_last_and_says_so(world):
    found = told(world, report='qo:date "2022"^^xsd:gYear')
    assert found[-1] == ("not stated", "", "founding", "founding of A")


def test_what_has_no_date_is_left_out_where_a_period_is_asked_for(world):
    assert told(world, since="2000") == []


def test_what_may_lie_outside_the_period_is_told_with_doubt_and_what_certainly_does_is_not(world):
    found = told(
        world,
        founding='qo:date "2021-12"^^xsd:gYearMonth',
        report='qo:date "2022"^^xsd:gYear',
        since="2022-06",
        until="2022-06",
    )
    assert found == [("2022", "year (perhaps outside the period)", "report", "X")]


def test_both_ends_of_the_period_belong_to_it(world):
    report = 'qo:date "2022-06"^^xsd:gYearMonth'
    assert told(world, report=report, since="2022-06", until="2022-06") == [("2022-06", "month", "report", "X")]
    assert told(world, report=report, since="2022-07") == []
    assert told(world, report=report, until="2022-05") == []


def test_in_june_2022_qed_c_announced_a_roadmap_and_a_second_tier(graph):
    rows = timeline(graph, "QED-C", since="2022-06", until="2022-06").rows
    certain = [row for row in rows if row.cells[0] == "month"]
    assert [row.cells[2] for row in certain] == ["announcement", "announcement"]
    text = " ".join(str(row.cells[3]) for row in certain)
    assert "Quantum Technology Manufacturing Roadmap" in text and "second tier" in text
    assert all(row.notes for row in certain)


def test_there_is_a_row_for_each_thing_and_date_of_the_question(graph):
    answer = {row[:3] + (row[5],) for row in graph.query("compare/timeline").rows if row[4] in studied(graph)}
    assert len(timeline(graph).rows) == len(answer) > 20


def test_the_events_of_an_alliance_and_the_law_it_was_founded_under_belong_to_it(graph):
    kinds = {row.cells[2] for row in timeline(graph, "QED-C", "QuIC").rows}
    assert {"founding", "announcement", "report", "event", "law", "roadmap (start)"} <= kinds


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"since": "June 2022"}, "“June 2022” is not a date; give a year, month or day: 2022, 2022-06 or 2022-06-30"),
        ({"until": "2022-06-31x"}, "is not a date"),
        ({"since": "2022-06", "until": "2021"}, "the period ends in 2021, before it begins in 2022-06"),
    ],
)
def test_a_period_that_is_none_is_refused_with_a_remedy(graph, period, said):
    with pytest.raises(InputError) as error:
        timeline(graph, **period)
    assert said in str(error.value)


def test_a_year_that_ends_a_period_within_itself_is_no_contradiction(graph):
    assert timeline(graph, since="2022-06", until="2022").rows


def test_the_answer_comes_first_how_much_is_dated_and_from_when_to_when(graph):
    leads = timeline(graph, "QED-C", until="2022").leads
    assert leads[0].endswith(" of them in 2022.") and leads[1].startswith("The first is founding of QED-C (2018)")


def test_a_period_without_anything_says_what_is_the_latest_on_record(graph):
    table = timeline(graph, "QUTAC", since="2099")
    assert table.rows == () and table.remarks == ()
    (lead,) = table.leads
    assert lead.startswith("Nothing is on record for this time; the latest on record is ")


def test_one_thing_is_told_as_one_thing(world):
    dated = world(ALLIANCE.format(founding='qo:date "2021-06"^^xsd:gYearMonth', report=UNDATED))
    (lead,) = timeline(dated, "Alliance A").leads
    assert lead == "One thing is dated: founding of A (June 2021)."
