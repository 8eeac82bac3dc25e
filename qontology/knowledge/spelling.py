"""What was typed, as it was meant: words that are misspelt, and Chinese in traditional characters."""

from __future__ import annotations

import re
from difflib import get_close_matches

from .graph import KnowledgeGraph
from .searching import simplified
from .words import ENGLISH, stem

__all__ = ["Lexicon"]

WORD = re.compile(r"[a-z]+", re.IGNORECASE)
NEAR, SHORTEST = 0.8, 3
"""How like a known word one must be to stand for it, and how many letters it must have; so few only for a small one."""


class Lexicon:
    """The words that the questions of the library, and the concepts of a graph, have in English."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        texts = [name for name, _ in graph.names_of("skos:Concept").all()]
        for question in graph.library:
            texts += [*question.title, *question.keywords]
        self.words = {*ENGLISH, *ordinary(" ".join(texts))} - {"whether"}  # nearly the weather
        self.stems = {stem(word) for word in self.words}
        self.names = {word for name, _ in graph.names.all() for word in letters(name)}

    def knows(self, word: str) -> bool:
        """Whether it is a word of a question or a concept, in any form."""
        return stem(word.casefold()) in self.stems

    def mended(self, text: str) -> str:
        """The text with words that are nearly known ones put right, and with simplified characters.

        >>> from qontology import load
        >>> Lexicon(load()).mended("memebers of Qutack, and their gaols")
        'members of Qutack, and their goals'
        """
        return WORD.sub(lambda found: self.spelt(found[0]), simplified(text))

    def spelt(self, word: str) -> str:
        """The word that is meant; one that may be a name stays as it is."""
        folded = word.casefold()
        if len(word) < SHORTEST or self.knows(folded) or folded in self.names:
            return word
        among = self.words | self.names if len(word) > SHORTEST else ENGLISH
        near = get_close_matches(folded, among, 1, NEAR)
        return near[0] if near and near[0] in self.words and near[0][0] == folded[0] else word


def ordinary(text: str) -> list[str]:
    """The words of a text, without case, but acronyms.

    >>> ordinary("Members of QUTAC")
    ['members', 'of']
    """
    return [word.casefold() for word in WORD.findall(text) if word[1:].islower()]


def letters(text: str) -> list[str]:
    """The words of a text in Latin letters, without case."""
    return WORD.findall(text.casefold())
