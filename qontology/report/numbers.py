"""The chapters of numbers: how many members sources count, and how much money they tell of."""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import NamedNode

from .. import terms
from ..language import Text
from ..telling.dates import is_date
from ..telling.leads import SIZES
from ..telling.rows import grouped, number_of, rows
from ..telling.tables import Row
from .chapter import Chapter, chapter
from .figures import Amounts, Point, Series
from .matrix import UNKNOWN
from .scope import Record, Scope

__all__ = ["funding", "members", "sizes"]

# So many lines can be told apart in one picture, and so many currencies in one sentence.
MOST_LINES, MOST_CURRENCIES = 8, 2
# What is written in another way is no number that could be set beside others.
AMOUNT = re.compile(r"\d{1,15}(\.\d{1,9})?", re.ASCII)


def members(scope: Scope) -> Chapter:
    """How many members sources count, and as of when."""
    data = sizes(scope)
    body = []
    for alliance in scope.alliances:
        counts = grouped(scope.facts.of(alliance, terms.hasCount), lambda fact: str(fact.node))
        for same in counts.values():
            fact = same[0]
            told, rest = scope.words.counted(fact.value, (each.qualifier for each in same))
            when = fact.when or scope.words.listed(rest) or scope.words.say(*UNKNOWN)
            number = scope.words.bracketed(told, rest if fact.when else [])
            body.append(
                Row(scope.name(alliance), (scope.words.name(fact.detail), number, when), scope.evidence.of([fact.node]))
            )
    return chapter(
        scope,
        "members",
        ("structure/counts", "structure/series"),
        Text("Members and other counts", "成员数及其他计数"),
        Text(
            "A number holds for its own time only; numbers of different times must not be set side by side, nor parts"
            " added to their wholes. An alliance without a row has no count that is known.",
            "数量只在其时点成立，不同时点的数量不可并列比较，部分也不可与整体相加。未列出的联盟没有已知计数。",
        ),
        (Text("alliance", "联盟"), Text("counted", "计数对象"), Text("number", "数量"), Text("as of", "截至")),
        body,
        next(scope.leads.members(), None),
        data,
        Text(
            "Numbers of members; those without a date say so. The table below lists the same.",
            "成员数；未注日期的均已注明。下表所列相同。",
        ),
    )


def sizes(scope: Scope) -> Series | Amounts | None:
    """The numbers of members over time; side by side with their dates where of no alliance there are two, and the
    latest of each where there are more lines than can be told apart."""
    words = scope.words
    series: dict[tuple[NamedNode, str], dict[Point, None]] = {}
    for same in grouped((f for f in scope.of(terms.hasCount) if f.detail in SIZES), lambda fact: fact.node).values():
        fact = same[0]
        told, stated = words.counted(fact.value, (each.qualifier for each in same))
        when = fact.when if fact.when and is_date(fact.when) else ""
        point = Point(when, number_of(fact.value), told, words.listed(stated))
        series.setdefault((fact.alliance, words.name(fact.detail)), {})[point] = None
    named = {f"{scope.name(who)}{words.marks.colon}{kind}": sorted(points) for (who, kind), points in series.items()}
    if not named:
        return None
    if len(named) <= MOST_LINES and any(sum(bool(p.date) for p in points) > 1 for points in named.values()):
        return Series(tuple((name, tuple(points)) for name, points in named.items()))
    numbers = [
        (
            name,
            float(point.value),
            words.bracketed(point.told, [words.date(point.date), point.stated]),
        )
        for name, points in named.items()
        for point in (points if len(named) <= MOST_LINES else points[-1:])
    ]
    return Amounts((("", tuple(sorted(numbers, key=lambda each: -each[1]))),))


def funding(scope: Scope) -> Chapter | None:
    """Who received money, where a source tells; nothing where none does."""
    answer = rows(scope.graph, "structure/funding", Record, language=scope.language)
    inside = [row for row in answer if not scope.named or row.receiver in scope.alliances]
    found = [same[0] for same in grouped(inside, lambda row: row.funding).values()]
    found = [row for row in found if AMOUNT.fullmatch(row.value)]
    found = [row for row in found if not (scope.until and row.as_of[:4] > scope.until[:4])]
    if not found:
        return None
    name, words = scope.words.name, scope.words

    def amount(row: Record) -> str:
        number = float(row.value)
        return words.bracketed(f"{row.currency} {number:,.0f}", [row.bound])

    by_currency = grouped(sorted(found, key=lambda row: -float(row.value)), lambda row: row.currency)
    data = Amounts(
        tuple(
            (
                currency,
                tuple(
                    (words.bracketed(name(row.receiver), [words.date(row.as_of)]), float(row.value), amount(row))
                    for row in same
                ),
            )
            for currency, same in sorted(by_currency.items())
        )
    )
    body = [
        Row(
            name(row.receiver),
            (amount(row), name(row.funder) or words.say(*UNKNOWN), row.as_of or words.say(*UNKNOWN), row.modality),
            scope.evidence.of([row.funding]),
        )
        for row in found
    ]
    often = sorted(by_currency.values(), key=lambda same: (-len(same), same[0].currency))
    lead = scope.leads.lead(
        summed(scope, found, [same[0] for same in often[:MOST_CURRENCIES]], amount),
        [same[0].funding for same in often[:MOST_CURRENCIES]],
    )
    return chapter(
        scope,
        "funding",
        ("structure/funding",),
        Text("Funding", "资金"),
        Text(
            "Sums in different currencies are not converted, and none are added up: some are parts of others. No row"
            " does not mean no money.",
            "不同货币的金额不作换算，也不相加：有的金额包含在其他金额之中。未列出不等于没有资金。",
        ),
        (
            Text("receiver", "受资助方"),
            Text("amount", "金额"),
            Text("funder", "出资方"),
            Text("as of", "截至"),
            Text("modality", "情态"),
        ),  # fmt: skip
        body,
        lead,
        data,
        Text(
            f"Bars of {len(found)} sums by currency. The table below lists the same.",
            f"条形图，按货币列出{len(found)}笔资金。下表所列相同。",
        ),
    )


def summed(scope: Scope, found: list[Record], largest: list[Record], amount: Callable[[Record], str]) -> Text:
    """How many sums there are, how many of them are of the alliances of the report, and the largest of a currency."""
    number, own = len(found), sum(row.receiver in scope.alliances for row in found)
    sums = [
        (scope.words.bracketed(scope.words.name(row.receiver), [scope.words.date(row.as_of)]), amount(row))
        for row in largest
    ]
    currencies = [row.currency for row in largest]
    return Text(
        f"{number} sum{'s' * (number != 1)} of money {'is' if number == 1 else 'are'} known"
        + (f", {own or 'none'} of them received by these alliances" if own < number else "")
        + ("; the largest is " if len(sums) == 1 else f"; the largest in {' and '.join(currencies)} are ")
        + " and ".join(f"{told} for {receiver}" for receiver, told in sums),
        f"已知资金{number}笔"
        + (f"，其中{own}笔由这些联盟获得" if own < number else "")
        + ("；数额最大的是" if len(sums) == 1 else f"；以{'和'.join(currencies)}计，数额最大的分别是")
        + "和".join(f"{receiver}的{told}" for receiver, told in sums),
    )
