"""Which alliances are most like one of them, and in what: what both have, by kind of thing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.evidence import Cited, Evidence
from ..telling.rows import Fact, rows
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliance, as_alliances
from .overlap import ATTRIBUTES, Item

__all__ = ["similar"]

# A kind that says nothing beyond that it is an alliance.
GENERAL = f"{terms.PREFIXES['kind']}alliance"
# What two alliances can be alike in: what they are, then what they have.
KINDS = {
    terms.organizationKind: Text("kind", "类型"),
    terms.basedIn: Text("based in", "所在地"),
    terms.formationMode: Text("formation mode", "组建模式"),
    **ATTRIBUTES,
}
COLUMNS = tuple(
    map(Text, ("alliance", "in common", "in", "what both have"), ("联盟", "共同之处", "比较项", "双方共有"))
)
REMARK = Text(
    "Counted are equal kinds, places and formation modes, and what both name as themes of goals, members, technologies "
    "and sectors. The more is known of an alliance, the more it can have in common; small differences mean little.",
    "计数包括相同的类型、所在地和组建模式，以及双方都有的目标主题、成员、技术和行业。已知内容越多，可共有的越多；"
    "细小差异意义不大。",
)
MORE = Text(
    "{number} more have something in common with it; -f csv lists all.",
    "另有{number}家与其有共同之处；-f csv列出全部。",
)


class Likeness(NamedTuple):
    """An alliance, and what it has in common with another by attribute."""

    alliance: NamedNode
    shared: dict[str, list[NamedNode]]

    @property
    def number(self) -> int:
        """How much that is."""
        return sum(map(len, self.shared.values()))


def similar(
    graph: KnowledgeGraph,
    alliance: str,
    *,
    among: Collection[str] = (),
    most: int | None = None,
    language: Language = "en",
) -> AnnotatedTable:
    """The alliances that have most in common with one, a row for each kind of thing; all that have anything, or of
    those that are named in ``among``, and only the first ``most``.

    >>> from qontology import load
    >>> table = similar(load(), "QUTAC", among=["QIC", "QED-C"])
    >>> [(row.group, row.cells[0]) for row in table.rows if row.cells[1] == "formation mode"]
    [('QIC', 4)]

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliance(graph, alliance)
    others = set(as_alliances(graph, among)) if among else None
    found = likenesses(graph, chosen)
    fitting = [each for each in found if others is None or each.alliance in others]
    return in_languages(lambda tongue: told(chosen, fitting, most, Words(graph, tongue)), language)


def likenesses(graph: KnowledgeGraph, alliance: NamedNode) -> list[Likeness]:
    """The other alliances with what they have in common with this one, the most alike first."""
    having: dict[NamedNode, dict[str, dict[NamedNode, None]]] = {}
    for who, attribute, item in attributes(graph):
        having.setdefault(who, {}).setdefault(attribute, {})[item] = None
    own = having.pop(alliance, {})
    found = []
    for other, theirs in having.items():
        both = {kind: [item for item in own.get(kind, ()) if item in theirs.get(kind, ())] for kind in KINDS}
        if any(both.values()):
            found.append(Likeness(other, {kind: items for kind, items in both.items() if items}))
    return sorted(found, key=lambda each: (-each.number, each.alliance.value))


def attributes(graph: KnowledgeGraph) -> Iterator[tuple[NamedNode, str, NamedNode]]:
    """Each alliance with each thing that it has, and as what."""
    for fact in rows(graph, "compare/formation", Fact):
        told = fact.attribute in KINDS and not fact.rival
        if told and isinstance(fact.value, NamedNode) and fact.value.value != GENERAL:
            yield fact.alliance, fact.attribute, fact.value
    for row in rows(graph, "compare/shared", Item):
        yield row.alliance, row.attribute, row.item


def told(alliance: NamedNode, found: list[Likeness], most: int | None, words: Words) -> AnnotatedTable:
    """The table of :func:`similar` in one language."""
    name = words.short(alliance)
    body = []
    for one in found[:most]:
        for kind, items in one.shared.items():
            what = words.listed(map(words.name, items))
            body.append(Row(words.short(one.alliance), (one.number, words.say(*KINDS[kind]), what)))
    remarks = [REMARK] if body else []
    if most is not None and len(found) > most:
        remarks.append(MORE.format(number=len(found) - most))
    title = Text(f"Alliances most like {name}", f"与{name}最为相似的联盟")
    lead = Text(
        f"Nothing is known here that another alliance has in common with {name}.",
        f"在此未见其他联盟与{name}有共同之处。",
    )
    if found:
        first = [each for each in found if each.number == found[0].number]
        names = words.listed(words.short(each.alliance) for each in first)
        number = found[0].number
        lead = Text(
            f"Most like {name} {'is' if len(first) == 1 else 'are'} {names}: {number}"
            f" thing{'s' * (number != 1)} in common, as far as sources tell.",
            f"就来源所述，与{name}最为相似的是{names}，共同之处有{number}项。",
        )
    leads = [Cited(words.say(*lead))]
    return annotated(Evidence(words), title, COLUMNS, body, remarks, nested=2, leads=leads)
