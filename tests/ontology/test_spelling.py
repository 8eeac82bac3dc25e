"""English texts are spelt in one way: British, -ise and -yse, but for "organization"."""

import ast
import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from qontology import terms
from qontology.assets import files, root
from qontology.namespaces import SKOS

OXFORD = (
    r"(?!organization)\w{3,}iz(?:e[ds]?|ers?|ing|ations?|ational)|organis(?:ations?|ational)|\w+yz(?:e[ds]?|ers?|ing)"
)
AMERICAN = (
    "behaviors?|catalogs?|centers?|centered|colors?|colored|defense|favors?|fulfill|honors?|judgment|labeled|labor"
)
AMERICAN += "|modeled|modeling|neighbors?"
FOREIGN = re.compile(rf"\b(?:{OXFORD}|{AMERICAN})\b", re.IGNORECASE)
# Proper names, file names, and the names of terms, which have capitals inside.
NAMES = re.compile(
    r"\b\w*[a-z][A-Z]\w*|Department of Defense|National Informatization|Reauthorization Act|catalog-v001|resiz"
    r"|--catalog|Quantum Manufacturing Engineering Center|Wilson Center"
)
# What goes by a name of its own in the wider world: there are too many to list.
NAMED = re.compile(r"/id/(?:alliance|bill|organization|programme|source)/")
TITLED = {ox.NamedNode(each) for each in (terms.Report, terms.Roadmap)}
LABELS = {SKOS[each] for each in ("prefLabel", "altLabel", "hiddenLabel")}
CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)|<[^>\n]*>", re.DOTALL)


def foreign(text: str) -> list[str]:
    return FOREIGN.findall(NAMES.sub("", text))


def literals() -> Iterator[tuple[str, str]]:
    """What is said in English, without the names that others gave to themselves and to their publications."""
    quads = [quad for path in files("data/world") for quad in ox.parse(path=path)]
    titled = {quad.subject for quad in quads if quad.object in TITLED}
    named = {
        quad.object.value
        for quad in quads
        if isinstance(quad.object, ox.Literal)
        and quad.predicate in LABELS
        and (NAMED.search(str(quad.subject)) or quad.subject in titled)
        and foreign(quad.object.value)
    }
    names = re.compile("|".join(map(re.escape, sorted(named, key=len, reverse=True))))
    for folder in ("ontology", "ontology/alignments", "data", "shapes"):
        for path in files(folder):
            for quad in ox.parse(path=path):
                if isinstance(quad.object, ox.Literal) and quad.object.language == "en":
                    yield f"{path.name} {quad.subject}", names.sub("", quad.object.value)


def questions() -> Iterator[tuple[str, str]]:
    for path in files("queries", ".rq"):
        yield path.name, " ".join(re.findall(r"^#: \w+\.en: (.*)$", path.read_text("utf-8"), re.MULTILINE))


def pages() -> Iterator[tuple[str, str]]:
    """The pages; the glossary lists what is not written, too."""
    for path in [*root().glob("*.md"), *root().glob("docs/*.md")]:
        if path.name != "glossary.md":
            yield path.name, CODE.sub("", path.read_text("utf-8"))


def messages() -> Iterator[tuple[str, str]]:
    """The English of each ``Text`` in the package."""
    for path in sorted((root() / "qontology").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text" and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield f"{path.name}:{part.lineno}", part.value


@pytest.mark.parametrize("texts", [literals, questions, pages, messages])
def test_english_is_spelt_in_one_way(texts) -> None:
    found = list(texts())
    assert len(found) > 5
    assert {(place, word) for place, text in found for word in foreign(text)} == set()


@pytest.mark.parametrize("word", ["organized", "standardization", "Organisation", "analyzed", "behavior"])
def test_another_spelling_is_found(word: str) -> None:
    assert foreign(f"It is {word}, they say.") == [word]


def test_names_and_what_only_looks_alike_are_left_alone() -> None:
    text = "Organizations of a size; a prize; the organizational chart; qo:leadOrganization; the Department of Defense."
    assert foreign(text) == []
