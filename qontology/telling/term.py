"""A term of the ontology as those look it up who write data: its meaning, neighbours, rules, questions and use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .. import namespaces as rdf
from .. import terms
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.graph import known
from ..knowledge.library import Question
from ..knowledge.names import Names
from ..language import Language, Text
from ..namespaces import RDF, RDFS, SCHEMA, SKOS, curie, expand
from ..validation.rules import rules_about
from .description import Line
from .rows import read
from .words import Words

__all__ = ["DescribedTerm", "find_term", "term"]

SPACES = (terms.NAMESPACE, expand("scheme:"))
RELATIONS = (RDFS["subClassOf"], RDFS["subPropertyOf"], SKOS["broader"], SKOS["inScheme"], RDFS["isDefinedBy"])
TURNED = {
    SCHEMA["domainIncludes"]: Text("properties", "可用属性"),
    SCHEMA["rangeIncludes"]: Text("value of", "可作取值"),
    RDFS["subClassOf"]: Text("kinds of it", "下位类"),
    RDFS["subPropertyOf"]: Text("special cases", "下位属性"),
    SKOS["broader"]: Text("narrower", "下位概念"),
}
SLOTS = (SCHEMA["domainIncludes"], SCHEMA["rangeIncludes"])
NOTES = (SKOS["scopeNote"], SKOS["example"])
LABELS = (RDFS["label"], SKOS["prefLabel"])
RULES = Text("rules", "相关规则")
QUESTIONS = Text("questions", "相关查询")
EXAMPLE = Text("in the data", "数据中的例子")
TONGUES = {"en": Text("in English", "英文"), "zh": Text("in Chinese", "中文")}
OTHER: dict[Language, dict[str, str]] = {"en": {"zh": "："}, "zh": {"en": ": "}}
"""The other language, and its colon."""
EXAMPLES = """SELECT ?subject ?predicate ?object {{
  {{ ?subject a {term} BIND(<{type}> AS ?predicate) BIND({term} AS ?object) }}
  UNION {{ ?subject {term} ?object BIND({term} AS ?predicate) }}
  UNION {{ ?subject ?predicate {term} BIND({term} AS ?object) FILTER(STRSTARTS(STR(?predicate), "{own}")) }}
}} ORDER BY ?subject ?object LIMIT 3"""


class DescribedTerm(NamedTuple):
    """A term of the ontology or of its vocabularies in words; the lines are those of a description."""

    term: str
    name: str
    kind: str
    lines: tuple[Line, ...]


class Example(NamedTuple):
    """A triple of the data in which a term stands."""

    subject: NamedNode
    predicate: NamedNode
    object: rdf.Term


def find_term(graph: KnowledgeGraph, text: str) -> NamedNode:
    """The class, property or concept of this name, prefixed name or IRI.

    >>> from qontology import load
    >>> find_term(load(), "membership").value
    'https://w3id.org/qontology/ns#Membership'

    :raises InputError: where there is none, or more than one; of a thing of the data it is said that it is none.
    """
    prefixed = expand(text if ":" in text else f"qo:{text}")
    if prefixed.startswith(SPACES) and known(graph.engine, prefixed):
        return NamedNode(prefixed)
    for names in (graph.names_of("owl:Class"), Names.of_properties(graph.engine), graph.names_of("skos:Concept")):
        if names.is_clear(text):
            return names.resolve(text)
    found = graph.find(text)
    if found.value.startswith(SPACES):
        return found
    name = graph.label(found)
    raise InputError(
        Text(f"{name} is a thing of the data, not a term", f"“{graph.label(found, 'zh')}”是数据中的事物，不是术语"),
        remedy=Text(f"qontology show {curie(found)} tells all of it", f"可用 qontology show {curie(found)} 查看详情"),
    )


def term(graph: KnowledgeGraph, about: NamedNode, language: Language) -> DescribedTerm:
    """What the ontology, the shapes, the library and the data say of a term.

    >>> from qontology import load
    >>> graph = load()
    >>> found = term(graph, find_term(graph, "qo:member"), "en")
    >>> [line.text for line in found.lines if line.label == "used on"]
    ['membership']
    """
    words = Words(graph, language)
    kinds = words.listed(map(words.name, words.things.properties(about).get(RDF["type"].value, ())))
    lines = [Line(0, label, text, ()) for label, text in labelled_lines(words, about) if text]
    return DescribedTerm(about.value, words.name(about), kinds, tuple(lines))


def labelled_lines(words: Words, about: NamedNode) -> Iterator[tuple[str, str]]:
    """Each line with its label, which is empty where the line continues the one before."""
    own = words.things.properties(about)
    for tongue, colon in OTHER.get(words.language, {}).items():
        both = [
            each.value
            for key in (*LABELS, SKOS["definition"])
            for each in own.get(key.value, ())
            if tagged(each, tongue)
        ]
        yield words.say(*TONGUES[tongue]), colon.join(both)
    for key in (SKOS["definition"], *NOTES, *RELATIONS, *SLOTS):
        values = words.understood(own.get(key.value, ()))
        yield words.property(key.value), words.listed(map(words.name, values))
    pointing = words.things.pointing(about)
    for key, label in TURNED.items():
        yield words.say(*label), words.listed(words.name(subject) for subject, how in pointing if how == key.value)
    rules = (f"{code}  {name.say(words.language)}" for code, name in rules_about(about))
    asked = {curie(about), *(curie(scheme) for scheme in own.get(SKOS["inScheme"].value, ()))}
    questions = (
        f"{each.id}  {each.title.say(words.language)}"
        for each in words.graph.library
        if each.kind == "select" and not each.is_for_exchange and not asked.isdisjoint(spoken_of(each))
    )
    sections: tuple[tuple[Text, Iterable[str]], ...] = (
        (RULES, rules),
        (QUESTIONS, questions),
        (EXAMPLE, examples(words, about)),
    )
    for label, texts in sections:
        for number, text in enumerate(texts):
            yield "" if number else words.say(*label), text


def spoken_of(question: Question) -> set[str]:
    """The terms that a question covers, and the kinds of what can be asked by it."""
    return {*question.covers, *(kind for each in question.parameters for kind in each.type.split(" | "))}


def examples(words: Words, about: NamedNode) -> Iterator[str]:
    """Statements of the data in which the term stands."""
    query = EXAMPLES.format(term=about, type=RDF["type"].value, own=terms.NAMESPACE)
    for subject, predicate, value in read(words.graph.select(query), Example):
        parts = [words.name(subject)]
        if words.things.is_a(subject, terms.Statement):
            owners = [(owner, how) for owner, how in words.things.pointing(subject) if how.startswith(terms.NAMESPACE)]
            parts = [part for owner, how in owners[:1] for part in (words.name(owner), words.property(how))] + parts
        elif predicate != RDF["type"]:
            parts += [words.name(predicate).removeprefix("has "), words.value(value)]
        yield " · ".join(filter(None, parts))


def tagged(value: object, language: str) -> bool:
    """Whether a value is a text in a language."""
    return isinstance(value, Literal) and value.language == language
