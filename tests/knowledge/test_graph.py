"""The graph that a user holds: questions with parameters as people write them, queries of their own, and copies."""

import sys
from pathlib import Path

import networkx
import owlready2
import pyoxigraph as ox
import pytest
import rdflib

from qontology import InputError, Table
from qontology.engine import Embedded
from qontology.knowledge import KnowledgeGraph, connect, graph, load
from qontology.knowledge.graph import known
from qontology.knowledge.library import Library
from qontology.terms import PREFIXES

ID = "https://w3id.org/qontology/id/"
WORLD = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix scheme: <https://w3id.org/qontology/scheme/> .
@prefix sector: <https://w3id.org/qontology/scheme/sector/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

alliance:b a qo:Alliance ; skos:prefLabel "Bee"@en , "蜂"@zh ; qo:founded "2022-07" ; qo:members 7 ;
    qo:sector sector:energy .
alliance:a a qo:Alliance ; skos:prefLabel "Ant"@en , "蚁"@zh ; qo:founded "2021" ; qo:members 12 .
sector:energy skos:inScheme scheme:sector ; skos:prefLabel "energy"@en , "Ant"@zh .
alliance:nameless qo:members 3 .
"""
QUESTION = """\
#: id: {id}
#: title.en: What?
#: title.zh: 什么？
#: kind: {kind}
{parameters}#: covers: qo:Alliance
PREFIX alliance: <https://w3id.org/qontology/id/alliance/>
PREFIX qo: <https://w3id.org/qontology/ns#>
PREFIX sector: <https://w3id.org/qontology/scheme/sector/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name ?members WHERE {{
  VALUES ?alliance {{ alliance:b }}
  VALUES ?sector {{ sector:energy }}
  VALUES ?until {{ "2022" }}
  VALUES ?least {{ 5 }}
  VALUES ?language {{ "en" }}
  ?alliance skos:prefLabel ?name ; qo:members ?members ; qo:founded ?founded .
  FILTER(LANG(?name) = ?language)
  {filters}
}} ORDER BY ?name
"""
PARAMETERS = {
    "alliance": "qo:Alliance, optional",
    "sector": "scheme:sector, optional",
    "until": "date, optional",
    "least": "xsd:integer, optional",
    "language": "language",
}
FILTERS = """
  OPTIONAL { ?alliance qo:sector ?its } FILTER(!BOUND(?sector) || ?sector = ?its)
  FILTER(!BOUND(?until) || ?founded <= ?until) FILTER(!BOUND(?least) || ?members >= ?least)
