"""What a question in words names: the alliances, themes, kinds and dates that are values of parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from pyoxigraph import NamedNode

from ..language import LANGUAGES
from ..namespaces import curie, expand
from .graph import KnowledgeGraph
from .library import Parameter
from .names import Names, fold
from .peoples import PLACES as SAID
from .words import words

__all__ = ["Named", "without_home"]

BOUNDS = {
    "since": re.compile(r"\b(since|from|after)\b|自|从|以来|之后"),
    "until": re.compile(r"\b(until|before|by|to)\b|截至|至|之前|以前"),
}
"""Words by which a date is a bound of a time, where a question takes both ends."""
ALLIANCES = tuple(frozenset(words(each)) for each in ("alliance", "联盟"))
"""What all alliances are called is the name of none, nor of a kind that could be chosen."""
WITHIN = re.compile(
    r"\bin (?:19|20)\d\d\b|于(?:19|20)\d\d年|(?:19|20)\d\d年(?!以|之|底|末|起|至)"
    r"|(?<![自从至到])(?<!since )(?<!after )(?<!from )(?<!until )(?<!before )(?<!by )(?<!to )"
    r"(?:19|20)\d\d-\d\d(?!以|之|底|末|起|至)"
)
"""Words by which a year or a month is both ends of a time, and not a date until which all is meant."""
PLACE = "qo:Place"
SPOKEN_OF = "qo:Alliance | scheme:formation-mode"
"""What a text is taken to speak of where a question is about any thing."""
DATE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?![0-9])")


class Named:
    """What a text names, for the parameters of any question."""

    def __init__(self, graph: KnowledgeGraph, text: str) -> None:
        self.graph = graph
        self.text = fold(text)
        self.sequence = words(text)
        self.words = set(self.sequence)
        self._things: dict[str, dict[str, frozenset[str]]] = {}

    def values(self, parameters: Sequence[Parameter]) -> tuple[dict[str, str], set[str]]:
        """The value of each parameter that the text names, and the words that name them.

        Where it names two things of one kind, none of them is the value, and the answer is about all. What is the
        value of one parameter is not that of another: of an alliance and a member, each has its own; and what is only
        a part of the name of one names nothing beside it, as the government in “government-led”.
        """
        values: dict[str, str] = {}
        taken: set[str] = set()
        named = {
            each: self.things(SPOKEN_OF if each.type == "thing" else each.type)
            for each in parameters
            if not each.type.startswith("xsd:") and each.type not in ("date", "language")
        }
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
            elif parameter in named:
                longer = [own for other, found in named.items() if other != parameter for own in found.values()]
                others = {
                    name: own
                    for name, own in named[parameter].items()
                    if name not in values.values() and not any(own < each for each in longer)
                }
                taken.update(*others.values())
                if len(others) == 1:
                    values[parameter.name] = next(iter(others))
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
            if own and own not in ALLIANCES and (self.scattered(name, own) or self.holds(fold(name))):
                yield name if names.is_clear(name) else curie(thing), own
        if expand(PLACE) in map(expand, kind.split(" | ")):
            yield from self.meant(names)

    def meant(self, places: Names) -> Iterator[tuple[str, frozenset[str]]]:
        """The places of which the text names the people, or goes by a short name; but in the name of an alliance."""
        said = [name for name in SAID if self.holds(fold(name))]
        alliances = self.graph.names_of("qo:Alliance").all() if said else ()
        whole = [words(name) for name, _ in alliances if self.holds(fold(name))]
        known = {name for name, _ in places.all()}
        for name in said:
            if SAID[name] in known and not any(set(words(name)) <= set(each) for each in whole):
                yield SAID[name], frozenset(words(name))

    def scattered(self, name: str, own: Set[str]) -> bool:
        """Whether all words of a name are there, wherever; but one that says alliance has them side by side, since
        most who ask say it too, of all of them."""
        if own <= self.words and any(each <= own for each in ALLIANCES):
            sought = words(name)
            return any(self.sequence[here : here + len(sought)] == sought for here in range(len(self.sequence)))
        return own <= self.words

    def holds(self, name: str) -> bool:
        """Whether the text has the name, and not only inside a longer word."""
        if name not in self.text:
            return False
        return re.search(rf"(?<![0-9a-z]){re.escape(name)}(?![0-9a-z])", self.text) is not None


def without_home(graph: KnowledgeGraph, text: str) -> str:
    """The text without a place that stands before the name of an alliance and only says where that is at home.

    >>> from qontology import load
    >>> without_home(load(), "Japan's Q-STAR"), without_home(load(), "美国量子经济发展联盟的目标")
    ('Q-STAR', '量子经济发展联盟的目标')
    """
    folded = fold(text)
    alliances = [name for name, _ in graph.names_of("qo:Alliance").all() if fold(name) in folded]
    places = [name for name in (*SAID, *(name for name, _ in graph.names_of(PLACE).all())) if fold(name) in folded]
    homes = "|".join(re.escape(name) for name in sorted(places, key=len, reverse=True))
    for name in (each for each in alliances if places and not any(each in other != each for other in alliances)):
        text = re.sub(rf"(?:{homes})(?:['’]s|的)? ?(?={re.escape(name)})", "", text, flags=re.IGNORECASE)
    return text
