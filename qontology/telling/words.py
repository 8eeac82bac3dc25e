"""Words: what things, values and properties are called in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import MARKS, Language, Text
from ..namespaces import DC, DCTERMS, FOAF, OWL, RDF, RDFS, SCHEMA, SKOS, VS, XSD, Term, curie
from .dates import is_date_literal, said
from .things import Things

__all__ = ["Piece", "Words"]

# Values of a relation node are put on one line in this order, without the names of the properties.
ORDER = (
    terms.hasAgent, terms.member, terms.leadOrganization, terms.leadPost, terms.hasPost, terms.affiliatedWith,
    terms.value, terms.currency, terms.funder, terms.counted, terms.role, terms.assessedMode, terms.tier,
    terms.modality, terms.asOf, terms.start, terms.end, terms.dating, terms.bound, terms.hasTask, terms.hasStatement,
    terms.claimant,
)  # fmt: skip
# What stands behind a name wherever the name is met.
BESIDE = (terms.date, terms.modality)
# What is told before a number, and the one that need not be.
BOUND = terms.PREFIXES["bound"]
EXACT = BOUND + "exact"
# What is not ours has no Chinese label of its own.
FOREIGN = {
    OWL["AnnotationProperty"]: Text("annotation property", "注释属性"),
    OWL["Class"]: Text("class", "类"),
    OWL["DatatypeProperty"]: Text("datatype property", "数据属性"),
    OWL["ObjectProperty"]: Text("object property", "对象属性"),
    OWL["Ontology"]: Text("ontology", "本体"),
    RDF["type"]: Text("is a", "属于"),
    SKOS["Concept"]: Text("concept", "概念"),
    SKOS["ConceptScheme"]: Text("concept scheme", "词表"),
    SKOS["prefLabel"]: Text("name", "名称"),
    SKOS["altLabel"]: Text("also called", "又称"),
    SKOS["hiddenLabel"]: Text("printed as", "印作"),
    SKOS["definition"]: Text("definition", "定义"),
    SKOS["scopeNote"]: Text("scope note", "使用说明"),
    SKOS["example"]: Text("example", "示例"),
    SKOS["broader"]: Text("broader", "上位概念"),
    SKOS["related"]: Text("related", "相关概念"),
    SKOS["notation"]: Text("code", "代码"),
    SKOS["inScheme"]: Text("in scheme", "所属词表"),
    SKOS["topConceptOf"]: Text("top concept of", "顶层概念，属于"),
    SKOS["hasTopConcept"]: Text("top concepts", "顶层概念"),
    RDFS["subClassOf"]: Text("kind of", "上位类"),
    RDFS["subPropertyOf"]: Text("special case of", "上位属性"),
    RDFS["isDefinedBy"]: Text("defined by", "定义于"),
    OWL["disjointWith"]: Text("disjoint with", "互斥于"),
    OWL["inverseOf"]: Text("inverse of", "逆属性"),
    SCHEMA["domainIncludes"]: Text("used on", "用于"),
    SCHEMA["rangeIncludes"]: Text("leads to", "指向"),
    VS["term_status"]: Text("term status", "术语状态"),
    RDF["langString"]: Text("text in a language", "带语言标记的文本"),
    XSD["string"]: Text("text", "文本"),
    XSD["integer"]: Text("whole number", "整数"),
    XSD["gYear"]: Text("year", "年"),
    XSD["gYearMonth"]: Text("month", "年月"),
    XSD["date"]: Text("day", "日"),
    DCTERMS["isPartOf"]: Text("part of", "隶属于"),
    DCTERMS["identifier"]: Text("identifier", "标识符"),
    DCTERMS["language"]: Text("language", "语言"),
    DC["publisher"]: Text("publisher", "发布者"),
    FOAF["homepage"]: Text("homepage", "主页"),
    SCHEMA["sameAs"]: Text("known elsewhere as", "外部标识符"),
}


class Piece(NamedTuple):
    """A piece of a text, and what it names."""

    text: str
    term: Term | None = None


class Words:
    """The words of one language, or of both, for what stands in a graph.

    >>> from qontology import load
    >>> graph = load()
    >>> words = Words(graph, "zh")
    >>> from qontology import terms
    >>> words.name(graph.find("Infineon")), words.short(graph.find("QUTAC")), words.property(terms.member)
    ('英飞凌', 'QUTAC', '成员')
    """

    def __init__(self, graph: KnowledgeGraph, language: Language, things: Things | None = None) -> None:
        self.graph = graph
        self.language: Language = language
        self.marks = MARKS[language]
        self.things = things or Things(graph)
        self._names: dict[NamedNode, str] = {}

    def say(self, en: str, zh: str) -> str:
        """The sentence in the language."""
        return Text(en, zh).say(self.language)

    def name(self, term: Term | None) -> str:
        """The preferred name of a thing, what a node without a name relates, a date in words, any other literal as it
        is, nothing for None."""
        if term is not None and is_date_literal(term):
            return self.date(term.value)
        if not isinstance(term, NamedNode):
            return term.value if term else ""
        if term not in self._names:
            self._names[term] = self._name(term)
        return self._names[term]

    def _name(self, term: NamedNode) -> str:
        if term in FOREIGN:
            return FOREIGN[term].say(self.language)
        label = self.graph.label(term, self.language)
        return self.related(term) or self.title(term) or label if label == curie(term) else label

    def date(self, when: str | None) -> str:
        """A year, month or day in words; what is none as it is, and nothing for None."""
        return said(when or "", self.language)

    def title(self, document: NamedNode) -> str:
        """The title of a document that has no other name, as a module of the ontology; empty where it has none."""
        titles = self.understood(self.things.properties(document).get(DCTERMS["title"].value, ()))
        return " / ".join(title.value for title in titles)

    def short(self, term: Term) -> str:
        """The shortest name of a thing, which is the acronym where there is one; a literal as it is."""
        return self.graph.names.short(term, self.language) if isinstance(term, NamedNode) else self.name(term)

    def value(self, term: Term) -> str:
        """A value where it is met: as its name, with the date and the modality of a thing that has them."""
        return joined(self.parts(term))

    def parts(self, term: Term) -> tuple[Piece, ...]:
        """The parts of which :meth:`value` is made; a relation node without a name gives those of what it relates."""
        own = self.things.properties(term)
        if self.things.is_a(term, terms.Statement):
            label = self.graph.label(term, self.language) if isinstance(term, NamedNode) else ""
            found = self.related_parts(term) if isinstance(term, NamedNode) and label == curie(term) else ()
            return found or (Piece(self.name(term), term),)
        beside = (more for predicate in BESIDE for more in own.get(predicate, ()))
        return tuple(Piece(self.name(each), each) for each in (term, *beside))

    def related(self, node: NamedNode, *, without: NamedNode | None = None) -> str:
        """What a relation node relates, on one line."""
        return joined(self.related_parts(node, without=without))

    def related_parts(self, node: NamedNode, *, without: NamedNode | None = None) -> tuple[Piece, ...]:
        """The parts of which :meth:`related` is made."""
        own = self.things.properties(node)
        values = [value for predicate in ORDER for value in self.understood(own.get(predicate, ()))]
        return tuple(Piece(self.name(value), value) for value in values if value != without)

    def property(self, iri: str) -> str:
        """The label of a property as a heading, which needs no "has", or the prefixed name of one that has none."""
        return self.name(NamedNode(iri)).removeprefix("has ")

    def understood(self, values: Iterable[Term]) -> list[Term]:
        """Of texts in English and Chinese, those in the language of the reader; all else as it is."""
        unwanted = {"en": "zh", "zh": "en"}.get(self.language, "")
        return [value for value in values if not isinstance(value, Literal) or value.language != unwanted]

    def datum(self, value: Term, details: Iterable[str] = ()) -> str:
        """A value with details in brackets; a date that stands alone is data, which pages put into words."""
        text = self.bracketed(name := self.name(value), details)
        return value.value if text == name and is_date_literal(value) else text

    def counted(self, number: Term, qualifiers: Iterable[Term | None]) -> tuple[str, list[str]]:
        """A number behind its bound, as "about 240", and the names of all else that qualifies it."""
        known = dict.fromkeys(each for each in qualifiers if each)
        bounds = [each for each in known if each.value.startswith(BOUND) and each.value != EXACT]
        rest = [self.name(each) for each in known if each not in bounds]
        parts = [*map(self.name, bounds), self.name(number)]
        return (" " if self.language != "zh" else "").join(parts), rest

    def listed(self, texts: Iterable[str]) -> str:
        """Texts one after another, each once; they may have commas of their own."""
        return self.marks.semicolon.join(dict.fromkeys(texts))

    def bracketed(self, text: str, details: Iterable[str]) -> str:
        """A text with details in brackets behind it, each once, or without brackets where there are none."""
        inside = self.marks.comma.join(dict.fromkeys(filter(None, details)))
        return self.marks.brackets.format(text, inside) if inside else text


def joined(parts: Iterable[Piece]) -> str:
    """Parts as one text."""
    return " · ".join(part.text for part in parts)


def as_data(part: Piece) -> Piece:
    """A piece as data have it: a date as it is."""
    return part._replace(text=part.term.value) if part.term and is_date_literal(part.term) else part
