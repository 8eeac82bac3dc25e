"""Rows: the answers of the library's questions as named tuples, with a value of Python for each cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from types import NoneType
from typing import Any, NamedTuple, TypeVar, get_args, get_type_hints

from pyoxigraph import Literal, NamedNode

from ..errors import EngineError
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term, local_name
from ..tables import Table

__all__ = ["Fact", "Listing", "grouped", "number_of", "read", "rows"]

LONGEST = 100
WHOLE = re.compile("[+-]?[0-9]{1,18}")


def whole(term: Term) -> int:
    """The whole number that a term is.

    :raises ValueError: where it is none.
    """
    if not WHOLE.fullmatch(term.value):
        raise ValueError(term)
    return int(term.value)


def number_of(term: Term) -> int:
    """The whole number in a cell of an answer.

    :raises EngineError: where it is none.
    """
    try:
        return whole(term)
    except ValueError:
        raise unfit("value", term.value) from None


def as_it_is(term: Term) -> Term:
    """The term itself, of whatever kind."""
    return term


READERS: dict[object, Callable[[Term], Any]] = {
    str: lambda term: term.value,
    int: whole,
    bool: lambda term: term.value in ("true", "1"),
}

R = TypeVar("R")
K = TypeVar("K")


class Fact(NamedTuple):
    """One row of ``compare/formation``, ``goals``, ``structure`` and ``initiatives``: what an alliance has, and why.

    ``certain`` is false where it may be later than the date asked for, ``rival`` true where it contradicts what the
    graph follows; ``node`` is the one whose evidence vouches for it.
    """

    alliance: NamedNode
    attribute: str
    value: Term
    node: Term
    detail: Term | None = None
    qualifier: Term | None = None
    when: str | None = None
    certain: bool = True
    rival: bool = False


class Listing(NamedTuple):
    """One row of ``compare/lists``: whether a list of an alliance is complete, or how many values a source counts."""

    alliance: NamedNode
    attribute: str
    completeness: str | None
    number: str | None

    @property
    def state(self) -> str:
        """``open`` or ``closed``, or nothing where the source does not say."""
        return local_name(self.completeness or "")


def rows(
    graph: KnowledgeGraph,
    question: str,
    kind: Callable[..., R],
    *,
    language: Language = "en",
    **parameters: NamedNode | list[NamedNode] | str | None,
) -> list[R]:
    """The answer to a question of the library, a named tuple of this kind for each row.

    A field takes the column of its name (``as_of`` that of ``asOf``) as text, number or truth value where its type says
    so, else as the term itself. A cell that is empty, or a column that is not there, gives the default of the field, or
    None. Parameters are terms, lists of them or text; the question passes over those that it does not have, and None.

    >>> from qontology import load
    >>> facts = rows(load(), "compare/formation", Fact, until="2018-06")
    >>> sorted({fact.certain for fact in facts if fact.attribute.endswith("hasFounding") and fact.when == "2018"})
    [False]
    """
    tags = ("en", "zh") if language == "both" else (language,)
    values: dict[str, Any] = {"language": [Literal(tag) for tag in tags]} | {
        name: value if isinstance(value, (NamedNode, list)) else Literal(value)
        for name, value in parameters.items()
        if value is not None
    }
    return read(graph.select(graph.library.get(question).bind(values)), kind)


def read(answer: Table, kind: Callable[..., R]) -> list[R]:
    """The rows of any answer as such named tuples; see :func:`rows`.

    :raises EngineError: where a cell is not of the type of its field, or a field of a thing is empty.
    """
    defaults = vars(kind)["_field_defaults"]
    fields = []
    for name, hint in get_type_hints(kind).items():
        head, *tail = name.split("_")
        column = head + "".join(map(str.capitalize, tail))
        place = answer.columns.index(column) if column in answer.columns else None
        kinds = {*(get_args(hint) or [hint])} - {NoneType}
        reader = READERS.get(kinds.pop(), as_it_is) if len(kinds) == 1 else as_it_is
        fields.append((column, place, reader, hint is NamedNode and name not in defaults, defaults.get(name)))

    def cells(row: tuple[Term | None, ...]) -> Iterator[Any]:
        for column, place, reader, needed, default in fields:
            term = None if place is None else row[place]
            if needed and place is not None and term is None:
                raise unfit(column, "")
            try:
                yield default if term is None else reader(term)
            except ValueError:
                raise unfit(column, str(term)) from None

    return [kind(*cells(row)) for row in answer.rows]


def unfit(column: str, cell: str) -> EngineError:
    """The error that a cell of an answer is not of the kind that its column has."""
    shown = cell[:LONGEST] or "—"
    return EngineError(
        Text(
            f"the column {column} of an answer holds what does not fit: {shown}",
            f"结果的 {column} 列含有不符的值：{shown}",
        ),
        remedy=Text("validate the data that are asked", "请先校验所查询的数据"),
    )


def grouped(found: Iterable[R], key: Callable[[R], K]) -> dict[K, list[R]]:
    """Rows together that have the same key, in their order.

    >>> grouped(["QIC", "QuIC", "OQIA"], len)
    {3: ['QIC'], 4: ['QuIC', 'OQIA']}
    """
    groups: dict[K, list[R]] = {}
    for each in found:
        groups.setdefault(key(each), []).append(each)
    return groups
