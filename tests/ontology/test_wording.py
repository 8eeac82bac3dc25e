"""One concept has one word: what the glossary says not to write is written nowhere, in either language."""

import re
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, parse

from qontology.assets import files, root

ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]*?) ?\|$", re.MULTILINE)
PAGES = {"en": ("docs/glossary.md", "## One concept, one word"), "zh": ("docs/glossary.zh.md", "## 一个概念，一个词")}
CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)|<[^>\n]*>", re.DOTALL)


def rules(language: str) -> list[tuple[str, list[str], list[str]]]:
    """The word, those in whose place it stands, and compounds that may have them."""
    page, heading = PAGES[language]
    section = (root() / page).read_text("utf-8").partition(heading)[2].partition("\n## ")[0]
    _, *rows = ROW.findall(section.replace("|---|---|---|\n", ""))
    return [(word, re.split("[,、] ?", other), re.split("[,、] ?", but) if but else []) for word, other, but in rows]


def texts(language: str) -> Iterator[tuple[str, str]]:
    """Each text of the project in a language, with the place where it stands; names in data are those of others."""
    for folder in ("ontology", "ontology/vocabularies", "ontology/alignments", "shapes"):
        for path in files(folder):
            for quad in parse(path=path):
                if (
                    isinstance(quad.object, Literal)
                    and quad.object.language == language
                    and "altLabel" not in str(quad)
                ):
                    yield path.name, quad.object.value
    for path in files("queries", ".rq"):
        for line in re.findall(rf"^#: (?:title|description)\.{language}: (.*)$", path.read_text("utf-8"), re.MULTILINE):
            yield path.name, line
    for path in [*root().glob("*.md"), *root().glob("docs/*.md")]:
        if path.name.endswith(".zh.md") == (language == "zh") and not path.name.startswith("glossary"):
            yield path.name, CODE.sub("", path.read_text("utf-8"))
    for path in (*(root() / "qontology").rglob("*.py"), *(root() / "sheets").glob("*.toml")):
        if "_assets" not in path.parts:
            for line in re.findall(r'"([^"\n]*)"', path.read_text("utf-8")):
                if bool(re.search("[一-鿿]", line)) == (language == "zh"):
                    yield path.name, line


@pytest.mark.parametrize("language", PAGES)
def test_one_concept_has_one_word(language: str) -> None:
    said = list(texts(language))
    assert said and rules(language)
    for word, others, compounds in rules(language):
        allowed = re.compile("|".join(map(re.escape, (word, *compounds))))
        for place, text in said:
            found = [other for other in others if re.search(written(other), allowed.sub("", text))]
            assert not found, (place, f"{found} for {word}", text[:200])


def written(word: str) -> str:
    """The pattern of a word by itself, one or many, at the head of a sentence too."""
    return rf"(?i)(?<![a-z]){re.escape(word)}s?(?![a-z])"


@pytest.mark.parametrize("language", PAGES)
def test_each_word_that_is_not_to_be_said_would_be_found(language: str) -> None:
    hidden = [
        other for word, others, compounds in rules(language) for other in others if {*compounds, word} & parts(other)
    ]
    assert hidden == []


def parts(text: str) -> set[str]:
    """All that stands in a text, the text itself too."""
    return {text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1)}


@pytest.mark.parametrize("language", PAGES)
def test_the_word_itself_is_used(language: str) -> None:
    all_said = " ".join(text for _, text in texts(language))
    assert [word for word, _, _ in rules(language) if word not in all_said] == []
