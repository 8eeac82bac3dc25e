"""Places: line and column of what is written, in every syntax that a graph may come in."""

import threading
from textwrap import dedent

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from qontology.turtle import Positions, format_turtle

XSD = "http://www.w3.org/2001/XMLSchema#"


def ex(name: str) -> NamedNode:
    return NamedNode(f"http://example.org/{name}")


def positions(body: str) -> Positions:
    """The positions in a text whose first line declares the prefix ex."""
    return Positions(("@prefix ex: <http://example.org/> .\n" + dedent(body).lstrip("\n")).encode())


def test_a_statement_stands_where_its_object_is_and_a_predicate_where_it_is_first_written() -> None:
    found = positions("""
        ex:a a ex:Thing ;
            ex:p ex:b ,
                "联盟"@zh , "x" .
        """)
    assert found.find(ex("a")) == (2, 1)
    assert found.find(ex("a"), ex("p")) == (3, 5)
    assert found.find(ex("a"), ex("p"), ex("b")) == (3, 10)
    assert found.find(ex("a"), ex("p"), Literal("联盟", language="zh")) == (4, 9)
    assert found.find(ex("a"), ex("p"), Literal("x")) == (4, 19)


def test_what_is_not_written_stands_at_the_nearest_thing_that_is() -> None:
    found = positions("ex:a\n  ex:p 1 .")
    assert found.find(ex("a"), ex("q"), ex("b")) == (2, 1)
    assert found.find(ex("a"), ex("p"), Literal("2")) == (3, 3)
    assert found.find(ex("nowhere"), ex("p")) is None


def test_of_several_places_the_first_counts() -> None:
    found = positions("ex:a ex:p 1 .\nex:b ex:p 1 .\nex:a ex:q 2 ; ex:p 1 .")
    assert found.find(ex("a"), ex("p"), Literal("1", datatype=NamedNode(f"{XSD}integer"))) == (2, 11)
    assert found.find(ex("a"), ex("q")) == (4, 6)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("5", Literal("5", datatype=NamedNode(f"{XSD}integer"))),
        ("-.5", Literal("-.5", datatype=NamedNode(f"{XSD}decimal"))),
        ("1e3", Literal("1e3", datatype=NamedNode(f"{XSD}double"))),
        ("true", Literal("true", datatype=NamedNode(f"{XSD}boolean"))),
        ("'it\\'s'", Literal("it's")),
        ("'''a\n'b' \"c\"'''", Literal("a\n'b' \"c\"")),
        ('"\\u8054\\t; . #"', Literal("联\t; . #")),
        ('"x"@EN-gb', Literal("x", language="en-GB")),
        ('"x" ^^ ex:t', Literal("x", datatype=ex("t"))),
        ('"x"^^<http://example.org/t>', Literal("x", datatype=ex("t"))),
        ("ex:a.b:c", ex("a.b:c")),
        ("ex:a\\/b\\,c", ex("a/b,c")),
        ("ex:%20", ex("%20")),
        ("ex:", ex("")),
        ("<http://example.org/#;.>", ex("#;.")),
        ("<http://example.org/\\u8054>", ex("联")),
        ("_:b.1", BlankNode("b.1")),
    ],
)
def test_every_way_to_write_a_term_is_found(written: str, term: NamedNode | BlankNode | Literal) -> None:
    found = positions(f"ex:z ex:p {written} ; # <end>\n  ex:q ex:end .")
    assert found.find(ex("z"), ex("p"), term) == (2, 11)
    assert found.find(ex("z"), ex("p"), ex("end")) == (2, 6)


def test_what_is_in_strings_comments_and_iris_is_no_statement() -> None:
    found = positions("""
        # ex:no ex:p 1 .
        ex:a ex:p 'ex:no ex:p 1 .' , "\\" . ex:no ex:p 1 ." , <http://example.org/x.ex:no> .
        ex:b ex:p \"\"\"
        ex:no ex:p "1" .
        \"\"\" .
        ex:c ex:p 5. ex:d ex:p ex:e.
        """)
    assert found.find(ex("no")) is None
    assert [found.find(ex(name)) for name in "abcd"] == [(3, 1), (4, 1), (7, 1), (7, 14)]


def test_a_blank_node_in_brackets_stands_at_its_bracket() -> None:
    found = positions("""
        ex:shape ex:property [ ex:path ex:p ; ex:min 1 ] ,
            [ ex:path ex:q ;
              ex:list ( 1 [ ex:deep 2 ] ) ] .
        [ ex:top 1 ] ex:p 2 .
        """)
    anonymous = BlankNode()
    assert found.find(ex("shape"), ex("property"), anonymous) == (2, 22)
    assert found.find(anonymous, ex("path"), ex("p")) == (2, 22)
    assert found.find(anonymous, ex("path"), ex("q")) == (3, 5)
    assert found.find(anonymous, ex("deep")) == (4, 19)
    assert found.find(anonymous, ex("top")) == (5, 1)
    assert found.find(anonymous, ex("nowhere")) is None
    assert found.find(anonymous) is None


