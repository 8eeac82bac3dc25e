"""One graph in each RDF format, the same bytes at every run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from ..engine import Triple
from ..errors import InputError, choose_from
from ..language import Text
from ..reading.isolation import ExhaustedError, isolated
from ..terms import PREFIXES
from ..turtle import format_turtle
from ..writing.forms import names
from .json_ld import json_ld

__all__ = ["FORMATS", "serialize"]

FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
"""The formats by the name of their form; of these, ``trig`` and ``nq`` keep the names of graphs."""

FEW_LINKS = 12
SECONDS = 20
WITH_PREFIXES = ("turtle", "trig", "rdfxml")


def serialize(
    statements: Iterable[Triple | ox.Quad], format: str = "turtle", *, trees: Sequence[ox.NamedNode] = ()
) -> str:
    """The statements in a format: sorted, with canonical labels of blank nodes, and our prefixes where it has any.

    Formats without named graphs hold the statements of all graphs, each once. ``trees`` are things that JSON-LD writes
    as trees of all that belongs to them.

    >>> import pyoxigraph as ox
    >>> triple = ox.Triple(ox.NamedNode("https://w3id.org/qontology/id/alliance/qutac"),
    ...     ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
    ...     ox.NamedNode("https://w3id.org/qontology/ns#Alliance"))
    >>> print(serialize([triple]))
    @prefix alliance: <https://w3id.org/qontology/id/alliance/> .
    @prefix qo: <https://w3id.org/qontology/ns#> .
    <BLANKLINE>
    alliance:qutac
        a qo:Alliance ;
        .
    <BLANKLINE>

    :raises InputError: where there is no such format.
    """
    name = names(list(FORMATS)).get(format)
    if name is None:
        raise InputError(
            Text(f"there is no RDF format {format}", f"没有名为 {format} 的 RDF 格式"),
            remedy=choose_from(FORMATS),
        )
    rdf = FORMATS[name]
    quads = canonical(statements, rdf.supports_datasets and name != "jsonld")
    if name == "jsonld":
        return json_ld((quad.triple for quad in quads), trees)
    prefixes = PREFIXES if name in WITH_PREFIXES else None
    ordered: list[ox.Quad] | list[Triple] = quads if rdf.supports_datasets else [quad.triple for quad in quads]
    text = (ox.serialize(ordered, format=rdf, prefixes=prefixes) or b"").decode()
    return format_turtle(text) if name == "turtle" else text


def canonical(statements: Iterable[Triple | ox.Quad], graphs: bool) -> list[ox.Quad]:
    """The statements once each, in the order of their text, with blank nodes named by the graph (RDFC-1.0)."""
    dataset = ox.Dataset(
        each
        if graphs and isinstance(each, ox.Quad)
        else ox.Quad(*each.triple)
        if isinstance(each, ox.Quad)
        else ox.Quad(*each)
        for each in statements
    )
    if any_hard(dataset):
        dataset = ox.Dataset(ox.parse(named_apart(dataset), ox.RdfFormat.N_QUADS))
    else:
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=lambda quad: (graph_key(quad), str(quad.triple)))


def any_hard(dataset: ox.Dataset) -> bool:
    """Whether more than a few links join blank nodes that are alike at first sight: to name them may take for ever.

    Nine that all point to each other do: every order of them is tried.
    """
    blank = ox.BlankNode
    links = [quad for quad in dataset if isinstance(quad.subject, blank) and isinstance(quad.object, blank)]
    if len(links) <= FEW_LINKS:
        return False
    looks: dict[ox.BlankNode, list[str]] = defaultdict(list)
    for quad in dataset:
        for node in {term for term in (quad.subject, quad.object) if isinstance(term, blank)}:
            look = ("_:it" if term == node else "_:other" if isinstance(term, blank) else str(term) for term in quad)
            looks[node].append(" ".join(look))
    sights = {node: tuple(sorted(look)) for node, look in looks.items()}
    number = Counter(sights.values())
    return sum(number[sights[quad.subject]] > 1 < number[sights[quad.object]] for quad in links) > FEW_LINKS


def named_apart(dataset: ox.Dataset) -> bytes:
    """The statements with their blank nodes named, found by a process that is ended where it takes too long.

    :raises InputError: where it does.
    """
    try:
        return isolated(SECONDS, named, ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b"")
    except ExhaustedError:
        raise InputError(
            Text(
                f"the blank nodes are so alike that naming them takes more than {SECONDS} seconds",
                f"空白节点过于相似，命名耗时超过 {SECONDS} 秒",
            ),
            remedy=Text("give them IRIs, or nest them less", "请为其指定 IRI，或减少嵌套"),
        ) from None


def named(text: bytes) -> bytes:
    """The work of that process."""
    dataset = ox.Dataset(ox.parse(text, ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b""


def graph_key(quad: ox.Quad) -> str:
    """The graph of a quad as text to sort by; the default graph comes first."""
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