"""


@pytest.fixture
def world(tmp_path: Path) -> KnowledgeGraph:
    store = ox.Store()
    store.load(WORLD, ox.RdfFormat.TURTLE)
    lines = "".join(f"#: parameter.{name}: {kind}\n" for name, kind in PARAMETERS.items())
    for name, kind, parameters in (
        ("members", "select", lines),
        ("inferred", "construct", lines),
        ("bare", "select", ""),
    ):
        text = QUESTION.format(id=name, kind=kind, parameters=parameters, filters=FILTERS)
        (tmp_path / f"{name}.rq").write_text(text, encoding="utf-8")
    return KnowledgeGraph(Embedded(store), Library(tmp_path))


def names(table: Table) -> list[object]:
    return [row["name"] for row in table.to_dicts()]


def refusal(world: KnowledgeGraph, name: str, **parameters: object) -> tuple[str, str]:
    with pytest.raises(InputError) as found:
        world.query(name, **parameters)  # type: ignore[arg-type]
    return found.value.say("en"), found.value.say("zh")


# Questions of the library


def test_a_question_without_parameters_is_asked_of_everything(world: KnowledgeGraph) -> None:
    answer = world.query("members", language="en")
    assert answer.columns == ("name", "members")
    assert answer.to_dicts() == [{"name": "Ant", "members": 12}, {"name": "Bee", "members": 7}]


@pytest.mark.parametrize(
    ("parameter", "value", "answer"),
    [
        ("alliance", "bee", ["Bee"]),
        ("alliance", "蚁", ["Ant"]),
        ("alliance", "alliance:a", ["Ant"]),
        ("alliance", None, ["Ant", "Bee"]),
        ("sector", "energy", ["Bee"]),
        ("until", "2021", ["Ant"]),
        ("until", 2021, ["Ant"]),
        ("least", "10", ["Ant"]),
        ("least", 7, ["Ant", "Bee"]),
    ],
)
def test_a_parameter_is_given_as_people_write_it(world: KnowledgeGraph, parameter, value, answer) -> None:
    assert names(world.query("members", language="en", **{parameter: value})) == answer


def test_a_name_is_looked_for_among_the_things_of_the_type_of_the_parameter(world: KnowledgeGraph) -> None:
    assert names(world.query("members", language="en", alliance="Ant")) == ["Ant"]
    assert names(world.query("members", language="en", sector="Ant")) == ["Bee"]
    assert refusal(world, "members", alliance="energy")[0].startswith("nothing here is called energy")


def test_the_answer_is_in_the_language_that_is_asked_for(world: KnowledgeGraph, monkeypatch) -> None:
    monkeypatch.setenv("QONTOLOGY_LANG", "zh")
    assert names(world.query("members")) == ["蚁", "蜂"]
    assert names(world.query("members", language="en")) == ["Ant", "Bee"]
    assert set(names(world.query("members", language="both"))) == {"Ant", "Bee", "蚁", "蜂"}


def test_a_parameter_that_there_is_not_is_refused_with_those_that_there_are(world: KnowledgeGraph) -> None:
    assert refusal(world, "members", aliance="Bee") == (
        "the query members has no parameter aliance; it has: alliance, sector, until, least",
        "查询 members 没有参数 aliance；可用参数：alliance, sector, until, least",
    )
    assert refusal(world, "bare", alliance="Bee") == (
        "the query bare has no parameter alliance; it has: none",
        "查询 bare 没有参数 alliance；可用参数：无",
    )


def test_the_language_is_no_parameter_that_a_value_can_be_given_for(world: KnowledgeGraph) -> None:
    question = world.library.get("members")
    assert 'VALUES ?language { "zh" }' in world.bind(question, language="zh")
    with pytest.raises(InputError, match="has no parameter tongue"):
        world.bind(question, tongue="zh")
    renamed = question._replace(parameters=tuple(each._replace(name="tongue") for each in question.parameters[-1:]))
    with pytest.raises(InputError, match="has no parameter tongue; it has: none"):
        world.bind(renamed, tongue="zh")


@pytest.mark.parametrize(("parameter", "value"), [("until", "2022-06xyz"), ("until", "June"), ("least", "many")])
def test_a_value_that_does_not_fit_its_type_is_refused(world: KnowledgeGraph, parameter, value) -> None:
    assert refusal(world, "members", **{parameter: value})[0].startswith(
        f"{value} does not fit the parameter {parameter}; give a "
    )


def test_a_question_that_makes_statements_has_no_table(world: KnowledgeGraph) -> None:
    assert refusal(world, "inferred") == (
        "inferred is a construct query; use qontology reason or export for it",
        "inferred 是 construct 查询；请用 qontology reason 或 export 运行",
    )


def test_without_a_library_the_questions_are_those_that_are_shipped() -> None:
    assert "goals/of-alliance" in KnowledgeGraph(Embedded(ox.Store())).library.ids()


# Queries of one's own


def test_the_prefixes_of_the_project_need_no_declaration(world: KnowledgeGraph) -> None:
    answer = world.select("SELECT ?name WHERE { alliance:a skos:prefLabel ?name } ORDER BY ?name")
    assert names(answer) == ["Ant", "蚁"] and answer.columns == ("name",)
    assert world.ask("ASK { alliance:a a qo:Alliance }") and not world.ask("ASK { alliance:c a qo:Alliance }")
    assert [str(triple.object) for triple in world.construct("CONSTRUCT { ?a qo:is 1 } WHERE { ?a qo:members 7 }")] == [
        '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    ]


# Things and their names


def test_a_thing_is_found_by_name_and_one_without_a_name_by_its_iri(world: KnowledgeGraph) -> None:
    assert world.find("bee").value == f"{ID}alliance/b"
    assert world.find("alliance:nameless").value == f"{ID}alliance/nameless"
    assert world.find(f"<{ID}alliance/nameless>").value == f"{ID}alliance/nameless"
    with pytest.raises(InputError, match="nothing here is called alliance:none"):
        world.find("alliance:none")


def test_a_thing_is_known_where_something_is_said_of_it(world: KnowledgeGraph) -> None:
    assert known(world.engine, f"{ID}alliance/nameless")
    assert not known(world.engine, f"{ID}alliance/none")
    assert not known(world.engine, "no IRI")


def test_a_label_is_in_english_unless_another_language_is_asked_for(world: KnowledgeGraph) -> None:
    bee = world.find("bee")
    assert (world.label(bee), world.label(bee, "zh"), world.label(bee, "both")) == ("Bee", "蜂", "Bee / 蜂")


def test_names_are_read_once(world: KnowledgeGraph) -> None:
    assert world.names is world.names
    assert world.names_of("qo:Alliance") is world.names_of("qo:Alliance")
    assert world.names_of("qo:Alliance") is not world.names_of("scheme:sector")


def test_a_kind_is_read_as_it_is_written_and_thing_is_all_there_is(world: KnowledgeGraph) -> None:
    assert world.names_of("thing") is world.names
    both = world.names_of("qo:Alliance | scheme:sector")
    assert {name for name, _ in both.all()} == {"Ant", "Bee", "蚁", "蜂", "energy"}


KINDS = """
@prefix alliance: <https://w3id.org/qontology/id/alliance/> .
@prefix goal: <https://w3id.org/qontology/id/goal/> .
@prefix qo: <https://w3id.org/qontology/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix scheme: <https://w3id.org/qontology/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

