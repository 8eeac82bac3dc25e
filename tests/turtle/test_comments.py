"""Comments: none is lost, and each stays with what it is about."""

from textwrap import dedent

from qontology.turtle import format_turtle


def formatted(body: str) -> str:
    text = format_turtle("@prefix : <http://example.org/> .\n" + dedent(body).lstrip("\n"))
    assert format_turtle(text) == text
    return text.partition(" .\n\n")[2]


def block(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_comments_at_the_head_stay_there_in_their_paragraphs() -> None:
    text = "# Title\n# Licence\n\n# Second\n@prefix e: <x:> .\n# Third\n@prefix f: <y:> .\ne:a e:p f:b ."
    head = "# Title\n# Licence\n\n# Second\n\n# Third\n\n"
    assert format_turtle(text) == head + "@prefix e: <x:> .\n@prefix f: <y:> .\n\ne:a\n    e:p f:b ;\n    .\n"


def test_without_prefixes_a_blank_line_parts_the_head_from_the_comment_on_the_first_block() -> None:
    text = "# Title\n\n# on b\n<x:b> <x:p> 1 .\n\n# on a\n<x:a> <x:p> 1 .\n"
    assert format_turtle(text) == (
        "# Title\n\n# on a\n<x:a>\n    <x:p> 1 ;\n    .\n\n# on b\n<x:b>\n    <x:p> 1 ;\n    .\n"
    )


def test_a_comment_on_a_prefix_line_stays_and_that_on_a_dropped_prefix_joins_the_head() -> None:
    text = format_turtle("@prefix e: <x:> . # ours\n@prefix f: <y:> . # theirs\ne:a e:p e:b .")
    assert text.startswith("# theirs\n\n@prefix e: <x:> . # ours\n\ne:a\n")


def test_comments_above_a_subject_move_with_its_block() -> None:
    assert formatted("# on b\n# still on b\n:b :p 1 .\n:a :p 1 .") == block("""
        :a
            :p 1 ;
            .

        # on b
        # still on b
        :b
            :p 1 ;
            .
        """)


def test_comments_of_statements_that_are_joined_are_joined() -> None:
    assert formatted("# one\n:a :p 1 . # first\n# two\n:a :q 2 . # second") == block("""
        # one
        # two
        :a
            :p 1 ; # first
            :q 2 ; # second
            .
        """)


def test_a_comment_line_in_a_block_moves_with_the_predicate_below_it() -> None:
    assert formatted(":a\n  # on q\n  :q 2 ;\n  # on p\n  :p 1 .") == block("""
        :a
            # on p
            :p 1 ;
            # on q
            :q 2 ;
            .
        """)


def test_a_comment_line_among_objects_moves_with_the_object_below_it() -> None:
    assert formatted(":a :p\n  # on 2\n  2 ,\n  # on 1\n  1 .") == block("""
        :a
            :p
                # on 1
                1 ,
                # on 2
                2 ;
            .
        """)


def test_a_comment_at_the_end_of_a_line_stays_with_the_object_of_that_line() -> None:
    assert formatted(":a :p 2 , # two\n  1 ; # one\n  :o 5 . # five") == block("""
        :a
            :o 5 ; # five
            :p
                1 , # one
                2 ; # two
            .
        """)


def test_a_comment_behind_objects_on_one_line_is_about_all_of_them() -> None:
    assert formatted(":a :p 2 , 1 ; # both\n .") == block("""
        :a
            :p 1 , 2 ; # both
            .
        """)


def test_comments_behind_subject_and_predicate_stay_on_their_lines() -> None:
    assert formatted(":a # the subject\n  :p # the predicate\n  1, 2 .") == block("""
        :a # the subject
            :p 1 , 2 ; # the predicate
            .
        """)


def test_comments_in_brackets_stay_in_them() -> None:
    assert formatted(
        ":a :p [ # opening\n  # on q\n  :q 1 ; # one\n  # closing\n] . # all\n:b :p ( # list\n 1 # x\n 1 # y\n ) ."
    ) == (
        block("""
        :a
            :p [ # opening
                # on q
                :q 1 ; # one
                # closing
            ] ; # all
            .

        :b
            :p ( # list
                1 # x
                1 # y
            ) ;
            .
        """)
    )


def test_a_comment_before_the_full_stop_stays_there() -> None:
    assert formatted(":a :p 1 ;\n  # more to come\n  .") == block("""
        :a
            :p 1 ;
            # more to come
            .
        """)


def test_comments_after_the_last_statement_stay_at_the_end() -> None:
    assert formatted(":b :p 1 .\n:a :p 1 .\n\n# the end\n# really").endswith("    .\n\n# the end\n# really\n")


def test_a_hash_in_an_iri_or_a_string_is_no_comment() -> None:
    assert formatted(":a <x:#p> '# no' , <x:#> . # yes") == block("""
        :a
            <x:#p> <x:#> , "# no" ; # yes
            .
        """)
