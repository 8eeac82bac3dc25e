"""The comparisons of a report: each with a table, the passages behind every row of it, and most with a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from pyoxigraph import NamedNode

from .. import terms
from ..analysis.timeline import Happening
from ..language import Text
from ..telling.evidence import Evidence
from ..telling.rows import grouped, read, rows
from ..telling.tables import Row
from .chapter import Chapter, chapter
from .figures import Bars, HeatMap, Network, Timeline, Trees
from .records import Record, about_study, ask, ordered, organization

__all__ = ["Comparisons"]

# The passages behind the question compare/theme-matrix.
THEMES = """
SELECT DISTINCT ?name (?locator AS ?source) WHERE {
  ?study qo:compares ?alliance .
  ?alliance (qo:hasGoal|qo:hasInitiative|^qo:bodyOf|^qo:subBodyOf)* ?holder .
  ?holder qo:hasTask? ?part .
  ?part qo:theme ?theme ; qo:evidence/qo:locator ?locator .
  ?theme skos:prefLabel ?name .
} ORDER BY ?name ?locator
"""

ALLIANCE = Text("alliance", "联盟")


class Comparisons:
    """Makes the chapters in the language of the evidence, whose notes go on from those of the chapters before."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.words = evidence.words
        self.chapter = partial(chapter, evidence)

    def __iter__(self) -> Iterator[Chapter]:
        """The chapters in the order in which they are read."""
        yield self.formation()
        yield self.themes()
        yield self.timeline()
        yield self.bodies()
        yield self.organizations()
        yield self.sectors()

    def formation(self) -> Chapter:
        """When each alliance was founded, in which mode, and how many of what a source counts."""
        questions = ("formation/foundings", "formation/modes", "structure/counts")
        foundings, modes, counts = (ask(question, self.words) for question in questions)
        body = []
        for alliance in ordered(self.words.graph, (row.alliance for row in foundings + modes)):
            own = [row for row in foundings + modes + counts if alliance in (row.alliance, row.thing)]
            cells = (
                self.lines(self.words.bracketed(row.date, [row.qualifier]) for row in own if row.date),
                self.lines(row.mode_name for row in own if row.mode_name),
                self.lines(self.counted(row) for row in own if row.counted),
            )
            body.append(Row(self.words.short(alliance), cells, self.cited(own)))
        return self.chapter(
            "formation",
            questions,
            Text("Founding, formation mode and size", "成立时间、组建模式与规模"),
            Text(
                "A date is as precise as its source: where one alliance has only a year that holds the date"
                " of another, which came first cannot be told. A formation mode is somebody's assessment. A"
                " number holds for its own time only; numbers of different times must not be set side by side.",
                "日期精度与来源一致：若一方仅知年份，而另一方的日期在该年之内，则先后不明。"
                "组建模式是一种评估，并非事实本身。数量只在其时点成立，不同时点的数量不可并列比较。",
            ),
            (ALLIANCE, Text("founded", "成立时间"), Text("formation mode", "组建模式"), Text("counts", "数量")),
            body,
        )

    def themes(self) -> Chapter:
        """The heat map of themes."""
        data = HeatMap.of(ask("compare/theme-matrix", self.words), self.words)
        places = grouped(read(self.words.graph.select(THEMES), Record), lambda row: row.name)
        body = [
            Row(theme, tuple(map(self.served, goals, work)), self.cited(places[theme]))
            for theme, goals, work in zip(data.themes, data.goals, data.work, strict=True)
        ]
        return self.chapter(
            "themes",
            ("compare/theme-matrix",),
            Text("Themes by alliance", "各联盟的主题"),
            Text(
                "The first number counts goals, the second bodies and initiatives. Themes that the editors"
                " have read into a text are left out, and narrower themes are not counted for broader ones."
                " Lists of goals differ in length and detail, so that small differences mean little.",
                "前一个数为目标数，后一个数为机构与举措数。编者推断的隐含主题不计，下位主题不并入上位主题。"
                "各联盟目标的数量和详略不同，细小差异意义不大。",
            ),
            (Text("theme: goals + bodies and initiatives", "主题：目标数 + 机构与举措数"), *data.alliances),
            body,
            Text(
                f"Two heat maps of {len(data.themes)} themes and {len(data.alliances)} alliances: how many goals name"
                " a theme, and how many bodies and initiatives take it up. The table below holds the same numbers.",
                f"两幅热力图，{len(data.themes)}个主题对{len(data.alliances)}家联盟："
                "分别为提及主题的目标数和落实主题的机构与举措数。下表为同样的数字。",
            ),
            data,
        )

    def timeline(self) -> Chapter:
        """What happened when."""
        data = Timeline.of(
            about_study(self.words.graph, rows(self.words.graph, "compare/timeline", Happening)), self.words
        )
        body = [
            Row(moment.told, (data.kinds[moment.kind], moment.name), self.evidence.of([moment.thing]))
            for moment in data.moments
        ]
        return self.chapter(
            "timeline",
            ("compare/timeline",),
            Text("Timeline", "时间线"),
            Text(
                "To announce an alliance is not to found it, and what is announced need not have come about. What no"
                " source dates is left out.",
                "宣布成立不等于正式成立，宣布之事未必已经实现。来源未载日期的事项不列出。",
            ),
            (Text("date", "日期"), Text("kind", "类型"), Text("what", "事项")),
            body,
            Text(
                f"Timeline of {len(data.moments)} things: {', '.join(data.kinds)}. A bar covers the whole time in which"
                " a thing may have happened: a year where only the year is known. The table below lists the same.",
                f"时间线，共{len(data.moments)}项，含{'、'.join(data.kinds)}。条带覆盖事项可能发生的整段时间，"
                "只知年份的即为全年。下表所列相同。",
            ),
            data,
        )

    def bodies(self) -> Chapter:
        """Which bodies each alliance has."""
        found = ask("structure/bodies", self.words)
        names = {row.body: row.name for row in found}
        order = ordered(self.words.graph, (row.alliance for row in found))
        body = [
            Row(
                self.words.short(row.alliance),
                (row.name, row.kind, self.lines([names[row.above]] if row.above else [])),
                self.cited([row]),
            )
            for row in sorted(found, key=lambda row: order.index(row.alliance))
        ]
        data = Trees.of(found, self.words)
        alliances = [tree.name for tree in data.alliances]
        return self.chapter(
            "bodies",
            ("structure/bodies",),
            Text("Bodies of each alliance", "各联盟的机构"),
            Text(
                "Alliances of which no source names a body are left out. A body without one above it stands"
                " directly under its alliance.",
                "没有来源提及其机构的联盟不列出。没有上级机构的机构直属联盟。",
            ),
            (ALLIANCE, Text("body", "机构"), Text("kind", "类型"), Text("under", "上级机构")),
            body,
            Text(
                f"Tree of the {len(body)} bodies of {', '.join(alliances)}. The table below says of each what it"
                " stands under.",
                f"{'、'.join(alliances)}共{len(body)}个机构的树形图。下表列出各机构的上级机构。",
            ),
            data,
        )

    def organizations(self) -> Chapter:
        """Which organizations appear in which alliances."""
        found = ask("core/organization-roles", self.words)
        order = ordered(self.words.graph, (row.alliance for row in found))
        pairs = grouped(found, lambda row: (order.index(row.alliance), row.organization.value))
        body = [
            Row(
                self.words.short(same[0].alliance),
                (organization(same[0].organization, self.words), self.lines(dict.fromkeys(map(self.related, same)))),
                self.cited(same),
            )
            for _, same in sorted(pairs.items())
        ]
        data = Network.of(found, self.words)
        return self.chapter(
            "organizations",
            ("core/organization-roles",),
            Text("Alliances and organizations", "联盟与组织"),
            Text(
                "The relation may be to the alliance itself, its founding, an announcement, an initiative or"
                " a body of it. No role implies another: to lead a body is not to be a member.",
                "关系可以涉及联盟本身、其成立或宣布、举措或机构。任一角色都不蕴含其他角色：负责某一机构不等于是成员。",
            ),
            (ALLIANCE, Text("organization", "组织"), Text("relation", "关系")),
            body,
            Text(
                f"Network of {len(data.organizations)} organizations and {len(data.alliances)} alliances with a line"
                " for each kind of relation. The table below lists the same relations.",
                f"{len(data.organizations)}个组织与{len(data.alliances)}家联盟的关系图，每种关系一条线。下表所列相同。",
            ),
            data,
        )

    def sectors(self) -> Chapter:
        """In which sectors the named members work."""
        found = ask("structure/members-by-sector", self.words)
        data = Bars.of(found, self.words)
        by_sector = grouped(found, lambda row: row.name)
        body = [
            Row(sector, tuple(map(self.numbered, cells)), self.evidence.of(self.vouchers(by_sector[sector])))
            for sector, cells in zip(data.sectors, data.members, strict=True)
        ]
        return self.chapter(
            "sectors",
            ("structure/members-by-sector",),
            Text("Sectors of the members", "成员所属行业"),
            Text(
                "A member also counts for the broader sectors of its own. Only members whose sectors a source"
                " tells are counted.",
                "成员也计入其行业的上位行业。仅统计来源说明了行业的成员。",
            ),
            (Text("sector", "行业"), *data.alliances),
            body,
            Text(
                f"Bar chart of the number of named members in each of {len(data.sectors)} sectors. The table below"
                " names them.",
                f"{len(data.sectors)}个行业的具名成员数条形图。下表列出成员名称。",
            ),
            data,
        )

    def cited(self, found: Iterable[Record]) -> tuple[int, ...]:
        """The notes for the sources of records."""
        return self.evidence.cite(row.source for row in found)

    def vouchers(self, found: list[Record]) -> list[NamedNode]:
        """What vouches for the sectors of members."""
        members = sorted({row.member for row in found}, key=str)
        return [node for member in members for node in self.words.things.vouchers(member, terms.sector)]

    def counted(self, row: Record) -> str:
        """A count in words: how many, of what, and as of when."""
        number = f"{row.bound} {row.value}" if row.bound else row.value
        return self.words.bracketed(f"{row.counted}{self.words.marks.colon}{number}", [row.as_of or row.dating])

    def served(self, goals: int, work: int) -> str:
        """How many goals, and how many bodies and initiatives, serve a theme; a dash where none is known."""
        return self.lines([f"{goals}\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}{work}"] if goals or work else [])

    def related(self, row: Record) -> str:
        """A relation with the role in it."""
        return self.words.marks.colon.join(filter(None, (row.relation, row.role)))

    def numbered(self, names: tuple[str, ...]) -> str:
        """How many names there are, and the names; a dash where there are none."""
        marks = self.words.marks
        return f"{len(names)}{marks.colon}{marks.enumeration.join(names)}" if names else marks.dash

    def lines(self, values: Iterable[str]) -> str:
        """Values on a line each, or a dash where there is none."""
        return "\n".join(values) or self.words.marks.dash
