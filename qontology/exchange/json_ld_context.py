"""How a JSON-LD context writes IRIs and values: by its terms and prefixes, wherever they mean the same."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, TypeAlias

import pyoxigraph as ox

from .. import assets
from ..namespaces import RDF, XSD, Node, Term
from .links import HOLDING

__all__ = ["TYPE", "Context", "Object", "our_context"]

Object: TypeAlias = dict[str, Any]

TYPE = RDF["type"]
MOST = 2**53
"""From here on readers of JSON lose digits."""


def our_context() -> Object:
    """What stands in ontology/context.jsonld."""
    text = (assets.root() / "ontology/context.jsonld").read_text(encoding="utf-8")
    context: Object = json.loads(text)["@context"]
    return context


class Context:
    """How a context writes IRIs and values. A term that does not fit a value gives way to the IRI of its property."""

    def __init__(self, context: Object, schemes: Iterable[str]) -> None:
        # A scheme that a prefix is called like would be read as this prefix.
        self.context = {name: entry for name, entry in context.items() if name not in schemes}
        entries = {name: entry if isinstance(entry, dict) else {"@id": entry} for name, entry in self.context.items()}
        prefixes = {name: entry["@id"] for name, entry in entries.items() if entry.get("@prefix")}
        self.prefixes = sorted(((base, name) for name, base in prefixes.items()), reverse=True)
        self.terms: dict[str, list[tuple[str, Object]]] = defaultdict(list)
        for name, entry in entries.items():
            prefix, colon, local = str(entry["@id"]).partition(":")
            if colon and name not in prefixes:
                self.terms[prefixes[prefix] + local if prefix in prefixes else entry["@id"]].append((name, entry))

    def iri(self, node: Node) -> str:
        """A node by its IRI, with a prefix where there is one."""
        if isinstance(node, ox.BlankNode):
            return str(node)
        for base, prefix in self.prefixes:
            if node.value.startswith(base) and not node.value.startswith("//", len(base)):
                return f"{prefix}:{node.value[len(base) :]}"
        return node.value

    def name(self, node: Node) -> str:
        """A class, a datatype or a property by its term, else by its IRI."""
        terms = self.terms.get(node.value)
        return terms[0][0] if terms else self.iri(node)

    def term(self, predicate: ox.NamedNode, value: Term) -> tuple[str, Object]:
        """The first term of a property that means this value when it is written without more, and what the context says
        of it; else the IRI of the property, of which it says nothing.
        """
        terms = self.terms.get(predicate.value, ())
        return next((term for term in terms if self.fits(term[1], value)), (self.iri(predicate), {}))

    def nests(self, predicate: ox.NamedNode) -> bool:
        """Whether a node may stand inside another by this property: not where the names inside have other meanings."""
        entries = [entry for _, entry in self.terms.get(predicate.value, ())]
        return predicate not in (TYPE, HOLDING) and all(
            "@context" not in entry and entry.get("@type") in (None, "@id") for entry in entries
        )

    def fits(self, entry: Object, value: Term) -> bool:
        """Whether a term means this value when it is written without more."""
        container, kind = entry.get("@container", "@set"), entry.get("@type")
        if not isinstance(value, ox.Literal):
            return container == "@set" and kind in (None, "@id", "@vocab")
        if container == "@language":
            return bool(value.language) and value.direction is None
        return container == "@set" and (kind is None or (kind == self.iri(value.datatype) and not value.language))

    def written(self, entry: Object, value: Term) -> object:
        """A value that is no node of its own, under a term that it fits."""
        kind = entry.get("@type")
        if not isinstance(value, ox.Literal):
            if kind is None:
                return {"id": self.iri(value)}
            return self.iri(value) if kind == "@id" else self.in_scheme(value, entry)
        return value.value if kind else literal(value, self)

    def in_scheme(self, value: Node, entry: Object) -> str:
        """A value that is read as a name: by its short name where the context of the property knows the scheme, and by
        its term where the property has no context of its own.
        """
        scope = entry.get("@context") or {}
        vocabulary = scope.get("@vocab")
        if vocabulary and value.value.startswith(vocabulary):
            name = value.value.removeprefix(vocabulary)
            known = {**self.context, **scope}
            if name and ":" not in name and known.get(name, value.value) == value.value:
                return name
        elif not scope and value.value in self.terms:
            return self.name(value)
        return str(value) if isinstance(value, ox.BlankNode) else value.value


def literal(value: ox.Literal, words: Context) -> object:
    """A literal as JSON has it, or as a value object."""
    if value.language:
        direction = {"@direction": str(value.direction)} if value.direction else {}
        return {"@language": value.language, "@value": value.value, **direction}
    if value.datatype == XSD["string"]:
        return value.value
    if value.datatype == XSD["boolean"] and value.value in ("true", "false"):
        return value.value == "true"
    if value.datatype == XSD["integer"] and is_plain_integer(value.value):
        return int(value.value)
    return {"@type": words.name(value.datatype), "@value": value.value}


def is_plain_integer(text: str) -> bool:
    """Whether a number is written as JSON would write it again, and every reader keeps all its digits."""
    return len(text) < 17 and text.removeprefix("-").isdecimal() and str(int(text)) == text and abs(int(text)) < MOST
