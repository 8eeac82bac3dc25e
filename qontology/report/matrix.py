"""A matrix as a table and as a picture: what is not named and what is unknown never look the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from pyoxigraph import NamedNode

from ..language import Text
from ..namespaces import Term
from ..telling.rows import grouped
from ..telling.sentences import Lead
from ..telling.tables import Row
from .chapter import Chapter, chapter
from .figures import Cell, Matrix
from .scope import Scope

__all__ = ["UNKNOWN", "against_alliances", "alternative", "matrix_chapter", "ranked"]

# A table has so many columns at most; of more, each row lists those in which something stands.
WIDEST = 9
UNKNOWN = Text("unknown", "未知")
NOT_NAMED = Text("not named", "未提及")
ABSENCE = Text(
    "not named: what is known of the alliance does not name it; unknown: nothing of this kind is known of it.",
    "未提及：该联盟的已知内容未提及；未知：该联盟此类内容均未知。",
)

R = TypeVar("R")
K = TypeVar("K", NamedNode, str)


def ranked(found: Iterable[R], key: Callable[[R], K], counted: Callable[[R], Term]) -> dict[K, list[R]]:
    """Rows by a key, the keys with most different things first, then those with most rows."""
    groups = grouped(found, key)
    order = sorted(groups, key=lambda each: (-len(set(map(counted, groups[each]))), -len(groups[each]), str(each)))
    return {each: groups[each] for each in order}


def against_alliances(
    scope: Scope,
    things: Collection[K],
    cell: Callable[[K, NamedNode], Cell],
    known: Collection[NamedNode],
    signs: Sequence[tuple[str, str]],
    name: Callable[[K], str],
) -> Matrix:
    """Things against the alliances of the report, of which those that are not ``known`` have an unknown column."""
    cells = tuple(
        tuple(cell(thing, alliance) if alliance in known else None for alliance in scope.alliances) for thing in things
    )
    return Matrix(tuple(map(name, things)), tuple(map(scope.name, scope.alliances)), cells, tuple(signs))


def matrix_chapter(
    scope: Scope,
    name: str,
    queries: tuple[str, ...],
    title: Text,
    about: Text,
    head: Text,
    matrix: Matrix,
    nodes: Mapping[K, Sequence[Term]],
    lead: Lead | None,
) -> Chapter:
    """The chapter of a matrix, whose rows rest on these nodes."""
    say = scope.words.say
    wide = len(matrix.columns) <= WIDEST
    body = []
    for label, cells, resting in zip(matrix.rows, matrix.cells, nodes.values(), strict=True):
        told: tuple[str, ...]
        if wide:
            told = tuple(say(*UNKNOWN) if cell is None else cell.text or say(*NOT_NAMED) for cell in cells)
        else:
            told = ("\n".join(
                f"{column}{scope.words.marks.colon}{cell.text}"
                for column, cell in zip(matrix.columns, cells, strict=True)
                if cell and cell.text
            ),)  # fmt: skip
        body.append(Row(label, told, scope.evidence.of(resting)))
    columns: tuple[Text | str, ...] = matrix.columns if wide else (Text("where it is named", "提及之处"),)
    reading: list[Text] = [about, ABSENCE] if wide else [about]
    signs: list[Text] = [Text(f"{sign}: {meaning}.", f"{sign}：{meaning}。") for sign, meaning in matrix.signs]
    joined = Text(" ".join(text.en for text in (*reading, *signs)), "".join(text.zh for text in (*reading, *signs)))
    return chapter(
        scope, name, queries, title, joined, (head, *columns), body, lead, matrix, alternative(scope, matrix)
    )


def alternative(scope: Scope, matrix: Matrix) -> Text:
    """What a reader who cannot see a matrix should know."""
    unknown = [
        column
        for number, column in enumerate(matrix.columns)
        if matrix.cells and all(row[number] is None for row in matrix.cells)
    ]
    listed = scope.words.marks.enumeration.join(unknown)
    return Text(
        f"Matrix of {len(matrix.rows)} rows and {len(matrix.columns)} columns"
        + (f"; unknown: {listed}" if unknown else "")
        + ". The table below holds the same.",
        f"矩阵，{len(matrix.rows)}行、{len(matrix.columns)}列"
        + (f"；未知：{listed}" if unknown else "")
        + "。下表所列相同。",
    )
