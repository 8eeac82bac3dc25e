"""When what is known was last confirmed, and by which sources."""

import pytest

from qontology import InputError
from qontology.analysis import freshness
from qontology.analysis.confirmations import Confirmations
from qontology.telling.dates import date_in_words

ALLIANCE = """
mine:a a qo:Alliance ; skos:prefLabel "Alliance A"@en , "甲联盟"@zh ; qo:evidence mine:p ; qo:hasFounding mine:f .
mine:f a qo:Founding ; skos:prefLabel "founding of A"@en , "甲联盟成立"@zh ; qo:evidence {passages} .
mine:p a qo:Passage ; dcterms:isPartOf mine:s ; qo:locator "page" .
mine:q a qo:Passage ; dcterms:isPartOf mine:t ; qo:locator "page" .
mine:s a qo:Source ; skos:prefLabel "S"@en , "S"@zh {s} .
mine:t a qo:Source ; skos:prefLabel "T"@en , "T"@zh {t} .
"""
PRESS = '; qo:sourceKind source-kind:press ; qo:date "2024-03-05"^^xsd:date ; qo:accessed "2026-11"^^xsd:gYearMonth'
PAGE = '; qo:sourceKind source-kind:own-page ; qo:accessed "2026-11"^^xsd:gYearMonth'
COPY = '; qo:sourceKind source-kind:copy ; qo:date "2022"^^xsd:gYear'


def statement(world, passages="mine:p", s=PRESS, t="", **options):
    graph = world(ALLIANCE.format(passages=passages, s=s, t=t))
    table = freshness(graph, "Alliance A", **{"as_of": "2026-11", **options})
    return next(row.cells for row in table.rows if "founding" in row.cells[1])


def alliance(world, passages="mine:p", s=PRESS, t="", **options):
    graph = world(ALLIANCE.format(passages=passages, s=s, t=t))
    table = freshness(graph, **{"as_of": "2026-11", **options})
    return next(row.cells for row in table.rows if row.group == "Alliance A")


def test_a_document_confirms_what_held_when_it_appeared_though_it_was_read_later(world):
    assert statement(world)[0] == "2024-03-05"


def test_a_page_without_a_date_confirms_what_held_when_it_was_read(world):
    assert statement(world, s=PAGE)[0] == "2026-11"


def test_the_latest_of_several_documents_counts(world):
    assert statement(world, "mine:p , mine:q", t=PAGE)[::2] == ("2026-11", 2)


def test_where_no_document_has_a_date_that_is_said_and_it_is_not_called_old(world):
    cells = statement(world, s="")
    assert cells[0] == "" and cells[3] == "no source with a date; one source only"


@pytest.mark.parametrize(
    ("date", "old"),
    [("2025-10", True), ("2025-11", False), ("2025-10-31", True), ("2025", False), ("2024", True)],
)
def test_old_is_what_is_surely_more_months_ago_than_asked_for(world, date, old):
    kind = {4: "gYear", 7: "gYearMonth", 10: "date"}[len(date)]
    remarks = statement(world, s=f'; qo:date "{date}"^^xsd:{kind}', months=12)[3]
    assert ("not confirmed for 12 months" in remarks) is old


def test_a_statement_that_rests_on_copies_only_is_told(world):
    assert "copies or posts only" in statement(world, s=COPY)[3]
    assert "copies or posts only" not in statement(world, "mine:p , mine:q", s=COPY, t=PRESS)[3]


def test_an_alliance_is_one_row_with_its_numbers(world):
    assert alliance(world) == ("2024-03-05", 2, 2, 0, 2, 0, "none")
    assert alliance(world, s=COPY)[-2:] == (2, "none")
    assert alliance(world, s=PAGE)[-1] == "yes"
    assert alliance(world, s="")[:4] == ("no source with a date", 2, 0, 2)


def test_the_alliances_that_were_confirmed_the_longest_ago_come_first(graph):
    dates = [row.cells[0] for row in freshness(graph).rows]
    dated = [date for date in dates if date[:1].isdigit()]
    assert dated == sorted(dated) and dates[-len(dated) :] == dated


def test_every_alliance_is_there(graph):
    assert len(freshness(graph).rows) == len(graph.names_of("qo:Alliance").things)


def test_without_a_date_the_months_count_back_from_when_the_graph_was_brought_up_to_date(graph):
    date = Confirmations(graph).date
    assert date and date_in_words(date).en in freshness(graph).leads[0]


@pytest.mark.parametrize("options", [{"months": 0}, {"as_of": "yesterday"}])
def test_what_is_no_number_of_months_or_no_date_is_refused_with_a_remedy(graph, options):
    with pytest.raises(InputError) as error:
        freshness(graph, **options)
    assert "; give" in str(error.value)


def test_no_two_columns_have_one_name_so_that_a_data_frame_can_hold_them(world):
    graph = world(ALLIANCE.format(passages="mine:p", s=PRESS, t=""))
    for language in ("en", "zh", "both"):
        columns = freshness(graph, "Alliance A", as_of="2026-11", language=language).to_table().columns
        assert len(set(columns)) == len(columns)
