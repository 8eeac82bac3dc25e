"""Escaping, measuring, cutting and wrapping."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qontology.characters import clip, columns, cut, visible, wrap

MIXED = st.text(alphabet="ab  qo:中文联盟，。（）“”ﾊ\u0301😀", max_size=80)


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufffe"]
)
def test_what_cannot_be_seen_is_escaped(char: str) -> None:
    assert visible(f"a{char}b") == f"a\\u{ord(char):04X}b"


@pytest.mark.parametrize("text", ["plain", "中文，标点。", "naïve", "e\u0301", "全角\u3000空格", "1\u00a0000", "😀"])
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert not set(map(chr, [*range(32), *range(127, 160), 0x2028, 0x2029, 0x202E])) & set(visible(text))


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("a\u20dd", 1), ("ﾊ", 1), ("Ａ", 2), ("😀", 2)]
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert columns(text) == width


@given(MIXED, st.integers(2, 30), st.integers(0, 1))
def test_wrapping_keeps_to_the_width_and_loses_blanks_only(text: str, width: int, indent: int) -> None:
    lines = wrap(text, width + indent, indent)
    assert all(columns(line) <= width + indent for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_lines_break_between_words_and_chinese_characters() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]
    assert wrap("量子产业联盟", 8) == ["量子产业", "联盟"]


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    assert wrap("产业联盟。", 8) == ["产业联", "盟。"]
    assert wrap("联盟（量子）", 6) == ["联盟", "（量", "子）"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap("ab " + "x" * 7, 5) == ["ab", "xxxxx", "xx"]


@given(MIXED, st.integers(5, 40))
def test_clipped_text_fits_and_begins_as_before(text: str, width: int) -> None:
    clipped = clip(text, width)
    assert columns(clipped) <= width
    assert clipped == text or text.startswith(clipped.removesuffix("..."))


def test_a_text_within_the_limit_is_not_cut() -> None:
    assert cut("abcd", 4, "en") == "abcd"
    assert cut("abcde", 4, "en") == "ab… [characters left out: 1] …de"
    assert cut("abcde", 4, "zh") == "ab……〔略去 1 个字符〕……de"
