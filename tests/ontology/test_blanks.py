"""Chinese and Latin letters: a blank parts them on pages, as in most handbooks of software; in the graph none does."""

import re
from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, parse

from qontology.assets import files, root

CLOSE = re.compile(r"[一-鿿][A-Za-z`]|[A-Za-z`][一-鿿]")
PARTED = re.compile(r"[一-鿿] [A-Za-z]|[A-Za-z] [一-鿿]")
FENCE = re.compile(r"^```.*?^```|\]\([^)]*\)|^\|.*\|$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"`[^`\n]*`")
TERM = re.compile(r" ?\b[a-z]+:\w+ ?")


def pages() -> Iterator[tuple[str, str]]:
    """Chinese pages without what is typed; tables have names of their own."""
    for path in (root() / "README.zh.md", *root().glob("docs/*.zh.md")):
        yield path.name, SPAN.sub("``", FENCE.sub("", path.read_text("utf-8")))


def graph() -> Iterator[tuple[str, str]]:
    """Chinese texts of the ontology, the data and the questions, without names of terms."""
    for folder in ("ontology", "ontology/vocabularies", "ontology/alignments", "data", "data/world"):
        for path in files(folder):
            for quad in parse(path=path):
                if isinstance(quad.object, Literal) and quad.object.language == "zh":
                    yield path.name, TERM.sub("", quad.object.value)
    for path in files("queries", ".rq"):
        for line in re.findall(r"^#: (?:title|description)\.zh: (.*)$", path.read_text("utf-8"), re.MULTILINE):
            yield path.name, TERM.sub("", line)


@pytest.mark.parametrize(("texts", "wrong"), [(pages, CLOSE), (graph, PARTED)])
def test_blanks_stand_where_they_belong(texts, wrong: re.Pattern[str]) -> None:
    found = list(texts())
    assert len(found) > 5
    assert [
        (place, text[one.start() - 5 : one.end() + 5]) for place, text in found for one in wrong.finditer(text)
    ] == []


def test_both_faults_are_seen() -> None:
    assert CLOSE.search("用qontology校验") and CLOSE.search("用`--lang`选择") and not CLOSE.search("用 `--lang` 选择")
    assert PARTED.search("QuIC 的成员") and not PARTED.search("QuIC的成员")
