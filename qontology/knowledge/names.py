"""Names: from what a person types to the thing that is meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ..characters import columns
from ..engine import Engine
from ..errors import InputError, did_you_mean
from ..language import Language, Text
from ..namespaces import curie, expand

__all__ = ["Hit", "Names"]

# One row a name: what it names, the name, and its rank. Terms of the ontology have rdfs:label in place of prefLabel.
NAMES = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?name ?rank WHERE {{
  {among}
  ?thing ?property ?name .
  VALUES (?property ?rank) {{ (skos:prefLabel 0) (rdfs:label 0) (skos:altLabel 1) (skos:hiddenLabel 2) }}
}}
"""
SHORTEST = 4
"""A name in Latin letters of fewer letters stands in too many others."""
# In this order, since Virtuoso 7 finds nothing where VALUES come before a path.
INSTANCES = "?thing a/rdfs:subClassOf* <{name}> ."
CONCEPTS = "?thing skos:inScheme <{name}> ."
PROPERTIES = """VALUES ?kind {
    <http://www.w3.org/2002/07/owl#ObjectProperty>
    <http://www.w3.org/2002/07/owl#DatatypeProperty>
    <http://www.w3.org/2002/07/owl#AnnotationProperty>
  } ?thing a ?kind ."""


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
    """All names of one graph, or of one kind of thing in it, read once."""

    def __init__(self, engine: Engine, among: str = "") -> None:
        self._things: set[NamedNode] = set()
        self._labels: dict[str, dict[str, str]] = {}
        self._names: list[tuple[str, str, NamedNode]] = []
        self._hidden: set[tuple[str, NamedNode]] = set()
        self._shortest: dict[tuple[str, str], str] = {}
        for thing, name, rank in engine.select(NAMES.format(among=among)).rows:
            if not (isinstance(thing, NamedNode) and isinstance(name, Literal) and rank is not None):
                continue
            self._things.add(thing)
            self._names.append((fold(name.value), name.value, thing))
            if rank.value == "0":
                self._labels.setdefault(thing.value, {}).setdefault(name.language or "", name.value)
            if rank.value == "2":
                self._hidden.add((fold(name.value), thing))
            else:
                key = (thing.value, name.language or "")
                known = self._shortest.setdefault(key, name.value)
                self._shortest[key] = min(known, name.value, key=lambda text: (columns(text), text))
        self._names.sort(key=lambda found: (found[0], found[1], found[2].value))

    @classmethod
    def of_kinds(cls, engine: Engine, kinds: Iterable[str]) -> Names:
        """The names of the instances of classes (``qo:Alliance``) and of the classes below them, and of the concepts of
        schemes (``scheme:role``)."""
        patterns = [(CONCEPTS if kind.startswith("scheme:") else INSTANCES).format(name=expand(kind)) for kind in kinds]
        return cls(engine, patterns[0] if len(patterns) == 1 else " UNION ".join(f"{{ {each} }}" for each in patterns))

    @classmethod
    def of_properties(cls, engine: Engine) -> Names:
        """The names of all properties."""
        return cls(engine, PROPERTIES)

    def label(self, thing: NamedNode, language: Language = "en") -> str:
        """The preferred name in the language, else in the other, else the IRI with its prefix."""
        labels = self._labels.get(thing.value, {})
        if language == "both" and {"en", "zh"} <= labels.keys():
            return Text(labels["en"], labels["zh"]).say("both")
        wanted = ("zh", "en", "") if language == "zh" else ("en", "zh", "")
        return next((labels[tag] for tag in wanted if tag in labels), curie(thing))

    def short(self, thing: NamedNode, language: Language = "en") -> str:
        """The shortest of its names in the language, which is the acronym where there is one."""
        return self._shortest.get((thing.value, "zh" if language == "zh" else "en"), self.label(thing, language))

    @property
    def things(self) -> frozenset[NamedNode]:
        """Everything that has a name."""
        return frozenset(self._things)

    def all(self) -> list[tuple[str, NamedNode]]:
        """Every name with the thing that bears it."""
        return [(name, thing) for _, name, thing in self._names]

    def is_clear(self, name: str) -> bool:
        """Whether one thing alone goes by this name; a hidden name counts where no other thing shows it."""
        return len(self._bearers(fold(name))) == 1

    def _bearers(self, sought: str) -> set[NamedNode]:
        """The things that are called so; those that are only found by it, where none is."""
        found = {thing for folded, _, thing in self._names if folded == sought}
        return {thing for thing in found if (sought, thing) not in self._hidden} or found

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

    def resolve(self, text: str) -> NamedNode:
        """The one thing that is meant by an IRI, a prefixed name, an acronym, a label or, where none is so, a slug.

        :raises InputError: where nothing or more than one thing goes by that name; the candidates are named.
        """
        iri, sought = expand(text), fold(text)
        found = (
            {thing for thing in self._things if thing.value == iri}
            or self._bearers(sought)
            or {thing for thing in self._things if thing.value.rpartition("/")[2].rpartition("#")[2].lower() == sought}
        )
        if len(found) == 1:
            return found.pop()
        raise self._unresolved(text, sorted(found, key=lambda thing: thing.value))

    def _unresolved(self, text: str, found: list[NamedNode]) -> InputError:
        if found:
            candidates = ", ".join(f"{curie(thing)} ({self.label(thing)})" for thing in found)
            zh = "、".join(f"{curie(thing)}（{self.label(thing, 'zh')}）" for thing in found)
            return InputError(
                Text(f"{text} can mean several things: {candidates}", f"“{text}”有多种所指：{zh}"),
                remedy=Text("use the name with its prefix", "请使用带前缀的名称"),
            )
        from difflib import get_close_matches

        from .searching import search

        sought = fold(text)
        names = {
            folded: name
            for folded, name, thing in self._names
            if folded.isascii() == sought.isascii() and (folded, thing) not in self._hidden
        }
        near = [names[match] for match in get_close_matches(sought, names, 3, 0.7)]
        if not near and not (sought.isascii() and len(sought) < SHORTEST):
            near = list(
                dict.fromkeys(hit.name for hit in search(self, text)[0] if hit.name.isascii() <= sought.isascii())
            )[:3]
        look = Text("qontology search WORDS looks for names", "可用 qontology search 关键词 查找名称")
        return InputError(
            Text(f"nothing here is called {text}", f"没有名为“{text}”的事物"), remedy=did_you_mean(near) or look
        )
