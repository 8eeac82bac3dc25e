"""A copy of a graph for networkx, and through it for every tool that reads GraphML, GEXF or GML."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ..engine import Triple
from ..errors import EngineError
from ..language import Text
from ..namespaces import DCTERMS, RDFS, SKOS, curie
from ..tables.extras import require
from ..tables.typed import plain

if TYPE_CHECKING:
    import networkx

__all__ = ["SEPARATOR", "to_networkx"]

SEPARATOR = " | "
"""What stands between several values of one attribute."""

NAMING = (SKOS["prefLabel"], RDFS["label"], DCTERMS["title"])


def to_networkx(triples: Iterable[Triple]) -> networkx.MultiDiGraph[str]:
    """The triples as a directed graph of things (needs the extra ``networkx``).

    Nodes are IRIs, edges lead from subject to object and have the IRI of the predicate as key. Attributes are text or
    whole numbers, as the formats of graphs have them: of a node its ``label`` and one for each predicate and language
    of its literals, as ``skos_prefLabel_zh``, where several values stand with `` | `` between them; of an edge its
    ``label``, which is the predicate in short, and an ``id`` of its own.

    >>> from pyoxigraph import Literal, NamedNode
    >>> qutac = NamedNode("https://w3id.org/qontology/id/alliance/qutac")
    >>> graph = to_networkx([Triple(qutac, SKOS["prefLabel"], Literal("联盟", language="zh"))])
    >>> graph.nodes[qutac.value]
    {'label': '联盟', 'skos_prefLabel_zh': '联盟'}

    :raises InputError: where the extra is not installed.
    :raises EngineError: for a triple that has a triple as its subject or object.
    """
    graph: networkx.MultiDiGraph[str] = require("networkx", "networkx").MultiDiGraph()
    texts: dict[str, dict[str, list[ox.Literal]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for number, triple in enumerate(triples):
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if isinstance(subject, ox.Triple) or isinstance(value, ox.Triple):
            raise EngineError(Text("networkx has no triple terms", "networkx 不支持三元组项"))
        graph.add_node(subject.value, label=curie(subject))
        if isinstance(value, ox.Literal):
            texts[subject.value][attribute(predicate, value.language)].append(value)
            if predicate in NAMING and (value.language == "en" or subject.value not in names):
                names[subject.value] = value.value
        else:
            graph.add_node(value.value, label=curie(value))
            graph.add_edge(subject.value, value.value, key=predicate.value, label=curie(predicate), id=f"e{number}")
    for node, name in names.items():
        graph.nodes[node]["label"] = name
    for node, found in texts.items():
        graph.nodes[node].update({name: joined(values) for name, values in found.items()})
    return graph


def attribute(predicate: ox.NamedNode, language: str | None) -> str:
    """The name of an attribute, in letters that every format allows.

    >>> attribute(SKOS["altLabel"], "zh-Hans"), attribute(ox.NamedNode("http://example.org/a/size"), None)
    ('skos_altLabel_zh_Hans', 'size')
    """
    short = curie(predicate)
    if short == predicate.value:
        short = re.split(r"[/#]", short)[-1]
    name = "_".join(filter(None, [short, language]))
    return re.sub(r"^(?![A-Za-z])", "a_", re.sub(r"[^0-9A-Za-z]+", "_", name))


def joined(values: list[ox.Literal]) -> str | int:
    """One value as a number where it is a whole one, several as text."""
    one = plain(values[0]) if len(values) == 1 else None
    if type(one) is int and abs(one) < 2**31:
        return one
    return SEPARATOR.join(value.value for value in values)
