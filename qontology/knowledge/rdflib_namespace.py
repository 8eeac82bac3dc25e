"""The terms as a namespace of rdflib that knows its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import terms

if TYPE_CHECKING:
    import rdflib

__all__ = ["namespace"]


def namespace() -> type[rdflib.namespace.DefinedNamespace]:
    """The terms of the ontology as an rdflib namespace; a name that is not a term raises AttributeError.

    >>> QO = namespace()
    >>> QO.Alliance
    rdflib.term.URIRef('https://w3id.org/qontology/ns#Alliance')
    >>> QO.Alliancee
    Traceback (most recent call last):
        ...
    AttributeError: term 'Alliancee' not in namespace 'https://w3id.org/qontology/ns#'
    """
    from rdflib import Namespace, URIRef
    from rdflib.namespace import DefinedNamespace

    names = [name for name, value in vars(terms).items() if isinstance(value, str) and value == terms.NAMESPACE + name]
    body = {"_NS": Namespace(terms.NAMESPACE), "_fail": True, "__annotations__": dict.fromkeys(names, URIRef)}
    return type("QO", (DefinedNamespace,), body)
