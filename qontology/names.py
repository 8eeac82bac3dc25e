"""Names: from what a person types to the thing that is meant."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .characters import columns
from .engine import Engine
from .errors import InputError
from .language import Language, Text
from .table import curie
from .terms import PREFIXES

__all__ = ["Hit", "Names"]

# One row a name: what it names, the name, and whether it is the preferred one. Terms of the ontology have rdfs:label.
NAMES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?name ?rank ?class WHERE {
  VALUES (?property ?rank) { (skos:prefLabel 0) (rdfs:label 0) (skos:altLabel 1) (skos:hiddenLabel 2) }
  ?thing ?property ?name ; a ?class .
  FILTER(isIRI(?thing))
}
ORDER BY ?thing ?rank ?name ?class
"""


class Hit(NamedTuple):
    """One thing that a search found, and the name by which it was found."""

    thing: NamedNode
    name: str


def fold(text: str) -> str:
    """The text as names are compared: without case, width and outer blanks.

    >>> fold(" ＱＵＴＡＣ ") == fold("qutac")
    True
    """
    return unicodedata.normalize("NFKC", text).casefold().strip()


class Names:
    """All names of one graph, read once."""

    def __init__(self, engine: Engine) -> None:
        self._labels: dict[str, dict[str, str]] = {}
        self._classes: dict[str, set[str]] = {}
        self._names: list[tuple[str, str, NamedNode]] = []
        self._shortest: dict[str, str] = {}
        for thing, name, rank, kind in engine.select(NAMES).rows:
            if isinstance(thing, NamedNode) and isinstance(name, Literal) and rank is not None and kind is not None:
                if rank.value == "0":
                    self._labels.setdefault(thing.value, {}).setdefault(name.language or "", name.value)
                self._classes.setdefault(thing.value, set()).add(kind.value)
                if rank.value != "2":
                    known = self._shortest.setdefault(thing.value, name.value)
                    self._shortest[thing.value] = min(known, name.value, key=lambda text: (columns(text), text))
                self._names.append((fold(name.value), name.value, thing))

    def label(self, thing: NamedNode, language: Language = "en") -> str:
        """The preferred name in the language, else in the other, else the IRI with its prefix."""
        labels = self._labels.get(thing.value, {})
        if language == "both" and {"en", "zh"} <= labels.keys():
            return Text(labels["en"], labels["zh"]).say("both")
        wanted = ("zh", "en", "") if language == "zh" else ("en", "zh", "")
        return next((labels[tag] for tag in wanted if tag in labels), curie(thing))

    def short(self, thing: NamedNode) -> str:
        """The shortest of its names, which is the acronym where there is one."""
        return self._shortest.get(thing.value, curie(thing))

    def search(self, words: str) -> list[Hit]:
        """The things with a name that holds these words: equal names first, then those that begin with them."""
        sought = fold(words)
        found: dict[NamedNode, tuple[int, str, str]] = {}
        for folded, name, thing in self._names:
            if sought in folded:
                rank = (0 if folded == sought else 1 if folded.startswith(sought) else 2, len(folded), name)
                if thing not in found or (rank[0], rank[1]) < (found[thing][0], len(found[thing][2])):
                    found[thing] = (rank[0], thing.value, name)
        ordered = sorted(found.items(), key=lambda item: (item[1][0], len(item[1][2]), item[1][1]))
        return [Hit(thing, name) for thing, (_, _, name) in ordered]

    def resolve(
        self, text: str, *, among: frozenset[str] | None = None, only: frozenset[str] | None = None
    ) -> NamedNode:
        """The one thing that is meant by an IRI, a prefixed name, a slug, an acronym or a label.

        ``among`` limits the answer to instances of these classes, ``only`` to these things (both by IRI).

        :raises InputError: where nothing or more than one thing goes by that name; the candidates are named.
        """
        things = {
            thing
            for _, _, thing in self._names
            if (among is None or among & self._classes[thing.value]) and (only is None or thing.value in only)
        }
        by_iri = {thing.value: thing for thing in things}
        prefix, colon, local = text.strip("<> ").partition(":")
        iri = PREFIXES[prefix] + local if colon and prefix in PREFIXES else text.strip("<> ")
        if iri in by_iri:
            return by_iri[iri]
        sought = fold(text)
        found = {thing for folded, _, thing in self._names if thing in things and folded == sought}
        found |= {thing for thing in things if thing.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1].lower() == sought}
        if len(found) == 1:
            return found.pop()
        raise self._unresolved(text, sorted(found, key=lambda thing: thing.value), things)

    def _unresolved(self, text: str, found: list[NamedNode], things: set[NamedNode]) -> InputError:
        if found:
            candidates = ", ".join(f"{curie(thing)} ({self.label(thing)})" for thing in found)
            zh = "、".join(f"{curie(thing)}（{self.label(thing, 'zh')}）" for thing in found)
            return InputError(
                Text(f"{text} can mean several things: {candidates}", f"“{text}”有多种所指：{zh}"),
                remedy=Text("use the name with its prefix", "请使用带前缀的名称"),
            )
        from difflib import get_close_matches

        names = {
            folded: name
            for folded, name, thing in self._names
            if thing in things and folded.isascii() == fold(text).isascii()
        }
        near = [names[match] for match in get_close_matches(fold(text), names, 3, 0.6)]
        ask = Text(f"did you mean {' or '.join(near)}?", f"是否想用 {'、'.join(near)}？")
        look = Text("qontology search WORDS looks for names", "可用 qontology search 关键词 查找名称")
        return InputError(
            Text(f"nothing here is called {text}", f"没有名为“{text}”的事物"), remedy=ask if near else look
        )
