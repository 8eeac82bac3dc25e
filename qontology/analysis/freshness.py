"""Freshness: when what is said of the alliances was last confirmed, and on how many and which sources it rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.parameters import as_date
from ..language import Language, Text
from ..telling.dates import date_in_words
from ..telling.evidence import Cited, Evidence
from ..telling.rows import grouped
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliances
from .confirmations import COPIES, OWN, Confirmation, Confirmations, latest

__all__ = ["MONTHS", "freshness"]

MONTHS = 12
TITLE = Text("How fresh is what is known", "已知内容的时效")
ALLIANCES = (
    ("alliance", "联盟"),
    ("confirmed", "最近证实"),
    ("statements", "陈述"),
    ("old", "已旧"),
    ("undated", "无日期"),
    ("one source", "单一来源"),
    ("copies", "仅有转述"),
    ("own page", "自有网页"),
)
STATEMENTS = (
    ("alliance", "联盟"),
    ("confirmed", "最近证实"),
    ("statement", "陈述"),
    ("documents", "来源数"),
    ("remarks", "备注"),
)
OLD, UNDATED = (
    Text("not confirmed for {months} months", "逾{months}个月未再证实"),
    Text("no source with a date", "来源均无日期"),
)
SINGLE, COPIED = Text("one source only", "单一来源"), Text("copies or posts only", "仅有转述或帖文")
OLDEST = Text(
    "Alliances of which nothing was confirmed in the {months} months before {date}: {old} of {all}.",
    "截至{date}，{all}家联盟中有{old}家逾{months}个月未再证实。",
)
UNDATED_ONES = Text(" No source with a date speaks of {undated} more.", "另有{undated}家的来源均无日期。")
OLD_ONES = Text(
    "Statements that nothing confirmed in the {months} months before {date}: {old}.",
    "截至{date}，{old}项陈述逾{months}个月未再证实。",
)
RESTS = Text(
    "Of {statements} statements {single} rest on one source only, {copied} on copies, posts or retellings only.",
    "{statements}项陈述中，{single}项仅有单一来源，{copied}项仅有转载、帖文或转述。",
)
CONFIRMS = Text(
    "A document confirms what held when it appeared or, where it does not say when, when it was read.",
    "文件证实其发布时的情况，未载发布日期的则证实查阅时的情况。",
)
COUNTED = Text(
    "Own page: a page, release or register of the alliance or of an authority stands behind at least one statement.",
    "自有网页：至少一项陈述有联盟自身或公共机构的网页、新闻稿或登记库为据。",
)
YES, NO = Text("yes", "有"), Text("none", "无")


class Age(NamedTuple):
    """What counts as old: more than so many ``months`` before the month, year or day that is ``date``."""

    date: str
    months: int

    def is_old(self, when: str | None) -> bool:
        """Whether a date is surely older; a year or month only where its last day is.

        >>> age = Age("2026-11", 12)
        >>> age.is_old("2025"), age.is_old("2025-10"), age.is_old("2025-11"), age.is_old(None)
        (False, True, False, False)
        """
        year, month = int(self.date[:4]), int((self.date + "-12")[5:7])
        first = divmod(year * 12 + month - 1 - self.months, 12)
        return when is not None and (when + "-12")[:7] < f"{first[0]:04}-{first[1] + 1:02}"


class ConfirmedStatement(NamedTuple):
    """A statement about an alliance, with the documents that confirm it."""

    alliance: NamedNode
    node: NamedNode
    documents: tuple[Confirmation, ...]

    @property
    def when(self) -> str | None:
        """The date of its latest document."""
        return latest(document.when for document in self.documents)

    @property
    def single(self) -> bool:
        """Whether it rests on one source only."""
        return len({document.document for document in self.documents}) == 1

    @property
    def copied(self) -> bool:
        """Whether it rests on copies, posts and retellings only."""
        return all(document.kind in COPIES for document in self.documents)

    @property
    def own(self) -> bool:
        """Whether an alliance itself or an authority says it."""
        return any(document.kind in OWN for document in self.documents)


def freshness(
    graph: KnowledgeGraph,
    *alliances: str,
    among: Sequence[str] = (),
    months: int = MONTHS,
    as_of: str | None = None,
    language: Language = "en",
) -> AnnotatedTable:
    """When each alliance was last confirmed, the longest ago first; of alliances that are named, each statement.

    Where none is named, ``among`` keeps to some alliances.

    What was last confirmed more than ``months`` before ``as_of`` counts as old; without ``as_of``, before the graph was
    last brought up to date, so that the answer is the same every day.

    >>> from qontology import load
    >>> freshness(load(), "KQIA").columns
    ('alliance', 'confirmed', 'statement', 'documents', 'remarks')

    :raises InputError: for an alliance or date that is none, or less than one month.
    """
    if months < 1:
        raise InputError(
            Text(f"{months} is not a number of months", f"{months}不是月数"),
            remedy=Text("give 1 or more", "请给出不小于1的数"),
        )
    chosen = as_alliances(graph, alliances or among) if alliances or among else []
    known = Confirmations(graph)
    age = Age(as_date(as_of) or known.date or "0000", months)
    by_node = grouped(known.rows, lambda row: (row.alliance, row.statement))
    found = [ConfirmedStatement(*key, tuple(rows)) for key, rows in by_node.items() if not chosen or key[0] in chosen]
    make = statements_of if alliances else alliances_of
    return in_languages(lambda tongue: make(found, age, Words(graph, tongue)), language)


def alliances_of(found: Sequence[ConfirmedStatement], age: Age, words: Words) -> AnnotatedTable:
    """A row for each alliance."""
    body = []
    for alliance, own in grouped(found, lambda statement: statement.alliance).items():
        when = latest(statement.when for statement in own)
        numbers = [
            sum(age.is_old(each.when) for each in own),
            sum(each.when is None for each in own),
            sum(each.single for each in own),
            sum(each.copied for each in own),
        ]
        page = words.say(*(YES if any(statement.own for statement in own) else NO))
        body.append(
            (
                when or "",
                alliance.value,
                Row(words.short(alliance), (when or words.say(*UNDATED), len(own), *numbers, page)),
            )
        )
    # In both languages the rows are the same ones in the same order.
    body.sort(key=lambda row: row[:2])
    dates = [when or None for when, *_ in body]
    lead = OLDEST.format(
        old=sum(map(age.is_old, dates)), all=len(body), months=age.months, date=date_in_words(age.date)
    )
    rest = UNDATED_ONES.format(undated=dates.count(None)) if None in dates else Text("", "")
    leads = [Text(lead.en + rest.en, lead.zh + rest.zh), supports(found)]
    return told(words, ALLIANCES, [row for *_, row in body], leads, [CONFIRMS, COUNTED])


def statements_of(found: Sequence[ConfirmedStatement], age: Age, words: Words) -> AnnotatedTable:
    """A row for each statement, the oldest of each alliance first."""
    evidence = Evidence(words)
    body = []
    for one in sorted(found, key=lambda each: (each.alliance.value, each.when or "", each.node.value)):
        remarks = {
            OLD.format(months=age.months): age.is_old(one.when),
            UNDATED: one.when is None,
            SINGLE: one.single,
            COPIED: one.copied,
        }
        said = words.listed(words.say(*remark) for remark, holds in remarks.items() if holds)
        what = evidence.cited(stated(one.node, words), [one.node])
        number = len({document.document for document in one.documents})
        body.append(Row(words.short(one.alliance), (one.when or "", what.text, number, said), what.notes))
    lead = OLD_ONES.format(
        old=sum(age.is_old(each.when) for each in found), months=age.months, date=date_in_words(age.date)
    )
    return told(words, STATEMENTS, body, [lead, supports(found)], [CONFIRMS], evidence)


def stated(node: NamedNode, words: Words) -> str:
    """A statement on one line; one that vouches for a single triple by its property and its value."""
    own = words.things.properties(node)
    about = [words.property(predicate.value) for predicate in own.get(terms.predicate, ())]
    values = [words.name(value) for value in own.get(terms.object, ())]
    return words.marks.colon.join([*about, *values]) or words.name(node)


def supports(found: Sequence[ConfirmedStatement]) -> Text:
    """On how many and which sources the statements rest."""
    single, copied = (sum(getattr(each, name) for each in found) for name in ("single", "copied"))
    return RESTS.format(statements=len(found), single=single, copied=copied)


def told(
    words: Words,
    columns: Iterable[tuple[str, str]],
    body: Iterable[Row],
    leads: Iterable[Text],
    remarks: Iterable[Text],
    evidence: Evidence | None = None,
) -> AnnotatedTable:
    """The table with its sentences."""
    said = [Cited(words.say(*lead)) for lead in leads]
    return annotated(evidence or Evidence(words), TITLE, [Text(*head) for head in columns], body, remarks, leads=said)
