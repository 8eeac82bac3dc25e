"""The SPARQL 1.1 JSON results format, read strictly: what is not whole is no answer."""

from __future__ import annotations

import json
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode

from ..namespaces import XSD, Term
from .protocol import Solutions

__all__ = ["boolean", "solutions"]

Value = TypeVar("Value")

VIRTUOSO = ["__ASK_RETVAL"]


def solutions(body: bytes) -> Solutions:
    """The answer of a SELECT.

    :raises ValueError: where the body is anything else, or only the beginning of one.
    """
    try:
        document = json.loads(body)
        columns = tuple(expect(str, name) for name in expect(list, document["head"]["vars"]))
        bindings = expect(list, document["results"]["bindings"])
        return Solutions(columns, [tuple(term(row.get(name)) for name in columns) for row in bindings])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not the solutions of a SELECT") from error


def boolean(body: bytes) -> bool:
    """The answer of an ASK; Virtuoso 7 sends a table that has a row where it is true.

    >>> boolean(b'{"head": {}, "boolean": true}')
    True
    >>> boolean(b'{"head": {"vars": ["__ASK_RETVAL"]}, "results": {"bindings": []}}')
    False

    :raises ValueError: where the body is anything else, or only the beginning of one.
    """
    try:
        document = json.loads(body)
        if document["head"].get("vars") == VIRTUOSO:
            return len(expect(list, document["results"]["bindings"])) > 0
        return expect(bool, document["boolean"])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not the answer of an ASK") from error


def expect(kind: type[Value], value: object) -> Value:
    """The value itself.

    :raises TypeError: where it is of another kind.
    """
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def term(binding: dict[str, str] | None) -> Term | None:
    """The term of one binding, older spellings included.

    Booleans become ``true`` and ``false``, as they are in a store: Virtuoso sends 1 and 0.

    >>> term({"type": "typed-literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"})
    <Literal value=true datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#boolean>>

    :raises ValueError: for a type that RDF 1.1 does not have, or a value that its type does not allow.
    """
    if binding is None:
        return None
    kind, value = binding["type"], expect(str, binding["value"])
    match kind:
        case "uri":
            return NamedNode(value)
        case "bnode":
            return BlankNode("b" + value.encode().hex())
        case "literal" | "typed-literal":
            if language := binding.get("xml:lang"):
                return Literal(value, language=language)
            if not (datatype := binding.get("datatype")):
                return Literal(value)
            if datatype == XSD["boolean"].value:
                value = {"1": "true", "0": "false"}.get(value, value)
            return Literal(value, datatype=NamedNode(datatype))
    raise ValueError(kind)
