"""What happened when in and around the alliances, each date as precise as its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..knowledge.parameters import as_date
from ..language import Language, Text
from ..namespaces import Term
from ..telling.dates import date_in_words
from ..telling.evidence import Cited, Evidence
from ..telling.rows import grouped, rows
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliances, studied

__all__ = ["ASPECTS", "Happening", "timeline"]

TITLE = Text("Timeline", "时间线")
COLUMNS = tuple(map(Text, ("when", "precision", "alliance", "kind", "what"), ("时间", "精度", "联盟", "种类", "内容")))
REMARK = Text(
    "Each date is as precise as its source: of a year without a month nobody says which month it was.",
    "日期精度与来源一致：只有年份的，来源未说明是哪个月。",
)
DAY = Text("day", "日")
# By the number of characters that a date has.
PRECISION = {4: Text("year", "年"), 7: Text("month", "月"), 10: DAY}
# What a date is of, where it is not simply when the thing happened or appeared.
ASPECTS = {terms.start: Text("start", "启动"), terms.end: Text("end", "结束")}


class Happening(NamedTuple):
    """One row of ``compare/timeline``: a thing of an alliance, and a date of it or what is said in place of a date."""

    date: Term
    aspect: str
    qualifier: NamedNode | None
    certain: bool
    alliance: NamedNode
    thing: NamedNode
    class_: NamedNode
    role: NamedNode | None


def timeline(
    graph: KnowledgeGraph,
    *alliances: str,
    since: str | None = None,
    until: str | None = None,
    language: Language = "en",
) -> AnnotatedTable:
    """Foundings, announcements, reports, events and beginnings by month; without ``alliances``, of those that a study
    tells of and of your own.

    ``since`` and ``until`` are years, months or days, both included. A year that a source gives stays a year, and comes
    before the months of that year; what may lie outside the period is said to.

    >>> from qontology import load
    >>> [(row.group, row.cells[0]) for row in timeline(load(), "QUTAC").rows if row.cells[2] == "founding"]
    [('2021-06', 'month')]

    :raises InputError: for an alliance or date that is none, or a period that ends before it begins.
    """
    first, last = as_date(since), as_date(until)
    if first and last and (first + "-01-01")[:10] > (last + "-12-31")[:10]:
        raise InputError(
            Text(f"the period ends in {last}, before it begins in {first}", f"期间的结束（{last}）早于开始（{first}）"),
            remedy=Text("exchange the two dates", "请调换两个日期"),
        )
    chosen = as_alliances(graph, alliances) if alliances else studied(graph)
    return in_languages(lambda tongue: timeline_of(chosen, (first, last), Words(graph, tongue)), language)


def timeline_of(chosen: Collection[NamedNode], period: tuple[str | None, str | None], words: Words) -> AnnotatedTable:
    """The table of :func:`timeline` in one language."""
    say = words.say
    since, until = period
    evidence = Evidence(words)
    found = rows(words.graph, "compare/timeline", Happening, since=since, until=until)
    known = [each for each in found if each.alliance in chosen]
    leads = list(summary(known, chosen, evidence))
    body = []
    for same in grouped(known, lambda each: (*each[:4], each.thing)).values():
        one = same[0]
        roles = (words.name(each.role) for each in same)
        what = evidence.cited(words.bracketed(words.name(one.thing), roles), [one.thing])
        aspect = [say(*ASPECTS[one.aspect])] if one.aspect in ASPECTS else []
        cells = (
            precision(one, words),
            words.listed(words.short(each.alliance) for each in same),
            words.bracketed(words.name(one.class_), aspect),
            what.text,
        )
        # The month, the year where the source gives no month, or what is said in place of a date; a date alone is data,
        # which every format but a page has as it is.
        month = one.date.value[:7] if isinstance(one.date, Literal) else words.name(one.date)
        when = words.bracketed(words.date(month), [words.name(one.qualifier)]) if one.qualifier else month
        body.append(Row(when, cells, what.notes))
    return annotated(evidence, TITLE, COLUMNS, body, [REMARK] if body else [], leads=leads)


def summary(found: Sequence[Happening], chosen: Collection[NamedNode], evidence: Evidence) -> Iterator[Cited]:
    """How much there is, in which year most, and what is the first and the last; or when the last was, of all."""
    words = evidence.words
    dated = {(each.date.value, each.thing): each for each in found if isinstance(each.date, Literal)}
    if not dated:
        every = rows(words.graph, "compare/timeline", Happening)
        ever = [each for each in every if each.alliance in chosen and isinstance(each.date, Literal)]
        last = max(ever, key=lambda each: each.date.value, default=None)
        said = Text("Nothing dated is on record here", "此处没有注明日期的记录")
        if last:
            when = date_in_words(last.date.value)
            said = Text(
                f"Nothing is on record for this time; the latest on record is {words.name(last.thing)} ({when.en})",
                f"该期间没有记录；最近的记录为{words.name(last.thing)}（{when.zh}）",
            )
        yield sentence(said, [last.thing] if last else [], evidence)
        return
    years = Counter(date[:4] for date, _ in dated)
    busiest = max(years, key=lambda year: (years[year], year))
    first, last = dated[min(dated, key=str_of)], dated[max(dated, key=str_of)]
    then, later = date_in_words(first.date.value), date_in_words(last.date.value)
    one, other = words.name(first.thing), words.name(last.thing)
    if len(dated) == 1:
        yield sentence(
            Text(f"One thing is dated: {one} ({then.en})", f"有日期的共1项：{one}（{then.zh}）"),
            [first.thing],
            evidence,
        )
        return
    number, most = len(dated), years[busiest]
    part = Text(f", {most} of them in {busiest}", f"，其中{busiest}年{most}项") if most > 1 else Text("", "")
    if most == number:
        part = Text(f", all of them in {busiest}", f"，均在{busiest}年")
    yield sentence(Text(f"{number} things are dated{part.en}", f"有日期的共{number}项{part.zh}"), [], evidence)
    yield sentence(
        Text(
            f"The first is {one} ({then.en}), the last {other} ({later.en})",
            f"最早的是{one}（{then.zh}），最晚的是{other}（{later.zh}）",
        ),
        [first.thing, last.thing],
        evidence,
    )


def str_of(key: tuple[str, NamedNode]) -> tuple[str, str]:
    """The order of dated things: by date, then by name."""
    return key[0], key[1].value


def sentence(text: Text, nodes: Iterable[NamedNode], evidence: Evidence) -> Cited:
    """A sentence with its notes and its stop."""
    cited = evidence.cited(evidence.words.say(*text), nodes)
    return cited._replace(text=cited.text + evidence.words.marks.stop)


def precision(happening: Happening, words: Words) -> str:
    """How precise a date is, with the day where there is one, and whether it lies in the period for sure."""
    date = happening.date
    said = PRECISION.get(len(date.value)) if isinstance(date, Literal) else None
    day = words.name(date) if said is DAY else ""
    doubt = "" if happening.certain else words.say("perhaps outside the period", "可能在期间之外")
    return words.bracketed(words.say(*said) if said else "", [day, doubt])
