"""The page of one thing: all that is known of it, in an order to be read, each claim with its passage."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from asking import graph
from pyoxigraph import NamedNode, RdfFormat, Store

from qontology import KnowledgeGraph, load, terms
from qontology.characters import columns
from qontology.engine import Embedded
from qontology.namespaces import FOAF, SCHEMA
from qontology.telling.describe import describe

EXPECTED = Path(__file__).with_name("expected")
THINGS = {
    "alliance": "QUTAC",
    "organization": "Infineon",
    "person": "Angela Merkel",
    "term": "qo:Alliance",
    "concept": "mode:company-led",
}
OTHER_NAMES = {"en": {"also called", "printed as"}, "zh": {"又称", "印作"}}
CLAIMS = {"en": "claims", "zh": "论断"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
MARKS = re.compile(r"\[(\d+(?:,\s+\d+)*)\]$", re.MULTILINE)


each_thing = pytest.mark.parametrize("thing", THINGS.values(), ids=THINGS)
each_language = pytest.mark.parametrize("language", ["en", "zh"])


@pytest.fixture
def told(page):
    """The same as plain values: the lines, each with its label, and the notes."""

    def of(thing: str, language: str) -> dict[str, Any]:
        found = json.loads(page("show", thing, "--format", "json", "--lang", language))
        label = ""
        for line in found["lines"]:
            label = line["label"] = line["label"] or label
        return found

    return of


def values(found: dict[str, Any], label: str) -> list[str]:
    return [line["text"] for line in found["lines"] if line["label"] == label]


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", THINGS)
def test_a_page_is_the_stored_one(name: str, language: str, page, stored) -> None:
    stored(EXPECTED / f"show-{name}.{language}.txt", page("show", THINGS[name], "--lang", language))


def test_a_page_as_plain_values_is_the_stored_one(page, stored) -> None:
    stored(EXPECTED / "show-person.json", page("show", THINGS["person"], "--format", "json", "--lang", "en"))


@pytest.mark.parametrize(("relation", "told"), [("hasMembership", True), ("rival", False)])
def test_what_points_to_a_relation_is_told_unless_it_is_one_itself(relation: str, told: bool, tmp_path: Path) -> None:
    """A thing is a member of an alliance; that a statement contradicts its membership is not said of it."""
    mine = tmp_path / "mine.ttl"
    mine.write_text(
        "@prefix qo: <https://w3id.org/qontology/ns#> . @prefix : <http://example.org/> ."
        f":pointing a qo:{'Alliance' if told else 'Count'} ; qo:{relation} :membership ."
        ":membership a qo:Membership ; qo:member :member . :member a qo:Organization ."
    )
    description = describe(load(mine), NamedNode("http://example.org/member"), "en")
    assert [line.label for line in description.lines if "pointing" in line.text] == ["named in"] * told


SMALL = """
@prefix qo: <https://w3id.org/qontology/ns#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <http://example.org/> .
:bare skos:prefLabel "Bare"@en , "空"@zh ; qo:hasGoal :goal .
:goal a qo:Goal ; qo:theme :a , :b . :a skos:prefLabel "A"@en , "甲"@zh . :b skos:prefLabel "B"@en , "乙"@zh .
"""


def held(turtle: str) -> KnowledgeGraph:
    store = Store()
    store.load(turtle, RdfFormat.TURTLE)
    return KnowledgeGraph(Embedded(store))


def test_of_a_class_it_is_told_in_a_line_which_properties_it_has_and_in_another_of_which_it_is_a_value() -> None:
    small = held(
        "@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        "@prefix : <http://example.org/> . :one schema:domainIncludes :kind ; schema:rangeIncludes :kind ."
        ":other schema:domainIncludes :kind . :one skos:prefLabel 'one'@en . :other skos:prefLabel 'other'@en ."
    )
    found = describe(small, NamedNode("http://example.org/kind"), "en").lines[1:]
    assert [(line.depth, line.label, line.text) for line in found] == [
        (0, "properties", "one; other"),
        (0, "value of", "one"),
    ]


def test_of_a_thing_without_a_class_the_lines_are_told_all_the_same() -> None:
    """Each piece of a line leads to what it names; of several values, the data have the mark of the language too."""
    small = held(SMALL)
    bare, goal, a, b = (NamedNode(f"http://example.org/{name}") for name in ("bare", "goal", "a", "b"))
    found = describe(small, bare, "zh")
    assert found.kinds == () and found.name == "空"
    (theme,) = [line for line in found.lines if line.label == "qo:theme"]
    assert (theme.depth, theme.text, theme.data) == (1, "乙；甲", "乙；甲")
    assert [piece.term for (piece,) in theme.values] == [b, a]
    (pointing,) = [line for line in describe(small, goal, "en").lines if line.label == "named in"]
    assert [piece.term for piece in pointing.values[0]] == [bare, NamedNode(terms.hasGoal)]


@each_language
@pytest.mark.parametrize(("thing", "iri"), [("QUTAC", "alliance:qutac"), ("mode:company-led", "mode:company-led")])
def test_every_claim_about_a_thing_stands_there_with_all_its_passages_and_its_reason(
    thing, iri, language, told
) -> None:
    """A reader may believe nothing here for our sake: a claim without its passage is worth nothing."""
    claims = graph().select(
        f"SELECT ?text (COUNT(DISTINCT ?ground) AS ?number) WHERE {{ ?claim a qo:Claim ; qo:about {iri} ; "
        f"qo:hasStatement ?text ; qo:evidence|qo:reason ?ground FILTER(LANG(?text) = '{language}') "
        f"FILTER(!isLiteral(?ground) || LANG(?ground) = '{language}') }} GROUP BY ?text"
    )
    expected = {text.value: int(number.value) for text, number in claims.rows}
    lines = [line for line in told(thing, language)["lines"] if line["label"] == CLAIMS[language]]
    assert len(lines) == len(expected) > 0
    for text, number in expected.items():
        assert [len(line["notes"]) for line in lines if text in line["text"].split(" · ")] == [number]


@each_language
@pytest.mark.parametrize("thing", ["QUTAC", "Infineon", "Angela Merkel", "mode:company-led"])
def test_every_relation_that_names_a_thing_stands_with_a_passage(thing: str, language: str, told) -> None:
    """What is said of a thing elsewhere rests on a passage too; a bare link, like a part of a whole, has none."""
    relations = {"involvement", "membership", "formation assessment", "参与关系", "成员关系", "采纳的判定"}
    lines = [line for line in told(thing, language)["lines"] if not line["depth"]]
    related = [line for line in lines if relations & {line["label"], *line["text"].split(" · ")}]
    assert related
    assert all(line["notes"] for line in related)


@pytest.mark.parametrize(
    ("thing", "label", "line"),
    [
        ("QUTAC", "involvement", "Infineon · lead"),
        ("QUTAC", "count", "10 · founding company · at founding"),
        ("QED-C", "count", "233 · member · 2022-07-05"),
        ("QUTAC", "founding", "founding of QUTAC · 2021-06"),
        ("QUTAC", "formation assessment", "company-led · the comparative study of 2022"),
        ("Angela Merkel", "affiliation", "Chancellor of Germany · done"),
        ("Infineon", "named in", "founding of QUTAC · involvement · lead"),
    ],
)
def test_a_relation_is_read_as_who_in_which_role_when(thing: str, label: str, line: str, told) -> None:
    """The names of the properties inside a relation are not told, so that the order alone says which value is which."""
    assert line in values(told(thing, "en"), label)


@each_language
@each_thing
def test_nothing_is_said_twice(thing: str, language: str, told) -> None:
    found = told(thing, language)
    for line in found["lines"]:
        for said in re.split("; |；", line["text"]):
            assert max(Counter(said.split(" · ")).values()) == 1, "a value once in a relation"
    top = Counter((line["label"], line["text"]) for line in found["lines"] if line["depth"] == 0)
    assert max(top.values()) == 1, "a line once on a page"


@each_language
@pytest.mark.parametrize("thing", ["QUTAC", "QED-C"])
def test_a_date_and_a_modality_stand_beside_a_name_and_not_again_below_it(thing: str, language: str, told) -> None:
    found = told(thing, language)
    below = {line["label"] for line in found["lines"] if line["depth"]}
    assert below
    assert not below & {"date", "modality", "日期", "情态"}


def test_other_names_come_first_and_then_what_is_told_goes_from_the_whole_to_the_detail(told) -> None:
    """Names, how it came about, what it is for, how it is built, what it does; then what others say."""
    labels = dict.fromkeys(line["label"] for line in told("QUTAC", "en")["lines"] if not line["depth"])
    order = ["also called", "country", "founding", "goal", "count", "membership", "initiative", "named in", "claims"]
    assert [label for label in labels if label in order] == order
    assert next(filter(None, labels)) == "also called"


@each_language
@pytest.mark.parametrize("thing", [*THINGS.values(), "Q-STAR"])
def test_each_number_has_its_note_and_each_note_stands_once(thing: str, language: str, told) -> None:
    found = told(thing, language)
    assert {number for line in found["lines"] for number in line["notes"]} <= set(range(1, len(found["notes"]) + 1))
    assert len(found["notes"]) == len(set(found["notes"]))
    assert all(line["notes"] == sorted(set(line["notes"])) for line in found["lines"])
    assert {line["depth"] for line in found["lines"]} <= {0, 1}


@each_language
@pytest.mark.parametrize("thing", ["QUTAC", "QED-C"])
def test_a_line_does_not_repeat_the_notes_of_the_line_under_which_it_stands(thing: str, language: str, told) -> None:
    above: set[int] = set()
    for line in told(thing, language)["lines"]:
        if line["depth"]:
            assert not above & set(line["notes"])
        else:
            above = set(line["notes"])


@pytest.mark.parametrize(
    ("thing", "language"),
    [
        *((thing, "en") for thing in ("QUTAC", "Infineon", "Angela Merkel", "mode:company-led")),
        *((thing, "both") for thing in ("QUTAC", "mode:company-led")),
        ("Infineon", "zh"),
        ("QUTAC", "zh"),
        ("QED-C", "en"),
    ],
)
def test_the_numbers_on_a_page_are_those_of_the_notes_below_it(thing: str, language: str, page) -> None:
    body, notes = re.split("\n\n(?:Evidence|依据|Evidence / 依据)\n", page("show", thing, "--lang", language))
    used = {number for found in MARKS.findall(body) for number in re.split(r",\s+", found)}
    assert used
    assert used == set(re.findall(r"^ +\[(\d+)\] ", notes, re.MULTILINE))


@each_thing
def test_a_page_in_english_has_no_chinese_and_one_in_chinese_has_no_english_label(thing: str, page, told) -> None:
    assert not CHINESE.search(page("show", thing, "--lang", "en"))
    labels = {line["label"] for line in told(thing, "zh")["lines"]} - {""}
    assert labels
    assert all(CHINESE.search(label) for label in labels)


@each_language
@pytest.mark.parametrize("thing", ["QUTAC", "Infineon", "Angela Merkel", "mode:company-led", "qo:Alliance"])
def test_a_page_shows_the_short_name_of_its_thing_and_no_iri_but_links_to_elsewhere(thing, language, page) -> None:
    head, kinds, *rest = page("show", thing, "--lang", language).splitlines()
    links = {quad.object.value for quad in graph().triples() if quad.predicate in (SCHEMA["sameAs"], FOAF["homepage"])}
    assert re.search(r" · [a-z]+:[A-Za-z-]+$", kinds)
    words = [word for line in [head, *rest] for word in line.split() if word not in links]
    assert not re.search(r"https?:|\b[a-z]+:[a-z-]+", " ".join(words))


@each_thing
def test_both_languages_tell_the_same_lines_on_the_same_passages(thing: str, told) -> None:
    """Other names aside, of which a thing may have more in one language than in the other."""
    english, chinese = (
        [
            (line["depth"], len(line["notes"]))
            for line in told(thing, language)["lines"]
            if line["label"] not in OTHER_NAMES[language] | {""}
        ]
        for language in ("en", "zh")
    )
    assert Counter(english) == Counter(chinese)


@pytest.mark.parametrize("thing", ["QUTAC", "Infineon", "qo:Alliance"])
def test_side_by_side_stand_texts_in_both_languages_and_no_punctuation(thing: str, page) -> None:
    assert not re.search(r"/\s+[：；，、。]", page("show", thing, "--lang", "both"))


@pytest.mark.parametrize(("width", "language"), [(80, "zh"), (200, "en")])
def test_no_line_is_wider_than_the_terminal_nor_than_can_be_read(width, language, run, terminal) -> None:
    terminal(width)
    lines = run("show", "QUTAC", "--lang", language).out.splitlines()
    assert max(map(columns, lines)) <= min(width, 100)
