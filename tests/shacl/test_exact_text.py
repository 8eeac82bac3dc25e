"""A text in which literals have private datatypes loads as what its statements are, or is said to be unclear."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, RdfFormat, Store, parse

from qontology.shacl import Verbatim
from qontology.shacl.exact_text import ExactText, UnclearError

PREFIXES = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix e: <urn:e:> .\n"
CLEAR = [
    "<urn:a> <urn:p> 1.50 , 1.5,+05,-0 ;<urn:q>1.0.",
    "<urn:a> e:p1.5 01.\n<urn:b> e:p 1e0, 1.E3 , .50#1.50\n.",
    '<urn:a> <urn:p> "1.50", "1.50"@en , \'01\', "", """1.50 " 01 """ , \'\'\'01\n02\'\'\', """""".',
    '<urn:a> <urn:p> "01"^^xsd:integer, \'05\' ^^\n<http://www.w3.org/2001/XMLSchema#int>,"x"^^xsd:int,"05"^^e:int .',
    '[ <urn:p> ( 1.50 [ <urn:q> 2.0 ] "2.0" ) , [<urn:r>01] ] e:q true .',
    '<urn:1.50> <urn:p> <urn:a#01> , e:01 , e:a-1.50, _:b01 . _:b01 e:p "a\\"1.50 \\u0031 02" , <urn:\\u0031.50> .',
    "PREFIX x: <http://www.w3.org/2001/XMLSchema#> <urn:a> <urn:p> '2020-01-01T00:00:00.0Z'^^x:dateTime .",
    '<urn:a> <urn:p> "1.50"^^xsd:string , "1"^^xsd:boolean, true , "P1D"^^xsd:duration , "PT24H"^^xsd:dayTimeDuration.',
]
UNCLEAR = [
    "<urn:a> <urn:p> 05.e:b <urn:p> 1 .",
    r"e:a\(01 <urn:p> 1 .",
    "<< <urn:a> <urn:p> 1.50 >> <urn:q> 1 .",
    '<urn:a> <urn:p> """01"""^^xsd:integer .',
    r'<urn:a> <urn:p> "\u00301"^^xsd:integer .',
    '<urn:a> <urn:p> "01" #\n ^^xsd:integer .',
    r'<urn:a> <urn:p> "01"^^<http://www.w3.org/2001/XMLSchema#\u0069nteger> .',
    '@base <http://www.w3.org/2001/XMLSchema> . <urn:a> <urn:p> "01"^^<#integer> .',
    '<urn:a> <urn:p> "01"^^xsd:integer . @prefix xsd: <urn:x:> . <urn:a> <urn:p> "01"^^xsd:integer .',
    "<urn:a> <urn:p> 1.50 {|<urn:q> 1.50|} .",
]


def statements(engine: Verbatim) -> list[str]:
    """The statements of an engine, its blank nodes alike."""
    return sorted(
        " ".join(str(part) if "_:" not in str(part)[:2] else "_:" for part in one) for one in engine.statements()
    )


def loaded(text: bytes) -> Verbatim:
    """What a store makes of the rewritten text."""
    exact = ExactText(text)
    engine = Verbatim()
    engine.store.load(b"".join(exact), RdfFormat.TURTLE)
    engine.note(exact.private)
    return engine


def check(text: bytes) -> None:
    """Sees that it makes no difference."""
    one, other = loaded(text), Verbatim(parse(text, RdfFormat.TURTLE))
    assert statements(one) == statements(other)
    predicates = {statement.predicate for statement in other.statements()}
    assert [*map(one.has_rewritten, predicates)] == [*map(other.has_rewritten, predicates)]
    assert one.private >= other.private


@pytest.mark.parametrize("text", CLEAR)
def test_a_clear_text_loads_as_its_statements_are(text: str) -> None:
    check((PREFIXES + text).encode())


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_only_a_parser_can_tell_is_said_to_be_unclear(text: str) -> None:
    with pytest.raises(UnclearError):
        list(ExactText((PREFIXES + text).encode()))


def test_a_text_without_such_literals_stays_as_it_is() -> None:
    text = (PREFIXES + '<urn:a> <urn:p> 1 , 1.5 , true , "x"@en , "2018"^^xsd:gYear , "01" .').encode()
    exact = ExactText(text)
    assert b"".join(exact) == text and exact.private == frozenset()


@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.parametrize("text", CLEAR)
def test_the_pieces_are_small_and_together_the_same(text: str, size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    data = (PREFIXES + text).encode().replace(b" <urn:p>", b"\n<urn:p>")
    whole = list(ExactText(data))
    monkeypatch.setattr("qontology.shacl.exact_text.PIECE", size)
    pieces = list(ExactText(data))
    assert len(pieces) > len(whole) and b"".join(pieces) == b"".join(whole)


PIECES = ["1.50", "05", "+1", "-0.0", "1e0", ".5", "5", '"01"^^xsd:int', '"x"^^xsd:int', "'1.0'^^xsd:decimal", "true"]
PIECES += [
    '"1.50"',
    '"a\\"01 "',
    '"""01\n"x" """',
    "''",
    "<urn:01>",
    "e:1.5",
    "_:b1",
    '"1"@en',
    "'''01'''",
    "( 01 2.0 )",
]
PIECES += ['"1"^^xsd:boolean', "[ e:p 02 ]", "[]", '"\\\\"', '"#01"', "e:x\\,01", '"24:00:00"^^xsd:time']
SPACES = ["", " ", "\n", "\t", " # 01 \" '\n"]


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SPACES), st.sampled_from(SPACES)), min_size=1))
@settings(max_examples=int(os.environ.get("QONTOLOGY_FUZZ", "150")), deadline=None)
def test_whatever_stands_side_by_side_is_right_or_unclear(pieces: list[tuple[str, str, str]]) -> None:
    listed = ",".join(f"{before}{piece}{after}" for piece, before, after in pieces)
    text = f"{PREFIXES}<urn:a> <urn:p> {listed} .".encode()
    try:
        list(parse(text, RdfFormat.TURTLE))
    except SyntaxError:
        return
    try:
        check(text)
    except UnclearError:
        return


def test_a_store_that_is_asked_nothing_is_not_looked_through(monkeypatch) -> None:
    engine = loaded((PREFIXES + "<urn:a> <urn:p> 1.50 ; <urn:q> 1 .").encode())
    monkeypatch.setattr(Store, "query", lambda *arguments, **options: pytest.fail("asked"))
    assert engine.private
    monkeypatch.undo()
    assert [engine.has_rewritten(NamedNode(name)) for name in ("urn:p", "urn:q")] == [True, False]
