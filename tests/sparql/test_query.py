"""One reading of a query: only declarations declare, only names use, and the projection is what comes out."""

import pytest
from asking import graph

from qontology.knowledge.library import Library
from qontology.sparql.query import SparqlQuery, declared
from qontology.terms import PREFIXES

QO = "PREFIX qo: <https://w3id.org/qontology/ns#>"
ALLIANCES = "SELECT ?a WHERE { ?a a qo:Alliance } ORDER BY ?a"
COUNTED = f"{QO} SELECT (COUNT(DISTINCT ?a) AS ?number) WHERE {{ ?a a qo:Alliance }}"


def alliances() -> int:
    """How many there are, by a query that declares its prefix and counts."""
    ((number,),) = graph().select(COUNTED).rows
    return int(number.value)


@pytest.mark.parametrize(
    "before",
    [
        "# PREFIX qo: is known to qontology, so I leave it out\n",
        "# prefix qo: <urn:x>\n",
        "PREFIX ex: <http://example.org/PREFIX/qo:>\n",
    ],
)
def test_what_only_looks_like_a_declaration_declares_nothing(before: str) -> None:
    assert "qo" not in SparqlQuery(before + ALLIANCES).declared
    assert declared(before + ALLIANCES).startswith(f"{QO} ")
    assert len(graph().select(before + ALLIANCES)) == alliances() > 0


def test_nor_does_a_text_that_holds_a_declaration() -> None:
    query = "SELECT ?a WHERE { ?a a qo:Alliance FILTER(STR(?a) != 'PREFIX qo: <urn:x>') }"
    assert len(graph().select(query)) == alliances() > 0


@pytest.mark.parametrize("text", ["# qo:a", "'qo:a'", '"""qo:a"""', "<http://example.org/qo:a>", "?qo"])
def test_what_only_looks_like_a_name_uses_no_prefix(text: str) -> None:
    query = f"ASK {{ ?s ?p {text}\n }}"
    assert SparqlQuery(query).prefixes == frozenset()
    assert declared(query) == query


@pytest.mark.parametrize("declaration", [QO, QO.replace("PREFIX", "prefix"), f"BASE <urn:x>\n  {QO}", f"{QO} # own"])
def test_a_declaration_in_any_case_and_place_is_kept_as_it_is(declaration: str) -> None:
    query = f"{declaration}\n{ALLIANCES}"
    assert declared(query) == query


def test_a_blank_node_and_the_empty_prefix_are_not_ours_to_declare() -> None:
    assert declared("ASK { _:b ?p :local }") == "ASK { _:b ?p :local }"


def test_only_what_is_used_and_not_declared_is_declared_in_order() -> None:
    qo, skos = (f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("qo", "skos"))
    assert declared("ASK { ?a skos:note ?b ; a qo:Goal }") == f"{qo}{skos}ASK {{ ?a skos:note ?b ; a qo:Goal }}"
    own = "prefix qo: <urn:own:> ASK { ?a a qo:Goal }"
    assert declared(own) == own
    other = "ASK { ?a other:b <https://example.org> }"
    assert declared(other) == other


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT ?a ?b WHERE { ?a ?p ?b }", ("a", "b")),
        ("SELECT DISTINCT ?a (COUNT(DISTINCT ?b) AS ?n) WHERE { ?a ?p ?b } GROUP BY ?a", ("a", "n")),
        ("SELECT (IF(?a > ?b, (?a), ?b) AS ?most) { }", ("most",)),
        ("SELECT ?a { { SELECT ?inner WHERE { ?inner ?p ?o } } }", ("a",)),
        ("SELECT (EXISTS { ?a ?p ?b } AS ?found) ?a WHERE { ?a ?p ?b }", ("found", "a")),
        ("SELECT * WHERE { ?a ?p ?b }", ()),
        ("ASK { ?a ?p ?b }", ()),
        ("CONSTRUCT { ?a ?p ?b } WHERE { SELECT ?a WHERE { ?a ?p ?b } }", ()),
        ("# SELECT ?wrong\nSELECT ?right WHERE { }", ("right",)),
    ],
)
def test_the_projection_is_what_the_answer_has_as_columns(query: str, columns: tuple[str, ...]) -> None:
    assert SparqlQuery(query).projection == columns


@pytest.mark.parametrize("form", ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
def test_the_form_is_the_first_word_that_is_one(form: str) -> None:
    assert SparqlQuery(f"PREFIX select: <urn:x> # ASK\n{form.lower()} ...").form == form
    assert SparqlQuery("INSERT DATA { }").form == ""


def test_the_names_of_a_rule_are_those_of_its_pattern() -> None:
    query = SparqlQuery("CONSTRUCT { ?s qo:made ?o } WHERE { ?s qo:found ?o FILTER(?o != 'qo:text') }")
    assert query.pattern_names == ("qo:found",)


def test_the_columns_of_every_question_are_those_of_its_answer() -> None:
    for question in Library():
        if question.kind == "select":
            assert graph().select(question.body).columns == question.columns, question.id
