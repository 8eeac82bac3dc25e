"""Prefixes and bases: what is declared at the top of a formatted file, and what names mean on the way there."""

import pyoxigraph

from qontology.turtle import format_turtle


def triples(text: str) -> set[str]:
    return {str(quad) for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)}


def test_prefixes_are_sorted_and_written_in_the_way_of_turtle() -> None:
    text = format_turtle(
        "PREFIX b: <http://b.example/> prefix : <http://e.example/>\n@prefix a: <http://a.example/>.\na:x b:y :z ."
    )
    assert text.startswith(
        "@prefix : <http://e.example/> .\n@prefix a: <http://a.example/> .\n@prefix b: <http://b.example/> .\n\na:x\n"
    )


def test_a_prefix_that_no_name_uses_is_dropped() -> None:
    assert "@prefix" not in format_turtle("@prefix b: <http://b.example/> . <x:a> <x:p> 'b:c' .")


def test_a_prefix_that_only_shortens_a_datatype_is_kept() -> None:
    text = '@prefix x: <http://www.w3.org/2001/XMLSchema#> . <x:a> <x:p> "1"^^<http://www.w3.org/2001/XMLSchema#int> .'
    assert '"1"^^x:int' in format_turtle(text)
    assert "@prefix x:" in format_turtle(text)


def test_the_prefix_of_rdf_type_alone_is_dropped_for_it_is_written_a() -> None:
    text = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . <x:a> rdf:type <x:C> ; <x:p> 1 ."
    assert format_turtle(text) == "<x:a>\n    a <x:C> ;\n    <x:p> 1 ;\n    .\n"


def test_the_longest_namespace_shortens_and_of_equal_ones_the_first_by_name() -> None:
    text = (
        "@prefix long: <http://e.example/a/> . @prefix b: <http://e.example/> . @prefix c: <http://e.example/> .\n"
        "<http://e.example/a/x> c:p <http://e.example/a> ."
    )
    assert "long:x\n    b:p b:a ;" in format_turtle(text)


def test_a_prefix_declared_anew_means_something_else_from_there_on() -> None:
    text = "@prefix e: <x:1> . e:a e:p e:b . @prefix e: <x:2> . e:a e:p e:b ."
    assert triples(format_turtle(text)) == triples(text)
    assert (
        format_turtle(text) == "@prefix e: <x:1> .\n\n<x:2a>\n    <x:2p> <x:2b> ;\n    .\n\ne:a\n    e:p e:b ;\n    .\n"
    )


def test_a_base_at_the_top_stays_and_relative_iris_with_it() -> None:
    text = "@base <http://e.example/> .\n@prefix : <#> .\n\n:a\n    :p <b> ;\n    .\n"
    assert format_turtle(text.replace("@base <http://e.example/> .", "BASE <http://e.example/>")) == text


def test_relative_iris_without_a_base_stay_relative() -> None:
    assert format_turtle("<> <#p> <../a> .") == "<>\n    <#p> <../a> ;\n    .\n"


def test_iris_are_resolved_where_the_base_changes() -> None:
    text = "@base <http://e.example/a/> . <b> <p> <> . @base <../c/> . <b> <p> <> ."
    assert triples(format_turtle(text)) == triples(text)
    assert "@base" not in format_turtle(text)


def test_windows_line_ends_and_a_byte_order_mark_go() -> None:
    text = "\ufeff# note\r\n@prefix e: <http://e.example/> .\r\n\r\ne:a e:p 1 ; # one\r\n  e:q 2 .\r\n"
    assert format_turtle(text) == (
        "# note\n\n@prefix e: <http://e.example/> .\n\ne:a\n    e:p 1 ; # one\n    e:q 2 ;\n    .\n"
    )


def test_a_file_with_nothing_in_it_stays_so() -> None:
    assert format_turtle("") == format_turtle(" \n") == ""
    assert format_turtle("# only a comment") == "# only a comment\n"
