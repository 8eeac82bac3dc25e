"""What an analyst chooses: the files to look at, the alliances in them, and the dates between which to look."""

from __future__ import annotations

import re
from collections.abc import Iterable
from os import PathLike

from pyoxigraph import NamedNode, RdfFormat, Store

from .. import assets, terms
from ..engine import Embedded
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.names import Names
from ..language import Text
from ..namespaces import expand
from ..reading import find_sources

__all__ = ["as_alliance", "as_alliances", "as_date", "load_with"]

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def load_with(*files: str | PathLike[str]) -> KnowledgeGraph:
    """The shipped graph with files of one's own beside it, in memory; nothing is written.

    >>> len(load_with()) > 1000
    True

    :raises InputError: where a file cannot be read or breaks the syntax of its format.
    """
    store = Store()
    for path in (*assets.files("ontology"), *assets.files("data")):
        store.load(path=path, format=RdfFormat.TURTLE)
    for source in find_sources(files):
        source.load(store)
    return KnowledgeGraph(Embedded(store))


def as_alliance(graph: KnowledgeGraph, name: str) -> NamedNode:
    """The alliance that goes by this name, acronym, slug or IRI.

    :raises InputError: where no alliance does, or more than one.
    """
    iri = expand(name)
    for alliance, *_ in graph.query("compare/compared").rows:
        if isinstance(alliance, NamedNode) and alliance.value == iri:
            return alliance
    return Names.of_class(graph.engine, terms.Alliance).resolve(name)


def as_alliances(graph: KnowledgeGraph, names: Iterable[str]) -> list[NamedNode]:
    """The alliances of these names, each once; of no names, those that a study compares, in the order of founding.

    :raises InputError: as :func:`as_alliance`.
    """
    found = [as_alliance(graph, name) for name in names] or [
        alliance
        for alliance, study, _ in graph.query("compare/compared").rows
        if study is not None and isinstance(alliance, NamedNode)
    ]
    return list(dict.fromkeys(found))


def as_date(text: str | None) -> str | None:
    """The text, where it is a year, a month or a day; None for None.

    >>> as_date("2022-06")
    '2022-06'

    :raises InputError: where it is none of these.
    """
    if text is not None and not DATE.fullmatch(text):
        raise InputError(
            Text(f"“{text}” is not a date", f"“{text}”不是日期"),
            remedy=Text(
                "give a year, month or day: 2022, 2022-06 or 2022-06-30",
                "请给出年、月或日：2022、2022-06 或 2022-06-30",
            ),
        )
    return text
