"""What holds for every text: the graph and the comments stay, and formatting twice is formatting once."""

import re

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qontology.turtle import format_turtle
from qontology.turtle.plain import PlainLayout

NAMES = [
    "ex:a",
    "ex:B",
    "ex:b.c",
    "ex:%20",
    r"ex:a\/b",
    "other:x",
    ":a",
    ":",
    "<http://example.org/a>",
    "<x:#y>",
    "_:l",
]
PREFIXES = (
    "@prefix ex: <http://example.org/> .\nPREFIX other: <http://example.org/ot>\n@prefix : <http://example.org/b#> .\n"
    "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
)
PREDICATES = [*NAMES[:-1], "a", "rdf:type", "skos:prefLabel", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]
OBJECTS = [*NAMES, "owl:Class", "skos:Concept", "owl:NamedIndividual", "5", "-.5", "1e3", "true", "()", "[]"]
TEXTS = st.text("ab'\"\\\n\r#;.联 ", max_size=90)
gaps = st.sampled_from(
    [" ", " ", " ", "\n", "\r\n  ", " # note\n", "\n# line\n", "\n  # one\n  # two\n", "\n\n# p\n\n# q\n\n"]
)


def quoted(text: str, quote: str) -> str:
    """The text as a string, with no more escapes than the kind of quotes asks for."""
    escaped = text.replace("\\", "\\\\").replace(quote[0], "\\" + quote[0])
    return quote + (escaped if len(quote) == 3 else escaped.replace("\n", "\\n").replace("\r", "\\r")) + quote


literals = st.builds(
    lambda text, quote, tag: quoted(text, quote) + tag,
    TEXTS,
    st.sampled_from(['"', "'", '"""', "'''"]),
    st.sampled_from(["", "@en", " @zh", "@de-AT", "^^ex:t", "^^<http://example.org/t>"]),
)


@st.composite
def properties(draw: st.DrawFn, depth: int) -> str:
    """Predicates with objects and comments between any two tokens."""
    written = []
    for _ in range(draw(st.integers(1, 3))):
        items = draw(st.lists(objects(depth), min_size=1, max_size=3))
        separators = [draw(gaps) + "," + draw(gaps) for _ in items[1:]] + [""]
        listed = "".join(item + separator for item, separator in zip(items, separators, strict=True))
        written.append(draw(st.sampled_from(PREDICATES)) + draw(gaps) + listed)
    return "".join(one + draw(gaps) + ";" + draw(gaps) for one in written)


@st.composite
def objects(draw: st.DrawFn, depth: int) -> str:
    """A term, or brackets with more inside."""
    kind = draw(st.sampled_from(["name", "literal", "name", "literal", "node", "list"])) if depth else "name"
    if kind == "node":
        return "[" + draw(gaps) + draw(properties(depth - 1)) + draw(gaps) + "]"
    if kind == "list":
        items = draw(st.lists(objects(depth - 1), max_size=3))
        return "(" + draw(gaps) + "".join(item + draw(gaps) for item in items) + ")"
    return draw(literals) if kind == "literal" else draw(st.sampled_from(OBJECTS))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Turtle with every kind of term, bracket and comment."""
    statements = []
    for _ in range(draw(st.integers(0, 4))):
        subject = draw(st.sampled_from([*NAMES, "( 1 )", "[ ex:p 1 ]"]))
        statements.append(subject + draw(gaps) + draw(properties(2)) + draw(gaps) + "." + draw(gaps))
    return draw(gaps) + PREFIXES + draw(gaps) + "".join(statements)


def canonical(text: str) -> pyoxigraph.Dataset:
    graph = pyoxigraph.Dataset(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))
    graph.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return graph


def comments(text: str) -> list[str]:
    """The notes of the strategy above, wherever they stand; no literal of the strategies can hold one."""
    return sorted(re.findall(r"# (?:note|line|one|two|p|q)\b", text))


@settings(max_examples=100, deadline=None)
@given(documents())
def test_the_graph_and_the_comments_stay_and_formatting_twice_is_formatting_once(text: str) -> None:
    once = format_turtle(text)
    assert canonical(once) == canonical(text)
    assert comments(once) == comments(text)
    assert format_turtle(once) == once


@settings(max_examples=100, deadline=None)
@given(documents())
def test_the_short_way_writes_what_the_long_way_writes(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PlainLayout, "kind_and_lines", lambda *_: None)
        the_long_way = format_turtle(text)
    assert format_turtle(text) == the_long_way
