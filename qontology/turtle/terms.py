"""The canonical spelling of terms: IRIs by the prefixes of the file, strings in double quotes; and their order."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from types import EllipsisType

from .order import KINDS, LANGUAGES, PREDICATES, SECONDARY_TYPES, rank
from .tokens import RDF_TYPE, STRING, PrefixScope

__all__ = ["CanonicalOrder", "Shortener", "Spelling", "Structure"]

LETTER = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff_"
)
MIDDLE = rf"[{LETTER}0-9\u00b7\u0300-\u036f\u203f-\u2040:-]|%[0-9A-Fa-f]{{2}}"
LOCAL_NAME = re.compile(rf"(?:(?:[{LETTER}0-9:]|%[0-9A-Fa-f]{{2}})(?:\.*(?:{MIDDLE}))*)?")
"""A local name that needs no backslash."""

CANONICAL_LITERAL = re.compile(r'"(?!"")[^"\\\r]*(?:\\.[^"\\\r]*)*"(?:@\S+)?')
ESCAPE_OR_QUOTE = re.compile(r'\\.|"', re.DOTALL)
ESCAPE_OR_CLOSING_QUOTE = re.compile(r'\\.|"(?=""|\Z)', re.DOTALL)


class Structure(str):
    """An object that is written in brackets: a str of its form on one line, equal to itself only."""

    __slots__ = ()
    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


class Shortener:
    """Writes IRIs with prefixes, and remembers which prefixes it used.

    >>> shortener = Shortener({"ex": "http://example.org/"})
    >>> shortener.shorten("http://example.org/a"), shortener.shorten("http://example.org/a/b"), shortener.used
    ('ex:a', '<http://example.org/a/b>', {'ex'})
    """

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.used: set[str] = set()
        self.scope = PrefixScope(prefixes)
        self._by_namespace = {prefixes[prefix]: prefix for prefix in sorted(prefixes, reverse=True)}
        self._lengths = sorted({len(namespace) for namespace in self._by_namespace}, reverse=True)
        namespaces = sorted(self._by_namespace)
        self._unrivalled = {
            self._by_namespace[namespace]
            for namespace, next_one in zip_longest(namespaces, namespaces[1:])
            if next_one is None or not next_one.startswith(namespace)
        }

    def shorten(self, iri: str) -> str:
        """A prefixed name where one is legal without backslashes, with the longest namespace; else the IRI in full."""
        for length in self._lengths:
            prefix = self._by_namespace.get(iri[:length])
            if prefix is not None and LOCAL_NAME.fullmatch(iri, length):
                self.used.add(prefix)
                return f"{prefix}:{iri[length:]}"
        return f"<{iri}>"

    def keeps(self, prefix: str, namespace: str | None) -> bool:
        """True where every name with this prefix is already as :meth:`shorten` would write it."""
        return prefix in self._unrivalled and self.scope.prefixes[prefix] == namespace


class Spelling(dict[str, str]):
    """From a token to its canonical spelling, within one scope; each token is thought about once.

    ``predicates`` is the same for predicates, with ``a`` for rdf:type.
    """

    def __init__(self, scope: PrefixScope, shortener: Shortener) -> None:
        super().__init__()
        self.scope = scope
        self.predicates = PredicateSpelling(self)
        self._shortener = shortener
        self._kept_prefixes = {
            prefix for prefix, namespace in scope.prefixes.items() if shortener.keeps(prefix, namespace)
        }

    def __missing__(self, token: str) -> str:
        prefix, colon, _ = token.partition(":")
        if prefix in self._kept_prefixes and "\\" not in token and colon:
            self._shortener.used.add(prefix)
            spelling = token
        elif token[0] in "\"'":
            spelling = token if CANONICAL_LITERAL.fullmatch(token) else self._literal(token)
        elif token[0] == "<" or (colon and prefix != "_"):
            spelling = self._shortener.shorten(self.scope.iri(token) or "")
        else:
            spelling = token
        self[token] = spelling
        return spelling

    def _literal(self, token: str) -> str:
        match = STRING.match(token)
        end = match.end() if match else len(token)
        string, tag = token[:end], token[end:].lstrip()
        if string[0] == "'" or string.startswith('"""') or "\r" in string:
            string = double_quoted(string)
        return string + ("^^" + self[tag[2:].lstrip()] if tag.startswith("^^") else tag)


