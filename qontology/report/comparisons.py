"""The comparisons of a report: each with a table, the passages behind every row of it, and most with a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from .figures import Bars, HeatMap, Network, Record, Timeline, Trees, dated, ordered, organization, short
from .notes import Notes
from .section import Data, Figure, Row, Section

__all__ = ["Comparisons"]

# The passages behind the question compare/theme-matrix.
THEMES = """
SELECT DISTINCT ?name ?locator WHERE {
  ?study qo:compares ?alliance .
  ?alliance (qo:goal|qo:initiative|^qo:bodyOf|^qo:subBodyOf)* ?holder .
  ?holder qo:task? ?part .
  ?part qo:theme ?theme ; qo:evidence/qo:locator ?locator .
  ?theme skos:prefLabel ?name .
} ORDER BY ?name ?locator
"""

ALLIANCE = Text("alliance", "联盟")
NOTHING = Text("–", "—")


class Comparisons:
    """Makes the sections in one language, with notes that go on from those of the sections before."""

    def __init__(self, graph: KnowledgeGraph, language: Language, notes: Notes) -> None:
        self.graph = graph
        self.language = language
        self.notes = notes

    def __iter__(self) -> Iterator[Section]:
        """The sections in the order in which they are read."""
        yield self.formation()
        yield self.themes()
        yield self.timeline()
        yield self.bodies()
        yield self.organizations()
        yield self.sectors()

    def formation(self) -> Section:
        """When each alliance was founded, in which mode, and how many of what a source counts."""
        keys = {"formation/foundings": "alliance", "formation/modes": "alliance", "structure/counts": "thing"}
        answers = {question: self.ask(question) for question in keys}
        alliances = {str(row["alliance"]) for question in list(keys)[:2] for row in answers[question]}
        rows = []
        for alliance in ordered(self.graph, alliances):
            foundings, modes, counts = (
                [row for row in answer if row[keys[question]] == alliance] for question, answer in answers.items()
            )
            cells = (
                short(self.graph, alliance, self.language),
                self.listed(dated(row["date"], row["qualifier"], self.language) for row in foundings),
                self.listed(row["mode"] for row in modes),
                self.listed(map(self.counted, counts)),
            )
            rows.append(Row(cells, self.cited([*foundings, *modes, *counts])))
        return self.section(
            "formation",
            Text("Founding, formation mode and size", "成立时间、组建模式与规模"),
            Text(
                "A date is as precise as its source: where one alliance has only a year that holds the date"
                " of another, which came first cannot be told. A formation mode is somebody's assessment. A"
                " number holds for its own time only; numbers of different times must not be set side by side.",
                "日期精度与来源一致：若一方仅知年份，而另一方的日期在该年之内，则先后不明。"
                "组建模式是一种评估，并非事实本身。数量只在其时点成立，不同时点的数量不可并列比较。",
            ),
            tuple(keys),
            (ALLIANCE, Text("founded", "成立时间"), Text("formation mode", "组建模式"), Text("counts", "数量")),
            rows,
        )

    def themes(self) -> Section:
        """The heat map of themes."""
        data = HeatMap.of(self.graph, self.language)
        places: dict[str, list[str]] = {}
        for name, locator in self.graph.select(THEMES).rows:
            if name is not None and locator is not None:
                places.setdefault(name.value, []).append(locator.value)
        rows = [
            Row(
                (theme, *(self.served(*numbers) for numbers in zip(goals, work, strict=True))),
                self.notes.cite(places[theme]),
            )
            for theme, goals, work in zip(data.themes, data.goals, data.work, strict=True)
        ]
        return self.section(
            "themes",
            Text("Themes by alliance", "各联盟的主题"),
            Text(
                "The first number counts goals, the second bodies and initiatives. Themes that the editors"
                " have read into a text are left out, and narrower themes are not counted for broader ones."
                " Lists of goals differ in length and detail, so that small differences mean little.",
                "前一个数为目标数，后一个数为机构与举措数。编者推断的隐含主题不计，下位主题不并入上位主题。"
                "各联盟目标的数量和详略不同，细小差异意义不大。",
            ),
            ("compare/theme-matrix",),
            (Text("theme: goals + bodies and initiatives", "主题：目标数 + 机构与举措数"), *map(same, data.alliances)),
            rows,
            Text(
                f"Two heat maps of {len(data.themes)} themes and {len(data.alliances)} alliances: how many goals name"
                " a theme, and how many bodies and initiatives take it up. The table below holds the same numbers.",
                f"两幅热力图，{len(data.themes)}个主题对{len(data.alliances)}家联盟："
                "分别为提及主题的目标数和落实主题的机构与举措数。下表为同样的数字。",
            ),
            data,
        )

    def timeline(self) -> Section:
        """What happened when."""
        data = Timeline.of(self.graph, self.language)
        rows = [
            Row((moment.told, data.kinds[moment.kind], moment.name), self.notes.of(moment.thing))
            for moment in data.moments
        ]
        return self.section(
            "timeline",
            Text("Timeline", "时间线"),
            Text(
                "To announce an alliance is not to found it, and what is announced need not have come about. What no"
                " source dates is left out.",
                "宣布成立不等于正式成立，宣布之事未必已经实现。来源未载日期的事项不列出。",
            ),
            ("compare/timeline",),
            (Text("date", "日期"), Text("kind", "类型"), Text("what", "事项")),
            rows,
            Text(
                f"Timeline of {len(data.moments)} things: {', '.join(data.kinds)}. A bar covers the whole time in which"
                " a thing may have happened: a year where only the year is known. The table below lists the same.",
                f"时间线，共{len(data.moments)}项，含{'、'.join(data.kinds)}。条带覆盖事项可能发生的整段时间，"
                "只知年份的即为全年。下表所列相同。",
            ),
            data,
        )

    def bodies(self) -> Section:
        """Which bodies each alliance has."""
        answer = self.ask("structure/bodies")
        names = {row["body"]: row["name"] for row in answer}
        rows = [
            Row(
                (
                    short(self.graph, row["alliance"], self.language),
                    str(row["name"]),
                    str(row["kind"]),
                    self.listed([names[row["above"]]] if row["above"] else []),
                ),
                self.cited([row]),
            )
            for alliance in ordered(self.graph, (str(row["alliance"]) for row in answer))
            for row in answer
            if row["alliance"] == alliance
        ]
        data = Trees.of(self.graph, self.language)
        alliances = [tree.name for tree in data.alliances]
        return self.section(
            "bodies",
            Text("Bodies of each alliance", "各联盟的机构"),
            Text(
                "Alliances of which no source names a body are left out. A body without one above it stands"
                " directly under its alliance.",
                "没有来源提及其机构的联盟不列出。没有上级机构的机构直属联盟。",
            ),
            ("structure/bodies",),
            (ALLIANCE, Text("body", "机构"), Text("kind", "类型"), Text("under", "上级机构")),
            rows,
            Text(
                f"Tree of the {len(rows)} bodies of {', '.join(alliances)}. The table below says of each what it"
                " stands under.",
                f"{'、'.join(alliances)}共{len(rows)}个机构的树形图。下表列出各机构的上级机构。",
            ),
            data,
        )

    def organizations(self) -> Section:
        """Which organizations appear in which alliances."""
        answer = self.ask("core/organization-roles")
        order = ordered(self.graph, (str(row["alliance"]) for row in answer))
        pairs: dict[tuple[str, str], list[Record]] = {}
        for row in answer:
            pairs.setdefault((str(row["alliance"]), str(row["organization"])), []).append(row)
        rows = [
            Row(
                (
                    short(self.graph, alliance, self.language),
                    organization(self.graph, agent, self.language),
                    self.listed(dict.fromkeys(self.related(row) for row in found)),
                ),
                self.cited(found),
            )
            for (alliance, agent), found in sorted(pairs.items(), key=lambda pair: (order.index(pair[0][0]), pair[0]))
        ]
        data = Network.of(self.graph, self.language)
        return self.section(
            "organizations",
            Text("Alliances and organizations", "联盟与组织"),
            Text(
                "The relation may be to the alliance itself, its founding, an announcement, an initiative or"
                " a body of it. No role implies another: to lead a body is not to be a member.",
                "关系可以涉及联盟本身、其成立或宣布、举措或机构。任一角色都不蕴含其他角色：负责某一机构不等于是成员。",
            ),
            ("core/organization-roles",),
            (ALLIANCE, Text("organization", "组织"), Text("relation", "关系")),
            rows,
            Text(
                f"Network of {len(data.organizations)} organizations and {len(data.alliances)} alliances with a line"
                " for each kind of relation. The table below lists the same relations.",
                f"{len(data.organizations)}个组织与{len(data.alliances)}家联盟的关系图，每种关系一条线。下表所列相同。",
            ),
            data,
        )

    def sectors(self) -> Section:
        """In which sectors the named members work."""
        data = Bars.of(self.graph, self.language)
        members: dict[str, set[str]] = {}
        for row in self.ask("structure/members-by-sector"):
            members.setdefault(str(row["name"]), set()).add(str(row["member"]))
        places = {member: self.places(member) for member in sorted(set().union(*members.values()))}
        rows = [
            Row(
                (sector, *(self.numbered(names) if names else self.say(NOTHING) for names in cells)),
                self.notes.cite(place for member in sorted(members[sector]) for place in places[member]),
            )
            for sector, cells in zip(data.sectors, data.members, strict=True)
        ]
        return self.section(
            "sectors",
            Text("Sectors of the members", "成员所属行业"),
            Text(
                "A member also counts for the broader sectors of its own. Only members whose sectors a source"
                " tells are counted.",
                "成员也计入其行业的上位行业。仅统计来源说明了行业的成员。",
            ),
            ("structure/members-by-sector",),
            (Text("sector", "行业"), *map(same, data.alliances)),
            rows,
            Text(
                f"Bar chart of the number of named members in each of {len(data.sectors)} sectors. The table below"
                " names them.",
                f"{len(data.sectors)}个行业的具名成员数条形图。下表列出成员名称。",
            ),
            data,
        )

    def section(
        self,
        name: str,
        title: Text,
        about: Text,
        queries: tuple[str, ...],
        columns: tuple[Text, ...],
        rows: list[Row],
        alternative: Text | None = None,
        data: Data | None = None,
    ) -> Section:
        """A section in the language; where there are no rows, there is no picture."""
        figure = Figure(self.say(alternative), data) if rows and alternative and data else None
        heads = tuple(map(self.say, columns))
        return Section(name, self.say(title), self.say(about), queries, heads, tuple(rows), figure)

    def ask(self, question: str) -> list[Record]:
        """The answer of a question of the library."""
        return self.graph.query(question, language=self.language).to_dicts()

    def places(self, member: str) -> list[str]:
        """Where the source tells the sectors of a member."""
        answer = self.graph.query("evidence/of-thing", thing=member).to_dicts()
        return [str(row["source"]) for row in answer if row["property"] == terms.sector]

    def cited(self, answer: Iterable[Record]) -> tuple[int, ...]:
        """The notes for the sources of rows."""
        return self.notes.cite(row["source"] for row in answer)

    def counted(self, row: Record) -> str:
        """A count in words: how many, of what, and as of when."""
        value = f"{row['bound']} {row['value']}" if row["bound"] else str(row["value"])
        when = row["asOf"] or row["dating"]
        return self.say(Text(f"{row['counted']}: {value} ({when})", f"{row['counted']}：{value}（{when}）"))

    def served(self, goals: int, work: int) -> str:
        """How many goals, and how many bodies and initiatives, serve a theme; a dash where none is known."""
        return f"{goals}\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}{work}" if goals or work else self.say(NOTHING)

    def related(self, row: Record) -> str:
        """A relation with the role in it."""
        return self.say(Text(": ", "：")).join(str(row[key]) for key in ("relation", "role") if row[key])

    def numbered(self, names: tuple[str, ...]) -> str:
        """How many names there are, and the names."""
        return self.say(Text(f"{len(names)}: {', '.join(names)}", f"{len(names)}：{'、'.join(names)}"))

    def listed(self, values: Iterable[object]) -> str:
        """Values on a line each, or a dash where there is none."""
        return "\n".join(map(str, values)) or self.say(NOTHING)

    def say(self, text: Text) -> str:
        """The text in the language."""
        return text.say(self.language)


def same(name: str) -> Text:
    """A name that is the same in both languages."""
    return Text(name, name)
