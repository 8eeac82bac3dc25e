"""Terms and paths as a reader knows them: with prefixed names in place of IRIs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from ...terms import PREFIXES as OWN_PREFIXES

__all__ = ["PREFIXES", "compact"]

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        **OWN_PREFIXES,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "sh": "http://www.w3.org/ns/shacl#",
    }
)
"""The prefixes of the graph, and those that shapes need besides."""

_STRING_OR_IRI = re.compile(r'"(?:[^"\\]|\\.)*"|<([^<>"\s]*)>', re.DOTALL)
_LOCAL_NAME = re.compile(r"\w(?:[\w.-]*[\w-])?")


def compact(syntax: str, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """A term in N-Triples syntax or a path in SPARQL syntax, its IRIs shortened where a prefix is known.

    ``prefixes`` come before the usual ones. An IRI whose local name cannot be written without escapes stays as it is.

    >>> compact('"20x4"^^<http://www.w3.org/2001/XMLSchema#gYear>')
    '"20x4"^^xsd:gYear'
    >>> compact("^<https://w3id.org/qontology/ns#bodyOf>/<http://www.w3.org/2004/02/skos/core#prefLabel>")
    '^qo:bodyOf/skos:prefLabel'
    """
    known = {**PREFIXES, **prefixes}
    return _STRING_OR_IRI.sub(lambda part: part[0] if part[1] is None else _name(part[1], known), syntax)


def _name(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = [(prefix, namespace) for prefix, namespace in prefixes.items() if iri.startswith(namespace)]
    if fitting:
        prefix, namespace = max(reversed(fitting), key=lambda pair: len(pair[1]))
        local = iri[len(namespace) :]
        if _LOCAL_NAME.fullmatch(local):
            return f"{prefix}:{local}"
    return f"<{iri}>"
