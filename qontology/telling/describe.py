"""All that is known of one thing, as lines to read, each with the passages that vouch for it."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term, curie
from .locators import describe as locate

__all__ = ["Description", "Line", "Teller", "describe"]

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SKOS = "http://www.w3.org/2004/02/skos/core#"
IS_PART_OF = "http://purl.org/dc/terms/isPartOf"
IS_DEFINED_BY = "http://www.w3.org/2000/01/rdf-schema#isDefinedBy"
MODULES = ("core", "formation", "goals", "structure", "initiatives", "evidence")
LABELS = (f"{SKOS}prefLabel", "http://www.w3.org/2000/01/rdf-schema#label")

# Values of a relation node are put on one line in this order, without the names of the properties.
ORDER = (
    terms.agent, terms.member, terms.leadOrganization, terms.leadPost, terms.post, terms.affiliatedWith, terms.value,
    terms.counted, terms.role, terms.assessedMode, terms.tier, terms.modality, terms.asOf, terms.start, terms.end,
    terms.dating, terms.bound, terms.task, terms.statement, terms.claimant,
)  # fmt: skip
NOT_SHOWN = (RDF_TYPE, terms.evidence, terms.reason, *LABELS)
# What stands behind a name wherever the name is met.
BESIDE = (terms.date, terms.modality)
# Things that are told where they are met, not only named.
TOLD = (terms.Event, terms.Goal, terms.Initiative, terms.Task)

PROPERTIES = "SELECT ?predicate ?object WHERE {{ <{thing}> ?predicate ?object }}"
INCOMING = """
SELECT ?subject ?predicate
WHERE {{ ?subject ?predicate <{thing}> FILTER(isIRI(?subject)) }}
ORDER BY ?subject ?predicate
"""
ABOVE = """
SELECT ?class ?above WHERE { ?class <http://www.w3.org/2000/01/rdf-schema#subClassOf>+ ?above FILTER(isIRI(?above)) }
"""


class Line(NamedTuple):
    """One line: 0 for the thing itself or 1 for what it points to, the name of the property (empty where it continues
    that of the line before), the value, the numbers of its notes."""

    depth: int
    label: str
    text: str
    notes: tuple[int, ...]


class Description(NamedTuple):
    """A thing in words. ``notes`` are numbered from 1 and say on what a line rests."""

    thing: str
    name: str
    kinds: tuple[str, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """The description as plain Python values."""
        return {
            "thing": self.thing,
            "name": self.name,
            "kinds": list(self.kinds),
            "lines": [line._asdict() | {"notes": list(line.notes)} for line in self.lines],
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
    return Teller(graph, language).tell(thing)


class Teller:
    """Gathers the lines and the notes of one description."""

    def __init__(self, graph: KnowledgeGraph, language: Language) -> None:
        self.graph = graph
        self.language = language
        self.notes: list[str] = []
        self.lines: list[Line] = []
        self.above: dict[str, set[str]] = {}
        for lower, upper in graph.engine.select(ABOVE).rows:
            if lower is not None and upper is not None:
                self.above.setdefault(lower.value, {lower.value}).add(upper.value)
        self.known: dict[str, dict[str, list[Term]]] = {}

    def tell(self, thing: NamedNode) -> Description:
        """The description of the thing."""
        own = self.properties(thing.value)
        names = [
            self.assertions(thing).get((f"{SKOS}prefLabel", str(name)), ())
            for name in self.spoken(own.get(f"{SKOS}prefLabel", []))
        ]
        self.lines.append(Line(0, "", "", unique(sum(names, self.noted(own)))))
        self.tell_properties(thing)
        self.tell_incoming(thing)
        kinds = tuple(self.name(kind) for kind in own.get(RDF_TYPE, []))
        return Description(thing.value, self.name(thing), kinds, tuple(self.lines), tuple(self.notes))

    def tell_properties(self, thing: NamedNode) -> None:
        """A line for each value of each property; below a value that is a story of its own, a line for each of its."""
        vouchers = self.assertions(thing)
        for predicate, values in self.shown(thing):
            label = self.property_name(predicate)
            for value in values:
                own = self.properties(value.value) if isinstance(value, NamedNode) else {}
                told = self.is_a(own, TOLD)
                notes = self.noted(own) if told or self.is_a(own, (terms.Statement,)) else ()
                self.lines.append(
                    Line(0, label, self.text(value), unique(vouchers.get((predicate, str(value)), ()) + notes))
                )
                label = ""
                if told and isinstance(value, NamedNode):
                    self.tell_nested(value, notes)

    def tell_nested(self, thing: NamedNode, known: tuple[int, ...]) -> None:
        """A line for each property of a thing inside another's description; notes that are known are not repeated."""
        vouchers = self.assertions(thing)
        for predicate, values in self.shown(thing):
            if predicate in BESIDE:
                continue
            notes: tuple[int, ...] = ()
            for value in values:
                own = self.properties(value.value) if isinstance(value, NamedNode) else {}
                notes += vouchers.get((predicate, str(value)), ())
                notes += self.noted(own) if self.is_a(own, (*TOLD, terms.Statement)) else ()
            texts = Text("; ", "；").say(self.language).join(map(self.text, values))
            fresh = tuple(note for note in unique(notes) if note not in known)
            self.lines.append(Line(1, self.property_name(predicate), texts, fresh))

    def shown(self, thing: NamedNode) -> list[tuple[str, list[Term]]]:
        """The properties of a thing in the order in which they are read, with their values.

        Goals and the like stay in the order of their source, which their IRIs keep; all else goes by name.
        """
        properties = self.properties(thing.value)

        def place(value: Term) -> str:
            told = isinstance(value, NamedNode) and self.is_a(self.properties(value.value), TOLD)
            return value.value if told else self.text(value).casefold()

        return [
            (predicate, sorted(self.spoken(properties[predicate]), key=place))
            for predicate in sorted((key for key in properties if key not in NOT_SHOWN), key=self.rank)
        ]

    def tell_incoming(self, thing: NamedNode) -> None:
        """A line for each thing that points here, through a relation node or directly; then the claims about it."""
        named, claims = [], []
        for subject, predicate in self.pointing(thing):
            own = self.properties(subject.value)
            if self.is_a(own, (terms.Claim,)):
                claims.append(Line(0, "", self.composed(own), unique(self.noted(own))))
            elif self.is_a(own, (terms.Statement,)):
                for owner, relation in self.pointing(subject):
                    if not self.is_a(self.properties(owner.value), (terms.Statement,)):
                        parts = (
                            self.name(owner),
                            self.property_name(relation),
                            self.composed(own, without=thing.value),
                        )
                        named.append(Line(0, "", " · ".join(filter(None, parts)), unique(self.noted(own))))
            else:
                named.append(Line(0, "", f"{self.name(subject)} · {self.property_name(predicate)}", ()))
        for label, lines in ((Text("named in", "见于"), named), (Text("claims", "论断"), claims)):
            self.lines += [
                line._replace(label="" if number else label.say(self.language))
                for number, line in enumerate(dict.fromkeys(lines))
            ]

    def pointing(self, thing: NamedNode) -> list[tuple[NamedNode, str]]:
        """What points to a thing, and by which property."""
        rows = self.graph.engine.select(INCOMING.format(thing=thing.value)).rows
        return [
            (subject, predicate.value)
            for subject, predicate in rows
            if isinstance(subject, NamedNode) and predicate is not None
        ]

    def assertions(self, thing: NamedNode) -> dict[tuple[str, str], tuple[int, ...]]:
        """The notes that assertions give to single triples of the thing, by predicate and object."""
        found: dict[tuple[str, str], tuple[int, ...]] = {}
        for node, relation in self.pointing(thing):
            own = self.properties(node.value) if relation == terms.subject else {}
            for predicate in own.get(terms.predicate, []):
                for value in own.get(terms.object, []):
                    key = (predicate.value, str(value))
                    found[key] = found.get(key, ()) + self.noted(own)
        return found

    def noted(self, properties: dict[str, list[Term]]) -> tuple[int, ...]:
        """The numbers of the notes for a node's evidence, and for the reason of the editors where it has one."""
        texts = [self.passage(node) for node in properties.get(terms.evidence, []) if isinstance(node, NamedNode)]
        for claimant in properties.get(terms.claimant, []):
            for reason in self.spoken(properties.get(terms.reason, [])):
                who = self.name(claimant)
                texts.append(f"{who}：{reason.value}" if self.language == "zh" else f"{who}: {reason.value}")
        for text in texts:
            if text not in self.notes:
                self.notes.append(text)
        return tuple(self.notes.index(text) + 1 for text in texts)

    def passage(self, node: NamedNode) -> str:
        """A passage in words: its source and its place there."""
        own = self.properties(node.value)
        source = " ".join(self.name(part) for part in own.get(IS_PART_OF, []))
        place = " ".join(locate(part.value).say(self.language) for part in own.get(terms.locator, []))
        return f"{source}，{place}" if self.language == "zh" else f"{source}: {place}"

    def text(self, value: Term) -> str:
        """A value in words: a relation node by its own values, a thing by its name and date, a literal as it is."""
        if not isinstance(value, NamedNode):
            return value.value
        own = self.properties(value.value)
        if self.is_a(own, (terms.Statement,)):
            return self.name(value)
        beside = [self.name(more) for predicate in BESIDE for more in own.get(predicate, [])]
        return " · ".join([self.name(value), *beside])

    def composed(self, properties: dict[str, list[Term]], *, without: str = "") -> str:
        """The values of a relation node on one line."""
        texts = []
        for predicate in ORDER:
            texts += [
                self.name(value) if isinstance(value, NamedNode) else value.value
                for value in self.spoken(properties.get(predicate, []))
                if value.value != without
            ]
        return " · ".join(texts)

    def name(self, term: Term) -> str:
        """The name of a thing in the language of the reader; a relation node is told by what it relates."""
        if not isinstance(term, NamedNode):
            return term.value
        label = self.graph.label(term, self.language)
        return self.composed(self.properties(term.value)) or label if label == curie(term) else label

    def property_name(self, iri: str) -> str:
        """The label of a property, or the local name of one that is not ours."""
        label = FOREIGN.get(iri)
        return label.say(self.language) if label else self.name(NamedNode(iri))

    def spoken(self, values: list[Term]) -> list[Term]:
        """Of texts in English and Chinese, those in the language of the reader; all else as it is."""
        unwanted = {"en": "zh", "zh": "en"}.get(self.language, "")
        return [value for value in values if not isinstance(value, Literal) or value.language != unwanted]

    def properties(self, thing: str) -> dict[str, list[Term]]:
        """The values of all properties of a thing, by property; read once."""
        if thing not in self.known:
            found: dict[str, list[Term]] = {}
            for predicate, value in self.graph.engine.select(PROPERTIES.format(thing=thing)).rows:
                if predicate is not None and value is not None:
                    found.setdefault(predicate.value, []).append(value)
            self.known[thing] = {key: sorted(values, key=str) for key, values in found.items()}
        return self.known[thing]

    def is_statement(self, node: NamedNode) -> bool:
        """Whether a node is a relation node, which is told by what it relates."""
        return self.is_a(self.properties(node.value), (terms.Statement,))

    def is_a(self, properties: dict[str, list[Term]], classes: tuple[str, ...]) -> bool:
        """Whether a thing with these properties is of one of the classes, or of a class below it."""
        return any(
            wanted in self.above.get(kind.value, {kind.value})
            for kind in properties.get(RDF_TYPE, [])
            for wanted in classes
        )

    def rank(self, predicate: str) -> tuple[int, str]:
        """Other names first, then our own properties module by module, then all others."""
        if predicate.startswith(SKOS):
            return (-1, predicate)
        homes = [home.value.rpartition("/")[2] for home in self.properties(predicate).get(IS_DEFINED_BY, [])]
        return (MODULES.index(homes[0]) if homes and homes[0] in MODULES else len(MODULES), predicate)


def unique(notes: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers in order, each once."""
    return tuple(sorted(set(notes)))


FOREIGN = {
    f"{SKOS}altLabel": Text("also called", "又称"),
    f"{SKOS}hiddenLabel": Text("printed as", "印作"),
    f"{SKOS}definition": Text("definition", "定义"),
    f"{SKOS}scopeNote": Text("scope note", "使用说明"),
    f"{SKOS}example": Text("example", "示例"),
    f"{SKOS}broader": Text("broader", "上位概念"),
    f"{SKOS}related": Text("related", "相关概念"),
    f"{SKOS}inScheme": Text("in scheme", "所属体系"),
    f"{SKOS}topConceptOf": Text("top concept of", "顶层概念，属于"),
    "http://www.w3.org/2000/01/rdf-schema#subClassOf": Text("kind of", "上位类"),
    "http://www.w3.org/2000/01/rdf-schema#subPropertyOf": Text("special case of", "上位属性"),
    "http://www.w3.org/2000/01/rdf-schema#isDefinedBy": Text("defined by", "定义于"),
    "http://www.w3.org/2002/07/owl#disjointWith": Text("disjoint with", "互斥于"),
    "http://www.w3.org/2002/07/owl#inverseOf": Text("inverse of", "逆属性"),
    IS_PART_OF: Text("part of", "隶属于"),
    "http://purl.org/dc/terms/identifier": Text("identifier", "标识符"),
    "http://purl.org/dc/terms/language": Text("language", "语言"),
}
