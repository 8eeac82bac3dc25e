"""The tables of the comparative study, given back by the questions ``compare/table-1`` to ``compare/table-5``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ..language import Text
from ..telling.rows import read
from ..telling.tables import Row
from .chapter import Chapter, chapter
from .scope import Record, Scope, compared

__all__ = ["tables"]

ALLIANCE = Text("alliance", "联盟")
TASKS = Text("tasks", "主要工作")

UNORDERED = Text(
    "Entries of one cell have no order; the wordings of tasks are paraphrases.",
    "同一单元格内各项不分先后；工作内容为转述。",
)


# The title of each table, how it is to be read, and its columns, the first of which names what a row is about.
TABLES = (
    (
        Text("Table 1: place, lead and founding", "表1：所在地、牵头机构与成立时间"),
        Text(
            "Europe is a region in a column of countries, and one entry for the lead is a programme. Months that are"
            " known from the text stand in the section on founding.",
            "国家一栏中的欧洲是区域，牵头机构一栏中有一项是计划。正文给出的月份见“成立时间、组建模式与规模”一节。",
        ),
        (ALLIANCE, Text("place", "所在地"), Text("lead", "牵头机构"), Text("founded", "成立时间")),
    ),
    (
        Text("Table 2: goals", "表2：建设目标"),
        Text(
            "A goal without a number stands before the numbered ones. The wordings are paraphrases.",
            "未编号的目标在原表中位于编号目标之前。文字为转述。",
        ),
        (ALLIANCE, Text("goals", "建设目标")),
    ),
    (
        Text("Table 3: working groups of QuIC", "表3：QuIC工作组"),
        UNORDERED,
        (Text("working group", "工作组"), TASKS, Text("in charge", "负责人单位")),
    ),
    (
        Text("Table 4: subcommittees of Q-STAR", "表4：Q-STAR分委会"),
        UNORDERED,
        (Text("subcommittee", "分委会"), TASKS),
    ),
    (
        Text("Table 5: sectors of the members of QUTAC", "表5：QUTAC成员所属行业"),
        Text(
            "Entries of one cell have no order. What the table prints among the sectors but is a technology is a"
            " technology in the graph.",
            "同一单元格内各项不分先后。原表列为行业而实为技术的，图谱中归为技术。",
        ),
        (Text("member", "成员"), Text("sectors", "所属行业")),
    ),
)


# Chinese names that a table prints and that are not the ones by which a thing goes.
PRINTED = """
SELECT DISTINCT ?printed ?preferred WHERE {
  ?assertion qo:subject ?thing ; qo:predicate ?naming ; qo:object ?printed ; qo:evidence/qo:locator ?locator .
  VALUES ?naming { skos:altLabel skos:hiddenLabel }
  ?thing skos:prefLabel ?preferred .
  FILTER(LANG(?printed) = "zh" && LANG(?preferred) = "zh" && STR(?printed) != STR(?preferred))
  FILTER(STRSTARTS(STR(?locator), "table"))
} ORDER BY ?printed ?preferred
"""


class Printed(NamedTuple):
    """A name as a table prints it, and the one by which the thing goes."""

    printed: str
    preferred: str


def tables(scope: Scope) -> Iterator[Chapter]:
    """The five tables, each row with its place in the study as a note.

    Their Chinese is that of the study; a name by which a thing does not go is marked, with the one by which it goes.
    """
    words = scope.words
    acronyms = compared(scope.graph)
    odd = {row.printed: row.preferred for row in read(scope.graph.select(PRINTED), Printed)}

    def marked(text: str) -> str:
        return f"{text}（原表如此，即{odd[text]}）" if text in odd and words.language == "zh" else text

    for number, layout in enumerate(TABLES, 1):
        body = []
        for row, group in groupby(scope.ask(f"compare/table-{number}"), key=lambda record: record.row):
            found = list(group)
            name = found[0].name or acronyms[found[0].alliance]
            place = f"table{number}/{name if number == 2 else f'row{row}'}"
            name = words.bracketed(marked(name), [found[0].acronym])
            told = tuple(
                "\n".join(marked(line) for line in cell.split("\n")) if cell else "" for cell in cells(number, found)
            )
            body.append(Row(name, told, scope.evidence.cite([place])))
        yield chapter(scope, f"table-{number}", (f"compare/table-{number}",), *layout, body)


def cells(table: int, found: list[Record]) -> tuple[str, ...]:
    """The cells of a row behind its name: what several records tell of one thing is in one cell, each on a line."""
    match table:
        case 1:
            columns = [[each.place for each in found], [each.lead for each in found], [each.founded for each in found]]
        case 2:
            columns = [[f"{each.item}. {each.wording}".removeprefix("0. ") for each in found]]
        case 3:
            columns = [[each.text for each in found if each.column == column] for column in (2, 3)]
        case _:
            columns = [[each.text for each in found]]
    return tuple("\n".join(dict.fromkeys(column)) for column in columns)
