"""Every question of the library: a sound file, the same answer on three engines, and the answer that is expected."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from asking import is_of_the_web, study
from stored import Compare

from qontology.assets import files
from qontology.engine import connect
from qontology.knowledge import KnowledgeGraph, load
from qontology.knowledge.library import Library
from qontology.tables import Table

LIBRARY = Library()
SELECTS = [name for name in LIBRARY.ids() if LIBRARY.get(name).kind == "select"]
TESTS = Path(__file__).resolve().parent.parent
READABLE = 400
"""How many rows of an answer a person reads; of a longer one, the first and their number are stored."""


def answer_file(name: str) -> Path:
    module, _, rest = name.partition("/")
    return TESTS / module / "answers" / f"{rest}.tsv"


def to_read(table: Table) -> str:
    """An answer as it is stored for people to read."""
    lines = table.to_tsv().splitlines(keepends=True)
    return (
        "".join(lines) if len(table) <= READABLE else "".join([*lines[:101], f"# the first 100 of {len(table)} rows\n"])
    )


@pytest.fixture(scope="session")
def graph() -> KnowledgeGraph:
    return load()


@pytest.fixture(scope="session")
def part() -> KnowledgeGraph:
    """The study and a few files of the wider world: as much as rdflib answers in a test."""
    world = files("data/world/alliances")[::12]
    own = [path for path in files("data") if not is_of_the_web(path)]
    return load(*files("ontology"), *own, *world, *files("data/world/organizations")[:3], with_shipped=False)


@pytest.fixture(scope="session")
def rdflib_graph(part: KnowledgeGraph) -> rdflib.Graph:
    return part.to_rdflib()


@pytest.fixture(scope="session")
def served(part: KnowledgeGraph, oxigraph_server: str) -> KnowledgeGraph:
    from urllib.request import Request, urlopen

    data = ox.serialize(part.triples(), format=ox.RdfFormat.N_TRIPLES)
    home = "https://w3id.org/qontology/graph/test"  # a graph of its own: other tests use the same server
    address = f"{oxigraph_server}/store?graph={home}"
    with urlopen(Request(address, data, {"Content-Type": "application/n-triples"}, method="PUT"), timeout=20):
        pass
    return KnowledgeGraph(connect(f"{oxigraph_server}/query?default-graph-uri={home}"))


def table_of(result: rdflib.query.Result) -> Table:
    """What rdflib answers, in the terms of pyoxigraph."""

    def term(value: rdflib.term.Identifier | None) -> ox.NamedNode | ox.Literal | None:
        match value:
            case None:
                return None
            case rdflib.URIRef():
                return ox.NamedNode(str(value))
            case rdflib.Literal(language=str() as language):
                return ox.Literal(str(value), language=language)
            case rdflib.Literal(datatype=rdflib.URIRef() as datatype):
                return ox.Literal(str(value), datatype=ox.NamedNode(str(datatype)))
        return ox.Literal(str(value))

    return Table([str(name) for name in result.vars or ()], [[term(value) for value in row] for row in result])


def test_every_question_parses_in_both_libraries_as_it_is_stored() -> None:
    for question in LIBRARY:
        ox.Store().query(question.text)
        if question.id not in SELECTS:  # rdflib answers those below
            rdflib.Graph(bind_namespaces="none").query(question.text)


def test_every_question_says_in_both_languages_what_it_asks() -> None:
    for question in LIBRARY:
        if question.kind == "select":
            assert question.title.en.endswith("?") and question.title.zh.endswith("？"), question.id
        assert any("一" <= char <= "鿿" for char in question.title.zh), question.id
        assert bool(question.keywords.en) == bool(question.keywords.zh), question.id


def test_every_question_that_a_description_names_exists() -> None:
    folders = "|".join(sorted({name.partition("/")[0] for name in LIBRARY.ids()}))
    for question in LIBRARY:
        english, chinese = (re.findall(rf"\b(?:{folders})/[a-z0-9-]+", text, re.ASCII) for text in question.description)
        assert set(english) == set(chinese), question.id
        assert set(english) <= set(LIBRARY.ids()) - {question.id}, question.id


def test_every_select_names_its_columns_and_its_order() -> None:
    for name in SELECTS:
        body = LIBRARY.get(name).body
        assert "SELECT *" not in body and "ORDER BY" in body, name
        assert "LANG(" not in body or "langMatches" in body, name


def test_what_a_question_covers_stands_in_its_text() -> None:
    for question in LIBRARY:
        for term in question.covers:
            assert term in question.body, (question.id, term)


@pytest.mark.parametrize("name", SELECTS)
def test_the_answer_is_the_expected_one(name: str, graph: KnowledgeGraph, stored: Compare) -> None:
    stored(answer_file(name), to_read(graph.query(name, language="en")))


@pytest.mark.long
@pytest.mark.parametrize("name", SELECTS)
def test_the_answer_is_the_same_on_every_engine_and_in_every_binding(
    name: str, part: KnowledgeGraph, rdflib_graph: rdflib.Graph, served: KnowledgeGraph
) -> None:
    question = LIBRARY.get(name)
    english, chinese = part.bind(question, language="en"), part.bind(question, language="zh")
    for sparql in (english, chinese, question.body):  # the stored text has every parameter bound
        answer = part.select(sparql)
        assert answer.columns == question.columns
        assert served.select(sparql) == answer
        if sparql != english:  # the stored text asks rdflib for English
            assert table_of(rdflib_graph.query(sparql)) == answer


def test_an_answer_in_chinese_has_as_many_rows_as_in_english() -> None:
    for name in SELECTS:
        assert len(study().query(name, language="zh")) == len(study().query(name, language="en")), name


def test_of_an_answer_that_nobody_reads_the_first_rows_are_stored_and_how_many_there_are() -> None:
    short, long = (Table(["n"], [[ox.Literal(number)] for number in range(size)]) for size in (READABLE, READABLE + 1))
    assert to_read(short) == short.to_tsv()
    assert to_read(long).splitlines()[-1] == "# the first 100 of 401 rows"
    assert len(to_read(long).splitlines()) == 102


def test_every_stored_answer_belongs_to_a_question() -> None:
    stored = set(TESTS.glob("*/answers/**/*.tsv"))
    assert stored == {answer_file(name) for name in SELECTS}
