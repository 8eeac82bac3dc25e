"""One file is one ontology: several headers become one, and nothing is imported that the file holds."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from .. import terms
from ..engine import Triple
from ..namespaces import OWL, RDF

__all__ = ["ROOT", "merged", "ontologies"]

ROOT = ox.NamedNode(terms.NAMESPACE.removesuffix("#"))
"""The ontology that imports our modules."""

TYPE, ONTOLOGY, IMPORTS = RDF["type"], OWL["Ontology"], OWL["imports"]
OF_AN_ONTOLOGY = tuple(
    OWL[name] for name in ("versionIRI", "priorVersion", "backwardCompatibleWith", "incompatibleWith")
)


def ontologies(quads: Iterable[ox.Quad]) -> list[ox.NamedNode]:
    """The ontologies whose headers some statements hold, in order."""
    found = (quad.subject for quad in quads if quad.predicate == TYPE and quad.object == ONTOLOGY)
    return [*dict.fromkeys(node for node in found if isinstance(node, ox.NamedNode))]


def merged(quads: Iterable[ox.Quad], header: Iterable[Triple] = (), *, as_of: str | None = None) -> list[ox.Quad]:
    """The statements as one ontology: that of ``header``, else ours, else the first that no other of them imports.

    The other headers are headers no more; what they say of themselves, as title and licence, is kept. What they import
    and the file does not hold, the one ontology imports. What it was ``as_of`` a date has a version IRI of its own.
    """
    quads = [*(ox.Quad(*triple) for triple in header), *quads]
    found = ontologies(quads)
    if not found:
        return quads
    imports = {quad.object: quad.subject for quad in quads if quad.predicate == IMPORTS and quad.subject in found}
    roots = [node for node in found if imports.get(node, node) == node]
    root = found[0] if header else ROOT if ROOT in found else [*roots, *found][0]
    versions = {quad.object for quad in quads if quad.predicate == OWL["versionIRI"] and quad.subject in found}
    missing = imports.keys() - {*found} - versions

    def stays(quad: ox.Quad) -> bool:
        if quad.subject not in found:
            return True
        if quad.predicate == IMPORTS:
            return False
        is_type = quad.predicate == TYPE and quad.object == ONTOLOGY
        return quad.subject == root or not (is_type or quad.predicate in OF_AN_ONTOLOGY)

    def dated(quad: ox.Quad) -> ox.Quad:
        version = quad.object
        is_version = quad.subject == root and quad.predicate == OWL["versionIRI"]
        if as_of is None or not is_version or not isinstance(version, ox.NamedNode):
            return quad
        return ox.Quad(root, quad.predicate, ox.NamedNode(f"{version.value}/as-of/{as_of}"), quad.graph_name)

    return [*map(dated, filter(stays, quads)), *(ox.Quad(root, IMPORTS, name) for name in sorted(missing, key=str))]
