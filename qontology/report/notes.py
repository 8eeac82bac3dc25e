"""The notes of a report: each passage on which a row rests has one number, wherever it is cited."""

from __future__ import annotations

from collections.abc import Iterable

from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.locators import describe

__all__ = ["Notes"]

PASSAGES = """
SELECT ?locator ?source WHERE {
  ?passage qo:locator ?locator ; <http://purl.org/dc/terms/isPartOf> ?source .
} ORDER BY ?locator ?source
"""

EVIDENCE = "SELECT ?thing ?locator WHERE { ?thing qo:evidence/qo:locator ?locator } ORDER BY ?thing ?locator"


class Notes:
    """Numbers for locators, from 1 in the order in which they are cited."""

    def __init__(self, graph: KnowledgeGraph, language: Language) -> None:
        self.graph = graph
        self.language = language
        self.texts: list[str] = []
        self._evidence: dict[str, list[str]] = {}
        for thing, locator in graph.select(EVIDENCE).rows:
            if thing is not None and locator is not None:
                self._evidence.setdefault(thing.value, []).append(locator.value)
        self._sources = {
            locator.value: graph.label(graph.find(source.value), language)
            for locator, source in graph.select(PASSAGES).rows
            if locator is not None and source is not None
        }

    def of(self, thing: str) -> tuple[int, ...]:
        """The numbers of the notes for all passages that vouch for a thing."""
        return self.cite(self._evidence.get(thing, []))

    def cite(self, locators: Iterable[object]) -> tuple[int, ...]:
        """The numbers of the notes for these locators, in order and each once; what is None has no note.

        A locator may also name a row or a cell that holds passages.
        """
        texts = [self._text(str(locator)) for locator in locators if locator is not None]
        self.texts += [text for text in dict.fromkeys(texts) if text not in self.texts]
        return tuple(sorted({self.texts.index(text) + 1 for text in texts}))

    def _text(self, locator: str) -> str:
        inside = (source for known, source in self._sources.items() if f"{known}/".startswith(f"{locator}/"))
        source = self._sources.get(locator) or next(inside, "")
        place = describe(locator).say(self.language)
        return Text(f"{source}: {place}", f"{source}，{place}").say(self.language)
