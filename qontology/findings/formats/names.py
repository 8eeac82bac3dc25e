"""Terms and paths as a reader knows them: with prefixed names in place of IRIs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from ...namespaces import XSD, Term, bare
from ...sparql.paths import Path
from ...terms import PREFIXES

__all__ = ["PREFIXES", "compact"]

LOCAL_NAME = re.compile(r"\w(?:[\w.-]*[\w-])?")


def compact(part: Term | Path, prefixes: Mapping[str, str] = PREFIXES) -> str:
    """A term as Turtle has it or a path in SPARQL syntax, its IRIs shortened where a prefix is known.

    ``prefixes`` come before the usual ones. An IRI whose local name cannot be written without escapes stays as it is.

    >>> compact(Literal("20x4", datatype=XSD["gYear"]))
    '"20x4"^^xsd:gYear'
    >>> compact(Literal(5))
    '5'
    >>> compact(NamedNode("https://w3id.org/qontology/id/alliance/qutac"))
    'alliance:qutac'
    """
    known = {**PREFIXES, **prefixes}

    def name(iri: NamedNode) -> str:
        fitting = [(prefix, space) for prefix, space in known.items() if iri.value.startswith(space)]
        prefix, space = max(reversed(fitting), key=lambda pair: len(pair[1]), default=("", iri.value))
        local = iri.value.removeprefix(space)
        return f"{prefix}:{local}" if LOCAL_NAME.fullmatch(local) else str(iri)

    match part:
        case Path():
            return part.text(name)
        case NamedNode():
            return name(part)
        case Literal(datatype=datatype) if part.language is None and datatype != XSD["string"]:
            is_bare = bare(part.value, datatype.value)
            return part.value if is_bare else f"{Literal(part.value)}^^{name(datatype)}"
    return str(part)
