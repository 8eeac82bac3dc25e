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

from pyoxigraph import NamedNode

from ..language import LANGUAGES
from ..namespaces import curie, expand
from .graph import KnowledgeGraph
from .library import Parameter, Question
from .names import fold
from .words import stem, words

__all__ = ["Candidate", "candidates", "clear", "spoken_of"]

PRINTED = re.compile(r"/(table|figure)-[0-9]+$")
"""What reprints a table or a figure of a source answers only those who ask for that."""
BOUNDS = {
    "since": re.compile(r"\b(since|from|after)\b|自|从|以来|之后"),
    "until": re.compile(r"\b(until|before|by|to)\b|截至|至|之前|以前"),
}
"""Words by which a date is a bound of a time, where a question takes both ends."""
OF_ALL = re.compile(
    r"\bquantum (?:industry )?(?=alliance|consorti|organi[sz]ation)|量子(?:产业|科技|技术)?(?=联盟)", re.I
)
"""What is said of alliances and tells none of them, since all are of the quantum industry."""
ALLIANCES = tuple(frozenset(words(each)) for each in ("alliance", "联盟"))
"""What all alliances are called is the name of none, nor of a kind that could be chosen."""
WITHIN = re.compile(r"\bin (?:19|20)\d\d\b|于(?:19|20)\d\d年|(?:19|20)\d\d年(?:成立|创立|设立|内)")
"""Words by which a year is both ends of a time, and not a date until which all is meant."""
SPOKEN_OF = "qo:Alliance | scheme:formation-mode"
"""What a text is taken to speak of where a question is about any thing."""
DATE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?![0-9])")
ENOUGH = 0.55
"""The least share of what was asked that a question must have to be an answer to it."""
AHEAD = 0.005
"""How far ahead of the next a question must be to be taken without asking back."""
PHRASE, WORD = 0.6, 0.1
"""The focus of a question of which a keyword of several words was asked for, or of one."""
FOCUS = 0.2
"""How much it counts that nothing but what was asked stands in the title, beside that all that was asked is there."""


class Candidate(NamedTuple):
    """A question of the library, and the values that the asker named for its parameters.

    ``fit`` is the share of what was asked that the question has, ``focus`` the share of its title (or a part, for a
    keyword) that was asked for in words and not by a mere name. Both go from 0 to 1, and
    rare words weigh more.
    """

    question: Question
    values: dict[str, str]
    fit: float
    focus: float

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
    asked = words(OF_ALL.sub("", text))
    questions = [
        question
        for question in graph.library
        if question.kind == "select" and (not (found := PRINTED.search(question.id)) or stem(found[1]) in asked)
    ]
    known = [weights(question) for question in questions]
    spread = Counter(word for each in known for word in each)
    rarity = {word: math.log(1 + len(questions) / (1 + number)) for word, number in spread.items()}
    unheard = math.log(1 + len(questions))
    named = Named(graph, text)
    spoken = [named.values(question.parameters) for question in questions]
    heard = rarity.keys() | {word for _, taken in spoken for word in taken}
    wanted = {word: rarity.get(word, unheard) for word in without_seams(asked, heard)}
    ranked = []
    for question, own, (values, taken) in zip(questions, known, spoken, strict=True):
        kinds = {word for each in question.parameters if each.name in values for word in named.kind(each)}
        has = sum(worth * (1.0 if word in taken else own.get(word, 0.0)) for word, worth in wanted.items())
        focus = max(focused(question, wanted.keys(), taken, kinds, rarity))
        ranked.append(Candidate(question, values, has / sum(wanted.values()) if wanted else 0.0, focus))
    return sorted(ranked, key=lambda each: (-each.rank, len(each.missing), each.question.id))


def clear(found: list[Candidate]) -> Candidate | None:
    """The one that is meant, where one fits well, better than all others, and lacks no value."""
    best, *others = found
    close = [each for each in others if best.rank - each.rank < AHEAD]
    return None if best.fit < ENOUGH or not best.focus or best.missing or close else best


