"""Why a statement holds: the passage that says so, or the rule and the statements from which it follows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pyoxigraph as ox

from .. import terms
from ..engine import Embedded, Engine, Triple
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.library import Question
from ..language import Language, Text
from ..namespaces import RDF, Term, expand
from ..reasoning import derive
from ..sparql.query import SparqlQuery
from .evidence import Evidence
from .words import Words

__all__ = ["Explanation", "Step", "explain"]


class Step(NamedTuple):
    """One statement in words, 0 for what is explained and 1 for what it follows from, with the numbers of its notes.

    ``rule`` is the title of the rule where the statement is derived, else empty.
    """

    depth: int
    text: str
    rule: str
    notes: tuple[int, ...]


class Explanation(NamedTuple):
    """The steps in order, and the notes to which they refer, numbered from 1."""

    steps: tuple[Step, ...]
    notes: tuple[str, ...]


def explain(
    graph: KnowledgeGraph,
    subject: ox.NamedNode,
    predicate: ox.NamedNode | None = None,
    value: ox.NamedNode | None = None,
    *,
    language: Language = "en",
) -> Explanation:
    """Why the statements about a subject hold, or those with this predicate, or with this predicate and object.

    Asserted statements lead to their passages; derived ones to the rule and the least set of asserted statements from
    which that rule alone derives them.

    >>> from qontology import load
    >>> graph = load()
    >>> found = explain(graph, graph.find("Airbus"), ox.NamedNode(terms.participatesIn))
    >>> found.steps[0].rule
    'An organization that leads a body takes part in the work of its alliance'
    >>> len(found.steps) > 2 and all(step.notes for step in found.steps if step.depth)
    True

    :raises InputError: where nothing of the kind is asserted or follows.
    """
    evidence = Evidence(Words(graph, language))
    wanted = (subject, predicate, value)
    steps = [asserted_step(evidence, triple, 0) for triple in asserted(graph.engine, wanted)]
    for name, triples in derive(graph.engine, graph.library).items():
        rule = graph.library.get(f"rules/{name}")
        for triple in triples:
            if matches(triple, wanted):
                steps.append(Step(0, sentence(evidence.words, triple), rule.title.say(language), ()))
                steps += supporting(evidence, premises(graph.engine, rule, triple))
    if not steps:
        raise InputError(
            Text("nothing of the kind is asserted, and it does not follow", "没有这样的陈述，也无法由规则推得"),
            remedy=Text("qontology show NAME tells what is known", "用 qontology show 名称 查看已知内容"),
        )
    return Explanation(tuple(steps), tuple(evidence.notes))


def asserted(engine: Engine, wanted: tuple[ox.NamedNode, ox.NamedNode | None, ox.NamedNode | None]) -> list[Triple]:
    """The asserted triples of this pattern, in order."""
    pattern = " ".join(str(term) if term else f"?{name}" for term, name in zip(wanted, "spo", strict=True))
    shown = {terms.evidence, terms.claimant, terms.reason}
    triples = engine.construct(f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} }}")
    return sorted((triple for triple in triples if triple.predicate.value not in shown), key=str)


def matches(triple: Triple, wanted: Iterable[ox.NamedNode | None]) -> bool:
    """Whether a triple fits a pattern, ``None`` fitting everything."""
    return all(term is None or term == part for term, part in zip(wanted, triple, strict=True))


def asserted_step(evidence: Evidence, triple: Triple, depth: int) -> Step:
    """A step for an asserted triple: the notes of an assertion about it, else of its relation node, else its own."""
    things = evidence.words.things
    vouchers = things.vouchers(triple.subject, triple.predicate.value, triple.object)
    relation = [triple.object] if things.is_a(triple.object, terms.Statement) else []
    witnesses: tuple[Iterable[Term | ox.Triple], ...] = (vouchers, relation, [triple.subject], [triple.object])
    notes = next(filter(None, map(evidence.of, witnesses)), ())
    return Step(depth, sentence(evidence.words, triple), "", notes)


def supporting(evidence: Evidence, triples: list[Triple]) -> list[Step]:
    """A step for each premise; what a relation node says of itself is in the line of the premise that leads to it."""
    led_to = {triple.object for triple in triples}
    is_a = evidence.words.things.is_a
    return [
        asserted_step(evidence, triple, 1)
        for triple in triples
        if triple.subject not in led_to or not is_a(triple.subject, terms.Statement)
    ]


def sentence(words: Words, triple: Triple) -> str:
    """A triple in words."""
    predicate = words.property(triple.predicate.value)
    subject, value = (words.name(term) for term in (triple.subject, triple.object) if not isinstance(term, ox.Triple))
    return " · ".join((subject, predicate, value))


def premises(engine: Engine, rule: Question, conclusion: Triple) -> list[Triple]:
    """A least set of asserted triples from which the rule derives the conclusion: no triple of it can be left out.

    The rule itself is the judge. It is run over the triples that it can read and that hang together with the
    conclusion, and again without each of them in turn.
    """
    store = ox.Store()
    found = [ox.Quad(*triple) for triple in connected(readable(engine, rule), conclusion)]
    store.extend(found)
    trial = Embedded(store)
    for quad in found:
        store.remove(quad)
        if conclusion not in trial.construct(rule.body):
            store.add(quad)
    return sorted((quad.triple for quad in store), key=str)


def readable(engine: Engine, rule: Question) -> list[Triple]:
    """The asserted triples whose predicate the rule names; of types, those that it names."""
    query = SparqlQuery(rule.body)
    iris = " ".join(f"<{expand(name)}>" for name in dict.fromkeys(query.pattern_names))
    asks_types = any(token.text == "a" for token in query.pattern)
    types = f"UNION {{ VALUES ?o {{ {iris} }} ?s a ?o BIND({RDF['type']} AS ?p) }}" if asks_types else ""
    return engine.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {{ VALUES ?p {{ {iris} }} ?s ?p ?o }} {types} }}")


def connected(triples: Iterable[Triple], conclusion: Triple) -> list[Triple]:
    """The triples that hang together with the conclusion's subject or object, by any number of steps."""
    left, reached = sorted(set(triples), key=str), {str(conclusion.subject), str(conclusion.object)}
    found: list[Triple] = []
    while near := [triple for triple in left if {str(triple.subject), str(triple.object)} & reached]:
        found += near
        left = [triple for triple in left if triple not in near]
        reached |= {str(triple.subject) for triple in near} | {
            str(triple.object) for triple in near if triple.predicate != RDF["type"]
        }
    return found
