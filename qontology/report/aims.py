"""The chapters of aims: themes against alliances, and against technologies."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..language import Text
from ..namespaces import Term
from ..telling.facts import Facts
from ..telling.rows import grouped, read
from .chapter import Chapter
from .figures import Cell, Matrix
from .matrix import against_alliances, matrix_chapter, ranked
from .scope import Scope

__all__ = ["technologies", "themes"]

# The goals, and the bodies and initiatives with their tasks, that have a theme or a technology.
WORK = """
SELECT DISTINCT ?alliance ?holder ?part ?attribute ?value ?goal WHERE {
  ?alliance (qo:hasGoal|qo:hasInitiative|^qo:bodyOf|^qo:subBodyOf)* ?holder .
  ?holder qo:hasTask? ?part .
  ?part ?attribute ?value .
  VALUES ?attribute { qo:theme qo:technology }
  ?alliance a qo:Alliance .
  BIND(EXISTS { ?alliance qo:hasGoal ?holder } AS ?goal)
} ORDER BY ?alliance ?holder ?part ?attribute ?value
"""


class Work(NamedTuple):
    """A goal, or a body or an initiative and the task of it, with a theme or a technology."""

    alliance: NamedNode
    holder: NamedNode
    part: NamedNode
    attribute: str
    value: NamedNode
    goal: bool


def themes(scope: Scope) -> Chapter:
    """Which alliance names which theme, and does something about it."""
    found = [row for row in work(scope) if row.attribute == terms.theme]
    by_theme = ranked(found, lambda row: row.value, lambda row: row.alliance)

    def cell(theme: NamedNode, alliance: NamedNode) -> Cell:
        same = {(row.holder, row.goal) for row in by_theme[theme] if row.alliance == alliance}
        goals = sum(goal for _, goal in same)
        return Cell(f"{goals}+{len(same) - goals}", len(same)) if same else Cell()

    sign = (
        "2+1",
        scope.words.say(
            "two goals name it, one body or initiative takes it up", "两项目标提出，一个内设机构或举措承接"
        ),
    )
    matrix = against_alliances(scope, by_theme, cell, {row.alliance for row in found}, [sign], scope.words.name)
    return matrix_chapter(
        scope,
        "themes",
        ("compare/theme-matrix", "compare/goals"),
        Text("Themes by alliance", "各联盟的主题"),
        Text(
            "The first number counts goals, the second bodies and initiatives. Themes that the editors have read into a"
            " text are left out, and narrower themes are not counted for broader ones. Lists of goals differ in length"
            " and detail, so that small differences mean little.",
            "前一个数为目标数，后一个数为内设机构与举措数。编者推断的隐含主题不计，下位主题不并入上位主题。"
            "各联盟目标的数量和详略不同，细小差异意义不大。",
        ),
        Text("theme", "主题"),
        matrix,
        {theme: [row.part for row in same] for theme, same in by_theme.items()},
        next(scope.leads.themes(), None),
    )


def technologies(scope: Scope) -> Chapter:
    """Which themes and which technologies are named together."""
    parts = grouped(work(scope), lambda row: row.part).values()
    pairs = [
        (one.value, other.value, one.part)
        for found in parts
        for one in found
        for other in found
        if one.attribute == terms.theme and other.attribute == terms.technology
    ]
    by_theme = ranked(pairs, lambda pair: pair[0], lambda pair: pair[1])
    by_technology = ranked(pairs, lambda pair: pair[1], lambda pair: pair[0])
    name = scope.words.name

    def cell(theme: NamedNode, technology: NamedNode) -> Cell:
        number = len({part for one, other, part in pairs if (one, other) == (theme, technology)})
        return Cell(str(number), number) if number else Cell()

    cells = tuple(tuple(cell(theme, each) for each in by_technology) for theme in by_theme)
    sign = ("2", scope.words.say("two goals, tasks or initiatives name both", "两项目标、任务或举措同时提及两者"))
    matrix = Matrix(tuple(map(name, by_theme)), tuple(map(name, by_technology)), cells, (sign,))
    lead = None
    if by_technology:
        first = next(iter(by_technology))
        number = len({pair[0] for pair in by_technology[first]})
        lead = scope.leads.lead(
            Text(
                f"Of {len(by_technology)} technologies that goals and work name with a theme, {name(first)} goes with"
                f" the most themes ({number})",
                f"目标和工作连同主题提及的{len(by_technology)}项技术中，{name(first)}涉及的主题最多（{number}个）",
            ),
            [part for _, _, part in by_technology[first]],
        )
    return matrix_chapter(
        scope,
        "technologies",
        ("compare/theme-matrix", "compare/technology-matrix"),
        Text("Themes against technologies", "主题与技术"),
        Text(
            "A number counts the goals, tasks and initiatives of these alliances that name both. A technology that is"
            " said of an alliance as a whole is not counted here.",
            "数字为这些联盟中同时提及两者的目标、任务和举措数。针对联盟整体所说的技术不计入。",
        ),
        Text("theme", "主题"),
        matrix,
        {theme: [part for _, _, part in same] for theme, same in by_theme.items()},
        lead,
    )


def work(scope: Scope) -> list[Work]:
    """What the alliances of the report want and do, by theme and technology; no initiative that came later."""
    later: set[Term] = set()
    if scope.until:
        ever = Facts(scope.graph)
        initiatives = {fact.value for each in scope.alliances for fact in ever.of(each, terms.hasInitiative)}
        later = initiatives - {fact.value for fact in scope.of(terms.hasInitiative)}
    found = read(scope.graph.select(WORK), Work)
    return [row for row in found if row.alliance in scope.alliances and row.holder not in later]
