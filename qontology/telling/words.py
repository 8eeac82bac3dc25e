"""The words of a sheet: names and sentences in one language, and the numbered notes on which they rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term
from .locators import describe as locate

__all__ = ["Evidence", "Told", "Voice", "numbers"]


class Told(NamedTuple):
    """A text, and the numbers of the notes on which it rests."""

    text: str
    notes: tuple[int, ...] = ()


class Voice:
    """How terms and sentences are said in English or in Chinese."""

    def __init__(self, graph: KnowledgeGraph, language: Language) -> None:
        self.names = graph.names
        self.language: Language = language

    def say(self, en: str, zh: str) -> str:
        """The sentence in the language."""
        return Text(en, zh).say(self.language)

    def name(self, term: Term | None) -> str:
        """The preferred name of a thing, a literal as it is, nothing for nothing."""
        return self.names.label(term, self.language) if isinstance(term, NamedNode) else term.value if term else ""

    def short(self, term: Term | None) -> str:
        """The shortest name of a thing, which is the acronym where there is one; a literal as it is."""
        return self.names.short(term, self.language) if isinstance(term, NamedNode) else self.name(term)

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after another, each once; they may have commas of their own."""
        return ("；" if self.language == "zh" else "; ").join(dict.fromkeys(texts))

    def bracketed(self, text: str, details: Iterable[str]) -> str:
        """A text with details in brackets behind it, or without brackets where there are none."""
        inside = ("，" if self.language == "zh" else ", ").join(dict.fromkeys(filter(None, details)))
        if not inside:
            return text
        return f"{text}（{inside}）" if self.language == "zh" else f"{text} ({inside})"


class Evidence:
    """Numbers the passages and reasons on which nodes rest, in the order in which they are first asked for."""

    def __init__(self, graph: KnowledgeGraph, voice: Voice) -> None:
        self.notes: list[str] = []
        self._grounds: dict[str, list[str]] = {}
        for node, document, locator, claimant, reason in graph.query("evidence/grounds", language=voice.language).rows:
            who, what = (
                (document, locator and locate(locator.value).say(voice.language)) if document else (claimant, reason)
            )
            said = what.value if isinstance(what, Literal) else what
            ground = f"{voice.name(who)}{voice.say(': ', '：')}{said}"
            if node is not None:
                self._grounds.setdefault(node.value, []).append(ground)

    def of(self, nodes: Iterable[Term | None]) -> tuple[int, ...]:
        """The numbers of the notes for these nodes, in order."""
        found = set()
        for node in nodes:
            for ground in self._grounds.get(node.value, []) if node else []:
                if ground not in self.notes:
                    self.notes.append(ground)
                found.add(self.notes.index(ground) + 1)
        return tuple(sorted(found))

    def told(self, text: str, nodes: Iterable[Term | None]) -> Told:
        """The text with the numbers of the notes for these nodes in brackets behind it."""
        notes = self.of(nodes)
        return Told(f"{text} [{', '.join(map(str, notes))}]" if notes else text, notes)


def numbers(told: Iterable[Told]) -> tuple[int, ...]:
    """The numbers of all notes of these, in order."""
    return tuple(sorted({number for one in told for number in one.notes}))
