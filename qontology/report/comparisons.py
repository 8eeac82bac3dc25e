"""The comparisons of a report: each with a lead, a table, the passages behind every row, and most with a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode

from .. import terms
from ..analysis.timeline import ASPECTS, Happening
from ..language import Text
from ..namespaces import SKOS, Term
from ..telling.dates import is_date
from ..telling.rows import Fact, grouped, rows
from ..telling.tables import Row
from . import aims, numbers, structure
from .chapter import Chapter, chapter
from .figures import Lanes, Map, Moment, Spot
from .matrix import UNKNOWN
from .scope import Scope
from .world import COUNTRIES

__all__ = ["comparisons"]

ALLIANCE = Text("alliance", "联盟")


def comparisons(scope: Scope) -> Iterator[Chapter]:
    """The chapters in the order in which they are read."""
    yield formation(scope)
    yield places(scope)
    yield numbers.members(scope)
    yield aims.themes(scope)
    yield aims.technologies(scope)
    yield structure.organizations(scope)
    yield structure.bodies(scope)
    yield structure.sectors(scope)
    if money := numbers.funding(scope):
        yield money
    yield timeline(scope)


def formation(scope: Scope) -> Chapter:
    """When each alliance was founded, in which mode, under what, and by whom it is led."""
    lead_role = f"{terms.PREFIXES['role']}lead"
    words = scope.words

    def cell(facts: Iterable[Fact]) -> str:
        return lines(scope, (words.datum(each.value, [words.name(each.qualifier)]) for each in facts))

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
            "日期精度与来源一致：若一方仅知年份，而另一方的日期在该年之内，则先后不明。组建模式是某一方的判定，并非事实本身。",
        ),
        (
            ALLIANCE,
            Text("founded", "成立时间"),
            Text("formation mode", "组建模式"),
            Text("led by", "牵头方"),
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
        tuple(Spot(*COUNTRIES[code], labels.get(code, code), tuple(names)) for code, names in sorted(spots.items())),
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
            "A dot stands in the middle of a country, not at an address. A region is not a country and is named below"
            " the map, which has no borders.",
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


def timeline(scope: Scope) -> Chapter:
    """What happened when."""
    words = scope.words
    answer = rows(scope.graph, "compare/timeline", Happening, until=scope.until)
    dated = [row for row in answer if isinstance(row.date, Literal) and is_date(row.date.value)]
    found = [row for row in dated if row.alliance in scope.alliances]
    kinds: dict[str, int] = {}
    moments, body = [], []
    for same in grouped(found, lambda row: (row.date.value, row.thing, row.aspect)).values():
        row = same[0]
        aspect = [words.say(*ASPECTS[row.aspect])] if row.aspect in ASPECTS else []
        kind = words.bracketed(words.name(row.class_), aspect)
        number = kinds.setdefault(kind, len(kinds))
        when = words.datum(row.date, [words.name(row.qualifier)])
        who = list(dict.fromkeys(each.alliance for each in same))
        told = words.bracketed(words.name(row.date), [words.name(row.qualifier)])
        label = told if row.class_.value == terms.Founding else ""
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


def country(scope: Scope, place: Term) -> str:
    """The ISO 3166 code of the country that a place is or lies in; empty of a region of several."""
    return next(filter(None, (code_of(scope, each) for each in (place, *scope.words.things.around(place)))), "")


def code_of(scope: Scope, place: Term) -> str:
    """The ISO 3166 code of a country itself."""
    codes = scope.words.things.properties(place).get(SKOS["notation"].value, ())
    return next((code.value for code in codes if len(code.value) == 2), "")


def lines(scope: Scope, values: Iterable[str]) -> str:
    """Values on a line each, or that there is none that is known."""
    return "\n".join(dict.fromkeys(values)) or scope.words.say(*UNKNOWN)