class PredicateSpelling(dict[str, str]):
    def __init__(self, spelling: Spelling) -> None:
        super().__init__(a="a")
        self._spelling = spelling

    def __missing__(self, token: str) -> str:
        self[token] = "a" if self._spelling.scope.iri(token) == RDF_TYPE else self._spelling[token]
        return self[token]


def double_quoted(string: str) -> str:
    width = 3 if string.startswith(('"""', "'''")) else 1
    content = string[width:-width].replace("\r", "\\r")
    quote, special = ('"""', ESCAPE_OR_CLOSING_QUOTE) if "\n" in content else ('"', ESCAPE_OR_QUOTE)
    plain = {'"': '\\"', "\\'": "'"}
    return quote + special.sub(lambda match: plain.get(match[0], match[0]), content) + quote


class CanonicalOrder:
    """The keys by which predicates, objects and subjects are sorted; terms are given as they are spelt."""

    _predicates = rank(PREDICATES)
    _kinds = rank(KINDS)
    _secondary = rank(SECONDARY_TYPES)

    def __init__(self, scope: PrefixScope) -> None:
        self._scope = scope
        self._object_keys = ObjectKeys()
        self._sorted_predicates: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._found_kinds: dict[tuple[str, ...], str] = {}

    def predicates(self, spelt: tuple[str, ...]) -> tuple[str, ...]:
        """The predicates of one subject, sorted."""
        known = self._sorted_predicates.get(spelt)
        if known is None:
            known = tuple(sorted(spelt, key=lambda predicate: self._place(predicate, self._predicates)))
            self._sorted_predicates[spelt] = known
        return known

    def objects(self, spelt: list[str]) -> list[str]:
        """The objects of one predicate, each once, sorted; structures last, as they were written."""
        return sorted(dict.fromkeys(spelt), key=self._object_keys.__getitem__) if len(spelt) > 1 else spelt

    def kind(self, types: list[str]) -> str:
        """The type that decides, or nothing where there is no type."""
        key = tuple(types)
        if key not in self._found_kinds:
            self._found_kinds[key] = min(filter(is_iri, types), key=self._deciding, default="")
        return self._found_kinds[key]

    def place_of_kind(self, kind: str) -> tuple[int, str, str]:
        """The place of a kind in the file; the place of no kind is the last."""
        return self._place(kind, self._kinds) if kind else (len(self._kinds), "", "")

    def _deciding(self, kind: str) -> tuple[bool, tuple[int, str, str]]:
        return self._iri(kind) in self._secondary, self._place(kind, self._kinds)

    def _place(self, spelt: str, places: dict[str | EllipsisType, int]) -> tuple[int, str, str]:
        return places.get(self._iri(spelt) or ..., places[...]), spelt.lower(), spelt

    def _iri(self, spelt: str) -> str | None:
        return RDF_TYPE if spelt == "a" else self._scope.iri(spelt)


def is_iri(spelt: str) -> bool:
    return spelt[0] == "<" or (":" in spelt and spelt[0] not in '"_[(')


@cache
def place_of_literals(tag: str) -> tuple[object, ...]:
    """The place of the literals with a language tag or datatype: English, Chinese, other languages, then all others."""
    if not tag.startswith("@"):
        return (2,)
    language = tag[1:].lower().partition("-")[0]
    return 1, LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), tag.lower()


class ObjectKeys(dict[str, tuple[object, ...]]):
    """From an object to its sort key: names, literals, structures."""

    def __missing__(self, spelt: str) -> tuple[object, ...]:
        if isinstance(spelt, Structure):
            return ((3,),)
        if is_iri(spelt) or spelt.startswith("_:"):
            place: tuple[object, ...] = (0,)
        else:
            place = place_of_literals(spelt.rpartition('"')[2])
        self[spelt] = place, spelt.lower(), spelt
        return self[spelt]
