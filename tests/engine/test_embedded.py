"""The engine in process: what the forms of a query give, and what is said of a query that is not one."""

from __future__ import annotations

import traceback

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from qontology.engine import Embedded
from qontology.errors import EngineError, InputError

TRIG = """
@prefix ex: <http://example.org/> .
ex:quic ex:label "QuIC"@en .
ex:founded { ex:quic ex:year 2021 }
ex:members { ex:quic ex:members 200 }
"""


def ex(name: str) -> NamedNode:
    return NamedNode("http://example.org/" + name)


@pytest.fixture
def engine() -> Embedded:
    store = Store()
    store.extend(parse(TRIG, RdfFormat.TRIG))
    return Embedded(store)


def test_select_gives_columns_in_order_and_none_for_unbound(engine: Embedded) -> None:
    found = engine.select(
        "PREFIX ex: <http://example.org/> SELECT ?year ?s ?none { ?s ex:year ?year OPTIONAL { ?s ex:none ?none } }"
    )
    assert found.columns == ("year", "s", "none")
    assert found.rows == [(Literal(2021), ex("quic"), None)]


def test_ask_gives_a_boolean(engine: Embedded) -> None:
    assert engine.ask("ASK { ?s <http://example.org/year> 2021 }") is True
    assert engine.ask("ASK { ?s <http://example.org/year> 2022 }") is False


def test_construct_and_describe_give_triples(engine: Embedded) -> None:
    year = Triple(ex("quic"), ex("year"), Literal(2021))
    assert engine.construct("CONSTRUCT WHERE { ?s <http://example.org/year> ?o }") == [year]
    assert year in engine.construct("DESCRIBE <http://example.org/quic>")


def test_the_default_graph_is_the_union_of_all_graphs(engine: Embedded) -> None:
    assert len(engine.select("SELECT * { ?s ?p ?o }").rows) == 3


def test_a_named_graph_can_be_asked_alone(engine: Embedded) -> None:
    found = engine.select("SELECT ?o { GRAPH <http://example.org/members> { ?s ?p ?o } }")
    assert found.rows == [(Literal(200),)]


@pytest.mark.parametrize("clause", ["FROM <http://example.org/members>", "from<http://example.org/members>"])
def test_from_names_the_only_graph_that_is_asked(engine: Embedded, clause: str) -> None:
    assert engine.select(f"SELECT ?o {clause} {{ ?s ?p ?o }}").rows == [(Literal(200),)]


def test_from_that_is_no_keyword_leaves_the_union_as_it_is(engine: Embedded) -> None:
    assert len(engine.select("SELECT ?from { ?from ?p ?o FILTER(?o != 'from') } # FROM <a>").rows) == 3


def test_from_reads_no_file() -> None:
    assert Embedded().select("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }").rows == []


@pytest.mark.parametrize(
    ("method", "query", "form"),
    [
        ("select", "ASK { ?s ?p ?o }", "SELECT"),
        ("ask", "SELECT * { ?s ?p ?o }", "ASK"),
        ("construct", "SELECT * { ?s ?p ?o }", "CONSTRUCT"),
    ],
)
def test_a_query_of_another_form_is_refused(engine: Embedded, method: str, query: str, form: str) -> None:
    with pytest.raises(InputError) as refused:
        getattr(engine, method)(query)
    assert refused.value.say("en").startswith(f"the query is not a {form} query; use")
    assert refused.value.say("zh").startswith(f"该查询不是 {form} 查询；请")


def test_an_update_is_not_run(engine: Embedded) -> None:
    with pytest.raises(InputError):
        engine.select("INSERT DATA { <http://example.org/a> <http://example.org/b> 1 }")
    assert len(engine.select("SELECT * { ?s ?p ?o }").rows) == 3


@pytest.mark.parametrize(
    ("query", "line", "column", "here"),
    [
        ("SELECT * {", 1, 11, "SELECT * {"),
        ("SELCT * { ?s ?p ?o }", 1, 1, "SELCT * { ?s ?p ?o }"),
        ("SELECT * {\n  ?s ?p 'a .\n}", 2, 13, "?s ?p 'a ."),
        ("SELECT * {\n  ?s ?p '量子' .\n  FILTER ?s > 1\n}", 3, 10, "FILTER ?s > 1"),
        ("SELECT * {\n  ?s ?p ?o .\n  FILTER(?o > )\n}", 3, 15, "FILTER(?o > )"),
        ("SELECT * { ?s ?p ?o }\nORDR BY ?s", 2, 1, "ORDR BY ?s"),
        ("SELECT * {\n  ?s a ex:Alliance .\n}", 2, 19, "?s a ex:Alliance ."),
    ],
)
def test_a_syntax_error_has_line_column_and_the_line(query: str, line: int, column: int, here: str) -> None:
    with pytest.raises(InputError) as refused:
        Embedded().select(query)
    error = refused.value
    assert (error.line, error.column) == (line, column)
    assert error.say("en").startswith(f"query:{line}:{column}: the query is not valid SPARQL 1.1 here: {here}; ")
    assert error.say("zh").startswith(f"query:{line}:{column}：查询在此处不是有效的 SPARQL 1.1：{here}；请")


def test_an_undeclared_prefix_has_its_own_remedy() -> None:
    with pytest.raises(InputError, match="declare every prefix that it uses"):
        Embedded().ask("ASK { ?s a ex:Alliance . }")


def test_a_long_line_is_shown_in_part_around_the_error() -> None:
    with pytest.raises(InputError) as refused:
        Embedded().ask("ASK { ?s ?p '" + "x" * 1000 + "' FILTER ?wrong }")
    assert "FILTER ?wrong" in str(refused.value)
    assert len(str(refused.value)) < 250


def test_braces_in_the_line_are_shown_as_they_are() -> None:
    with pytest.raises(InputError) as refused:
        Embedded().ask("ASK { {0} {here} }")
    assert "ASK { {0} {here} }" in str(refused.value)


def test_what_the_engine_cannot_do_is_an_error_of_the_engine() -> None:
    with pytest.raises(EngineError) as failed:
        Embedded().select("SELECT * { BIND(<http://example.org/unknown>(1) AS ?x) }")
    assert failed.value.say("en").startswith("the embedded engine failed: ")
    assert failed.value.say("zh").startswith("内嵌引擎出错：")


def test_quads_added_later_are_seen() -> None:
    engine = Embedded()
    engine.store.add(Quad(ex("a"), ex("b"), ex("c")))
    assert engine.ask("ASK { ?s ?p ?o }")


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_an_error_keeps_no_answer_which_another_thread_could_not_free(query: str) -> None:
    with pytest.raises(InputError, match="not a SELECT query") as caught:
        Embedded().select(query)
    kept = [value for frame, _ in traceback.walk_tb(caught.tb) for value in frame.f_locals.values()]
    assert kept and [value for value in kept if type(value).__module__.startswith("pyoxigraph")] == []
