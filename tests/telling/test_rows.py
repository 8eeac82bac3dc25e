"""Rows: a cell of an answer is the value that its field says, and what is not there is left out."""

from typing import NamedTuple

from asking import graph
from pyoxigraph import Literal, NamedNode

from qontology import terms
from qontology.tables import Table
from qontology.telling.rows import Fact, Listing, read, rows
from qontology.telling.tables import AnnotatedTable, Row
from qontology.telling.things import Things
from qontology.telling.words import Words

QUTAC = NamedNode("https://w3id.org/qontology/id/alliance/qutac")


class Sample(NamedTuple):
    thing: NamedNode
    as_of: str | None
    number: int | None
    certain: bool = True
    class_: NamedNode | None = None


def test_a_field_takes_the_column_of_its_name_as_the_value_that_its_type_says() -> None:
    columns = ("certain", "number", "asOf", "class", "thing", "other")
    answer = Table(columns, [[Literal(False), Literal(29), Literal("2022-07"), QUTAC, QUTAC, Literal("x")]])
    assert read(answer, Sample) == [Sample(QUTAC, "2022-07", 29, False, QUTAC)]


def test_an_empty_cell_and_a_column_that_is_not_there_give_the_default_or_none() -> None:
    assert read(Table(("thing", "number"), [[QUTAC, None]]), Sample) == [Sample(QUTAC, None, None, True, None)]


def test_there_are_as_many_rows_as_the_question_has_in_its_order() -> None:
    for dimension in ("formation", "goals", "structure", "initiatives"):
        answer = graph().query(f"compare/{dimension}")
        found = rows(graph(), f"compare/{dimension}", Fact)
        assert [(fact.alliance, fact.value) for fact in found] == [(row[0], row[2]) for row in answer.rows]


def test_a_parameter_may_be_a_term_and_one_that_the_question_does_not_have_is_passed_over() -> None:
    found = rows(graph(), "compare/lists", Listing, alliance=QUTAC, until="1999")
    assert {listing.alliance for listing in found} == {QUTAC}


def test_the_state_of_a_list_is_open_or_closed_where_its_source_says_so() -> None:
    assert {listing.state for listing in rows(graph(), "compare/lists", Listing)} >= {"", "open"}


def test_a_node_without_a_name_is_told_by_what_it_relates() -> None:
    words = Words(graph(), "en")
    (node,) = Things(graph()).properties(QUTAC)[terms.hasInvolvement]
    assert words.name(node) == "Infineon · lead"
    assert words.related(node, without=graph().find("Infineon")) == "lead"


def test_in_both_languages_a_mark_stands_once() -> None:
    words = Words(graph(), "both")
    assert words.listed(["a", "b", "a"]) == "a; b"
    assert words.bracketed("a", ["b", "c"]) == "a (b, c)"


def test_a_text_of_the_group_is_named_once_where_it_is_the_same_from_row_to_row() -> None:
    table = AnnotatedTable("T", ("year", "who"), (Row("2021", ("A",)), Row("2021", ("B",))), ("Remark.",))
    assert [line.split() for line in table.to_text(80).splitlines()[4:6]] == [["2021", "A"], ["B"]]
