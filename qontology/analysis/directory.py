"""The directory of alliances: for each its place, formation mode and age, and how much is known of it."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ..knowledge import KnowledgeGraph
from ..language import MARKS, Language, Text
from ..tables import Table
from ..telling.dates import date_literal
from ..telling.rows import grouped, read

__all__ = ["CHOICES", "choose", "directory"]

CHOICES = ("kind", "place", "mode", "theme", "since", "until")
COLUMNS = tuple(
    map(
        Text,
        ("name", "short", "place", "mode", "founded", "known", "IRI"),
        ("名称", "简称", "地点", "组建模式", "成立日期", "已知内容", "IRI"),
    )
)


class Listed(NamedTuple):
    """One row of ``compare/directory``."""

    alliance: NamedNode
    located: str | None
    formation: str | None
    founded: str | None
    known: int


def directory(graph: KnowledgeGraph, *, language: Language = "en", **chosen: str | None) -> Table:
    """The alliances that fit what is ``chosen`` (see ``CHOICES``; all without), the best known first.

    Columns are literals but for the last, the IRI; dates are as precise as their sources, and a cell is empty where no
    source tells.

    >>> from qontology import load
    >>> for row in directory(load(), place="Canada", mode="company-led", until="2020").rows:
    ...     print(*(cell.value for cell in row[1:5]), sep="; ")
    QIC; Canada; company-led; 2020

    :raises InputError: for a kind, place, mode, theme or date that is none.
    """
    tongue: Language = "en" if language == "both" else language
    found = listed(graph, tongue, chosen)
    enumeration = MARKS[tongue].enumeration

    def row(alliance: NamedNode, same: list[Listed]) -> tuple[Literal | NamedNode | None, ...]:
        name, short = graph.names.label(alliance, language), graph.names.short(alliance, language)
        texts = (
            short if short != name else "",
            enumeration.join(dict.fromkeys(each.located for each in same if each.located)),
            enumeration.join(dict.fromkeys(each.formation for each in same if each.formation)),
        )
        cells = (Literal(text) if text else None for text in texts)
        founded = same[0].founded
        return Literal(name), *cells, date_literal(founded) if founded else None, Literal(same[0].known), alliance

    rows = [row(alliance, same) for alliance, same in grouped(found, lambda each: each.alliance).items()]
    return Table([column.say(language) for column in COLUMNS], rows)


def choose(graph: KnowledgeGraph, **chosen: str | None) -> list[str]:
    """The IRIs of the alliances that fit what is ``chosen``, as in :func:`directory`, the best known first; every verb
    takes them as names.

    >>> from qontology import load
    >>> choose(load(), place="Japan", mode="company-led")[0]
    'https://w3id.org/qontology/id/alliance/q-star'

    :raises InputError: for a kind, place, mode, theme or date that is none.
    """
    return list(dict.fromkeys(row.alliance.value for row in listed(graph, "en", chosen)))


def listed(graph: KnowledgeGraph, language: Language, chosen: dict[str, str | None]) -> list[Listed]:
    """The rows of ``compare/directory`` for what is chosen."""
    given = {name: value for name, value in chosen.items() if value is not None}
    return read(graph.query("compare/directory", language=language, **given), Listed)
