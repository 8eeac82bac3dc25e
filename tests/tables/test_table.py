"""Tables in each form in which people take them away: on a screen, in a page, in a file, in another library."""

import csv
import io
import re
import sys

import networkx
import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from qontology import EngineError, InputError, Table
from qontology.namespaces import XSD
from qontology.tables.extras import installation
from qontology.tables.layout import fit

QUTAC = NamedNode("https://w3id.org/qontology/id/alliance/qutac")
ELSEWHERE = NamedNode("http://example.org/?a&b")
TERMS = Table(
    ("thing", "text", "number"),
    [
        (QUTAC, Literal('a "quoted", text', language="en"), Literal(12)),
        (BlankNode("b"), Literal("联盟\n二"), Literal("0.50", datatype=XSD["decimal"])),
        (ELSEWHERE, None, Literal(True)),
    ],
)
MEMBERS = Table(
    ("alliance", "members"), [(Literal("QUTAC"), Literal(7)), (Literal("联盟"), Literal(1234567)), (None, None)]
)


def words(*columns: str) -> Table:
    """One row with these texts, in columns a, b, c."""
    return Table("abc"[: len(columns)], [map(Literal, columns)])


# On a screen


def test_columns_are_aligned_with_numbers_to_the_right_and_chinese_characters_counted_as_two() -> None:
    assert MEMBERS.to_text().split("\n") == [
        "alliance  members",
        "────────  ───────",
        "QUTAC           7",
        "联盟      1234567",
        "",
    ]


def test_a_column_is_of_numbers_only_where_all_of_it_is() -> None:
    mixed = Table(("n", "none"), [(Literal(1), None), (Literal("many"), None)])
    assert mixed.to_text().split("\n") == ["n     none", "────  ────", "1", "many"]
    assert mixed.to_markdown().split("\n")[1] == "| --- | --- |"


def test_a_table_printed_in_python_takes_a_hundred_columns_at_most() -> None:
    assert max(map(len, str(words("ten signs " * 20)).split("\n"))) == 100


def test_an_iri_is_shown_with_its_prefix_and_a_control_character_as_its_code() -> None:
    table = Table(("name",), [(QUTAC,), (Literal("red\x1b[31m"),)])
    assert table.to_text().split("\n")[2:] == ["alliance:qutac", "red\\u001B[31m"]


def test_a_cell_that_is_too_wide_goes_on_in_the_next_line_of_its_column() -> None:
    lines = words("short", "a text of several words that does not fit").to_text(30).split("\n")
    assert lines == [
        "a      b",
        "─────  ───────────────────────",
        "short  a text of several words",
        "       that does not fit",
    ]


def test_a_table_that_fits_is_left_as_it_is() -> None:
    assert words("one", "two").to_text(8) == words("one", "two").to_text() == words("one", "two").to_text(200)


def widths(columns: int | None, *texts: str, heads: str = "abc") -> list[int] | None:
    found = fit([list(heads)[: len(texts)], texts], columns)
    return found and found[0]


def test_the_widest_column_is_narrowed_first_until_the_table_fits() -> None:
    wide, narrow = "ten chars " * 3 + "end", "two words end"
    assert widths(None, wide, narrow) == [33, 13]
    assert widths(48, wide, narrow) == [33, 13]
    assert widths(47, wide, narrow) == [32, 13]
    assert widths(35, wide, narrow) == [20, 13]
    assert widths(26, wide, narrow) == [12, 12]


def test_two_blanks_stand_between_columns_and_one_where_there_is_no_room() -> None:
    assert [sum(widths(80, *["some words " * 20] * count) or ()) for count in (1, 2, 3)] == [80, 78, 76]
    assert fit([["a", "b"], ["x" * 10, "y" * 10]], 22) == ([10, 10], "  ")
    assert fit([["a", "b"], ["x" * 10, "y" * 10]], 21) == ([10, 10], " ")


def test_words_stay_whole_as_long_as_another_column_can_give_way() -> None:
    assert widths(49, "https://example.org/address/of/somebody", "some words and some more") == [39, 8]
    assert widths(40, "a-word-with-hyphens and more of them", "some words and some more") == [19, 19]


def test_no_column_is_narrower_than_eight_where_its_text_is_wider() -> None:
    short = "a b c d e f g h i j"
    assert fit([["a", "b"], [short, short]], 17) == ([8, 8], " ")
    assert fit([["a", "b"], [short, short]], 16) is None
    assert fit([["a", "b"], [short, "seven s"]], 16) == ([8, 7], " ")


def test_a_word_is_broken_at_its_hyphens_where_there_is_no_other_way() -> None:
    text = words("government-led", "x" * 11).to_text(23)
    assert text.split("\n")[2:] == ["government- xxxxxxxxxxx", "led"]


