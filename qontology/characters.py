"""Text on a terminal: what must not reach it raw, how wide it is, and where its lines may break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

from .language import Language, Text

__all__ = ["clip", "columns", "cut", "neutral", "parts", "unformulated", "visible", "wrap"]

SHORT_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
HYPHEN = re.compile(r"(?<=[^\W\d_]-)(?=[^\W\d_])")
"""Behind a hyphen between letters."""
JOINT = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|(?<=\w)[/:_#](?=\w)|/(?=\w)")
"""Marks after which a word that is too long for a line is broken."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEVER_FIRST = frozenset("，。；：！？、）】》」』〉〕］｝…—”’,.;:!?)]}")
NEVER_LAST = frozenset("（【《「『〈〔［｛“‘([{")
OMISSION = Text("characters left out: {count}", "略去 {count} 个字符")


def visible(text: str) -> str:
    r"""The text with every character escaped that a reader cannot see and a terminal might obey.

    These are controls, marks that turn the direction of writing, line separators and unassigned characters.

    >>> print(visible("red \x1b[31m, 中文"))
    red \u001B[31m, 中文
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or category(char) == "Zs" else escape(char) for char in text)


def neutral(text: str) -> str:
    r"""As :func:`visible`, but the ends of lines and tabs stay: for text that a format keeps as it is.

    >>> neutral("one\n\x1b[31mred \u202eder")
    'one\n\\u001B[31mred \\u202Eder'
    """
    if text.isprintable():
        return text
    return "".join(char if char in SHORT_ESCAPES else visible(char) for char in text)


def unformulated(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what begins as one gets an apostrophe, which shows it as text.

    A number with a sign stays one, and a sign alone is no formula.

    >>> unformulated("=1+1"), unformulated("-5"), unformulated("QUTAC")
    ("'=1+1", '-5', 'QUTAC')
    """
    is_formula = cell.lstrip()[:1] in FORMULA and not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", cell)
    return f"'{cell}" if is_formula and len(cell.strip()) > 1 else cell


def escape(char: str) -> str:
    code = ord(char)
    return SHORT_ESCAPES.get(char) or (f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}")


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: two for a Chinese character, none for a combining mark.

    >>> columns("QuIC 联盟")
    9
    """
    return len(text) if text.isascii() else sum(map(columns_of, text))


@lru_cache(maxsize=1 << 14)
def columns_of(char: str) -> int:
    if category(char) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def cut(text: str, limit: int, language: Language) -> str:
    """The text, or its beginning and end with the number of characters that are left out between them.

    >>> cut("abcdefghijklmnop", 10, "en")
    'abcde… [characters left out: 6] …lmnop'
    """
    if len(text) <= limit:
        return text
    half = limit // 2
    omission = OMISSION.format(count=len(text) - 2 * half).say(language)
    return text[:half] + (f"……〔{omission}〕……" if language == "zh" else f"… [{omission}] …") + text[-half:]


def clip(text: str, width: int, more: str = "...") -> str:
    """The text, or as much of its beginning as fits into so many columns with a sign after it that there is more.

    >>> clip("alliance:quic a qo:Alliance", 16), clip("量子技术与应用联盟", 12, "…")
    ('alliance:quic...', '量子技术与…')
    """
    if columns(text) <= width:
        return text
    taken = columns(more)
    for position, char in enumerate(text):
        taken += columns_of(char)
        if taken > width:
            return text[:position] + more
    return text


def wrap(text: str, width: int, indent: int = 0) -> list[str]:
    """The text in lines of at most so many columns, broken at blanks and between Chinese characters.

    All lines but the first begin with ``indent`` blanks. No line begins with a closing or ends with an opening
    punctuation mark. A word too long for a line is broken, after a hyphen or a like mark where it has one.

    >>> wrap("An alliance needs 中文名称，例如“联盟”。", 22)
    ['An alliance needs 中文', '名称，例如“联盟”。']
    """
    if columns(text) <= width and text == text.strip():
        return [text]
    margin = " " * indent
    lines = []
    line = ""
    for piece in pieces(text):
        if line.strip() and columns(line) + columns(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = margin
        line += piece if line.strip() else piece.lstrip()
        while columns(line.rstrip()) > width:
            fitting = fitting_part(line, width)
            lines.append(fitting)
            line = margin + line[len(fitting) :]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def parts(text: str) -> Iterator[str]:
    """The smallest parts into which a text may be broken, those of a word with hyphens among them.

    >>> list(parts("a government-led 联盟 of 2021-04"))
    ['a', 'government-', 'led', '联', '盟', 'of', '2021-04']
    """
    for piece in pieces(text):
        yield from filter(None, HYPHEN.split(piece.strip()))


def pieces(text: str) -> Iterator[str]:
    """The smallest parts of the text after which a line may end."""
    start = 0
    for position in range(1, len(text)):
        if may_break(text[position - 1], text[position]):
            yield text[start:position]
            start = position
    yield text[start:]


def may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if after == " " or after in NEVER_FIRST or before in NEVER_LAST:
        return False
    return columns_of(before) == 2 or columns_of(after) == 2


def fitting_part(text: str, width: int) -> str:
    """The longest beginning of the text that takes at most so many columns, one character at least.

    It ends after a mark at which a word may be broken where one stands in it.
    """
    taken = 0
    for position, char in enumerate(text):
        taken += columns_of(char)
        if taken > width and position:
            marks = [found.end() for found in JOINT.finditer(text, 0, position) if text[: found.end()].strip()]
            return text[: marks[-1] if marks else position]
    return text
