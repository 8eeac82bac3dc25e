"""What alliances have in common: themes, members, technologies, sectors, and organizations that are in several."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term
from ..telling.tables import Row, Sheet, spoken
from ..telling.words import Evidence, Voice
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


def overlap(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> Sheet:
    """How much each two of the alliances share; without ``alliances``, of those that a study compares.

    >>> from qontology import load
    >>> sheet = overlap(load(), "QUTAC", "QIC")
    >>> [(row.cells[0], row.cells[6]) for row in sheet.rows]
    [('themes of goals', ''), ('technologies', 'quantum computing')]

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliances(graph, alliances)
    return spoken(lambda tongue: overlap_of(graph, chosen, Voice(graph, tongue)), language)


def overlap_of(graph: KnowledgeGraph, chosen: list[NamedNode], voice: Voice) -> Sheet:
    """The sheet of :func:`overlap` in one language."""
    say = voice.say
    having: dict[Term | None, dict[Term | None, list[Term | None]]] = {}
    for attribute, item, alliance in graph.query("compare/shared").rows:
        having.setdefault(attribute, {}).setdefault(alliance, []).append(item)
    rows = []
    for alliance, other in combinations(sorted(chosen, key=str), 2):
        for iri, name in ATTRIBUTES.items():
            known = having.get(NamedNode(iri), {})
            if alliance in known and other in known:
                own, foreign = known[alliance], known[other]
                shared = [item for item in own if item in foreign]
                together = len(own) + len(foreign) - len(shared)
                index = (Decimal(len(shared)) / together).quantize(Decimal("0.01"))
                items = voice.listed([voice.name(item) for item in shared])
                cells = (name.say(voice.language), len(own), len(foreign), len(shared), together, index, items)
                rows.append(Row(pair(voice, alliance, other), cells))
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
    remarks = [remark.say(voice.language) for remark in REMARKS]
    listed = open_lists(graph, chosen, voice)
    if listed:
        remarks.append(say(f"Their sources leave open: {listed}.", f"来源未列尽的有：{listed}。"))
    return Sheet(say("What each two alliances share", "联盟两两之间的共同之处"), columns, tuple(rows), tuple(remarks))


def organizations(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> Sheet:
    """The organizations that appear in several of the alliances, with their roles; without names, of all in the graph.

    >>> from qontology import load
    >>> sorted({row.group for row in organizations(load()).rows})
    ['IBM']

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliances(graph, alliances) if alliances else None
    return spoken(lambda tongue: organizations_of(graph, chosen, Voice(graph, tongue)), language)


def organizations_of(graph: KnowledgeGraph, chosen: list[NamedNode] | None, voice: Voice) -> Sheet:
    """The sheet of :func:`organizations` in one language."""
    say = voice.say
    evidence = Evidence(graph, voice)
    found = [row for row in graph.query("compare/organizations").rows if chosen is None or row[1] in chosen]
    where: dict[Term | None, set[Term | None]] = {}
    for organization, alliance, *_ in found:
        where.setdefault(organization, set()).add(alliance)
    rows = []
    for organization, alliance, context, kind, role, node in found:
        if len(where[organization]) > 1:
            place = evidence.told("" if context == alliance else voice.name(context), [node])
            cells = (pair(voice, alliance), voice.name(role or kind), place.text.strip())
            rows.append(Row(voice.name(organization), cells, place.notes))
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
    return Sheet(title, columns, tuple(rows), (remark,), tuple(evidence.notes))


def pair(voice: Voice, *alliances: Term | None) -> str:
    """Two alliances by their shortest names."""
    return " – ".join(map(voice.short, alliances))


def open_lists(graph: KnowledgeGraph, alliances: Iterable[NamedNode], voice: Voice) -> str:
    """The lists of these alliances that their sources leave open."""
    found = [
        f"{voice.short(alliance)} {ATTRIBUTES[attribute.value].say(voice.language)}"
        for alliance, attribute, completeness, *_ in graph.query("compare/lists").rows
        if isinstance(alliance, NamedNode) and alliance in alliances and attribute and attribute.value in ATTRIBUTES
        if completeness and completeness.value.endswith("/open")
    ]
    return voice.listed(found)
