"""Character classes that only XML Schema has in regular expressions, in words that every engine reads.

A class less another, ``[a-z-[aeiou]]``, means something else or nothing elsewhere, and the classes of XML names,
``\\i`` and ``\\c``, are unknown there: both are written out as ranges.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import chain, groupby

__all__ = ["UnreadableError", "portable", "written_out"]

Characters = tuple[tuple[int, int], ...]
"""The first and the last character of each range, in order, with a gap before the next one."""

XML_ONLY = re.compile(r"\\[icIC]|-\[")
"""What a pattern has that needs to be written out, or looks like it."""

INITIAL = (
    ":A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
INNER = INITIAL + "0-9.\xb7\u0300-\u036f\u203f-\u2040"
"""The characters with which a name of XML begins (XML 1.0, 2.3), and the others in it save the hyphen."""

CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}
SPECIAL = frozenset("\\[]^-")


class UnreadableError(ValueError):
    """A class that cannot be written out."""


def portable(pattern: str) -> str:
    """The pattern, with what only XML Schema has written out as ranges.

    :raises UnreadableError: where a class that has to be written out cannot be read.

    >>> portable("^[a-f-[b-d]]+$"), portable("[a-z]-[a-z]")
    ('^[ae-f]+$', '[a-z]-[a-z]')
    """
    return "".join(parts(pattern)) if XML_ONLY.search(pattern) else pattern


def parts(pattern: str) -> Iterator[str]:
    """The pattern in pieces, each as it was or written out."""
    place = 0
    while place < len(pattern):
        end = place + (2 if pattern[place] == "\\" else 1)
        piece = pattern[place:end]
        if piece == "[":
            members, end = read_class(pattern, end)
            piece = pattern[place:end]
            piece = written_out(members()) if XML_ONLY.search(piece) else piece
        elif XML_ONLY.match(piece):
            piece = written_out(escaped(piece[1]))
        yield piece
        place = end


def read_class(pattern: str, place: int) -> tuple[Callable[[], Characters], int]:
    """What is behind a bracket: its characters, when they are wanted, and where it ends."""
    is_negative = pattern.startswith("^", place)
    place += is_negative
    items: list[str] = []
    less: Callable[[], Characters] = tuple
    while not pattern.startswith("]", place):
        if pattern.startswith("-[", place):
            less, place = read_class(pattern, place + 2)
        elif place >= len(pattern):
            raise UnreadableError(pattern)
        else:
            item = re.compile(r"\\[pP]\{[^}]*\}|\\?.", re.DOTALL).match(pattern, place)
            assert item is not None
            items.append(item[0])
            place = item.end()

    def members() -> Characters:
        found = union(*characters(items))
        return without(without(EVERY, found) if is_negative else found, less())

    return members, place + 1


def characters(items: list[str]) -> Iterator[Characters]:
    """The characters of each item of a class, a range as a whole."""
    place = 0
    while place < len(items):
        first, last = single(items[place]), None
        if items[place + 1 : place + 2] == ["-"] and place + 2 < len(items):
            last = single(items[place + 2])
        if first is not None and last is not None:
            yield ((first, last),)
            place += 3
        else:
            yield ((first, first),) if first is not None else escaped(items[place][1:])
            place += 1


def single(item: str) -> int | None:
    """The one character that an item stands for, if it does."""
    if len(item) == 2 and item[1] in CONTROLS:
        return ord(CONTROLS[item[1]])
    return ord(item[-1]) if len(item) == 1 or (len(item) == 2 and not item[1].isalnum()) else None


@cache
def escaped(name: str) -> Characters:
    """The characters of a class with a name, as it stands behind a backslash."""
    if name[0].isupper():
        return without(EVERY, escaped(name[0].lower() + name[1:]))
    if name in NAMED:
        return NAMED[name]
    if name == "w":
        return without(EVERY, of_categories("P", "Z", "C"))
    if name == "d":
        return of_categories("Nd")
    if re.fullmatch(r"p\{[A-Z][a-z]?\}", name):
        return of_categories(name[2:-1])
    raise UnreadableError(name)


def of_categories(*beginnings: str) -> Characters:
    """The characters of some categories of Unicode."""
    codes = (code for first, last in EVERY for code in range(first, last + 1))
    return union(*runs(code for code in codes if unicodedata.category(chr(code)).startswith(beginnings)))


def runs(codes: Iterable[int]) -> Iterator[Characters]:
    """Codes that follow one another, each run as a range."""
    for _, run in groupby(enumerate(codes), key=lambda pair: pair[1] - pair[0]):
        found = [code for _, code in run]
        yield ((found[0], found[-1]),)


def union(*parts: Characters) -> Characters:
    """The characters of one or another of these."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(chain.from_iterable(parts)):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def without(characters: Characters, less: Characters) -> Characters:
    """The first ones that are not among the others."""
    found = list(characters)
    for first, last in less:
        found = [
            part
            for one, other in found
            for part in ((one, min(other, first - 1)), (max(one, last + 1), other))
            if part[0] <= part[1]
        ]
    return tuple(found)


def of_text(text: str) -> Characters:
    """The characters of a text like ``a-z0``."""
    return union(*(((ord(one[1]), ord(one[2] or one[1])),) for one in re.finditer(r"(.)(?:-(.))?", text, re.DOTALL)))


EVERY = of_text("\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff")
"""All characters that a text may have (XML 1.0, 2.2)."""

NAMED = {"i": of_text(INITIAL), "c": of_text("-" + INNER), "s": of_text(" \t\n\r")}


def written_out(characters: Characters) -> str:
    """A class of these characters.

    >>> written_out(((45, 45), (120, 122)))
    '[\\\\-x-z]'
    """
    shown = (sign(first) if first == last else f"{sign(first)}-{sign(last)}" for first, last in characters)
    return f"[{''.join(shown)}]" if characters else r"[^\s\S]"


def sign(code: int) -> str:
    """A character as it stands in a class."""
    return f"\\{chr(code)}" if chr(code) in SPECIAL else chr(code)
