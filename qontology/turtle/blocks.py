"""Blocks: all that a file says about one subject, in canonical spelling and order, every comment at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .document import NESTING_LIMIT, Comments, RefusedError, Statement
from .terms import CanonicalOrder, Spelling, Structure

__all__ = ["Block", "Nested", "read_block"]

MARKS = frozenset(";,#\n[](){~^@")


@dataclass(slots=True)
class Block:
    """A subject with its properties; or the inside of brackets, with the opening bracket as its subject.

    The items of a collection are the objects of the one predicate ``""``. Notes are kept under the predicate, under the
    pair of predicate and object, and under ``""`` for those on the subject; ``closing`` are the lines before the end.
    """

    subject: str
    properties: dict[str, list[str]] = field(default_factory=dict)
    notes: dict[str | tuple[str, str], Comments] = field(default_factory=dict)
    closing: list[str] = field(default_factory=list)

    def note(self, key: str | tuple[str, str]) -> Comments:
        """The notes under a key, to be added to."""
        return self.notes.setdefault(key, Comments())

    @property
    def closing_bracket(self) -> str:
        """What ends the block, if it is the inside of brackets."""
        return "]" if self.subject == "[" else ")"

    def sort(self, order: CanonicalOrder) -> None:
        """Put predicates and objects into their order, each object once; a collection stays as it is."""
        if "" in self.properties:
            return
        self.properties = {
            predicate: order.objects(self.properties[predicate])
            for predicate in order.predicates(tuple(self.properties))
        }


class Nested(Structure):
    """A blank node in ``[ ]`` or a collection in ``( )``; its str is the form on one line.

    Where comments inside forbid one line, the str ends with a line break.
    """

    __slots__ = ("block",)
    block: Block

    def __new__(cls, block: Block) -> Nested:
        """The structure around a sorted block."""
        inside = " ; ".join(
            f"{predicate} {' , '.join(objects)}" if predicate else " ".join(objects)
            for predicate, objects in block.properties.items()
            if objects
        )
        opening = f"{block.subject} {inside} " if inside else block.subject
        end = "\n" if block.notes or block.closing else ""
        nested = super().__new__(cls, opening + block.closing_bracket + end)
        nested.block = block
        return nested


def read_block(subject: str, statements: Iterable[Statement], order: CanonicalOrder) -> Block:
    """All statements about one subject as a sorted block; a blank node in brackets becomes the subject ``[]``.

    :raises RefusedError: the statements hold something that is not written.
    """
    block = Block("[]" if isinstance(subject, Structure) else subject)
    for statement in statements:
        reader = Reader(statement.spelling, order)
        tokens = iter(statement.tokens)
        if statement.above:
            block.note("").above += statement.above
        if isinstance(subject, Structure):
            if str(subject) == "(":
                block.subject = reader.nested("(", tokens, depth=1)
            else:
                reader.fill(block, tokens, depth=1)
        reader.fill(block, tokens, depth=0)
    block.sort(order)
    return block


class Reader:
    """Reads the tokens of a statement."""

    def __init__(self, spelling: Spelling, order: CanonicalOrder) -> None:
        self._spelling = spelling
        self._order = order

    def nested(self, opening: str, tokens: Iterator[str], depth: int) -> Nested:
        """The structure that an opening bracket begins."""
        block = Block(opening, {"": []} if opening == "(" else {})
        self.fill(block, tokens, depth)
        block.sort(self._order)
        return Nested(block)

    def fill(self, block: Block, tokens: Iterator[str], depth: int) -> None:
        """Read properties, or items of a collection, up to the closing bracket or the end of the statement."""
        if depth > NESTING_LIMIT:
            raise RefusedError
        spelling, predicates = self._spelling, self._spelling.predicates
        above: list[str] = []
        predicate = ""
        objects = block.properties.get("", [])
        wants_predicate = "" not in block.properties
        old = 0  # the number of objects that an earlier mention of the predicate has given
        starts_line = False  # whether the latest object does
        for token in tokens:
            mark = token[0]
            if mark not in MARKS:
                if wants_predicate:
                    wants_predicate = starts_line = False
                    predicate = predicates[token]
                    objects = block.properties.setdefault(predicate, [])
                    old = len(objects)
                    if above:
                        block.note(predicate).above += above
                        above = []
                    continue
                objects.append(spelling[token])
            elif mark == ";":
                wants_predicate = True
                continue
            elif mark == ",":
                starts_line = len(token) > 1
                continue
            elif mark == "\n":
                starts_line = True
                above.append(token.strip())
                continue
            elif mark == "#":
                recent = len(objects) - old
                if recent and (recent == 1 or starts_line or not wants_predicate):
                    note_on_object(block, predicate, objects).beside.append(token.rstrip())
                else:
                    block.note(predicate).beside.append(token.rstrip())
                starts_line = True
                continue
            elif mark in "[(":
                objects.append(self.nested(mark, tokens, depth + 1))
            elif mark in "])":
                break
            else:
                raise RefusedError
            if above:
                note_on_object(block, predicate, objects).above += above
                above = []
        block.closing += above


def note_on_object(block: Block, predicate: str, objects: list[str]) -> Comments:
    """The notes on the last object; an item of a collection becomes one of a kind for that, for it may occur twice."""
    if not predicate and not isinstance(objects[-1], Structure):
        objects[-1] = Structure(objects[-1])
    return block.note((predicate, objects[-1]))