def spoken_of(graph: KnowledgeGraph, text: str) -> list[str]:
    """The names of the alliances that a text speaks of, or of one other organization.

    >>> from qontology import load
    >>> spoken_of(load(), "What does it cost to join QED-C?")
    ['QED-C']
    """
    named = Named(graph, text)
    return sorted(named.things("qo:Alliance")) or sorted(named.things("qo:Organization"))[:1]


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
        yield share(weights, asked - names) and share(weights, (asked - names) | kinds)
    for keyword in ", ".join(question.keywords).split(", "):
        own = set(words(keyword))
        yield (PHRASE if len(own) > 1 else WORD) * bool(own and own <= (asked if len(own) > 1 else asked - names))


def share(weights: dict[str, float], words: Set[str]) -> float:
    """The share of the weight that these words have."""
    return sum(worth for word, worth in weights.items() if word in words) / (sum(weights.values()) or 1)


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
                found[word] = max(worth, found.get(word, 0.0))
    return found


class Named:
    """What a text names, for the parameters of any question."""

    def __init__(self, graph: KnowledgeGraph, text: str) -> None:
        self.graph = graph
        self.text = fold(text)
        self.words = set(words(text))
        self._things: dict[str, dict[str, frozenset[str]]] = {}

    def values(self, parameters: Sequence[Parameter]) -> tuple[dict[str, str], set[str]]:
        """The value of each parameter that the text names, and the words that name them.

        Where it names two things of one kind, none of them is the value, and the answer is about all.
        """
        values: dict[str, str] = {}
        taken: set[str] = set()
        found_dates = DATE.findall(self.text)
        within = bool(WITHIN.search(self.text)) and len(found_dates) == 1
        dates = iter(found_dates)
        for parameter in parameters:
            if parameter.type == "date" and within:
                if parameter.name == "when" or {each.name for each in parameters} >= BOUNDS.keys():
                    values[parameter.name] = found_dates[0]
                    taken |= set(words(found_dates[0]))
            elif parameter.type == "date":
                bound = BOUNDS.get(parameter.name)
                if (bound is None or bound.search(self.text)) and (date := next(dates, None)):
                    values[parameter.name] = date
                    taken |= set(words(date))
            elif not parameter.type.startswith("xsd:") and parameter.type != "language":
                found = self.things(SPOKEN_OF if parameter.type == "thing" else parameter.type)
                taken.update(*found.values())
                if len(found) == 1:
                    values[parameter.name] = next(iter(found))
        return values, taken

    def kind(self, parameter: Parameter) -> list[str]:
        """The words for what a parameter takes."""
        if parameter.type == "date":
            return [*words("given year month day date"), *words("某年某月某日"), *words("日期")]
        kinds = [expand(each) for each in parameter.type.split(" | ") if ":" in each]
        labels = (self.graph.label(NamedNode(each), tongue) for each in kinds for tongue in LANGUAGES[:2])
        return [*words(parameter.name), *(word for label in labels for word in words(label))]

    def things(self, kind: str) -> dict[str, frozenset[str]]:
        """The names of the things of a kind that the text names, each with its words; not what is part of another."""
        if kind not in self._things:
            found = sorted(self.found(kind), key=lambda each: (-len(each[1]), len(each[0])))
            # Words that stand together as a name are not, scattered, those of another: Q-Alliance beside Q-STAR.
            whole = [own for name, own in found if self.holds(fold(name))]
            found = [each for each in found if self.holds(fold(each[0])) or not any(each[1] & own for own in whole)]
            things: dict[str, frozenset[str]] = {}
            for name, own in found:
                if not any(own <= other for other in things.values()):
                    things[name] = own
            self._things[kind] = things
        return self._things[kind]

    def found(self, kind: str) -> Iterator[tuple[str, frozenset[str]]]:
        """The things of a kind of which a name stands in the text whole, or in its telling words."""
        names = self.graph.names_of(kind)
        for name, thing in names.all():
            own = frozenset(words(name))
            if own and own not in ALLIANCES and (own <= self.words or self.holds(fold(name))):
                yield name if names.is_clear(name) else curie(thing), own

    def holds(self, name: str) -> bool:
        """Whether the text has the name, and not only inside a longer word."""
        if name not in self.text:
            return False
        return re.search(rf"(?<![0-9a-z]){re.escape(name)}(?![0-9a-z])", self.text) is not None
