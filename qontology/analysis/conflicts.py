"""Conflicts: where sources tell the same of an alliance in different ways, and which account the graph follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term
from ..telling.dates import date_in_words
from ..telling.evidence import Cited, Evidence
from ..telling.rows import grouped, rows
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliances
from .confirmations import Confirmations

__all__ = ["Accounts", "conflicts"]

TITLE = Text("Where sources differ", "各来源说法不一之处")
COLUMNS = tuple(
    map(
        Text,
        ("alliance", "about", "the graph follows", "another account", "both can be right"),
        ("联盟", "事项", "图谱采纳", "其他说法", "能否并存"),
    )
)
YES, NO = Text("yes, it says less or otherwise", "能，较粗略或表述不同"), Text("no, they contradict", "不能，相互抵触")
NONE = Text(
    "No two accounts of the same matter have been entered{whom}; this is not to say that all sources agree.",
    "{whom}尚未录入对同一事项的不同说法，这不表示各来源一致。",
)
FOUND = Text(
    "Accounts that differ: {all}, about {alliances} of the alliances; contradictions among them: {contradicting}.",
    "共有{all}处说法不一，涉及{alliances}家联盟；其中相互抵触的有{contradicting}处。",
)
TOLD = Text("told {date}", "{date}所述")
FOLLOWED = Text(
    "What the graph follows is what compare, timeline and the report tell. Behind each account stands the date of its "
    "latest source; the notes name all sources.",
    "compare、timeline和报告以图谱采纳的说法为准。每种说法后注明其最晚来源的日期，全部来源见注。",
)


class Conflict(NamedTuple):
    """One row of ``evidence/conflicts``: an account that the graph follows, and another one of the same matter."""

    alliance: NamedNode
    attribute: NamedNode
    followed: NamedNode
    other: NamedNode
    contradicts: bool
    value: Term | None = None
    other_value: Term | None = None


def conflicts(graph: KnowledgeGraph, *alliances: str, language: Language = "en") -> AnnotatedTable:
    """What sources tell in different ways of the alliances, or of all of them where none is named: a row for each pair
    of accounts, those that contradict each other first.

    >>> from qontology import load
    >>> for row in conflicts(load(), "KQIA").rows:
    ...     print(*row.cells, sep="; ")
    founding; November 2022 (told 24 November 2025) [1, 2]; 2023 (told 24 November 2025) [3]; no, they contradict

    :raises InputError: for an alliance that is none.
    """
    chosen = as_alliances(graph, alliances) if alliances else None
    return in_languages(lambda tongue: conflicts_of(chosen, Words(graph, tongue)), language)


class Accounts:
    """The accounts of a graph that differ, read once for several languages.

    >>> from qontology import load
    >>> graph = load()
    >>> [row.contradicts for row in Accounts(graph).of([graph.find("KQIA")])]
    [True]
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        found = rows(graph, "evidence/conflicts", Conflict)
        pairs = grouped(found, lambda row: (row.alliance, row.followed, row.other))
        self.pairs = [same[0] for same in pairs.values()]
        self.known = Confirmations(graph)

    def of(self, chosen: Collection[NamedNode] | None = None) -> list[Conflict]:
        """The pairs about some alliances, or about all."""
        return [row for row in self.pairs if chosen is None or row.alliance in chosen]

    def told(self, found: Iterable[Conflict], evidence: Evidence) -> Iterator[Row]:
        """A row for each pair, those that contradict each other first."""
        words = evidence.words
        # In both languages the rows are the same ones in the same order.
        for row in sorted(
            found, key=lambda row: (not row.contradicts, row.alliance.value, row.attribute.value, row.followed.value)
        ):
            sides = [
                self.account(row, node, value, evidence)
                for node, value in ((row.followed, row.value), (row.other, row.other_value))
            ]
            counted = words.things.properties(row.followed).get(terms.counted, ())
            event = row.attribute.value == terms.hasEvent
            matter = words.bracketed(
                words.name(row.followed) if event else words.property(row.attribute.value), map(words.name, counted)
            )
            cells = (matter, sides[0].text, sides[1].text, words.say(*(NO if row.contradicts else YES)))
            yield Row(words.short(row.alliance), cells, tuple(sorted({*sides[0].notes, *sides[1].notes})))

    def account(self, row: Conflict, node: NamedNode, value: Term | None, evidence: Evidence) -> Cited:
        """One side of a pair, with the date of its latest source."""
        words, told = evidence.words, self.known.last(node)
        # Of two sums, or where the values are the same, what else is told makes the difference.
        plain = value and row.attribute.value != terms.hasFunding and row.value != row.other_value
        text = words.name(value if plain else node)
        return evidence.cited(
            words.bracketed(text, [words.say(*TOLD.format(date=date_in_words(told)))] if told else []), [node]
        )


def conflicts_of(chosen: Collection[NamedNode] | None, words: Words) -> AnnotatedTable:
    """The table of :func:`conflicts` in one language."""
    evidence, accounts = Evidence(words), Accounts(words.graph)
    pairs = accounts.of(chosen)
    body = [*accounts.told(pairs, evidence)]
    if not body:
        whom = words.listed(map(words.short, chosen or ()))
        said = NONE.format(whom=whom and words.say(f" of {whom}", f"关于{whom}"))
        return annotated(evidence, TITLE, COLUMNS, [], [], leads=[Cited(words.say(*said))])
    lead = FOUND.format(
        alliances=len({row.alliance for row in pairs}),
        all=len(pairs),
        contradicting=sum(row.contradicts for row in pairs),
    )
    return annotated(evidence, TITLE, COLUMNS, body, [FOLLOWED], leads=[Cited(words.say(*lead))])
