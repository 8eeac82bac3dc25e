"""What happened when in and around the alliances, each date as precise as its source."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.parameters import as_date
from ..language import Language, Text
from ..namespaces import Term
from ..telling.tables import Row, Sheet, spoken
from ..telling.words import Evidence, Voice
from .arguments import as_alliances

__all__ = ["timeline"]

DAY = Text("day", "日")
# By the number of characters that a date has.
PRECISION = {4: Text("year", "年"), 7: Text("month", "月"), 10: DAY}
# What a date is of, where it is not simply when the thing happened or appeared.
ASPECTS = {terms.start: Text("start", "启动"), terms.end: Text("end", "结束")}


def timeline(
    graph: KnowledgeGraph,
    *alliances: str,
    since: str | None = None,
    until: str | None = None,
    language: Language = "en",
) -> Sheet:
    """Foundings, announcements, reports, events and beginnings by month; without ``alliances``, of all in the graph.

    ``since`` and ``until`` are years, months or days, both included. A year that a source gives stays a year, and comes
    before the months of that year; what may lie outside the period is said to.

    >>> from qontology import load
    >>> [(row.group, row.cells[0]) for row in timeline(load(), "QUTAC").rows]
    [('2021-06', 'month')]

    :raises InputError: for an alliance or date that is none, or a period that ends before it begins.
    """
    first, last = as_date(since), as_date(until)
    if first and last and (first + "-01-01")[:10] > (last + "-12-31")[:10]:
        raise InputError(
            Text(f"the period ends in {last}, before it begins in {first}", f"期间的结束（{last}）早于开始（{first}）"),
            remedy=Text("exchange the two dates", "请调换两个日期"),
        )
    chosen = as_alliances(graph, alliances) if alliances else None
    return spoken(lambda tongue: timeline_of(graph, chosen, (first, last), Voice(graph, tongue)), language)


def timeline_of(
    graph: KnowledgeGraph, chosen: list[NamedNode] | None, period: tuple[str | None, str | None], voice: Voice
) -> Sheet:
    """The sheet of :func:`timeline` in one language."""
    say = voice.say
    since, until = period
    evidence = Evidence(graph, voice)
    happenings: dict[tuple[Term | None, ...], list[tuple[Term | None, ...]]] = {}
    for date, aspect, qualifier, certain, *rest in graph.query("compare/timeline", since=since, until=until).rows:
        if chosen is None or rest[0] in chosen:
            happenings.setdefault((date, aspect, qualifier, certain, rest[1]), []).append(tuple(rest))
    rows = []
    for (date, aspect, qualifier, certain, thing), found in happenings.items():
        what = evidence.told(voice.bracketed(voice.name(thing), [voice.name(role) for *_, role in found]), [thing])
        cells = (
            precision(voice, date, certain),
            voice.listed(voice.short(alliance) for alliance, *_ in found),
            kind(voice, found[0][2], aspect),
            what.text,
        )
        rows.append(Row(voice.bracketed(month(voice, date), [voice.name(qualifier)]), cells, what.notes))
    columns = (
        say("when", "时间"),
        say("precision", "精度"),
        say("alliance", "联盟"),
        say("kind", "种类"),
        say("what", "内容"),
    )
    remark = say(
        "Each date is as precise as its source: of a year without a month nobody says which month it was.",
        "日期精度与来源一致：只有年份的，来源未说明是哪个月。",
    )
    return Sheet(say("Timeline", "时间线"), columns, tuple(rows), (remark,), tuple(evidence.notes))


def month(voice: Voice, date: Term | None) -> str:
    """The month of a date, its year where the source gives no month, or what is said in place of a date."""
    return date.value[:7] if isinstance(date, Literal) else voice.name(date)


def precision(voice: Voice, date: Term | None, certain: Term | None) -> str:
    """How precise a date is, with the day where there is one, and whether it lies in the period for sure."""
    said = PRECISION.get(len(date.value)) if isinstance(date, Literal) else None
    text = said.say(voice.language) if said else ""
    day = date.value if said is DAY and date else ""
    doubt = voice.say("perhaps outside the period", "可能在期间之外") if certain and certain.value == "false" else ""
    return voice.bracketed(text, [day, doubt])


def kind(voice: Voice, thing_class: Term | None, aspect: Term | None) -> str:
    """What kind of thing it is, and whether the date is of its start or its end."""
    said = ASPECTS.get(aspect.value) if aspect else None
    return voice.bracketed(voice.name(thing_class), [said.say(voice.language) if said else ""])
