"""Each published name has a page, and the rules for w3id lead to it."""

import json
from html import escape

import pytest
from asking import graph
from redirects import BROWSER, RULES, answer
from redirects import HOME as PLACE

from qontology.knowledge.library import Library
from qontology.site.addresses import HOME, path_of
from qontology.site.building import pages
from qontology.site.content import Content
from qontology.site.search_index import names_index
from qontology.validation.rules import every_rule

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def content() -> Content:
    return Content(graph())


@pytest.fixture(scope="module")
def made(content: Content) -> set[str]:
    """The paths of all pages."""
    return {page.path for page in pages(content)}


def test_each_name_of_the_graph_has_its_page(content: Content, made: set[str]) -> None:
    found = json.loads(names_index(content).decode().removeprefix("window.qontologyNames=").rstrip(";\n"))
    assert {page.partition("#")[0] for page in found.values()} <= made
    local = {node.value.removeprefix(HOME) for node in content.things.all() if node.value.startswith(f"{HOME}id/")}
    without = {name for name in local if path_of(HOME + name) not in made and name not in found}
    # What a concept of the graph names in passing is told of where it stands.
    assert without == set()
    named = {
        node.value
        for node in content.things.all()
        if node.value.startswith((f"{HOME}ns", f"{HOME}scheme", f"{HOME}module"))
    }
    assert {path_of(name) for name in named} <= made


def test_each_rule_and_question_has_its_page(made: set[str]) -> None:
    assert {path_of(f"{HOME}shapes#{code}") for code in every_rule()} <= made
    assert {path_of(f"{HOME}query/{name}") for name in Library().ids()} <= made
    assert {
        path_of(f"{HOME}{name}") for name in ("dataset", "shapes", "shapes/core", "alignment/org", "data/links")
    } <= made


def test_the_rules_for_w3id_lead_from_each_name_to_a_page_that_there_is(content: Content, made: set[str]) -> None:
    rules = RULES.read_text("utf-8")
    names = {node.value.removeprefix(HOME).partition("#")[0] for node in content.things.all() if HOME in node.value}
    names |= {f"query/{name}" for name in Library().ids()} | {"", "shapes", "dataset", "data/links", "alignment/org"}
    found = json.loads(names_index(content).decode().removeprefix("window.qontologyNames=").rstrip(";\n"))
    astray = []
    for number, name in enumerate(sorted(names)):
        tag = ("en", "zh")[number % 2]
        status, target = answer(name, BROWSER, rules, tag)
        page = (target or "").removeprefix(f"{PLACE}/latest/{tag}/")
        there = page.removeprefix("find.html?name=") in found if "find.html" in page else page in made
        if status != 303 or not there:
            astray.append((name, page))
    assert len(names) > 1000 and astray == []


def test_each_page_says_the_name_that_it_tells_of(site) -> None:
    content = Content(site.graph)
    silent = [
        (tag, page.path)
        for page in pages(content)
        for tag in ("en", "zh")
        if page.name and escape(page.name) not in site.page(f"{tag}/{page.path}")
    ]
    assert silent == []
