"""What alliances have in common: themes, members, technologies, sectors, and organizations that are in several."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal
from itertools import combinations, product
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import DCTERMS, Term
from ..telling.evidence import Cited, Evidence
from ..telling.rows import Listing, grouped, rows
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliances, studied

__all__ = ["organizations", "overlap"]

ATTRIBUTES = {
    terms.theme: Text("themes of goals", "目标主题"),
    terms.hasMembership: Text("named members", "具名成员"),
    terms.technology: Text("technologies", "技术"),
    terms.sector: Text("sectors", "行业"),
}
OVERLAP = Text("What each two alliances share", "联盟两两之间的共同之处")
OVERLAP_COLUMNS = tuple(
    map(
        Text,
        ("alliances", "in", "first", "second", "shared", "together", "Jaccard", "shared items"),
        ("联盟", "比较项", "前者", "后者", "共有", "合计", "Jaccard", "共有内容"),
    )
)
SEVERAL = Text("Organizations in several alliances", "见于多个联盟的组织")
SEVERAL_COLUMNS = tuple(
    map(Text, ("organization", "alliance", "role", "where in it"), ("组织", "联盟", "角色", "联盟中的场合"))
)
PART = Text("part of {whole}", "隶属于{whole}")
NAMED_ONLY = Text(
    "Only organizations that a source names; most members of most alliances are not named.",
    "仅限来源具名的组织；多数联盟的多数成员并未列名。",
)
REMARKS = (
    Text(
        "The Jaccard index is shared divided by together: 1 where all is shared, 0 where nothing is. Sources list with "
        "different care, so that small differences mean little.",
        "Jaccard系数等于共有数除以合计数：完全相同为1，毫无共同为0。各来源详略不一，细小差异意义不大。",
    ),
    Text(
        "There is no row where nothing is known of one of the two, which does not mean that they share nothing.",
        "其中一方没有已知内容的不列行，这不表示两者没有共同之处。",
    ),
)


class Item(NamedTuple):
    """One row of ``compare/shared``: what an alliance has of an attribute."""

    attribute: str
    item: NamedNode
    alliance: NamedNode


class Appearance(NamedTuple):
    """One row of ``compare/organizations``: where an organization appears, by a class of relation and in which role.

    ``whole`` is what the organization is part of, or the organization itself.
    """

    whole: NamedNode
    organization: NamedNode
    alliance: NamedNode
    context: NamedNode
    class_: NamedNode
    role: NamedNode | None
    node: Term


def overlap(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> AnnotatedTable:
    """How much each two of the alliances share; without ``alliances``, of those that a study compares.

    >>> from qontology import load
    >>> table = overlap(load(), "QUTAC", "QIC")
    >>> [(row.cells[0], row.cells[6]) for row in table.rows]
    [('themes of goals', ''), ('technologies', 'quantum computing')]

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliances(graph, alliances)
    return in_languages(lambda tongue: overlap_of(chosen, Words(graph, tongue)), language)


def overlap_of(chosen: list[NamedNode], words: Words) -> AnnotatedTable:
    """The table of :func:`overlap` in one language."""
    having = grouped(rows(words.graph, "compare/shared", Item), lambda row: (row.alliance, row.attribute))
    body = []
    for (alliance, other), (attribute, name) in product(combinations(sorted(chosen, key=str), 2), ATTRIBUTES.items()):
        one, two = having.get((alliance, attribute)), having.get((other, attribute))
        if one and two:
            others = {row.item for row in two}
            items = [words.name(row.item) for row in one if row.item in others]
            together = len(one) + len(two) - len(items)
            index = (Decimal(len(items)) / together).quantize(Decimal("0.01"))
            cells = (words.say(*name), len(one), len(two), len(items), together, index, words.listed(items))
            body.append(Row(f"{words.short(alliance)} – {words.short(other)}", cells))
    listed = open_lists(chosen, words)
    remarks = [*REMARKS, Text(f"Their sources leave open: {listed}.", f"来源未列尽的有：{listed}。")]
    return annotated(Evidence(words), OVERLAP, OVERLAP_COLUMNS, body, remarks if listed else REMARKS)


def organizations(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> AnnotatedTable:
    """The organizations that appear in several of the alliances, with their roles; without names, of
    those that a study tells of and of your own.

    >>> from qontology import load
    >>> sorted({row.group for row in organizations(load()).rows})
    ['Bosch Group', 'IBM', 'Robert Bosch GmbH (part of Bosch Group) [2]']

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliances(graph, alliances) if alliances else studied(graph)
    return in_languages(lambda tongue: organizations_of(chosen, Words(graph, tongue)), language)


def organizations_of(chosen: Collection[NamedNode], words: Words) -> AnnotatedTable:
    """The table of :func:`organizations` in one language."""
    evidence = Evidence(words)
    found = rows(words.graph, "compare/organizations", Appearance)
    known = (row for row in found if row.alliance in chosen)
    body = []
    for same in grouped(known, lambda row: row.whole).values():
        for row in same if len({row.alliance for row in same}) > 1 else ():
            name = belonging(row, evidence)
            place = evidence.cited("" if row.context == row.alliance else words.name(row.context), [row.node])
            cells = (words.short(row.alliance), words.name(row.role or row.class_), place.text.strip())
            body.append(Row(name.text, cells, (*name.notes, *place.notes)))
    return annotated(evidence, SEVERAL, SEVERAL_COLUMNS, body, [NAMED_ONLY])


def belonging(row: Appearance, evidence: Evidence) -> Cited:
    """The name of an organization; of one that is part of another, with that one and what vouches for it."""
    words = evidence.words
    name, whole = words.name(row.organization), words.name(row.whole)
    if row.organization == row.whole:
        return Cited(name)
    part = words.marks.brackets.format(name, words.say(*PART.format(whole=whole)))
    return evidence.cited(part, words.things.vouchers(row.organization, DCTERMS["isPartOf"].value, row.whole))


def open_lists(alliances: Iterable[NamedNode], words: Words) -> str:
    """The lists of these alliances that their sources leave open."""
    return words.listed(
        f"{words.short(row.alliance)} {words.say(*ATTRIBUTES[row.attribute])}"
        for row in rows(words.graph, "compare/lists", Listing)
        if row.alliance in alliances and row.attribute in ATTRIBUTES and row.state == "open"
    )
