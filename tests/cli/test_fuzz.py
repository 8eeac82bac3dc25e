"""Files, queries, shapes and answers that were broken at random: an answer or an error, never another exception.

The seed is fixed. ``make fuzz`` tries many more; QONTOLOGY_FUZZ is their number.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qontology import QontologyError, load
from qontology.curation import sheets
from qontology.curation.books import csv_rows
from qontology.curation.cells import CellError, Cells
from qontology.curation.directory import Directory
from qontology.curation.sheets import Column
from qontology.curation.vocabulary import Vocabulary
from qontology.engine import Embedded
from qontology.engine.results import boolean, solutions
from qontology.exchange import serialize
from qontology.reading import Source
from qontology.reading.documents import check_xml, converted
from qontology.reading.faults import checked
from qontology.shacl.compiler import compile_shapes
from qontology.shacl.execution import run
from qontology.sparql.guard import check
from qontology.tables import FORMATS, Table
from qontology.turtle import format_turtle

EXAMPLES = int(os.environ.get("QONTOLOGY_FUZZ", "40"))
MANY = settings(
    max_examples=EXAMPLES,
    derandomize=EXAMPLES <= 40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

TURTLE = b"""@prefix e: <urn:e:> . # a comment
e:a a e:C ; e:p "x"@zh-Hans , 1.50 , "y\\u4E2D"^^e:d , [ e:q ( 1 2 "three" ) ] ; e:r e:b\\,c .
_:b e:p '''long
text''' , true , -1e3 ."""
JSON_LD = b"""{"@context": {"e": "urn:e:", "name": {"@id": "e:name", "@language": "zh"}}, "@graph": [
{"@id": "e:a", "@type": "e:C", "name": "n", "e:p": [{"@list": [1, true]}, {"@value": "x", "@type": "e:d"}]}]}"""
RDF_XML = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">
<e:C rdf:about="urn:a"><e:p xml:lang="en">x</e:p><e:q rdf:parseType="Collection"><e:D/></e:q></e:C></rdf:RDF>"""
SHAPES = b"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <urn:e:> .
e:S a sh:NodeShape ; sh:targetClass e:C ; sh:or ( [ sh:path e:p ; sh:minCount 1 ] [ sh:not e:T ] ) ;
sh:property [ sh:path [ sh:inversePath e:q ] ; sh:pattern "^x" ; sh:maxInclusive 3 ; sh:in ( 1 e:a ) ] ;
sh:sparql [ sh:select "SELECT $this WHERE { $this <urn:e:p> ?v FILTER(?v > 2) }" ] ."""
QUERY = b"""PREFIX e: <urn:e:> SELECT ?s (COUNT(DISTINCT ?o) AS ?n) WHERE { ?s e:p|^e:q+ ?o . OPTIONAL { ?s a e:C }
FILTER(?o < 3 && !EXISTS { ?s e:r "x" }) VALUES ?s { e:a UNDEF } } GROUP BY ?s HAVING(?n > 0) ORDER BY ?s LIMIT 5"""
ANSWER = b"""{"head": {"vars": ["s", "n"]}, "results": {"bindings": [{"s": {"type": "uri", "value": "urn:a"},
"n": {"type": "literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}},
{"s": {"type": "bnode", "value": "b"}, "n": {"type": "literal", "value": "x", "xml:lang": "en"}}]}}"""
CELLS = """of,member,"from"
QUTAC,"Infineon | qo:Alliance | https://www.example.org/a?b=c",2025-09-01
organization:infineon,"a ""name""
of two lines",00012
zh-Hans,my-goal,Europe / 欧洲""".encode()
TOKENS = [
    b"\\",
    b'"',
    b"'",
    b'"""',
    b"<",
    b">",
    b"<<",
    b"{",
    b"}",
    b"(",
    b")",
    b"[",
    b"]",
    b"\x00",
    b"\xff",
    b"\n",
    b"\r",
]
TOKENS += [
    b"\xef\xbb\xbf",
    b"\x1b[31m",
    b"\\u0000",
    b"\\uD800",
    "\u202e".encode(),
    b"null",
    b"-1",
    b"9" * 40,
    b"@",
    b"^^",
]


@st.composite
def broken(draw: st.DrawFn, text: bytes) -> bytes:
    """The text with pieces taken out, doubled, moved, or put in from elsewhere."""
    found = text
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(found)))
        end = min(len(found), start + draw(st.integers(0, 12)))
        new = draw(st.sampled_from([b"", found[start:end] * 2, *TOKENS]))
        found = found[:start] + new + found[end:]
    return found


def turtle(text: bytes) -> None:
    store = ox.Store()
    Source("a.ttl", text, ox.RdfFormat.TURTLE).load(store)
    for form in ("turtle", "nt", "jsonld"):
        serialize(store, form)


def layout(text: bytes) -> None:
    found = format_turtle(checked(text, "a.ttl", 1 << 20).decode(), file="a.ttl")
    assert format_turtle(found) == found


def document(is_xml: bool) -> Callable[[bytes], None]:
    def read(text: bytes) -> None:
        text = checked(text, "a", 1 << 20)
        if is_xml:
            check_xml(text, "a")
        converted(text, is_xml, "a", None)

    return read


def shapes(text: bytes) -> None:
    source = Source("s.ttl", text, ox.RdfFormat.TURTLE)
    store = ox.Store()
    store.load(TURTLE, ox.RdfFormat.TURTLE)
    run(compile_shapes(source.quads()), Embedded(store))


def query(text: bytes) -> None:
    asked = text.decode("utf-8", "surrogateescape")
    check(asked)
    table = Table(*Embedded().select(asked))
    for write in (*FORMATS.values(), Table.to_text):
        write(table)


@cache
def desk() -> tuple[Cells, list[Column]]:
    """What reads cells, and a column of each kind."""
    graph = load()
    kinds = {column.kind: column for sheet in sheets() for column in sheet.columns}
    return Cells(Directory(graph), Vocabulary(graph)), list(kinds.values())


def cells(text: bytes) -> None:
    reader, columns = desk()
    for row in csv_rows(text.decode("utf-8", "replace"), "a.csv"):
        for cell in row.cells:
            for column in columns:
                with suppress(CellError):
                    reader.read(column, cell, {})


def answer(text: bytes) -> None:
    for read in (lambda: solutions(text, ("s", "n")), lambda: boolean(text)):
        try:
            found = read()
        except ValueError:  # which the engine takes for an answer that cannot be trusted
            continue
        if not isinstance(found, bool):
            table = Table(*found)
            for write in (*FORMATS.values(), Table.to_text):
                write(table)


KINDS = {
    "Turtle": (TURTLE, turtle),
    "layout": (TURTLE, layout),
    "JSON-LD": (JSON_LD, document(False)),
    "RDF/XML": (RDF_XML, document(True)),
    "shapes": (SHAPES, shapes),
    "query": (QUERY, query),
    "answer": (ANSWER, answer),
    "cells": (CELLS, cells),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_broken_ends_in_an_answer_or_an_error(kind: str) -> None:
    seed, use = KINDS[kind]

    @MANY
    @given(broken(seed))
    def tried(text: bytes) -> None:
        try:
            use(text)
        except QontologyError as error:
            assert error.say("en") and error.say("zh")

    tried()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_whole_is_read(kind: str) -> None:
    seed, use = KINDS[kind]
    use(seed)
    json.loads(ANSWER)
