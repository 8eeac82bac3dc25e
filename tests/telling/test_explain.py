"""Why a statement holds: every path ends in passages, and no premise is idle."""

import json
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from asking import graph

from qontology import InputError, terms
from qontology.characters import columns
from qontology.engine import Embedded
from qontology.reasoning import derive
from qontology.telling.explain import explain, premises

EXPECTED = Path(__file__).with_name("expected")
STATEMENTS = {
    "asserted": ("QUTAC", "qo:hasCountry", "Germany"),
    "derived": ("Airbus", "qo:participatesIn", "QuIC"),
}
IRI = ox.NamedNode
DERIVED = {name: triples for name, triples in derive(graph().engine).items() if triples and name != "label"}


def test_an_asserted_statement_leads_to_the_passage_of_its_assertion() -> None:
    found = explain(graph(), graph().find("QUTAC"), IRI(terms.hasCountry), graph().find("Germany"))
    assert [(step.depth, step.rule) for step in found.steps] == [(0, "")]
    assert "the comparative study of 2022: table 1, row 3, column 2" in found.notes


def test_a_derived_statement_leads_to_its_rule_and_to_the_statements_it_came_from() -> None:
    found = explain(graph(), graph().find("Airbus"), IRI(terms.participatesIn))
    assert found.steps[0].rule == "An organization that leads a body takes part in the work of its alliance"
    assert any("table 3, row 6, column 3" in note for note in found.notes)


def test_notes_are_numbered_without_gaps_and_all_are_used() -> None:
    found = explain(graph(), graph().find("QuIC"))
    assert {note for step in found.steps for note in step.notes} == set(range(1, len(found.notes) + 1))


@pytest.mark.parametrize("rule", DERIVED)
def test_premises_suffice_and_none_of_them_can_be_left_out(rule: str) -> None:
    question = graph().library.get(f"rules/{rule}")
    for conclusion in DERIVED[rule][:3]:
        least = premises(graph().engine, question, conclusion)
        assert conclusion in derived_from(least, question.body)
        for left_out in least:
            assert conclusion not in derived_from([one for one in least if one != left_out], question.body)


def derived_from(triples: list[ox.Triple], rule: str) -> list[ox.Triple]:
    store = ox.Store()
    store.extend(ox.Quad(one.subject, one.predicate, one.object) for one in triples)
    return Embedded(store).construct(rule)


def test_what_neither_is_asserted_nor_follows_is_not_explained() -> None:
    with pytest.raises(InputError, match="does not follow"):
        explain(graph(), graph().find("QUTAC"), IRI(terms.hasCountry), graph().find("Japan"))


def test_the_verb_explains_in_both_languages(run) -> None:
    english = run("explain", "QUTAC", "formation mode")
    assert "by the rule: The formation mode of an alliance" in english.out
    assert "section 3.2, paragraph 1" in english.out
    chinese = run("explain", "QUTAC", "组建模式", "企业主导", "--lang", "zh")
    assert "依据规则：联盟的组建模式取自图谱所采纳的判定" in chinese.out
    assert json.loads(run("explain", "QUTAC", "qo:formationMode", "--format", "json").out)["steps"]


def test_the_verb_refuses_a_predicate_that_is_no_property(run) -> None:
    outcome = run("explain", "QUTAC", "Germany")
    assert outcome.code == 2 and "nothing here is called Germany" in outcome.err


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", STATEMENTS)
def test_a_page_is_the_stored_one(name: str, language: str, page, stored) -> None:
    stored(EXPECTED / f"explain-{name}.{language}.txt", page("explain", *STATEMENTS[name], "--lang", language))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_asserted_statement_stands_with_its_passages_and_without_a_rule(language: str, page) -> None:
    (step,) = json.loads(page("explain", *STATEMENTS["asserted"], "-f", "json", "--lang", language))["steps"]
    assert (step["depth"], step["rule"]) == (0, "")
    assert step["notes"] == [1, 2, 3], "the study says it in three places"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_derived_statement_rests_on_its_premises_alone_and_each_of_these_on_a_passage(language: str, page) -> None:
    """No source says it: a passage beside the conclusion would claim that one does."""
    answer = page("explain", *STATEMENTS["derived"], "-f", "json", "--lang", language)
    conclusion, *premise = json.loads(answer)["steps"]
    assert (conclusion["depth"], conclusion["notes"]) == (0, [])
    assert conclusion["rule"]
    assert len(premise) == 2
    assert all(step["depth"] == 1 and step["notes"] and not step["rule"] for step in premise)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", STATEMENTS)
def test_a_page_names_things_in_the_language_of_the_reader_and_never_by_an_iri(name: str, language: str, page) -> None:
    text = page("explain", *STATEMENTS[name], "--lang", language)
    assert not re.search(r"https?:|\b[a-z]+:\w", text)
    assert bool(re.search("[\u4e00-\u9fff]", text)) == (language == "zh")


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", STATEMENTS)
def test_the_numbers_on_a_page_are_those_of_the_notes_below_it(name: str, language: str, page) -> None:
    text = page("explain", *STATEMENTS[name], "--lang", language)
    body, notes = re.split("\n\n(?:Evidence|依据|Evidence / 依据)\n", text)
    used = {number for found in re.findall(r"\[([\d, ]+)\]$", body, re.MULTILINE) for number in found.split(", ")}
    assert used
    assert used == set(re.findall(r"^ +\[(\d+)\] ", notes, re.MULTILINE))


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_the_rule_is_named_once(language: str, page) -> None:
    text = page("explain", *STATEMENTS["derived"], "--lang", language)
    titles = ("An organization that leads a body takes part", "负责内设机构的组织参与该内设机构所属联盟的工作")
    assert [text.count(title) for title in titles] == [int(language != "zh"), int(language != "en")]


@pytest.mark.parametrize("name", ["asserted", "derived"])
def test_no_line_is_wider_than_a_terminal_of_60_columns(name: str, run, terminal) -> None:
    terminal(60)
    lines = run("explain", *STATEMENTS[name], "--lang", "en").out.splitlines()
    assert max(map(columns, lines)) <= 60
