"""The one tokeniser: what is a name, a text, a comment; every text has tokens, and none takes long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qontology.sparql.tokens import tokens


def kinds(text: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<http://example.org/a>", "iri"),
        ("?name", "variable"),
        ("$this", "variable"),
        ("qo:Alliance", "name"),
        (":local", "name"),
        ("ex:a%20b", "name"),
        (r"ex:a\,b", "name"),
        ("_:b1", "name"),
        ('"text"', "literal"),
        ('"""a "long" text"""', "literal"),
        ("'text'", "literal"),
        ("@en", "literal"),
        ("12.5e-3", "literal"),
        ("SELECT", "word"),
        ("&&", "sign"),
        ("^^", "sign"),
        ("<=", "sign"),
    ],
)
def test_a_piece_is_one_token_of_its_kind(text: str, kind: str) -> None:
    assert kinds(text) == [(kind, text)]


@pytest.mark.parametrize("text", ["# PREFIX qo: <urn:x>", "   \t\n", "#"])
def test_blanks_and_comments_are_no_tokens(text: str) -> None:
    assert kinds(text) == []


def test_what_looks_like_a_name_inside_a_text_or_an_iri_is_none() -> None:
    assert [kind for kind, _ in kinds('"qo:a" <http://x/qo:a#b> qo:a')] == ["literal", "iri", "name"]


def test_a_token_knows_where_it_begins_and_how_deep_it_stands() -> None:
    found = list(tokens("ASK { ( ?s ) }"))
    assert [token.offset for token in found] == [0, 4, 6, 8, 11, 13]
    assert [token.depth for token in found] == [0, 1, 2, 2, 2, 1]


def test_keywords_are_the_same_in_any_case_and_variables_have_a_name_without_sign() -> None:
    select, variable = tokens("sElEcT ?Name")
    assert (select.word, variable.variable, select.variable) == ("SELECT", "Name", "")


@given(st.text(max_size=60))
def test_every_text_has_tokens_that_lie_in_it_in_order(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert token.offset >= end and text[token.offset :].startswith(token.text) and token.text
        end = token.offset + len(token.text)


@pytest.mark.parametrize("piece", ['"', "'", "<", "a:", "a.", "_:", "\\", "((", '"""', "?", "@"])
def test_a_long_run_of_anything_comes_to_an_end(piece: str) -> None:
    """Linear: a pattern that tried anew from each place would need minutes for these."""
    assert len(list(tokens(piece * 50_000))) > 0
