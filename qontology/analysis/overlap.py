"""What alliances have in common: themes, members, technologies, sectors, and organizations that are in several."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations, product
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term
from ..telling.evidence import Evidence
from ..telling.rows import Listing, rows
from ..telling.tables import AnnotatedTable, Row, in_languages
from ..telling.words import Words
from .arguments import as_alliances

__all__ = ["organizations", "overlap"]

ATTRIBUTES = {
    terms.theme: Text("themes of goals", "目标主题"),
    terms.membership: Text("named members", "具名成员"),
    terms.technology: Text("technologies", "技术"),
    terms.sector: Text("sectors", "行业"),
}
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
    """One row of ``compare/organizations``: where an organization appears, by a class of relation and in which role."""

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
    say = words.say
    having: dict[tuple[NamedNode, str], list[NamedNode]] = {}
    for attribute, item, alliance in rows(words.graph, "compare/shared", Item):
        if alliance in chosen:
            having.setdefault((alliance, attribute), []).append(item)
    body = []
    for (alliance, other), (attribute, name) in product(combinations(sorted(chosen, key=str), 2), ATTRIBUTES.items()):
        one, two = having.get((alliance, attribute)), having.get((other, attribute))
        if one and two:
            items = [words.name(item) for item in one if item in two]
            together = len({*one, *two})
            index = (Decimal(len(items)) / together).quantize(Decimal("0.01"))
            cells = (say(*name), len(one), len(two), len(items), together, index, words.listed(items))
            body.append(Row(pair(words, alliance, other), cells))
    columns = (
        say("alliances", "联盟"),
        say("in", "比较项"),
        say("first", "前者"),
        say("second", "后者"),
        say("shared", "共有"),
        say("together", "合计"),
        "Jaccard",
        say("shared items", "共有内容"),
    )
    remarks = [say(*remark) for remark in REMARKS]
    listed = open_lists(chosen, words)
    if listed:
        remarks.append(say(f"Their sources leave open: {listed}.", f"来源未列尽的有：{listed}。"))
    return AnnotatedTable(
        say("What each two alliances share", "联盟两两之间的共同之处"), columns, tuple(body), tuple(remarks)
    )


def organizations(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> AnnotatedTable:
    """The organizations that appear in several of the alliances, with their roles; without names, of all in the graph.

    >>> from qontology import load
    >>> sorted({row.group for row in organizations(load()).rows})
    ['IBM']

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliances(graph, alliances) if alliances else None
    return in_languages(lambda tongue: organizations_of(chosen, Words(graph, tongue)), language)


def organizations_of(chosen: list[NamedNode] | None, words: Words) -> AnnotatedTable:
    """The table of :func:`organizations` in one language."""
    say = words.say
    evidence = Evidence(words)
    found = [
        row
        for row in rows(words.graph, "compare/organizations", Appearance)
        if chosen is None or row.alliance in chosen
    ]
    where: dict[NamedNode, set[NamedNode]] = {}
    for row in found:
        where.setdefault(row.organization, set()).add(row.alliance)
    body = []
    for row in found:
        if len(where[row.organization]) > 1:
            place = evidence.cited("" if row.context == row.alliance else words.name(row.context), [row.node])
            cells = (words.short(row.alliance), words.name(row.role or row.class_), place.text.strip())
            body.append(Row(words.name(row.organization), cells, place.notes))
    columns = (
        say("organization", "组织"),
        say("alliance", "联盟"),
        say("role", "角色"),
        say("where in it", "联盟中的场合"),
    )
    remark = say(
        "Only organizations that a source names; most members of most alliances are not named.",
        "仅限来源具名的组织；多数联盟的多数成员并未列名。",
    )
    title = say("Organizations in several alliances", "见于多个联盟的组织")
    return AnnotatedTable(title, columns, tuple(body), (remark,), tuple(evidence.notes))


def pair(words: Words, alliance: NamedNode, other: NamedNode) -> str:
    """Two alliances by their shortest names."""
    return f"{words.short(alliance)} – {words.short(other)}"


def open_lists(alliances: Iterable[NamedNode], words: Words) -> str:
    """The lists of these alliances that their sources leave open."""
    return words.listed(
        f"{words.short(row.alliance)} {words.say(*ATTRIBUTES[row.attribute])}"
        for row in rows(words.graph, "compare/lists", Listing)
        if row.alliance in alliances and row.attribute in ATTRIBUTES and row.state == "open"
    )
