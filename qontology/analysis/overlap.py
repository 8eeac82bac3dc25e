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
from ..telling.sentences import spans
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
IN_SEVERAL = Text(
    "In more than one of these {all} alliances, counting a group with its parts: {names}; no other that is named",
    "出现在这{all}家联盟中不止一家的（集团与其下属合并计）有{number}个：{names}；其他具名组织均无",
)
IN_NONE = Text(
    "No organization that a source names is in more than one of these {all} alliances",
    "来源具名的组织均未出现在这{all}家联盟中的不止一家",
)
MOST = Text("Most is shared by these two: {listed}.", "共有最多的两家：{listed}。")
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
    >>> next(row.cells[6] for row in table.rows if row.cells[0] == "technologies").split("; ")[0]
    'quantum computing'

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
    return annotated(
        Evidence(words), OVERLAP, OVERLAP_COLUMNS, body, remarks if listed else REMARKS, leads=most(body, words)
    )


def most(body: Iterable[Row], words: Words) -> list[Cited]:
    """Which two share most of each kind of thing; nothing where none share any."""
    best = {}
    for kind, same in grouped(body, lambda row: row.cells[0]).items():
        first = max(same, key=lambda row: row.cells[3])
        if first.cells[3]:
            best[kind] = f"{kind}{words.marks.colon}{words.marks.brackets.format(first.group, first.cells[3])}"
    told = words.say(*MOST.format(listed=words.marks.semicolon.join(best.values())))
    return [Cited(told)] if best else []


def organizations(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> AnnotatedTable:
    """The organizations that appear in several of the alliances, with their roles; without names, of
    those that a study tells of and of your own.

    >>> from qontology import load
    >>> any("part of Bosch Group" in row.group for row in organizations(load(), "QUTAC", "QuIC").rows)
    True

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
    by_whole = grouped(known, lambda row: row.whole)
    several = {whole: same for whole, same in by_whole.items() if len({row.alliance for row in same}) > 1}
    names = words.marks.enumeration.join(map(words.name, several))
    told = (IN_SEVERAL if several else IN_NONE).format(number=len(several), names=names, all=len(chosen))
    notes = evidence.of(row.node for same in several.values() for row in same)
    lead = Cited(words.say(*told) + spans(notes) + words.marks.stop, notes)
    for same in several.values():
        for row in same:
            name = belonging(row, evidence)
            place = evidence.cited("" if row.context == row.alliance else words.name(row.context), [row.node])
            cells = (words.short(row.alliance), words.name(row.role or row.class_), place.text.strip())
            body.append(Row(name.text, cells, (*name.notes, *place.notes)))
    return annotated(evidence, SEVERAL, SEVERAL_COLUMNS, body, [NAMED_ONLY], leads=[lead])


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