def test_where_words_would_be_broken_each_cell_has_a_line() -> None:
    table = Table(("alliance", "place"), [(Literal("QUTAC"), Literal("Deutschland")), (Literal("联盟"), None)])
    assert table.to_text(18) == ("alliance  QUTAC\nplace     Deutschl\n          and\n\nalliance  联盟")


def test_lines_of_unequal_length_have_no_widths() -> None:
    with pytest.raises(ValueError, match="argument 2"):
        fit([["a"], ["b", "c"]], None)


def test_an_empty_cell_takes_no_place() -> None:
    assert widths(12, "", "a few words of text") == [1, 9]


def test_a_table_prints_as_its_text() -> None:
    assert str(MEMBERS) == MEMBERS.to_text(100)


# In a page


def test_a_markdown_table_escapes_bars_and_puts_numbers_to_the_right() -> None:
    table = Table(("name", "n"), [(Literal("a|b"), Literal(1)), (None, Literal(22)), (Literal("c\nd"), None)])
    assert table.to_markdown() == "| name | n |\n| --- | ---: |\n| a\\|b | 1 |\n|  | 22 |\n| c\\nd |  |\n"


def test_a_markdown_table_shows_what_html_would_take_for_an_entity() -> None:
    assert words("AT&T", "&lt;").to_markdown().split("\n")[2] == "| AT&amp;T | &amp;lt; |"


def test_a_notebook_shows_a_table_with_its_texts_escaped() -> None:
    assert Table(("a", "<b>"), [(QUTAC, ELSEWHERE), (None, Literal(1))])._repr_html_() == (
        "<table><thead><tr><th>a</th><th>&lt;b&gt;</th></tr></thead><tbody>"
        "<tr><td>alliance:qutac</td><td>http://example.org/?a&amp;b</td></tr>"
        "<tr><td></td><td>1</td></tr></tbody></table>"
    )


def test_an_interpreter_shows_how_large_a_table_is() -> None:
    assert repr(TERMS) == "<Table 3 rows: thing, text, number>"
    assert len(TERMS) == 3


# In a file


def test_csv_has_plain_texts_quoted_as_rfc_4180_asks_and_ended_by_cr_lf() -> None:
    assert TERMS.to_csv() == (
        "thing,text,number\r\n"
        'https://w3id.org/qontology/id/alliance/qutac,"a ""quoted"", text",12\r\n'
        'b,"联盟\n二",0.50\r\n'
        "http://example.org/?a&b,,true\r\n"
    )


def test_tsv_has_terms_in_turtle_syntax() -> None:
    assert TERMS.to_tsv() == (
        "?thing\t?text\t?number\n"
        '<https://w3id.org/qontology/id/alliance/qutac>\t"a \\"quoted\\", text"@en\t12\n'
        f'_:b\t"联盟\\n二"\t"0.50"^^{XSD["decimal"]}\n'
        f'<http://example.org/?a&b>\t\t"true"^^{XSD["boolean"]}\n'
    )


def test_json_has_each_kind_of_term_as_sparql_results_have_it() -> None:
    table = Table(
        ("a", "b", "c"),
        [(QUTAC, BlankNode("b"), None), (Literal("联盟", language="zh"), Literal("plain"), Literal(12))],
    )
    assert table.to_json() == (
        """{
  "head": {
    "vars": [
      "a",
      "b",
      "c"
    ]
  },
  "results": {
    "bindings": [
      {
        "a": {
          "type": "uri",
          "value": "https://w3id.org/qontology/id/alliance/qutac"
        },
        "b": {
          "type": "bnode",
          "value": "b"
        }
      },
      {
        "a": {
          "type": "literal",
          "value": "联盟",
          "xml:lang": "zh"
        },
        "b": {
          "type": "literal",
          "value": "plain"
        },
        "c": {
          "type": "literal",
          "value": "12",
          "datatype": "http://www.w3.org/2001/XMLSchema#integer"
        }
      }
    ]
  }
}
"""
    )


# In Python


def test_tables_are_equal_where_columns_and_rows_are() -> None:
    again = Table(list(TERMS.columns), [list(row) for row in TERMS.rows])
    assert again == TERMS and Table(TERMS.columns, TERMS.rows[:2]) != TERMS
    assert Table(("a",), []) != Table(("b",), [])
    assert (TERMS.columns, TERMS.rows) != TERMS
    with pytest.raises(TypeError):
        hash(TERMS)


def test_a_row_is_a_dictionary_of_plain_values() -> None:
    assert TERMS.to_dicts() == [
        {"thing": QUTAC.value, "text": 'a "quoted", text', "number": 12},
        {"thing": "b", "text": "联盟\n二", "number": "0.50"},
        {"thing": ELSEWHERE.value, "text": None, "number": True},
    ]


