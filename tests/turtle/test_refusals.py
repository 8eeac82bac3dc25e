"""What the formatter refuses: where it is, why, and what to do, in both languages."""

import pytest

from qontology.errors import InputError
from qontology.turtle import format_turtle


def refused(text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        format_turtle(text, file="mine.ttl")
    assert caught.value.remedy is not None
    return caught.value


def test_a_syntax_error_says_file_line_column_and_reason() -> None:
    error = refused("@prefix é: <x:> .\n é:联 é:盟盟 é:a é:b .")
    assert error.place == "mine.ttl:2:15"
    assert "A dot is expected" in error.message.en
    assert "不是有效的 Turtle" in error.message.zh


def test_a_prefix_that_is_not_declared_is_a_syntax_error() -> None:
    assert refused("<x:a> <x:p> nobody:knows .").line == 1


def test_a_text_that_breaks_off_is_a_syntax_error() -> None:
    assert refused('<x:a>\n  <x:p> "unfinished').line == 2


@pytest.mark.parametrize(
    "text",
    [
        "<x:a> <x:p> <x:b> .\n<x:a> <x:p> <<( <x:s> <x:p> <x:o> )>> .",
        "<x:a> <x:p> <x:b> .\n<x:a> <x:p> <x:o> {| <x:q> 1 |} .",
        "<x:a> <x:p> <x:b> .\n<x:a> <x:p> <x:o> ~ <x:r> .",
        '<x:a> <x:p> <x:b> .\nVERSION "1.2"\n<x:a> <x:p> <x:o> .',
    ],
)
def test_syntax_of_rdf_1_2_is_refused(text: str) -> None:
    error = refused(text)
    assert error.line == 2
    assert "RDF 1.2" in error.message.en


def test_two_angle_brackets_in_a_string_are_no_triple_term() -> None:
    assert '"<<( no )>>"' in format_turtle("<x:a> <x:p> '<<( no )>>' .")


def test_triple_terms_are_refused_before_the_parser_drowns_in_them() -> None:
    assert "RDF 1.2" in refused("<x:a> <x:p> " + "<<( <x:s> <x:p> " * 30_000).message.en


def test_brackets_may_be_100_deep_and_no_more() -> None:
    assert format_turtle("<x:a> <x:p> " + "[ <x:p> " * 100 + "1" + "]" * 100 + ".").count("[") == 100
    error = refused("<x:a> <x:p>\n" + "[ <x:p> " * 100 + "( 1 )" + "]" * 100 + ".")
    assert (error.line, error.column) == (2, 801)
    assert "100 deep" in error.message.en


@pytest.mark.parametrize("tail", ["^^<x:t>", "@en"])
def test_a_comment_inside_a_literal_has_no_place(tail: str) -> None:
    error = refused(f'<x:a> <x:p> "a" # note\n {tail} .')
    assert (error.line, error.column) == (2, 2)


def test_half_of_a_surrogate_pair_is_no_character() -> None:
    assert refused('<x:a> <x:p>\n "\ud800" .').place == "mine.ttl:2:3"
