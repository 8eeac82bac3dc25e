"""Where statements stand: line and column of a subject, predicate or object in Turtle, TriG, N-Triples and N-Quads."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import pyoxigraph

from ..namespaces import XSD, Node, Term
from .tokens import RDF_TYPE, STATEMENT, STRING, TOKEN, PrefixScope, unescape

__all__ = ["Place", "Positions"]

Offsets = dict[tuple[pyoxigraph.NamedNode, Term | str | None], int]

BRACKET = "["


class Place(NamedTuple):
    """A place in a text; lines and columns count from 1, columns in characters."""

    line: int
    column: int


class Written(NamedTuple):
    """A statement as it is written, with the offsets of predicate and object; what is in brackets is their offset."""

    subject: Term | int | None
    predicate: Term | int | None
    object: Term | int | None
    predicate_offset: int
    object_offset: int


class Positions:
    """The places of all statements in one file.

    A first pass of about a second for 40 MB finds where each subject is written; a subject is read in full when one of
    its statements is asked for. The text need not be valid. An instance may be built while another thread loads the
    same bytes into a store.

    :param data: the bytes of a file in Turtle, TriG, N-Triples or N-Quads, as UTF-8.
    :param base: the IRI against which relative IRIs are resolved before the file declares a base of its own.

    >>> positions = Positions(b'@prefix ex: <http://example.org/> .\\nex:a ex:p "x" ,\\n  "y" .')
    >>> a, p = pyoxigraph.NamedNode("http://example.org/a"), pyoxigraph.NamedNode("http://example.org/p")
    >>> positions.find(a, p, pyoxigraph.Literal("y"))
    Place(line=3, column=3)
    >>> positions.find(a, pyoxigraph.NamedNode("http://example.org/missing"))
    Place(line=2, column=1)
    """

    def __init__(self, data: bytes, *, base: str | None = None) -> None:
        self._text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
        self._starts: dict[str, list[int]] = {}
        self._offsets: dict[str, Offsets] = {}
        self._scopes = [PrefixScope(base=base)]
        self._scope_starts = [0]
        self._index()

    def find(
        self, subject: Node, predicate: pyoxigraph.NamedNode | None = None, object: Term | None = None
    ) -> Place | None:
        """The first place of the object; failing that of the predicate, failing that of the subject.

        An object in brackets stands at the bracket, at the first of them where the predicate has several. A subject in
        brackets is known by a predicate and object inside, and stands at its bracket too. None where the subject is not
        written here, or only as a relative IRI without a base.
        """
        key = subject.value if isinstance(subject, pyoxigraph.NamedNode) else f"_:{subject.value}"
        if key in self._starts:
            candidates: list[int | None] = []
            if predicate is not None:
                offsets = self._offsets_of(key, subject)
                candidates = [look_up(offsets, predicate, value) for value in (object, None)]
            candidates.append(self._starts[key][0])
            return self._place(next(offset for offset in candidates if offset is not None))
        if isinstance(subject, pyoxigraph.BlankNode) and predicate is not None:
            bracket = look_up(self._brackets, predicate, object)
            return None if bracket is None else self._place(bracket)
        return None

    def _index(self) -> None:
        """Note where each subject starts a statement, and from where on which prefixes are in force."""
        scope = self._scopes[0]
        starts: dict[str, list[int]] = {}
        for match in STATEMENT.finditer(self._text):
            written, namespace, base, end = match.group("subject", "namespace", "base", "end")
            if written is not None and end != "{":
                known = starts.get(written)
                if known is None:
                    starts[written] = [match.start("subject")]
                else:
                    known.append(match.start("subject"))
            elif namespace is not None or base is not None:
                if starts:
                    self._resolve_subjects(starts, scope)
                    starts = {}
                    scope = PrefixScope(dict(scope.prefixes), scope.base)
                    self._scopes.append(scope)
                    self._scope_starts.append(match.end())
                if base is not None:
                    scope.base = scope.iri(base)
                else:
                    scope.prefixes[match["prefix"][:-1]] = scope.iri(namespace) or ""
        self._resolve_subjects(starts, scope)

    def _resolve_subjects(self, starts: dict[str, list[int]], scope: PrefixScope) -> None:
        for written, offsets in starts.items():
            subject = written if written.startswith("_:") else scope.iri(written)
            if subject is not None:
                self._starts.setdefault(subject, []).extend(offsets)

    def _offsets_of(self, key: str, subject: Node) -> Offsets:
        """The first offset of each predicate, under None, and of each object of a subject."""
        if key not in self._offsets:
            offsets: Offsets = {}
            for written in self._read_all(self._starts[key]):
                if written.subject == subject and isinstance(written.predicate, pyoxigraph.NamedNode):
                    offsets.setdefault((written.predicate, None), written.predicate_offset)
                    value = BRACKET if isinstance(written.object, int) else written.object
                    offsets.setdefault((written.predicate, value), written.object_offset)
            self._offsets[key] = offsets
        return self._offsets[key]

    @cached_property
    def _brackets(self) -> Offsets:
        """The first bracket in which each predicate, and each predicate and object, is written."""
        offsets: Offsets = {}
        if BRACKET not in self._text:
            return offsets
        for written in self._read_all(match.start() for match in STATEMENT.finditer(self._text)):
            if isinstance(written.subject, int) and isinstance(written.predicate, pyoxigraph.NamedNode):
                value = BRACKET if isinstance(written.object, int) else written.object
                offsets.setdefault((written.predicate, None), written.subject)
                offsets.setdefault((written.predicate, value), written.subject)
        return offsets

    def _read_all(self, starts: Iterable[int]) -> Iterator[Written]:
        for start in starts:
            match = STATEMENT.match(self._text, start)
            if match and match["end"] is not None:
                scope = self._scopes[bisect_right(self._scope_starts, start) - 1]
                yield from read(self._text, start, match.end(), scope)

    @cached_property
    def _line_starts(self) -> array[int]:
        return array("Q", [0, *(match.end() for match in re.finditer("\n", self._text))])

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._line_starts, offset)
        return Place(line, offset - self._line_starts[line - 1] + 1)


def look_up(offsets: Offsets, predicate: pyoxigraph.NamedNode, object: Term | None) -> int | None:
    """The offset of a predicate and object; of a blank node that is not written by name, that of a bracket."""
    offset = offsets.get((predicate, object))
    if offset is None and isinstance(object, pyoxigraph.BlankNode):
        offset = offsets.get((predicate, BRACKET))
    return offset


def read(text: str, start: int, end: int, scope: PrefixScope) -> Iterator[Written]:
    """All that one statement says, inside its brackets too."""
    subject: Term | int | None = None
    predicate: Term | int | None = None
    predicate_offset = start
    has_subject = is_complete = False
    outer: list[tuple[Term | int | None, Term | int | None, int]] = []
    for match in TOKEN.finditer(text, start, end):
        token, offset = match[1], match.start(1)
        mark = token[0]
        if mark in "#\n":
            continue
        if mark in ",;":
            is_complete = False
            predicate = None if mark == ";" else predicate
        elif mark in "[(":
            if has_subject:
                yield Written(subject, predicate, offset, predicate_offset, offset)
            else:
                subject, has_subject = offset, True
            outer.append((subject, predicate, predicate_offset))
            # In a collection the predicate is no term: each item is an object.
            subject, predicate = offset, offset if mark == "(" else None
        elif mark in "])":
            if outer:
                subject, predicate, predicate_offset = outer.pop()
            is_complete = predicate is not None and not isinstance(predicate, int)
        elif token in (".", "{", "}"):
            return
        elif not has_subject:
            subject, has_subject = term(token, scope), True
        elif predicate is None:
            predicate, predicate_offset = term(token, scope) or offset, offset
        elif not is_complete:
            yield Written(subject, predicate, term(token, scope), predicate_offset, offset)
            is_complete = not isinstance(predicate, int)


def term(token: str, scope: PrefixScope) -> Term | None:
    """The term that a token stands for; None for what is none, or a relative IRI without a base."""
    try:
        if string := STRING.match(token):
            width = 3 if string[0][:3] in ('"""', "'''") else 1
            value, tag = unescape(string[0][width:-width]), token[string.end() :].lstrip()
            if tag.startswith("@"):
                return pyoxigraph.Literal(value, language=tag[1:])
            datatype = scope.iri(tag[2:].lstrip()) if tag else XSD["string"].value
            return pyoxigraph.Literal(value, datatype=pyoxigraph.NamedNode(datatype or ""))
        if token.startswith("_:"):
            return pyoxigraph.BlankNode(token[2:])
        if token == "a":
            return pyoxigraph.NamedNode(RDF_TYPE)
        if token[0] == "<" or ":" in token:
            return pyoxigraph.NamedNode(scope.iri(token) or "")
        return pyoxigraph.Literal(token, datatype=XSD[short_datatype(token)])
    except ValueError:
        return None


def short_datatype(token: str) -> str:
    if token in ("true", "false"):
        return "boolean"
    if "e" in token.lower():
        return "double"
    return "decimal" if "." in token else "integer"
