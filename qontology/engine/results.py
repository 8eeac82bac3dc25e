"""The SPARQL 1.1 JSON results format, read strictly: what is not whole is no answer."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode

from ..namespaces import XSD, Term
from .protocol import Solutions

__all__ = ["boolean", "solutions"]

Value = TypeVar("Value")

NAME = re.compile(r"\w+")
MOST_OBJECTS = 4_000_000
MOST_COMMAS = 16_000_000
VIRTUOSO = ["__ASK_RETVAL"]


def solutions(body: bytes, projection: Sequence[str] = ()) -> Solutions:
    """The answer of a SELECT, its columns in the order of the query.

    :param projection: the variables that the query projects; none where it leaves them to the engine.

    >>> body = b'{"head": {"vars": ["b", "a"]}, "results": {"bindings": [{"a": {"type": "literal", "value": "x"}}]}}'
    >>> solutions(body, ("a", "b")).rows
    [(<Literal value=x datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#string>>, None)]

    :raises ValueError: where the body is anything else, or only the beginning of one, or of another query.
    """
    try:
        document = loaded(body)
        columns = tuple(expect(str, name) for name in expect(list, document["head"]["vars"]))
        if len({*columns}) != len(columns) or not all(NAME.fullmatch(name) for name in columns):
            raise ValueError(columns)
        if projection and {*projection} != {*columns}:
            raise ValueError(columns)
        columns = tuple(dict.fromkeys(projection)) or columns
        bindings = expect(list, document["results"]["bindings"])
        if not all(row.keys() <= {*columns} for row in bindings):
            raise ValueError("a value without a column")
        return Solutions(
            columns, [tuple(term(row[name]) if name in row else None for name in columns) for row in bindings]
        )
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
        document = loaded(body)
        if document["head"].get("vars") == VIRTUOSO:
            return len(expect(list, document["results"]["bindings"])) > 0
        return expect(bool, document["boolean"])
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not the answer of an ASK") from error


def loaded(body: bytes) -> Any:
    """The document, if it is not one that takes very many times its size in memory.

    :raises ValueError: where it is, or is no JSON.
    """
    if body.count(b"{") + body.count(b"[") > MOST_OBJECTS or body.count(b",") > MOST_COMMAS:
        raise ValueError("too many values")
    return json.loads(body)


def expect(kind: type[Value], value: object) -> Value:
    """The value itself.

    :raises TypeError: where it is of another kind.
    """
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def term(binding: dict[str, str]) -> Term:
    """The term of one binding, older spellings included.

    Booleans become ``true`` and ``false``, as they are in a store: Virtuoso sends 1 and 0.

    >>> term({"type": "typed-literal", "value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"})
    <Literal value=true datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#boolean>>

    :raises ValueError: for a type that RDF 1.1 does not have, or a value that its type does not allow.
    """
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
