"""The short way for a statement without comments and brackets, as nearly all are: from tokens straight to lines.

It gives the lines that the long way over :mod:`.blocks` and :mod:`.layout` gives, in a fraction of the time.
"""

from __future__ import annotations

from .blocks import Block
from .document import Statement
from .layout import INDENT, WIDTH, is_one_line, property_lines
from .terms import CanonicalOrder, Spelling
from .tokens import RDF_TYPE

__all__ = ["PlainLayout"]

# Characters that no spelling on one line has in it stand for the punctuation.
SEMICOLON, COMMA = "\n", "\r"

SURELY_FITS = WIDTH // 2  # characters, for none takes more than two columns


class PlainLayout:
    """Lays out the properties of plain statements."""

    def __init__(self, order: CanonicalOrder) -> None:
        self._order = order
        self._sequences: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._kinds: dict[str, str] = {}
        self._spelling: Spelling | None = None

    def kind_and_lines(self, statement: Statement) -> tuple[str, list[str]] | None:
        """The kind of the subject, and the lines below it; None for a statement that is not plain."""
        if statement.spelling is not self._spelling:
            self._spelling, self._words = statement.spelling, SpelledWords(statement.spelling)
        try:
            text = " ".join(map(self._words.__getitem__, statement.tokens)).rstrip(f" {SEMICOLON}")
        except NotPlainError:
            return None
        properties = text.split(f" {SEMICOLON} ")
        predicates = tuple([written.partition(" ")[0] for written in properties])
        sequence = self._sequences.get(predicates)
        if sequence is None:
            sequence = self._sequences[predicates] = self._sequence(predicates)
        if not sequence:
            return None
        lines: list[str] = []
        for place in sequence:
            line = f"{INDENT}{properties[place]} ;"
            if len(line) > SURELY_FITS or COMMA in line:
                lines += self._long(properties[place])
            else:
                lines.append(line)
        first = properties[sequence[0]]
        return self._kind(first) if first.startswith("a ") else "", lines

    def _kind(self, types: str) -> str:
        """The kind that the property ``a`` with all its objects gives."""
        kind = self._kinds.get(types)
        if kind is None:
            kind = self._kinds[types] = self._order.kind(types[2:].split(f" {COMMA} "))
        return kind

    def _sequence(self, predicates: tuple[str, ...]) -> tuple[int, ...]:
        """The places of the predicates in their order; nothing where properties have to be joined."""
        if len(set(predicates)) < len(predicates) or SEMICOLON in predicates:
            return ()
        return tuple(map(predicates.index, self._order.predicates(predicates)))

    def _long(self, written: str) -> list[str]:
        """The lines of a property that has several objects or does not fit on one line."""
        predicate, _, rest = written.partition(" ")
        objects = self._order.objects(rest.split(f" {COMMA} "))
        line = f"{INDENT}{predicate} {' , '.join(objects)} ;"
        return [line] if is_one_line(line) else property_lines(Block("", {predicate: objects}), predicate, line, INDENT)


class NotPlainError(Exception):
    """A token that is neither a term on one line nor a semicolon or comma."""


class SpelledWords(dict[str, str]):
    """From a token to its spelling or to what stands for it."""

    def __init__(self, spelling: Spelling) -> None:
        super().__init__({";": SEMICOLON})
        self._spelling = spelling
        self._long_forms_of_a = spelling.scope.tokens(RDF_TYPE)

    def __missing__(self, token: str) -> str:
        mark = token[0]
        if mark == ",":
            word = COMMA
        elif mark in "#\n[](){~^@" or token in self._long_forms_of_a or ("\\" in token and mark not in "\"'"):
            raise NotPlainError
        else:
            word = self._spelling[token]
            if SEMICOLON in word:
                raise NotPlainError
        self[token] = word
        return word
