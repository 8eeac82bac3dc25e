"""All that is known of one thing, as lines to read, each with the passages that vouch for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import RDF, RDFS, SCHEMA, SKOS, Term
from .description import Description, Line
from .evidence import Evidence
from .facts import Facts
from .leads import Leads
from .words import BESIDE, Piece, Words, joined

__all__ = ["describe"]

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
