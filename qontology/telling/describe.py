"""All that is known of one thing, as lines to read, each with the passages that vouch for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import BlankNode, NamedNode

from .. import terms
from ..characters import columns as width
from ..characters import visible, wrap
from ..knowledge import KnowledgeGraph
from ..language import MARKS, Language, Text
from ..namespaces import RDF, RDFS, SCHEMA, SKOS, Term, curie
from ..tables.html import html_table
from .evidence import Evidence, marks, numbered_lines
from .facts import Facts
from .leads import Leads
from .words import BESIDE, Piece, Words, as_data, joined

__all__ = ["Description", "Line", "below", "describe"]

PAGE = 100
"""The columns of a description that is printed in Python."""

MODULES = ("core", "formation", "goals", "structure", "initiatives", "evidence")
PREFERRED = SKOS["prefLabel"].value
NOT_SHOWN = (RDF["type"].value, RDFS["label"].value, PREFERRED, terms.evidence, terms.reason)
# Things that are told where they are met, not only named.
TOLD = (terms.Event, terms.Goal, terms.Initiative, terms.Task)
# What points to a class to say where properties fit has headings of its own; a concept names its scheme itself.
SLOTS = {
    SCHEMA["domainIncludes"].value: Text("properties", "可用属性"),
    SCHEMA["rangeIncludes"].value: Text("value of", "可作取值"),
}
SAID_AT_THE_OTHER_END = SKOS["hasTopConcept"].value
NAMED_IN = Text("named in", "见于")
CLAIMS = Text("claims", "论断")


def below(notes: tuple[str, ...], language: Language, columns: int) -> list[str]:
    """The notes with their numbers, under a heading; nothing where there are none."""
    return ["", Text("Evidence", "依据").say(language), *numbered_lines(notes, columns)] if notes else []


class Line(NamedTuple):
    """One line: 0 for the thing itself or 1 for what it points to, the name of the property (empty where it continues
    that of the line before), the value, the numbers of its notes; and of what the value is made, each text in parts."""

    depth: int
    label: str
    text: str
    notes: tuple[int, ...]
    values: tuple[tuple[Piece, ...], ...] = ()
    mark: str = "; "

    @property
    def data(self) -> str:
        """The text with dates as the data have them."""
        return self.mark.join(joined(map(as_data, parts)) for parts in self.values)

    def to_dict(self) -> dict[str, object]:
        """The line as plain Python values, with dates as the data have them."""
        return {"depth": self.depth, "label": self.label, "text": self.data or self.text, "notes": list(self.notes)}


class Description(NamedTuple):
    """A thing in words. ``leads`` say the main of it in a sentence or a few; ``notes`` are numbered from 1 and say on
    what a line rests."""

    thing: str
    name: str
    kinds: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    language: Language = "en"
    leads: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.to_text(PAGE)

    def __repr__(self) -> str:
        return f"<Description of {self.name}: {len(self.lines)} lines, {len(self.notes)} notes>"

    def _repr_html_(self) -> str:
        rows = ((line.label, line.text + marks(line.notes)) for line in self.lines[1:])
        notes = (f"[{number}] {note}" for number, note in enumerate(self.notes, 1))
        return html_table(("", " · ".join(self.kinds)), rows, self.name, (*self.leads, *notes))

    def to_text(self, columns: int = 100) -> str:
        """The description for a terminal of that many columns: names to the left, values to the right, notes below."""
        head, *lines = self.lines
        left = max((width(visible(line.label)) for line in lines if not line.depth), default=0) + 2
        kinds = " · ".join((*self.kinds, curie(NamedNode(self.thing))))
        text = [visible(self.name) + marks(head.notes), visible(kinds), ""]
        text += [line for lead in self.leads for line in wrap(visible(lead), columns, 2)] + [""] * bool(self.leads)
        for line in lines:
            indent, label = (left + 2, "") if line.depth else (left, visible(line.label))
            inside = visible(line.label) + MARKS[self.language].colon if line.depth else ""
            first, *more = wrap(inside + visible(line.text) + marks(line.notes), max(columns - indent, 20), 2)
            text.append(label + " " * (indent - width(label)) + first)
            text += [" " * indent + rest for rest in more]
        return "\n".join([*text, *below(self.notes, self.language, columns)])

    def to_dict(self) -> dict[str, object]:
        """The description as plain Python values."""
        return {
            "thing": self.thing,
            "name": self.name,
            "kinds": list(self.kinds),
            "leads": list(self.leads),
            "lines": [line.to_dict() for line in self.lines],
            "notes": list(self.notes),
        }


def describe(graph: KnowledgeGraph, thing: NamedNode, language: Language) -> Description:
    """What the graph says of a thing, what points to it, and where each statement comes from.

    >>> from qontology import load
    >>> graph = load()
    >>> found = describe(graph, graph.find("Infineon"), "en")
    >>> [line.text for line in found.lines if line.label == "sector"]
    ['semiconductors']
    >>> any("table 5, row 7" in note for note in found.notes)
    True
    """
    return Teller(Words(graph, language)).tell(thing)


class Teller:
    """Gathers the lines and the notes of one description."""

    def __init__(self, words: Words, evidence: Evidence | None = None) -> None:
        self.words = words
        self.things = words.things
        self.evidence = evidence or Evidence(words)

    def tell(self, thing: NamedNode) -> Description:
        """The description of the thing."""
        own = self.things.properties(thing)
        leads = self.leads(thing)
        lines = self.lines(thing)
        kinds = tuple(map(self.words.name, own.get(RDF["type"].value, ())))
        if self.evidence.notes:
            extent = self.evidence.extent()
            leads.append(self.words.say(f"What follows rests on {extent.en}.", f"以下内容依据{extent.zh}。"))
        name, noted = self.words.name(thing), tuple(self.evidence.notes)
        return Description(thing.value, name, kinds, lines, noted, self.words.language, tuple(leads))

    def lines(self, thing: NamedNode) -> tuple[Line, ...]:
        """What is told of the thing: first on what its names rest, then its properties, then what points to it."""
        names = self.words.understood(self.things.properties(thing).get(PREFERRED, ()))
        notes = self.evidence.of([thing, *(node for name in names for node in self.vouching(thing, PREFERRED, name))])
        return (Line(0, "", "", notes), *self.properties(thing), *self.incoming(thing))

    def leads(self, thing: NamedNode) -> list[str]:
        """What comes first of an alliance: its mode, its founding and its size."""
        if not self.things.is_a(thing, terms.Alliance):
            return []
        facts, language = Facts(self.words.graph), self.words.language
        tongues: tuple[Language, ...] = ("en", "zh") if language == "both" else (language,)
        said = []
        for tongue in tongues:
            leads = Leads(self.evidence, facts, [thing], Words(self.words.graph, tongue))
            said.append([lead.text for tell in (leads.modes, leads.foundings, leads.members) for lead in tell()])
        return [" / ".join(same) for same in zip(*said, strict=True)]

    def properties(self, thing: NamedNode) -> Iterator[Line]:
        """A line for each value of each property; below a value that is a story of its own, a line for each of its."""
        for predicate, values in self.shown(thing):
            label = self.words.property(predicate)
            for value in values:
                notes = self.evidence.of(self.vouching(thing, predicate, value))
                yield self.line(0, label, [self.words.parts(value)], notes)
                label = ""
                if isinstance(value, NamedNode) and self.things.is_a(value, *TOLD):
                    yield from self.nested(value)

    def nested(self, thing: NamedNode) -> Iterator[Line]:
        """A line for each property of a thing inside another's description; its own notes are not repeated."""
        known = self.evidence.of([thing])
        for predicate, values in self.shown(thing):
            if predicate not in BESIDE:
                nodes = [node for value in values for node in self.vouching(thing, predicate, value)]
                notes = tuple(note for note in self.evidence.of(nodes) if note not in known)
                yield self.line(1, self.words.property(predicate), [*map(self.words.parts, values)], notes)

    def shown(self, thing: NamedNode) -> list[tuple[str, list[Term]]]:
        """The properties of a thing in the order in which they are read, with their values.

        Goals and the like stay in the order of their source, which their IRIs keep; all else goes by name. What an
        axiom says by a node without a name is left out.
        """
        own = self.things.properties(thing)
        named = {key: [value for value in values if not isinstance(value, BlankNode)] for key, values in own.items()}
        properties = {key: values for key, values in named.items() if values}

        def place(value: Term) -> str:
            return value.value if self.things.is_a(value, *TOLD) else self.words.value(value).casefold()

        return [
            (predicate, sorted(self.words.understood(properties[predicate]), key=place))
            for predicate in sorted((key for key in properties if key not in NOT_SHOWN), key=self.rank)
        ]

    def incoming(self, thing: NamedNode) -> Iterator[Line]:
        """A line for each thing that points here, through a relation node or directly; then the claims about it."""
        named, claims = [], []
        slots: dict[str, list[NamedNode]] = {predicate: [] for predicate in SLOTS}
        for subject, predicate in self.things.pointing(thing):
            if predicate in SLOTS:
                slots[predicate].append(subject)
            elif predicate == SAID_AT_THE_OTHER_END:
                continue
            elif self.things.is_a(subject, terms.Claim):
                claims.append(self.line(0, "", [self.words.related_parts(subject)], self.evidence.of([subject])))
            elif self.things.is_a(subject, terms.Statement):
                for owner, relation in self.things.pointing(subject):
                    if not self.things.is_a(owner, terms.Statement):
                        rest = self.words.related_parts(subject, without=thing)
                        parts = (self.part(owner), self.relation(relation), *rest)
                        named.append(self.line(0, "", [parts], self.evidence.of([subject])))
            else:
                named.append(self.line(0, "", [(self.part(subject), self.relation(predicate))], ()))
        for predicate, subjects in slots.items():
            if subjects:
                names = [(self.part(subject),) for subject in dict.fromkeys(subjects)]
                yield self.line(0, SLOTS[predicate].say(self.words.language), names, ())
        for label, lines in ((NAMED_IN, named), (CLAIMS, claims)):
            for number, line in enumerate(dict.fromkeys(lines)):
                yield line._replace(label="" if number else label.say(self.words.language))

    def line(self, depth: int, label: str, values: Sequence[tuple[Piece, ...]], notes: tuple[int, ...]) -> Line:
        """A line with the text that its values make."""
        return Line(
            depth,
            label,
            self.words.marks.semicolon.join(map(joined, values)),
            notes,
            tuple(values),
            self.words.marks.semicolon,
        )

    def part(self, thing: NamedNode) -> Piece:
        """The name of a thing."""
        return Piece(self.words.name(thing), thing)

    def relation(self, predicate: str) -> Piece:
        """The name of a property."""
        return Piece(self.words.property(predicate), NamedNode(predicate))

    def vouching(self, thing: NamedNode, predicate: str, value: Term) -> list[Term]:
        """What vouches for a triple: assertions, and the value itself where it is told here and not only named."""
        own = [value] if self.things.is_a(value, *TOLD, terms.Statement) else []
        return [*self.things.vouchers(thing, predicate, value), *own]

    def rank(self, predicate: str) -> tuple[int, str]:
        """Other names first, then our own properties module by module, then all others."""
        if predicate.startswith(SKOS.base):
            return (-1, predicate)
        homes = self.things.properties(NamedNode(predicate)).get(RDFS["isDefinedBy"].value, ())
        home = next((home.value.rpartition("/")[2] for home in homes), "")
        return (MODULES.index(home) if home in MODULES else len(MODULES), predicate)
