"""Each published name has a page, and the rules for w3id lead to it."""

import json

from asking import graph

from qontology import assets
from qontology.knowledge.library import Library
from qontology.site.addresses import HOME, path_of
from qontology.site.building import pages
from qontology.site.content import Content
from qontology.site.search_index import names_index
from qontology.validation.rules import every_rule


def test_each_name_of_the_graph_has_its_page() -> None:
    content = Content(graph())
    made = {page.path for page in pages(content)}
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


def test_each_rule_and_question_has_its_page() -> None:
    made = {page.path for page in pages(Content(graph()))}
    assert {path_of(f"{HOME}shapes#{code}") for code in every_rule()} <= made
    assert {path_of(f"{HOME}query/{name}") for name in Library().ids()} <= made
    assert {
        path_of(f"{HOME}{name}") for name in ("dataset", "shapes", "shapes/core", "alignment/org", "data/links")
    } <= made


def test_the_rules_for_w3id_lead_to_these_pages() -> None:
    rules = (assets.root() / "descriptions/w3id/.htaccess").read_text("utf-8")
    for page in ("find.html?name=", "terms.html", "shapes.html", "concepts.html", "about.html", "$1.html"):
        assert f"%{{ENV:LANG}}/{page}" in rules
