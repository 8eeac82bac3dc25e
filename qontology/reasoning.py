"""Reasoning: what follows from the asserted triples, by the rules under queries/rules.

Each rule is a CONSTRUCT over asserted triples alone, so that their order does not matter, and what it derives lies in
a named graph of its own. Where OWL says the same, the result is that of OWL.
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from .engine import Embedded, Engine, Triple
from .errors import InputError
from .knowledge import KnowledgeGraph
from .knowledge.library import Library
from .language import Text

__all__ = ["GRAPHS", "derive", "materialize"]

GRAPHS = "https://w3id.org/qontology/graph/derived/"
FOLDER = "rules/"


def derive(engine: Engine, library: Library | None = None) -> dict[str, list[Triple]]:
    """What each rule derives that is not asserted: from the name of the rule to triples, sorted, each once.

    >>> from qontology import load
    >>> derived = derive(load().engine)
    >>> [str(triple.object) for triple in derived["formation-mode"] if "qutac" in triple.subject.value]
    ['<https://w3id.org/qontology/scheme/formation-mode/company-led>']
    """
    rules = Library() if library is None else library
    found = {}
    for name in rules.ids():
        if name.startswith(FOLDER):
            triples = set(engine.construct(rules.get(name).body))
            found[name.removeprefix(FOLDER)] = sorted(triples - asserted(engine, triples), key=str)
    return found


def asserted(engine: Engine, triples: Iterable[Triple]) -> set[Triple]:
    """What is asserted by the predicates of some triples."""
    names = " ".join(sorted({str(triple.predicate) for triple in triples}))
    return set(engine.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?p {{ {names} }} ?s ?p ?o }}"))


def materialize(graph: KnowledgeGraph) -> KnowledgeGraph:
    """A copy of an embedded graph that holds what the rules derive too, one named graph a rule.

    :raises InputError: for a graph behind an endpoint, which is not ours to change.
    """
    if not isinstance(graph.engine, Embedded):
        raise InputError(
            Text("only a graph in memory can be reasoned over", "只能对内存中的图谱进行推理"),
            remedy=Text("download it first", "请先下载到本地"),
        )
    store = ox.Store()
    store.extend(graph.engine.store)
    for name, triples in derive(graph.engine, graph.library).items():
        home = ox.NamedNode(GRAPHS + name)
        store.extend(ox.Quad(triple.subject, triple.predicate, triple.object, home) for triple in triples)
    return KnowledgeGraph(Embedded(store), graph.library)
