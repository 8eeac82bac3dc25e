"""Why a statement holds: every path ends in passages, and no premise is idle."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from asking import graph
from stored import Compare

from qontology import InputError, terms
from qontology.engine import Embedded
from qontology.reasoning import derive
from qontology.telling.explain import explain, premises

IRI = ox.NamedNode
EXPECTED = Path(__file__).parent / "expected"
DERIVED = {name: triples for name, triples in derive(graph().engine).items() if triples and name != "label"}


def test_an_asserted_statement_leads_to_the_passage_of_its_assertion() -> None:
    found = explain(graph(), graph().find("QUTAC"), IRI(terms.country), graph().find("Germany"))
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
        explain(graph(), graph().find("QUTAC"), IRI(terms.country), graph().find("Japan"))


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


def test_reason_writes_one_named_graph_a_rule_and_counts_on_standard_error(run) -> None:
    outcome = run("reason", "--format", "nq")
    graphs = {quad.graph_name.value for quad in ox.parse(outcome.out, format=ox.RdfFormat.N_QUADS)}
    assert graphs == {f"https://w3id.org/qontology/graph/derived/{name}" for name, found in DERIVED.items()} | {
        "https://w3id.org/qontology/graph/derived/label"
    }
    assert "participates-in: " in outcome.err


def test_reason_takes_files_of_ones_own_into_account(run, tmp_path) -> None:
    file = tmp_path / "mine.ttl"
    file.write_text(
        "@prefix qo: <https://w3id.org/qontology/ns#> . @prefix e: <http://example.org/> ."
        "e:a qo:membership e:m . e:m qo:member e:o .",
        encoding="utf-8",
    )
    assert (
        "<http://example.org/a> <https://w3id.org/qontology/ns#hasMember> <http://example.org/o>"
        in run("reason", str(file), "--format", "nq").out
    )


SCREENS = {
    "derived": ("Airbus", "participates in"),
    "asserted": ("QUTAC", "country", "Germany"),
    "everything": ("QUTAC",),
}


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_screen_is_the_stored_one(screen: str, language: str, run, stored: Compare) -> None:
    """What is derived stands above what it follows from, which is indented and ends in passages."""
    outcome = run("explain", *SCREENS[screen], "--lang", language)
    assert (outcome.code, outcome.err) == (0, "")
    stored(EXPECTED / f"explain-{screen}.{language}.txt", outcome.out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("screen", SCREENS)
def test_each_statement_that_is_not_derived_shows_its_passages(screen: str, language: str, run) -> None:
    found = json.loads(run("explain", *SCREENS[screen], "--lang", language, "--format", "json").out)
    assert [step["text"] for step in found["steps"] if not step["rule"] and not step["notes"]] == []
    assert all(not step["notes"] for step in found["steps"] if step["rule"]), "a rule is no passage"


@pytest.mark.parametrize("language", ["en", "zh", "both"])
def test_no_statement_stands_twice_on_the_screen(language: str, run) -> None:
    found = json.loads(run("explain", "QUTAC", "--lang", language, "--format", "json").out)
    own = [step["text"] for step in found["steps"] if not step["depth"]]
    assert sorted(set(own)) == sorted(own)
