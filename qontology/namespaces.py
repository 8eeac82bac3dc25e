"""RDF terms and their names: the namespaces in use, and IRIs in the short form that people read and type.

>>> RDF["type"].value
'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
"""

from __future__ import annotations

import re
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode

from .terms import PREFIXES

__all__ = [
    "DC",
    "DCTERMS",
    "FOAF",
    "OWL",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "VS",
    "XSD",
    "Namespace",
    "Node",
    "Term",
    "bare",
    "curie",
    "expand",
    "local_name",
]

Node: TypeAlias = NamedNode | BlankNode
Term: TypeAlias = NamedNode | BlankNode | Literal


class Namespace:
    """Nodes of one namespace, by local name.

    >>> Namespace("http://example.org/")["a"].value
    'http://example.org/a'
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self._nodes: dict[str, NamedNode] = {}

    def __getitem__(self, name: str) -> NamedNode:
        if name not in self._nodes:
            self._nodes[name] = NamedNode(self.base + name)
        return self._nodes[name]


DC = Namespace("http://purl.org/dc/elements/1.1/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
VS = Namespace("http://www.w3.org/2003/06/sw-vocab-status/ns#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

BARE = {
    XSD["integer"].value: re.compile(r"-?(0|[1-9][0-9]*)"),
    XSD["decimal"].value: re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+"),
    XSD["double"].value: re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?[eE][+-]?[0-9]+"),
    XSD["boolean"].value: re.compile("true|false"),
}
"""What Turtle writes without quotes, by datatype, as people write it: no sign and no zero too many."""

# The longer of two namespaces, one of which begins with the other, comes first.
NAMESPACES = sorted(((namespace, prefix) for prefix, namespace in PREFIXES.items()), reverse=True)
PREFIX_OF = dict(NAMESPACES)


def curie(term: Term | None) -> str:
    """A term as people read it: an IRI with its prefix, a literal without quotes, nothing for nothing.

    >>> curie(NamedNode("https://w3id.org/qontology/id/alliance/qutac"))
    'alliance:qutac'
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        iri = term.value
        # Each namespace ends in one of these signs: where the longest that there can be is known, it is the one.
        end = max(iri.rfind("/"), iri.rfind("#")) + 1
        if iri[:end] in PREFIX_OF:
            return f"{PREFIX_OF[iri[:end]]}:{iri[end:]}"
        for namespace, prefix in NAMESPACES:
            if iri.startswith(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
    return term.value


def bare(text: str, datatype: str) -> bool:
    """Whether Turtle writes such a literal without quotes and datatype.

    >>> bare("5", XSD["integer"].value), bare("05", XSD["integer"].value)
    (True, False)
    """
    return datatype in BARE and BARE[datatype].fullmatch(text) is not None


def expand(text: str) -> str:
    """The IRI that a text may be: what stands between angle brackets, or a prefix of ours and a local name.

    >>> expand("alliance:qutac")
    'https://w3id.org/qontology/id/alliance/qutac'
    """
    prefix, colon, local = text.strip("<> ").partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else text.strip("<> ")


def local_name(iri: str) -> str:
    """What stands behind the last ``#``, ``/`` or ``:`` of an IRI.

    >>> local_name("https://w3id.org/qontology/shapes#QO-101")
    'QO-101'
    """
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1].rsplit(":", 1)[-1]
