"""One graph in each RDF format, the same bytes at every run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

import pyoxigraph as ox

from .. import assets
from ..engine import Triple
from ..terms import PREFIXES
from ..turtle import format_turtle

__all__ = ["FORMATS", "Format", "serialize"]


class Format(NamedTuple):
    """An RDF format: its names on the command line (the first is the usual one) and the ending of its files."""

    names: tuple[str, ...]
    ending: str


FORMATS = {
    name: form
    for form in (
        Format(("turtle", "ttl"), ".ttl"),
        Format(("nt", "n-triples"), ".nt"),
        Format(("rdfxml", "xml"), ".rdf"),
        Format(("jsonld", "json-ld"), ".jsonld"),
    )
    for name in form.names
}


def serialize(triples: Iterable[Triple], name: str) -> str:
    """The triples in the named format: sorted, with canonical labels of blank nodes, and our prefixes where it has any.

    >>> triple = ox.Triple(ox.NamedNode("https://w3id.org/qontology/id/alliance/qutac"),
    ...     ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
    ...     ox.NamedNode("https://w3id.org/qontology/ns#Alliance"))
    >>> print(serialize([triple], "turtle"))
    @prefix alliance: <https://w3id.org/qontology/id/alliance/> .
    @prefix qo: <https://w3id.org/qontology/ns#> .
    <BLANKLINE>
    alliance:qutac
        a qo:Alliance ;
        .
    <BLANKLINE>
    """
    ordered = canonical(triples)
    match FORMATS[name].ending:
        case ".nt":
            return text(ordered, ox.RdfFormat.N_TRIPLES)
        case ".rdf":
            return text(ordered, ox.RdfFormat.RDF_XML, PREFIXES)
        case ".jsonld":
            return json_ld(ordered)
    return format_turtle(text(ordered, ox.RdfFormat.TURTLE, PREFIXES))


def canonical(triples: Iterable[Triple]) -> list[Triple]:
    """The triples once each, in the order of their text, with blank nodes named by the graph (RDFC-1.0)."""
    dataset = ox.Dataset(ox.Quad(*triple) for triple in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted((quad.triple for quad in dataset), key=str)


def text(triples: list[Triple], form: ox.RdfFormat, prefixes: dict[str, str] | None = None) -> str:
    """What pyoxigraph writes."""
    written = ox.serialize(triples, format=form, prefixes=prefixes)
    return (written or b"").decode()


def json_ld(triples: list[Triple]) -> str:
    """JSON-LD compacted with our context, which is named by its address and never fetched."""
    from ..engine.rdflib_copy import to_rdflib

    context = json.loads((assets.root() / "ontology/context.jsonld").read_text(encoding="utf-8"))["@context"]
    written = to_rdflib(triples, PREFIXES).serialize(format="json-ld", context=context, auto_compact=True)
    document = ordered_json(json.loads(written))
    if "@graph" not in document:
        document = {"@graph": [{key: value for key, value in document.items() if key != "@context"}]}
    document = {"@context": "https://w3id.org/qontology/context.jsonld", "@graph": document["@graph"]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def ordered_json(value: Any) -> Any:
    """JSON-LD with keys and values in order; only lists keep the order that they have."""
    if isinstance(value, dict):
        return {key: value[key] if key == "@list" else ordered_json(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        items = [ordered_json(item) for item in value]
        return sorted(items, key=lambda item: json.dumps(item, ensure_ascii=False))
    return value