qo:Alliance a qo:Kind ; rdfs:label "alliance"@en , "联盟"@zh . qo:Kind rdfs:label "kind"@en .
qo:Goal rdfs:label "goal"@en , "目标"@zh .
scheme:sector skos:prefLabel "sector"@en , "行业"@zh .
alliance:a a qo:Alliance , qo:Unnamed ; skos:prefLabel "Ant"@en , "蚁"@zh .
goal:g a qo:Goal , qo:Alliances ; skos:prefLabel "Growth"@en , "增长"@zh .
goal:x a qo:Unnamed ; skos:prefLabel "Bare"@en .
goal:two a qo:Goal ; skos:prefLabel "Twin"@en . goal:more a qo:Goal ; skos:prefLabel "Twin"@en .
"""


def not_found(kind: str, text: str) -> tuple[str, str]:
    store = ox.Store()
    store.load(KINDS, ox.RdfFormat.TURTLE)
    with pytest.raises(InputError) as found:
        KnowledgeGraph(Embedded(store)).find_of(kind, text)
    return found.value.say("en"), found.value.say("zh")


def test_of_a_thing_of_another_kind_it_is_said_what_it_is_and_where_to_read_of_it() -> None:
    assert not_found("qo:Alliance", "growth") == (
        "Growth is a goal, not an alliance; qontology show goal:g tells all of it",
        "“增长”是目标，不是联盟；可用 qontology show goal:g 查看详情",
    )
    assert not_found("qo:Goal | scheme:sector", "ant") == (
        "Ant is an alliance, not a goal or sector; qontology show alliance:a tells all of it",
        "“蚁”是联盟，不是目标或行业；可用 qontology show alliance:a 查看详情",
    )


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("qo:Alliance", "Bare"),
        ("qo:Alliance", "alliance"),
        ("qo:Alliance", "Twin"),
        ("qo:Alliance", "nobody"),
        ("thing", "nobody"),
    ],
    ids=["its class has no name", "the kind itself", "one of two", "nothing", "nothing of any kind"],
)
def test_where_that_cannot_be_said_nothing_is_called_so(kind: str, text: str) -> None:
    assert not_found(kind, text)[0].startswith(f"nothing here is called {text}")


# The whole and its copies


class Unasked:
    """An engine that must not be asked."""


def test_a_graph_is_told_in_short_by_its_size_or_by_what_it_stands_behind(world: KnowledgeGraph) -> None:
    assert repr(world) == "<KnowledgeGraph 15 triples>"
    assert repr(KnowledgeGraph(Unasked())) == "<KnowledgeGraph behind Unasked>"


def test_a_notebook_shows_what_is_in_the_graph_by_kind_in_the_language_of_the_reader(monkeypatch) -> None:
    monkeypatch.setenv("QONTOLOGY_LANG", "zh")
    store = ox.Store()
    store.load(KINDS, ox.RdfFormat.TURTLE)
    assert KnowledgeGraph(Embedded(store))._repr_html_() == (
        "<table><caption>KnowledgeGraph 22 triples</caption><thead><tr></tr></thead><tbody>"
        "<tr><td>联盟</td><td>1</td></tr><tr><td>目标</td><td>3</td></tr></tbody></table>"
    )


def test_a_notebook_asks_nothing_of_an_endpoint_to_show_it() -> None:
    shown = KnowledgeGraph(Unasked())._repr_html_()
    assert "<caption>KnowledgeGraph behind Unasked</caption>" in shown and "<td>" not in shown


def test_the_length_is_the_number_of_triples_which_come_in_order(world: KnowledgeGraph) -> None:
    found = world.triples()
    assert len(world) == len(found) == 15
    assert list(map(str, found)) == sorted(map(str, found))


def test_copies_for_other_libraries_hold_what_the_graph_holds(world: KnowledgeGraph) -> None:
    copy = world.to_rdflib()
    assert isinstance(copy, rdflib.Graph) and len(copy) == len(world)
    assert dict(copy.namespaces())["qo"] == rdflib.URIRef(PREFIXES["qo"])
    ontologies = world.to_owlready()
    assert isinstance(ontologies, owlready2.World) and len(ontologies.graph) >= len(world)
    things = world.to_networkx()
    assert isinstance(things, networkx.MultiDiGraph) and things.has_edge(
        f"{ID}alliance/b", f"{PREFIXES['sector']}energy"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "<http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/other>",
        "<http://www.w3.org/2002/07/owl#imports> <file:///etc/passwd>",
        '<http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#python_module> "this"',
    ],
)
def test_owlready_neither_fetches_nor_reads_nor_runs_what_the_data_name(statement: str) -> None:
    sys.modules.pop("this", None)
    text = f"<{PREFIXES['qo'][:-1]}> a <http://www.w3.org/2002/07/owl#Ontology> ; {statement} ."
    store = ox.Store()
    store.load(text.encode(), ox.RdfFormat.TURTLE)
    assert len(KnowledgeGraph(Embedded(store)).to_owlready().graph) >= 2
    assert "this" not in sys.modules


def test_the_graph_is_the_ontology_and_the_data_that_are_shipped() -> None:
    whole = load()
    assert whole.ask("ASK { qo:Alliance a owl:Class }") and whole.ask("ASK { alliance:qutac a qo:Alliance }")


def test_an_endpoint_has_a_minute_unless_another_time_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def engine_at(url: str, *, timeout: int, graphs: object = ()) -> Embedded:
        asked.append((url, timeout))
        return Embedded(ox.Store())

    monkeypatch.setattr(graph, "engine_at", engine_at)
    assert len(connect("http://127.0.0.1/query")) == len(connect("http://127.0.0.1/query", timeout=5)) == 0
    assert asked == [("http://127.0.0.1/query", 60), ("http://127.0.0.1/query", 5)]
