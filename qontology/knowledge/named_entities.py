"""What a text in words names: alliances, themes and years, for the parameters of any question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from ..language import LANGUAGES
from ..namespaces import curie, expand
from .graph import KnowledgeGraph
from .library import Parameter
from .names import fold
from .words import words

__all__ = ["NamedEntities", "spoken_of"]

BOUNDS = {
    "since": re.compile(r"\b(since|from|after)\b|自|从|以来|之后"),
    "until": re.compile(r"\b(until|before|by|to)\b|截至|至|之前|以前"),
}
"""Words by which a date is a bound of a time, where a question takes both ends."""
ALLIANCES = tuple(frozenset(words(each)) for each in ("alliance", "联盟"))
"""What all alliances are called is the name of none, nor of a kind that could be chosen."""
WITHIN = re.compile(r"\bin (?:19|20)\d\d\b|于(?:19|20)\d\d年|(?:19|20)\d\d年(?:成立|创立|设立|内)")
"""Words by which a year is both ends of a time, and not a date until which all is meant."""
SPOKEN_OF = "qo:Alliance | scheme:formation-mode"
"""What a text is taken to speak of where a question is about any thing."""
DATE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?![0-9])")


class NamedEntities:
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


def spoken_of(graph: KnowledgeGraph, text: str) -> list[str]:
    """The names of the alliances that a text speaks of, or of one other organization.

    >>> from qontology import load
    >>> spoken_of(load(), "What does it cost to join QED-C?")
    ['QED-C']
    """
    named = NamedEntities(graph, text)
    return sorted(named.things("qo:Alliance")) or sorted(named.things("qo:Organization"))[:1]
