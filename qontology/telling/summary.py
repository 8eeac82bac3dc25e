"""What an answer comes to, in one sentence made from its rows: of whom and of how much it tells."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ..knowledge import KnowledgeGraph
from ..knowledge.names import Names
from ..language import MARKS, Language, Text
from ..namespaces import XSD
from ..tables import Table

__all__ = ["summary"]

# What things of a column are called where there are several, and the measure word that Chinese has for them.
NAMED = {
    "alliance": Text("alliances", "家联盟"),
    "peer": Text("peers", "家同类联盟"),
    "similar": Text("similar alliances", "家相似联盟"),
    "organization": Text("organizations", "个组织"),
    "member": Text("members", "个成员"),
    "person": Text("people", "人"),
    "agent": Text("parties", "个主体"),
    "leader": Text("leaders", "个负责方"),
    "funder": Text("funders", "个出资方"),
    "receiver": Text("receivers", "个受资助方"),
    "theme": Text("themes", "个主题"),
    "technology": Text("technologies", "项技术"),
    "sector": Text("sectors", "个行业"),
    "field": Text("fields", "个领域"),
    "place": Text("places", "个地点"),
    "country": Text("countries", "个国家"),
}
COUNTED = {
    "goal": Text("goals", "个目标"),
    "body": Text("bodies", "个内设机构"),
    "initiative": Text("initiatives", "项举措"),
    "event": Text("events", "个事件"),
    "task": Text("tasks", "项任务"),
    "tier": Text("tiers", "个级别"),
    "post": Text("posts", "个职位"),
    "report": Text("reports", "份报告"),
    "roadmap": Text("roadmaps", "份路线图"),
    "work": Text("works", "部作品"),
    "recommendation": Text("recommendations", "条建议"),
    "contribution": Text("contributions", "项贡献"),
    "stakeholder": Text("stakeholders", "个利益相关方"),
    "claim": Text("claims", "条论断"),
}
"""What has long names, which are not repeated."""
FEW, MOST = 4, 3
"""So many names stand for the things of a column, and so many columns are told of."""


def summary(table: Table, graph: KnowledgeGraph, language: Language) -> str:
    """The sentence; nothing of fewer than two rows, which tell it themselves, and of what has no such columns.

    >>> from qontology import load
    >>> graph = load()
    >>> summary(graph.query("structure/people", alliance="QUTAC"), graph, "zh").startswith("QUTAC：")
    True
    """
    if len(table) < 2:
        return ""
    found = {column: things(table, column) for column in table.columns if column in NAMED or column in COUNTED}
    shown = sorted({str(thing) for column, all_of in found.items() if column in NAMED for thing in all_of[:FEW]})
    names = Names(graph.engine, f"VALUES ?thing {{ {' '.join(shown)} }}") if shown else None
    marks = MARKS[language]
    same: list[str] = []
    several: list[str] = []
    for column, all_of in found.items():
        short = [names.short(thing, language) for thing in all_of[:FEW]] if names and column in NAMED else []
        if short and len(all_of) == 1:
            same = short + same if column == "alliance" else same + short
        elif len(all_of) > 1:
            number = count_of(len(all_of), {**NAMED, **COUNTED}[column]).say(language)
            several.append(marks.brackets.format(number, listed(short, len(all_of), language)) if short else number)
    if not several:
        return ""
    about = marks.enumeration.join(same) + marks.colon if same else ""
    return f"{about}{marks.enumeration.join(several[:MOST])}{without_number(table, language)}{marks.stop}"


def things(table: Table, column: str) -> list[NamedNode]:
    """What stands in a column, each once, in the order of the rows."""
    place = table.columns.index(column)
    cells = (row[place] for row in table.rows)
    return list(dict.fromkeys(cell for cell in cells if isinstance(cell, NamedNode)))


def count_of(number: int, noun: Text) -> Text:
    """A number of things."""
    return Text(f"{number} {noun.en}", f"{number}{noun.zh}")


def listed(short: list[str], number: int, language: Language) -> str:
    """The first names, and how many more there are."""
    told, more = MARKS[language].enumeration.join(short), number - len(short)
    return Text(f"{told} and {more} more", f"{told}等").say(language) if more else told


def without_number(table: Table, language: Language) -> str:
    """Of how many alliances no number is known, where numbers were asked for."""
    if "alliance" not in table.columns or "value" not in table.columns:
        return ""
    place, value = table.columns.index("alliance"), table.columns.index("value")
    numbers = [row[value] for row in table.rows if row[value] is not None]
    if not all(isinstance(each, Literal) and each.datatype == XSD["integer"] for each in numbers):
        return ""
    unknown = {row[place] for row in table.rows} - {row[place] for row in table.rows if row[value] is not None}
    said = Text(f"; of {len(unknown)} of them no number is known", f"，其中{len(unknown)}家数量未知")
    return said.say(language) if unknown else ""
