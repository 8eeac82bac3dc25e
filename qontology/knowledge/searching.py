"""Search that forgives: what is sought is looked for as it is written, then as it may have been meant.

Letters may be wrong, words in another order, Chinese in traditional characters or in pinyin. The last two need the
libraries of the extra ``search``; without them the others are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from importlib import import_module
from typing import Any

from .names import Hit, Names, fold

__all__ = ["has_helpers", "search", "simplified"]

WORD = re.compile(r"[^\W_]+")
HAN = re.compile(r"[\u3400-\u9fff]")
MOST = 20
"""So many things are named that only come near."""
NEAR_WORDS, NEAR_NAMES = 0.75, 0.6
"""How alike two words, or two names in Chinese, must be: 1 is the same, 0 has nothing in common."""


def search(names: Names, sought: str) -> tuple[list[Hit], bool]:
    """The things that are sought, and whether one of their names holds the words as they are written.

    >>> from qontology import load
    >>> names = load().names
    >>> [hit.name for hit in search(names, "quantum economc consortium")[0]][:1]
    ['Quantum Economic Development Consortium']

    Where no way finds anything, the list is empty.
    """
    exact = names.search(sought)
    if exact:
        return exact, True
    ways: tuple[Callable[[Names, str], Iterator[Hit]], ...] = (in_any_order, in_simplified, by_pinyin, misspelt)
    for way in ways:
        found = {hit.thing: hit for hit in way(names, sought)}
        if found:
            return sorted(found.values(), key=lambda hit: (len(hit.name), hit.name))[:MOST], False
    return [], False


def has_helpers() -> bool:
    """Whether the libraries of the extra are there."""
    return all(helper(name) for name in ("opencc", "pypinyin"))


def helper(name: str) -> Any:
    """A library of the extra, or None where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        return None


def simplified(text: str) -> str:
    """The text in simplified characters, where the library that knows them is there."""
    opencc = helper("opencc") if HAN.search(text) else None
    return str(opencc.OpenCC("t2s").convert(text)) if opencc else text


def in_any_order(names: Names, sought: str) -> Iterator[Hit]:
    """The names that hold all words, wherever they stand."""
    words = fold(sought).split()
    for name, thing in names.all() if len(words) > 1 else ():
        if all(word in fold(name) for word in words):
            yield Hit(thing, name)


def in_simplified(names: Names, sought: str) -> Iterator[Hit]:
    """The names that hold what is sought once its traditional characters are simplified."""
    yield from names.search(simplified(sought))


def by_pinyin(names: Names, sought: str) -> Iterator[Hit]:
    """The names with Chinese characters that are read so, from any character on; tones and blanks do not count."""
    wanted = re.sub(r"[\s'’]", "", fold(sought))
    pypinyin = helper("pypinyin")
    if pypinyin is None or not (wanted.isascii() and wanted.isalpha()):
        return
    for name, thing in names.all():
        if HAN.search(name):
            syllables = pypinyin.lazy_pinyin(name)
            if any("".join(syllables[start:]).startswith(wanted) for start in range(len(syllables))):
                yield Hit(thing, name)


def misspelt(names: Names, sought: str) -> Iterator[Hit]:
    """The names with words, or in Chinese the whole names, that are nearly those that are sought."""
    folded: dict[str, list[Hit]] = {}
    for name, thing in names.all():
        folded.setdefault(fold(name), []).append(Hit(thing, name))
    if HAN.search(sought):
        for near in get_close_matches(fold(sought), folded, MOST, NEAR_NAMES):
            yield from folded[near]
        return
    known = {word for name in folded for word in WORD.findall(name) if word.isascii()}
    alike = [set(get_close_matches(word, known, 3, NEAR_WORDS)) for word in WORD.findall(fold(sought))]
    for name, hits in folded.items():
        words = set(WORD.findall(name))
        if alike and all(words & each for each in alike):
            yield from hits