@pytest.mark.parametrize("write", [Table.to_dicts, Table.to_json, Table.to_text])
def test_no_cell_gets_lost_because_it_has_no_column(write) -> None:
    with pytest.raises(ValueError, match="argument 2"):
        write(Table(("a",), [(Literal(1), Literal(2))]))


def test_a_pandas_frame_has_the_columns_and_the_plain_values() -> None:
    made = MEMBERS.to_pandas()
    assert list(made.columns) == ["alliance", "members"]
    assert made["alliance"].tolist()[:2] == ["QUTAC", "联盟"]
    assert made["members"].tolist()[:2] == [7, 1234567]
    assert list(Table(("a", "b"), []).to_pandas().columns) == ["a", "b"]


LINKS = Table(
    ("organization", "alliance", "key"),
    [
        (Literal("IBM"), Literal("QED-C"), Literal("member")),
        (Literal("IBM"), None, Literal("lead")),
        (None, Literal("QUTAC"), Literal("host")),
    ],
)


def test_a_table_is_a_graph_of_its_first_two_columns_with_the_others_as_attributes() -> None:
    made = LINKS.to_networkx()
    assert isinstance(made, networkx.MultiDiGraph)
    assert list(made.edges(data=True)) == [("IBM", "QED-C", {"key": "member"})]


def test_a_table_is_a_graph_of_the_columns_that_are_named() -> None:
    assert sorted(LINKS.to_networkx("organization", "key").edges()) == [("IBM", "lead"), ("IBM", "member")]
    assert list(LINKS.to_networkx(target="key").edges()) == list(LINKS.to_networkx("organization", "key").edges())
    assert list(LINKS.to_networkx("alliance", "organization").edges()) == [("QED-C", "IBM")]


def test_an_edge_has_no_attribute_for_an_empty_cell() -> None:
    assert list(LINKS.to_networkx("key", "organization").edges(data=True)) == [
        ("member", "IBM", {"alliance": "QED-C"}),
        ("lead", "IBM", {}),
    ]


def test_a_column_that_is_not_there_is_said_to_be_missing() -> None:
    with pytest.raises(InputError) as found:
        LINKS.to_networkx("x", "alliance")
    assert found.value.say("en") == "the table has no column x; it has: organization, alliance, key"
    assert found.value.say("zh") == "表中没有列 x；现有各列：organization、alliance、key"


def test_a_table_of_one_column_is_no_graph() -> None:
    with pytest.raises(InputError) as found:
        Table(("only",), []).to_networkx()
    assert found.value.say("en") == "the table has no column 2; it has: only"
    assert found.value.say("zh") == "表中没有列 2；现有各列：only"


@pytest.mark.parametrize(
    ("method", "module", "extra"),
    [
        (Table.to_xlsx, "xlsxwriter", "excel"),
        (Table.to_parquet, "polars", "polars"),
        (Table.to_polars, "polars", "polars"),
        (Table.to_networkx, "networkx", "networkx"),
        (Table.to_pandas, "pandas", "pandas"),
    ],
)
def test_a_library_that_is_not_installed_is_named_with_the_line_that_installs_it(
    method, module, extra, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=f"{module}.*{re.escape(installation(extra))}"):
        method(MEMBERS)


def test_a_triple_is_no_cell_and_the_way_to_its_parts_is_told() -> None:
    triple = Triple(QUTAC, QUTAC, QUTAC)
    with pytest.raises(EngineError) as found:
        Table(("a", "b"), [(QUTAC, triple)])  # type: ignore[list-item]
    assert found.value.say("en") == (
        "a cell of the answer is a whole triple, which a table cannot hold; "
        "select SUBJECT(?t), PREDICATE(?t), OBJECT(?t)"
    )
    assert found.value.say("zh") == ("结果中有三元组项，表格无法容纳；请改选 SUBJECT(?t)、PREDICATE(?t)、OBJECT(?t)")


HOSTILE = "=1+1 \x1b[31m\u202e|\\\\|<script>[a](javascript:b)`"


@pytest.mark.parametrize("form", ["to_text", "to_markdown", "to_csv", "to_tsv", "to_json"])
def test_no_cell_and_no_name_of_a_column_is_more_than_text(form: str) -> None:
    written = getattr(Table((HOSTILE,), [(Literal(HOSTILE),)]), form)()
    assert "\x1b" not in written and "\u202e" not in written
    if form == "to_csv":
        assert all(cell[0] == "'" for row in csv.reader(io.StringIO(written)) for cell in row)
    if form == "to_markdown":
        assert "<script" not in written and "&lt;script" in written and "\\[a\\]" in written


def test_numbers_that_are_negative_stay_numbers_in_csv() -> None:
    assert Table(("n",), [(Literal(-5),)]).to_csv() == "n\r\n-5\r\n"


def test_a_table_without_columns_is_no_text() -> None:
    assert Table((), [()]).to_text() == ""
