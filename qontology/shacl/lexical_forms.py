"""Literals that a Store rewrites: ``"01"^^xsd:integer`` becomes ``1``, ``"300"^^xsd:byte`` a valid integer.

Few graphs hold such literals. A sweep of the written data finds them; they alone are judged as they were written,
and are reported so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from ..namespaces import XSD, Term
from ..sparql.paths import Path, Predicate
from .literals import BOUNDS

__all__ = ["FileBytes", "LexicalForms"]

CANONICAL: dict[NamedNode, str] = {
    XSD["integer"]: r"0|-?[1-9][0-9]{0,17}",
    XSD["decimal"]: r"0|-?(0|[1-9][0-9]{0,15})(\.[0-9]*[1-9])|-?[1-9][0-9]{0,15}",
    XSD["boolean"]: "true|false",
    XSD["date"]: r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}Z?",
    XSD["dateTime"]: r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}(\.[0-9]*[1-9])?Z?",
    XSD["gYear"]: "[1-9][0-9]{3}Z?",
    XSD["gYearMonth"]: "[1-9][0-9]{3}-[0-9]{2}Z?",
}
"""Forms that a Store surely keeps, of the datatypes that it parses."""

PARSED = frozenset(
    {*CANONICAL, *BOUNDS}
    | {XSD[n] for n in ("double", "float", "time", "dateTimeStamp", "gMonth", "gDay", "gMonthDay", "duration")}
    | {XSD[n] for n in ("yearMonthDuration", "dayTimeDuration")}
)
"""The datatypes whose literals a Store parses, and may rewrite."""

NAMES = "|".join(sorted(datatype.value.rsplit("#", 1)[1] for datatype in PARSED))
TYPED = re.compile(rf"""["']([^"'\\\r\n]*)["']\^\^[^\s;,]*?[:#]({NAMES})\b""".encode())
BARE = re.compile(rb"(?<=[\s,(\[])[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?=[\s,;.)\]])")
LINE_BASED = frozenset({RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_TRIPLES, RdfFormat.N_QUADS, RdfFormat.N3})


class FileBytes(NamedTuple):
    """The bytes of a file, uncompressed, and what is needed to parse them."""

    data: bytes
    format: RdfFormat
    base_iri: str | None = None


class LexicalForms:
    """The literals of a graph that a Store does not keep as they were written.

    >>> number = Literal("01", datatype=XSD["integer"])
    >>> a, p = NamedNode("urn:a"), NamedNode("urn:p")
    >>> written = LexicalForms([Triple(a, p, number)])
    >>> written.forms(a, Predicate(p), Literal(1)) == (number,)
    True
    """

    def __init__(self, statements: Iterable[Triple | Quad] = ()) -> None:
        found = list(parsed_literals(statements))
        spelled = dict.fromkeys(value for _, _, value in found)
        stored = as_stored(spelled)
        rewritten = {stored[one] for one in spelled if stored[one] != one}
        self._anywhere: dict[Term, dict[Literal, None]] = defaultdict(dict)
        self._by: dict[tuple[NamedNode, Term], dict[Literal, None]] = defaultdict(dict)
        self._at: dict[tuple[NamedNode | None, NamedNode, Term], dict[Literal, None]] = defaultdict(dict)
        for subject, predicate, value in found:
            if stored[value] in rewritten:
                self._anywhere[stored[value]][value] = None
                self._by[predicate, stored[value]][value] = None
                self._at[subject, predicate, stored[value]][value] = None

    @classmethod
    def read(cls, *sources: FileBytes) -> LexicalForms:
        """The literals of some files; they are parsed only if one looks as if a Store would rewrite some of it."""
        if not any(suspicious(source.data) for source in sources if source.format in LINE_BASED):
            sources = tuple(source for source in sources if source.format not in LINE_BASED)
        return cls(quad for data, kind, base in sources for quad in parse(data, kind, base_iri=base))

    def with_nodes(self, nodes: Iterable[Term]) -> LexicalForms:
        """These literals, and those among the target nodes of shapes that a store rewrites."""
        both = LexicalForms()
        both._by, both._at = self._by, self._at
        both._anywhere = defaultdict(dict, {stored: dict(forms) for stored, forms in self._anywhere.items()})
        literals = [node for node in nodes if isinstance(node, Literal) and node.datatype in PARSED]
        for literal, stored in as_stored(literals).items():
            if literal != stored:
                both._anywhere[stored][literal] = None
        return both

    def __bool__(self) -> bool:
        return bool(self._anywhere)

    def __contains__(self, stored: object) -> bool:
        return stored in self._anywhere

    def forms(
        self, focus: Term | None, path: Path | None, stored: Term, arriving: Set[NamedNode] = frozenset()
    ) -> tuple[Literal, ...]:
        """How a literal was written that a Store returns as the value of a path.

        By longer paths it is each form in which one of the predicates that arrive at it has it, by others any form.
        """
        if isinstance(path, Predicate):
            node = focus if isinstance(focus, NamedNode) else None
            return tuple(self._at.get((node, path.iri, stored), ()))
        if arriving:
            found = (form for predicate in sorted(arriving, key=str) for form in self._by.get((predicate, stored), ()))
            return tuple(dict.fromkeys(found))
        return tuple(self._anywhere.get(stored, ()))


def suspicious(data: bytes) -> bool:
    """Whether a text in Turtle or a related format may hold literals that a Store rewrites.

    >>> suspicious(b'<urn:a> <urn:p> 1, "2018"^^xsd:gYear .'), suspicious(b'<urn:a> <urn:p> 1.50 .')
    (False, True)
    """
    typed = [(lexical.decode(errors="replace"), name.decode()) for lexical, name in set(TYPED.findall(data))]
    bare = [(number.decode(), datatype_name(number)) for number in set(BARE.findall(data))]
    stored = as_stored(dict.fromkeys(Literal(lexical, datatype=XSD[name]) for lexical, name in typed + bare))
    return any(after != before for before, after in stored.items())


def datatype_name(number: bytes) -> str:
    """The local name of the datatype of a number without quotes."""
    return "double" if b"e" in number.lower() else "decimal" if b"." in number else "integer"


def is_canonical(datatype: NamedNode, lexical: str) -> bool:
    """Whether a Store surely keeps a lexical form; of others it is asked."""
    return datatype in CANONICAL and re.fullmatch(CANONICAL[datatype], lexical) is not None


def parsed_literals(statements: Iterable[Triple | Quad]) -> Iterator[tuple[NamedNode | None, NamedNode, Literal]]:
    """The statements whose objects a Store parses; without blank nodes, whose labels change with each reading."""
    for statement in statements:
        value = statement.object
        if isinstance(value, Literal) and value.datatype in PARSED:
            subject = statement.subject
            yield subject if isinstance(subject, NamedNode) else None, statement.predicate, value


def as_stored(literals: Iterable[Literal]) -> dict[Literal, Literal]:
    """What a Store makes of each literal."""
    kept = {one: one for one in literals if is_canonical(one.datatype, one.value)}
    asked = [one for one in literals if one not in kept]
    store = Store()
    subjects = [NamedNode(f"urn:{number}") for number in range(len(asked))]
    predicate = NamedNode("urn:is")
    store.bulk_extend(Quad(subject, predicate, one) for subject, one in zip(subjects, asked, strict=True))
    answers = {quad.subject: quad.object for quad in store if isinstance(quad.object, Literal)}
    return kept | {one: answers[subject] for subject, one in zip(subjects, asked, strict=True)}
