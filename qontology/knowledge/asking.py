"""From a question in words to questions of the library: which of them it may mean, and with which values.

A question of the library is known by the words of its title, its keywords, its id and its description, in both
languages. A word counts the more, the fewer questions have it. What the asker names (an alliance, a theme, a year)
becomes the value of a parameter; a question that cannot take what is named fits the less.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .graph import KnowledgeGraph
from .library import Parameter, Question
from .named import Named, without_home
from .words import as_meant, stem, words

__all__ = ["Candidate", "candidates", "clear"]

PRINTED = re.compile(r"/(table|figure)-[0-9]+$")
"""What reprints a table or a figure of a source answers only those who ask for that."""
OF_ALL = re.compile(
    r"\bquantum (?:industry )?(?=alliance|consorti|organi[sz]ation)|量子(?:产业|科技|技术)?(?=联盟)"
    r"|\bquantum(?: industry| technology)?(?= (?:in|by|from|at|of)\b|\W*$)|量子(?:产业|科技|技术)?(?=\W*$)",
    re.I,
)
"""What is said and tells nothing apart, since all here is of the quantum industry."""
LACKING = frozenset(words("unknown 未知"))
"""The words for what is not there."""
OPPOSITE = 0.5
"""What is left of the fit of a question that tells what there is, where what is lacking was asked for."""
ENOUGH = 0.55
"""The least share of what was asked that a question must have to be an answer to it."""
UNKNOWN = 2
"""How much more a word counts of which no question knows than the rarest that one knows: it is what is asked for."""
NAMES = 0.15
"""How much of what is enough names can make up for: what is asked of them must be met too."""
AHEAD = 0.005
"""How far ahead of the next a question must be to be taken without asking back."""
PHRASE, WORD = 0.6, 0.1
"""The focus of a question of which a keyword of several words was asked for, or of one."""
FOCUS = 0.2
"""How much it counts that nothing but what was asked stands in the title, beside that all that was asked is there."""


class Candidate(NamedTuple):
    """A question of the library, and the values that the asker named for its parameters.

    ``fit`` is the share of what was asked that the question has, not much more than without the names; ``focus`` the
    share of its title (or a part, for a keyword) that was asked for in words and not by a mere name. Both go from 0 to
    1, and rare words weigh more. ``left`` are the words that nothing of the question takes up.
    """

    question: Question
    values: dict[str, str]
    fit: float
    focus: float
    left: frozenset[str]

    @property
    def rank(self) -> float:
        """By which candidates are ordered; a question of which nothing but names was said comes last."""
        return self.focus and (1 - FOCUS) * self.fit + FOCUS * self.focus

    @property
    def missing(self) -> tuple[Parameter, ...]:
        """The parameters that it cannot do without and that nothing was named for."""
        return tuple(
            each
            for each in self.question.parameters
            if not each.optional and each.type != "language" and each.name not in self.values
        )


def candidates(graph: KnowledgeGraph, text: str) -> list[Candidate]:
    """The questions of the library that a text may mean, the best first.

    >>> from qontology import load
    >>> best = candidates(load(), "who leads the work on standards?")[0]
    >>> best.question.id, best.values
    ('structure/leaders-by-theme', {'theme': 'standards and standardisation'})
    """
    text = as_meant(without_home(graph, text))
    asked = words(OF_ALL.sub("", text))
    questions = [
        question
        for question in graph.library
        if question.kind == "select" and (not (found := PRINTED.search(question.id)) or stem(found[1]) in asked)
    ]
    known = [weights(question) for question in questions]
    spread = Counter(word for each in known for word in each)
    rarity = {word: math.log(1 + len(questions) / (1 + number)) for word, number in spread.items()}
    rarest = math.log(1 + len(questions))
    named = Named(graph, text)
    spoken = [named.values(question.parameters) for question in questions]
    heard = rarity.keys() | {word for _, taken in spoken for word in taken}
    wanted = {
        word: rarity.get(word, rarest if word in heard else UNKNOWN * rarest) for word in without_seams(asked, heard)
    }
    ranked = []
    for question, own, (values, taken) in zip(questions, known, spoken, strict=True):
        kinds = {word for each in question.parameters if each.name in values for word in named.kind(each)}
        has = own | dict.fromkeys(taken, 1.0)
        said = {word: worth for word, worth in wanted.items() if word not in taken}
        fit = min(share(wanted, has), share(said, has) + NAMES) if said else share(wanted, has)
        focus = max(focused(question, wanted.keys(), taken, kinds, rarity))
        left = frozenset(wanted.keys() - has.keys())
        ranked.append(Candidate(question, values, fit * (OPPOSITE if left & LACKING else 1), focus, left))
    return sorted(ranked, key=lambda each: (-each.rank, len(each.missing), each.question.id))


def clear(found: list[Candidate]) -> Candidate | None:
    """The one that is meant, where one fits well, better than all others, and lacks no value."""
    if not found:
        return None
    best, *others = found
    close = [each for each in others if best.rank - each.rank < AHEAD]
    return None if best.fit < ENOUGH or not best.focus or best.missing or close else best


def without_seams(asked: Sequence[str], heard: Container[str]) -> list[str]:
    """The words without those pairs of Chinese characters that are only the seam between two known words.

    >>> without_seams(["负责", "责标", "标准"], {"负责", "标准"})
    ['负责', '标准']
    """
    around = zip(["", *asked], asked, [*asked[1:], ""], strict=False)
    return [
        word
        for before, word, after in around
        if word in heard
        or not (before in heard and after in heard and before[-1:] == word[:1] and word[-1] == after[0])
    ]


def focused(
    question: Question, asked: Set[str], names: Set[str], kinds: Set[str], rarity: Mapping[str, float]
) -> Iterator[float]:
    """How much of each title was asked for, and a part for each keyword that was.

    Names do not count, but beside other words the kind of thing that they name does.
    """
    for title in question.title:
        weights = {word: rarity[word] for word in words(title)}
        said = dict.fromkeys(asked - names, 1.0)
        yield share(weights, said) and share(weights, said | dict.fromkeys(kinds, 1.0))
    for keyword in ", ".join(question.keywords).split(", "):
        own = set(words(keyword))
        yield (PHRASE if len(own) > 1 else WORD) * bool(own and own <= (asked if len(own) > 1 else asked - names))


def share(weights: Mapping[str, float], having: Mapping[str, float]) -> float:
    """The share of the weight that is had, of each word as far as it is."""
    return sum(worth * having.get(word, 0.0) for word, worth in weights.items()) / (sum(weights.values()) or 1)


@lru_cache(1024)
def weights(question: Question) -> dict[str, float]:
    """The words of a question, each with what it is worth: whole in title and keywords, less elsewhere."""
    found: dict[str, float] = {}
    fields: tuple[tuple[Iterable[str], float], ...] = (
        (question.title, 1.0),
        (question.keywords, 0.9),
        ((question.id.replace("/", " "),), 0.9),
        ((parameter.name for parameter in question.parameters), 0.7),
        (question.description, 0.6),
    )
    for texts, worth in fields:
        for text in texts:
            for word in words(text):
                # A description says much that is not; that makes it no answer to what is lacking.
                if texts is not question.description or word not in LACKING:
                    found[word] = max(worth, found.get(word, 0.0))
    return found
