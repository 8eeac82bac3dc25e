"""Literals that a Store rewrites, kept as they were written.

A Store reads ``"01"^^xsd:integer`` as 1 and ``"5"^^xsd:int`` as 5: two terms become one. Such a literal is stored under
a private datatype, with which a Store keeps its lexical form, and answers hold the literal itself again. So is a number
of more digits than a Store computes with. Few graphs have any; queries speak of a private datatype only where the data
have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from ..engine import Embedded, Solutions
from ..namespaces import XSD, Term
from .literals import DERIVED, has_many_digits, is_valid

__all__ = ["PRIVATE", "Verbatim", "as_written", "datatype_behind", "stored", "suspicious", "with_stored"]

PRIVATE = "urn:x-qontology:as-written:"
"""How the name of a private datatype begins; that of the datatype follows, with a word before it of some literals."""

ILL_TYPED = "ill-typed:"
MANY_DIGITS = "many-digits:"

AT_ONCE = 50_000
"""So many statements are looked through together."""

BEGINNING = 1 << 18
"""Bytes that are looked through before the rest."""

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
    {*CANONICAL, *DERIVED}
    | {XSD[n] for n in ("double", "float", "time", "dateTimeStamp", "gMonth", "gDay", "gMonthDay", "duration")}
    | {XSD[n] for n in ("yearMonthDuration", "dayTimeDuration")}
)
"""The datatypes whose literals a Store parses, and may rewrite."""

NAMES = "|".join(sorted(datatype.value.rsplit("#", 1)[1] for datatype in PARSED))
TYPED = re.compile(rf"""["']([^"'\\\r\n]*)["']\^\^[^\s;,]*?[:#]({NAMES})\b""".encode())
BARE = re.compile(rb"(?<=[\s,(\[>])[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?=[\s,;.)\]])")
NO_NUMBER = re.compile(
    rb'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\r\n]|\\.)*"|'
    rb"'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\r\n]|\\.)*'|"
    rb'<[^<>"{}|^`\\\s]*>|\\.|#[^\r\n]*',
    re.DOTALL,
)
"""What may hold digits that are no number: texts, names in full, escaped signs, comments."""


class Verbatim(Embedded):
    """An embedded engine whose terms are those that were written.

    ``private`` are the datatypes of the literals that a Store would have rewritten. To what needs no care, such as a
    file that is not :func:`suspicious`, ``store`` is a Store like others.

    >>> from pyoxigraph import Literal, NamedNode, Triple
    >>> from qontology.namespaces import XSD
    >>> a, p = NamedNode("urn:a"), NamedNode("urn:p")
    >>> engine = Verbatim(Triple(a, p, Literal(number, datatype=XSD["decimal"])) for number in ("1.5", "1.50"))
    >>> sorted(value.value for (value,) in engine.select("SELECT ?o { ?s ?p ?o }").rows)
    ['1.5', '1.50']
    """

    def __init__(self, statements: Iterable[Triple | Quad] = ()) -> None:
        super().__init__()
        self.private: frozenset[NamedNode] = frozenset()
        self._rewritten: dict[NamedNode, bool] = {}
        self.extend(statements)

    def note(self, private: Iterable[NamedNode]) -> None:
        """Says that literals of these private datatypes were loaded into the store."""
        self.private |= frozenset(private)
        self._rewritten.clear()

    def has_rewritten(self, predicate: NamedNode) -> bool:
        """Whether a Store would have rewritten a value of a predicate."""
        if predicate not in self._rewritten:
            kinds = ", ".join(map(str, self.private))
            query = f"ASK {{ ?subject {predicate} ?value FILTER(DATATYPE(?value) IN ({kinds})) }}"
            self._rewritten[predicate] = bool(self.private) and self.ask(query)
        return self._rewritten[predicate]

    def extend(self, statements: Iterable[Triple | Quad]) -> None:
        """Adds statements, of whatever graph, as they are written."""
        waiting = iter(statements)
        while some := list(islice(waiting, AT_ONCE)):
            private = with_stored(statement.object for statement in some if isinstance(statement.object, Literal))
            self.note(literal.datatype for literal in private.values())
            self.store.bulk_extend(
                Quad(one.subject, one.predicate, private.get(one.object, one.object)) for one in some
            )

    def clear(self) -> None:
        """Forgets all statements."""
        self.store.clear()
        self.private = frozenset()
        self._rewritten.clear()

    def select(self, query: str) -> Solutions:
        """See :meth:`Engine.select`."""
        columns, rows = super().select(query)
        may_be_private = self.private or PRIVATE in query
        return Solutions(columns, [tuple(map(as_written, row)) for row in rows] if may_be_private else rows)

    def statements(self, predicates: Iterable[NamedNode] | None = None) -> Iterator[Triple]:
        """The statements as they were written, all of them or those with some predicates."""
        for predicate in (None,) if predicates is None else predicates:
            for quad in self.store.quads_for_pattern(None, predicate, None):
                value = quad.object if isinstance(quad.object, Triple) else behind(quad.object)
                yield Triple(quad.subject, quad.predicate, value)


def as_written(term: Term | None) -> Term | None:
    """What a cell of an answer stands for; nothing for nothing."""
    return None if term is None else behind(term)


def behind(term: Term) -> Term:
    """The literal that a term of a store stands for; every other term is itself.

    >>> str(behind(stored(Literal("05", datatype=XSD["int"])))).split("^^")[0]
    '"05"'
    """
    if not isinstance(term, Literal) or not term.datatype.value.startswith(PRIVATE):
        return term
    return Literal(term.value, datatype=datatype_behind(term.datatype))


def datatype_behind(private: NamedNode) -> NamedNode:
    """The datatype that a private one stands for."""
    return XSD[private.value.rpartition(":")[2]]


@lru_cache(maxsize=10_000)
def stored(term: Term) -> Term:
    """The term by which a store that keeps literals as they are written holds a term."""
    return with_stored([term]).get(term, term) if isinstance(term, Literal) else term


def with_stored(literals: Iterable[Literal]) -> Mapping[Term | Triple, Literal]:
    """Those of the literals that a Store would rewrite, each with the private one that is stored for it."""
    parsed = dict.fromkeys(literal for literal in literals if literal.datatype in PARSED)
    return {one: private(one) for one, found in as_stored(parsed).items() if found != one or has_many_digits(one)}


def private(literal: Literal) -> Literal:
    """The literal under its private datatype."""
    name = literal.datatype.value.removeprefix(XSD.base)
    kind = MANY_DIGITS if has_many_digits(literal) else "" if is_valid(literal) else ILL_TYPED
    return Literal(literal.value, datatype=NamedNode(PRIVATE + kind + name))


def suspicious(data: bytes) -> bool:
    """Whether a text in Turtle or a related format may hold literals that a Store rewrites.

    >>> suspicious(b'<urn:a> <urn:p> 1, "2018"^^xsd:gYear .'), suspicious(b'<urn:a> <urn:p> 1.50 .')
    (False, True)
    >>> suspicious(b'<urn:a> <urn:p> "up to 2,000." . # 1.50 of it')
    False
    """
    if len(data) > BEGINNING and suspicious(data[:BEGINNING]):  # most that have any have one soon
        return True
    typed = [(lexical.decode(errors="replace"), name.decode()) for lexical, name in set(TYPED.findall(data))]
    return rewrites(typed) or (rewrites(bare(data)) and rewrites(bare(NO_NUMBER.sub(b" ", data))))


def bare(data: bytes) -> list[tuple[str, str]]:
    """What looks like a number without quotes, each with the local name of its datatype."""
    return [(number.decode(), datatype_name(number)) for number in set(BARE.findall(data))]


def rewrites(literals: Iterable[tuple[str, str]]) -> bool:
    """Whether a Store rewrites one of these, or cannot compute with it."""
    return bool(with_stored(Literal(lexical, datatype=XSD[name]) for lexical, name in literals))


def datatype_name(number: bytes) -> str:
    """The local name of the datatype of a number without quotes."""
    return "double" if b"e" in number.lower() else "decimal" if b"." in number else "integer"


def is_canonical(datatype: NamedNode, lexical: str) -> bool:
    """Whether a Store surely keeps a lexical form; of others it is asked."""
    return datatype in CANONICAL and re.fullmatch(CANONICAL[datatype], lexical) is not None


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
