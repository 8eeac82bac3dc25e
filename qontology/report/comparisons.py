"""The comparisons of a report: each with a lead, a table, the passages behind every row, and most with a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..analysis.timeline import ASPECTS, Happening
from ..language import Text
from ..namespaces import DCTERMS, SKOS
from ..telling.dates import date_in_words
from ..telling.leads import SIZES
from ..telling.rows import Fact, grouped, rows
from ..telling.tables import Row
from . import matrices
from .chapter import Chapter, chapter
from .figures import Amounts, Lanes, Map, Moment, Place, Point, Series
from .matrix import UNKNOWN
from .scope import Record, Scope
from .world import COUNTRIES

__all__ = ["comparisons"]

ALLIANCE = Text("alliance", "联盟")
WHERE_FROM = Text("stated by", "说明者")


def comparisons(scope: Scope) -> Iterator[Chapter]:
    """The chapters in the order in which they are read."""
    yield formation(scope)
    yield places(scope)
    yield members(scope)
    yield matrices.themes(scope)
    yield matrices.technologies(scope)
    yield matrices.organizations(scope)
    yield matrices.bodies(scope)
    yield matrices.sectors(scope)
    if money := funding(scope):
        yield money
    yield timeline(scope)


def formation(scope: Scope) -> Chapter:
    """When each alliance was founded, in which mode, under what, and by whom it is led."""
    lead_role = f"{terms.PREFIXES['role']}lead"
    words = scope.words

    def cell(facts: Iterable[Fact]) -> str:
        return lines(scope, (words.bracketed(words.name(each.value), [words.name(each.qualifier)]) for each in facts))

    body = []
    for alliance in scope.alliances:
        founded, under, mode, roles = (
            scope.facts.of(alliance, attribute)
            for attribute in (terms.hasFounding, terms.foundedUnder, terms.formationMode, terms.hasInvolvement)
        )
        leading = [fact for fact in roles if isinstance(fact.detail, NamedNode) and fact.detail.value == lead_role]
        cells = (
            cell(founded),
            cell(mode),
            lines(scope, map(scope.organization, (f.value for f in leading))),
            cell(under),
        )
        nodes = [fact.node for fact in (*founded, *mode, *leading, *under)]
        body.append(Row(scope.name(alliance), cells, scope.evidence.of([*nodes, *([] if nodes else [alliance])])))
    return chapter(
        scope,
        "formation",
        ("compare/formation",),
        Text("Founding and formation mode", "成立时间与组建模式"),
        Text(
            "A date is as precise as its source: where one alliance has only a year that holds the date of another,"
            " which came first cannot be told. A formation mode is somebody's assessment.",
            "日期精度与来源一致：若一方仅知年份，而另一方的日期在该年之内，则先后不明。组建模式是一种评估，并非事实本身。",
        ),
        (
            ALLIANCE,
            Text("founded", "成立时间"),
            Text("formation mode", "组建模式"),
            Text("led by", "牵头机构"),
            Text("founded under", "成立依据"),
        ),  # fmt: skip
        body,
        next(scope.leads.modes(), None),
    )


def places(scope: Scope) -> Chapter:
    """Where the alliances are based, with a map."""
    found = scope.of(terms.basedIn)
    by_place = grouped(found, lambda fact: fact.value)
    spots: dict[str, list[str]] = {}
    elsewhere = []
    for place, same in by_place.items():
        names = list(dict.fromkeys(scope.name(fact.alliance) for fact in same))
        code = country(scope, place)
        if code in COUNTRIES:
            spots.setdefault(code, []).extend(name for name in names if name not in spots.get(code, ()))
        else:
            elsewhere.append(scope.words.bracketed(scope.words.name(place), names))
    labels = {country(scope, place): scope.words.name(place) for place in by_place if code_of(scope, place)}
    data = Map(
        tuple(Place(*COUNTRIES[code], labels.get(code, code), tuple(names)) for code, names in sorted(spots.items())),
        tuple(elsewhere),
    )
    body = [
        Row(
            scope.name(alliance),
            (lines(scope, (scope.words.name(fact.value) for fact in scope.facts.of(alliance, terms.basedIn))),),
            scope.evidence.of([*(fact.node for fact in scope.facts.of(alliance, terms.basedIn)), alliance]),
        )
        for alliance in scope.alliances
    ]
    return chapter(
        scope,
        "places",
        ("core/places",),
        Text("Where they are based", "所在地"),
        Text(
            "A dot stands in the middle of a country, not at an address. A region is no country and is named below the"
            " map, which has no borders.",
            "圆点位于所在国家或地区的中部，并非具体地址。跨国区域列于图下；本图不绘边界。",
        ),
        (ALLIANCE, Text("based in", "所在地")),
        body,
        next(scope.leads.places(), None),
        data if data.places or data.elsewhere else None,
        Text(
            f"Map of {len(data.places)} countries with the alliances in each. The table below lists the same.",
            f"地图，含{len(data.places)}处及其联盟。下表所列相同。",
        ),
    )


def members(scope: Scope) -> Chapter:
    """How many members sources count, and as of when."""
    data = sizes(scope)
    body = []
    for alliance in scope.alliances:
        counts = grouped(scope.facts.of(alliance, terms.hasCount), lambda fact: str(fact.node))
        for same in counts.values():
            fact = same[0]
            stated = [scope.words.name(each.qualifier) for each in same if each.qualifier]
            when = fact.when or scope.words.listed(stated) or scope.words.say(*UNKNOWN)
            number = scope.words.bracketed(fact.value.value, stated if fact.when else [])
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
        (ALLIANCE, Text("counted", "计数对象"), Text("number", "数量"), Text("as of", "截至")),
        body,
        next(scope.leads.members(), None),
        data,
        Text(
            "Numbers of members; those without a date say so. The table below lists the same.",
            "成员数；未注日期的均已注明。下表所列相同。",
        ),
    )


def sizes(scope: Scope) -> Series | Amounts | None:
    """The numbers of members over time; side by side with their dates, where of no alliance there are two."""
    words, bound = scope.words, terms.PREFIXES["bound"]
    series: dict[tuple[NamedNode, str], dict[Point, None]] = {}
    for same in grouped((f for f in scope.of(terms.hasCount) if f.detail in SIZES), lambda fact: fact.node).values():
        fact = same[0]
        qualifiers = [each.qualifier for each in same if isinstance(each.qualifier, NamedNode)]
        bounds = [words.name(each) for each in qualifiers if each.value.startswith(bound)]
        stated = [words.name(each) for each in qualifiers if not each.value.startswith(bound)]
        told = words.bracketed(fact.value.value, bounds)
        point = Point(fact.when or "", int(fact.value.value), told, words.listed(stated))
        series.setdefault((fact.alliance, words.name(fact.detail)), {})[point] = None
    named = {f"{scope.name(who)}{words.marks.colon}{kind}": sorted(points) for (who, kind), points in series.items()}
    if not named:
        return None
    if any(sum(bool(point.date) for point in points) > 1 for points in named.values()):
        return Series(tuple((name, tuple(points)) for name, points in named.items()))
    numbers = [
        (name, float(point.value), words.bracketed(point.told, [words.say(*date_in_words(point.date)), point.stated]))
        for name, points in named.items()
        for point in points
    ]
    return Amounts((("", tuple(sorted(numbers, key=lambda each: -each[1]))),))


def funding(scope: Scope) -> Chapter | None:
    """Who received money, where a source tells; nothing where none does."""
    answer = rows(scope.graph, "structure/funding", Record, language=scope.language)
    inside = [row for row in answer if not scope.named or row.receiver in scope.alliances]
    found = [same[0] for same in grouped(inside, lambda row: row.funding).values()]
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
                    (words.bracketed(name(row.receiver), [row.as_of]), float(row.value), amount(row)) for row in same
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
    first = max(found, key=lambda row: float(row.value))
    when = date_in_words(first.as_of)
    lead = scope.leads.lead(
        Text(
            f"{len(found)} sum{'s' * (len(found) != 1)} of money {'is' if len(found) == 1 else 'are'} known; the"
            f" largest number is {amount(first)} for {name(first.receiver)}" + (f" ({when.en})" if first.as_of else ""),
            f"已知资金{len(found)}笔，数额最大的是{name(first.receiver)}的{amount(first)}"
            + (f"（{when.zh}）" if first.as_of else ""),
        ),
        [first.funding],
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
            Text("receiver", "接收方"),
            Text("amount", "金额"),
            Text("funder", "资助方"),
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


def timeline(scope: Scope) -> Chapter:
    """What happened when."""
    words = scope.words
    answer = rows(scope.graph, "compare/timeline", Happening, until=scope.until)
    found = [row for row in answer if row.alliance in scope.alliances and isinstance(row.date, Literal)]
    kinds: dict[str, int] = {}
    moments, body = [], []
    for same in grouped(found, lambda row: (row.date.value, row.thing, row.aspect)).values():
        row = same[0]
        aspect = [words.say(*ASPECTS[row.aspect])] if row.aspect in ASPECTS else []
        kind = words.bracketed(words.name(row.class_), aspect)
        number = kinds.setdefault(kind, len(kinds))
        when = words.bracketed(row.date.value, [words.name(row.qualifier)])
        who = list(dict.fromkeys(each.alliance for each in same))
        label = when if row.class_.value == terms.Founding else ""
        moments += [Moment(scope.alliances.index(each), number, row.date.value, label) for each in who]
        names = words.marks.enumeration.join(map(scope.name, who))
        body.append(Row(when, (names, kind, words.name(row.thing)), scope.evidence.of([row.thing])))
    data = Lanes(tuple(map(scope.name, scope.alliances)), tuple(kinds), tuple(moments))
    return chapter(
        scope,
        "timeline",
        ("compare/timeline",),
        Text("Timeline", "时间线"),
        Text(
            "To announce an alliance is not to found it, and what is announced need not have come about. What no source"
            " dates is left out. In the picture a hollow mark is of the year, nobody knows of which month.",
            "宣布成立不等于正式成立，宣布之事未必已经实现。来源未载日期的事项不列出。图中空心标记只知年份，不知月份。",
        ),
        (Text("date", "日期"), ALLIANCE, Text("kind", "类型"), Text("what", "事项")),
        body,
        next(scope.leads.foundings(), None),
        data,
        Text(
            f"Timeline of {len(body)} things: {', '.join(kinds)}. The table below lists the same.",
            f"时间线，共{len(body)}项，含{'、'.join(kinds)}。下表所列相同。",
        ),
    )


def country(scope: Scope, place: object) -> str:
    """The ISO 3166 code of the country that a place is or lies in; empty of a region of several."""
    seen = set()
    while isinstance(place, NamedNode) and place not in seen:
        seen.add(place)
        if code := code_of(scope, place):
            return code
        wider = scope.words.things.properties(place).get(DCTERMS["isPartOf"].value, ())
        place = wider[0] if wider else None
    return ""


def code_of(scope: Scope, place: object) -> str:
    """The ISO 3166 code of a country itself."""
    if not isinstance(place, NamedNode):
        return ""
    codes = scope.words.things.properties(place).get(SKOS["notation"].value, ())
    return next((code.value for code in codes if len(code.value) == 2), "")


def lines(scope: Scope, values: Iterable[str]) -> str:
    """Values on a line each, or that there is none that is known."""
    return "\n".join(dict.fromkeys(values)) or scope.words.say(*UNKNOWN)
