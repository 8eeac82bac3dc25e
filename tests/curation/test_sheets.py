"""The sheets as they are declared: of terms that exist, and completed by the ontology and the shapes."""

import re

import pyoxigraph as ox
import pytest

from qontology.curation.pages import Desk
from qontology.curation.sheets import part, sheets
from qontology.knowledge import load
from qontology.namespaces import expand
from qontology.reading import Source
from qontology.terms import NAMESPACE

SHEETS = {sheet.name: sheet for sheet in sheets()}

NEW_CONCEPT = b"""
@prefix role: <https://w3id.org/qontology/scheme/role/> .
@prefix scheme: <https://w3id.org/qontology/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
role:rehearse a skos:Concept ; skos:inScheme scheme:role ;
    skos:prefLabel "rehearse"@en , "\xe6\x8e\x92\xe7\xbb\x83"@zh .
"""


@pytest.fixture(scope="module")
def desk():
    return Desk(load())


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_speaks_of_its_columns_and_of_terms_that_there_are(name, desk):
    sheet = SHEETS[name]
    known = {*sheet.by_name, *sheet.nodes}
    for pattern in sheet.patterns:
        for text in pattern[:3]:
            if found := part(text):
                assert found[0] in known, text
            elif text.startswith("qo:"):
                assert desk.vocabulary.graph.ask(f"ASK {{ <{NAMESPACE}{text[3:]}> a ?class }}"), text
            else:
                assert text == "a" or ox.NamedNode(expand(text)), text
        assert set(pattern.unless) <= known
    for rule in sheet.nodes.values():
        assert {key for key, _ in re.findall(r"\{(\w+)(\??)\}", rule)} <= known
    assert set(sheet.example) <= set(sheet.by_name)


@pytest.mark.parametrize("name", SHEETS)
def test_each_column_has_a_name_and_help_in_both_languages(name, desk):
    sheet = next(sheet for sheet in desk.sheets if sheet.name == name)
    for column in sheet.columns:
        for text in (column.label, column.help):
            assert text.en and any("一" <= char <= "鿿" for char in text.zh), (column.name, text)


def test_every_column_stands_in_a_triple_or_a_rule_or_decides_something():
    for sheet in sheets():
        used = {found[0] for one in sheet.patterns for found in map(part, one[:3]) if found}
        used |= {key for rule in sheet.nodes.values() for key, _ in re.findall(r"\{(\w+)(\??)\}", rule)}
        used |= {one.language for one in sheet.columns} | {one.chosen_by for one in sheet.columns}
        assert set(sheet.by_name) - used <= {"id", "source", "locator"}, sheet.name


def test_what_may_stand_in_a_column_is_told_by_the_shapes(desk):
    members = next(sheet for sheet in desk.sheets if sheet.name == "members")
    kinds = {column.name: (column.kind, column.among) for column in members.columns}
    assert kinds["member"] == ("thing", (f"{NAMESPACE}Organization",))
    assert kinds["dating"] == ("concept", ("https://w3id.org/qontology/scheme/dating",))
    assert kinds["start"] == ("date", ())


def test_a_new_concept_appears_by_itself():
    desk = Desk(load(Source("new.ttl", NEW_CONCEPT, ox.RdfFormat.TURTLE)))
    (page,) = desk.pages(["roles"])
    assert "rehearse / 排练" in page.choices["role"]