def test_what_is_said_inside_brackets_is_not_said_of_the_subject_around_them() -> None:
    found = positions("ex:a ex:p [ ex:q 1 ] ;\n  ex:q 2 .")
    assert found.find(ex("a"), ex("q")) == (3, 3)


def test_a_blank_node_with_a_name_is_a_subject_like_any_other() -> None:
    found = positions("ex:a ex:p _:b .\n_:b ex:p 1 .")
    assert found.find(BlankNode("b")) == (3, 1)
    assert found.find(ex("a"), ex("p"), BlankNode("b")) == (2, 11)


def test_a_prefix_declared_anew_means_something_else_from_there_on() -> None:
    found = positions("ex:a ex:p 1 .\nPREFIX ex: <x:>\nex:a ex:p 2 .")
    assert found.find(ex("a")) == (2, 1)
    assert found.find(NamedNode("x:a"), NamedNode("x:p")) == (4, 6)


def test_a_prefix_may_be_called_prefix_and_a_comment_may_part_a_declaration() -> None:
    found = Positions(b"@prefix prefix: # ours\n <x:> . # that was it\nprefix:a <x:p> 1 .\nprefix:b <x:p> 1 .")
    assert found.find(NamedNode("x:a"), NamedNode("x:p")) == (3, 10)
    assert found.find(NamedNode("x:b")) == (4, 1)


def test_relative_iris_are_resolved_against_the_base() -> None:
    text = b"<a> <p> 1 .\n@base <http://example.org/> .\n<b> <p> 1 ."
    assert Positions(text).find(ex("b"), ex("p")) == (3, 5)
    assert Positions(text).find(ex("a")) is None
    assert Positions(text, base="http://example.org/file").find(ex("a"), ex("p")) == (1, 5)


def test_statements_are_found_in_the_graphs_of_trig() -> None:
    found = positions("""
        { ex:a ex:p 1 }
        GRAPH ex:g { ex:b ex:p 2 . ex:c ex:p 3 }
        ex:h { ex:d ex:p [ ex:q 4 ] . } ex:e ex:p 5 .
        """)
    assert [found.find(ex(name)) for name in "abcde"] == [(2, 3), (3, 14), (3, 28), (4, 8), (4, 33)]
    assert found.find(ex("g")) is None


def test_the_graph_of_an_n_quad_is_no_object() -> None:
    text = b'<x:a> <x:p> "1" <x:g> .\n<x:b> <x:p> _:c <x:g> .\n<x:a> <x:p> <x:g> .\n'
    found = Positions(text)
    assert found.find(NamedNode("x:a"), NamedNode("x:p"), NamedNode("x:g")) == (3, 13)
    assert found.find(NamedNode("x:b"), NamedNode("x:p"), BlankNode("c")) == (2, 13)


def test_a_byte_order_mark_takes_no_column() -> None:
    assert Positions("\ufeff<x:a> <x:p> 1 .".encode()).find(NamedNode("x:a")) == (1, 1)


@given(st.text("<>\"'\\#.;[](){}|@^ \n\rae:_", max_size=60))
def test_a_text_that_is_not_valid_does_no_harm(text: str) -> None:
    found = Positions(text.encode())
    found.find(NamedNode("a:"), NamedNode("a:"))
    found.find(BlankNode(), NamedNode("a:"))


def test_bytes_that_are_not_utf_8_do_no_harm() -> None:
    assert Positions(b'<x:a> <x:p> "\xff" .\n<x:b> <x:p> 1 .').find(NamedNode("x:b")) == (2, 1)


def test_a_formatted_file_has_a_place_for_every_statement() -> None:
    text = format_turtle("@prefix : <x:> . :a :p 1, 'b'@en, [ :q :c ] ; a :T . :b :p ( 1 2 ) . # end")
    found = Positions(text.encode())
    lines = text.split("\n")
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode):
            place = found.find(quad.subject, quad.predicate, quad.object)
            assert place is not None
            assert not lines[place.line - 1][: place.column - 1].endswith(("x", ":"))
            assert lines[place.line - 1][place.column - 1] not in " ;,."


def test_the_same_bytes_can_be_loaded_meanwhile() -> None:
    data = b"".join(b"<x:%d> <x:p> %d .\n" % (number, number) for number in range(5_000))
    store = pyoxigraph.Store()
    loading = threading.Thread(target=store.load, args=(data, pyoxigraph.RdfFormat.TURTLE))
    loading.start()
    found = Positions(data)
    loading.join()
    assert len(store) == 5_000
    assert found.find(NamedNode("x:4999")) == (5_000, 1)
