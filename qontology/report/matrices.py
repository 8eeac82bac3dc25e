"""The chapters that set things against alliances, or against each other: a matrix each, with a picture of it."""

from __future__ import annotations

from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..language import Text
from ..namespaces import Term
from ..telling.rows import grouped, read
from ..telling.tables import Row
from .chapter import Chapter, chapter
from .figures import Cell, Matrix
from .matrix import against_alliances, alternative, matrix_chapter, ranked
from .scope import Scope

__all__ = ["bodies", "organizations", "sectors", "technologies", "themes"]

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
        scope.words.say("two goals name it, one body or initiative takes it up", "两项目标提出，一个机构或举措落实"),
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
            "前一个数为目标数，后一个数为机构与举措数。编者推断的隐含主题不计，下位主题不并入上位主题。"
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
    sign = ("2", scope.words.say("two goals, tasks or initiatives name both", "两项目标、工作或举措同时提及两者"))
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
            "数字为这些联盟中同时提及两者的目标、工作和举措数。针对联盟整体所说的技术不计入。",
        ),
        Text("theme", "主题"),
        matrix,
        {theme: [part for _, _, part in same] for theme, same in by_theme.items()},
        lead,
    )


def organizations(scope: Scope) -> Chapter:
    """Who sits where, and as what."""
    relations = {
        terms.hasMembership: ("●", Text("member", "成员")),
        terms.hasLeadership: ("▲", Text("leads a body", "牵头机构")),
        terms.hasInvolvement: ("○", Text("other role", "其他角色")),
    }
    found = [
        fact
        for relation in relations
        for fact in scope.of(relation)
        if scope.words.things.is_a(fact.value, terms.Organization)
    ]
    by_organization = ranked(found, lambda fact: as_node(fact.value), lambda fact: fact.alliance)

    def cell(organization: NamedNode, alliance: NamedNode) -> Cell:
        same = {fact.attribute for fact in by_organization[organization] if fact.alliance == alliance}
        return Cell("".join(sign for name, (sign, _) in relations.items() if name in same), len(same))

    signs = [(sign, scope.words.say(*text)) for sign, text in relations.values()]
    matrix = against_alliances(scope, by_organization, cell, {row.alliance for row in found}, signs, scope.organization)
    several = [each for each, same in by_organization.items() if len({row.alliance for row in same}) > 1]
    names = scope.leads.names(several)
    text = Text(
        f"{names} appear{'s' * (len(several) == 1)} in more than one of these alliances",
        f"{names}出现在不止一家联盟中",
    )
    if not several:
        text = Text(
            f"None of the {len(by_organization)} organizations that sources name appears in two of these alliances",
            f"来源具名的{len(by_organization)}个组织均未同时出现在两家联盟中",
        )
    lead = scope.leads.lead(text, [row.node for each in several for row in by_organization[each]])
    return matrix_chapter(
        scope,
        "organizations",
        ("compare/structure", "compare/formation"),
        Text("Who sits where", "哪些组织在哪些联盟"),
        Text(
            "The relation may be to the alliance itself, to its founding or to a body of it. No role implies another:"
            " to lead a body is not to be a member. Most members of most alliances are not named by any source.",
            "关系可以涉及联盟本身、其成立或其机构。任一角色都不蕴含其他角色：牵头某一机构不等于是成员。"
            "多数联盟的多数成员没有来源具名。",
        ),
        Text("organization", "组织"),
        matrix,
        {each: [row.node for row in same] for each, same in by_organization.items()},
        lead if found else None,
    )


def bodies(scope: Scope) -> Chapter:
    """Which kinds of bodies each alliance has; the table names them all."""
    found = scope.ask("structure/bodies")
    by_kind = ranked(found, lambda row: row.kind, lambda row: row.body)

    def cell(kind: str, alliance: NamedNode) -> Cell:
        number = sum(row.alliance == alliance for row in by_kind[kind])
        return Cell(str(number), number) if number else Cell()

    sign = ("2", scope.words.say("two such bodies are known", "已知两个该类机构"))
    matrix = against_alliances(scope, by_kind, cell, {row.alliance for row in found}, [sign], str)
    names = {row.body: row.name for row in found}
    body = [
        Row(
            scope.name(row.alliance),
            (row.name, row.kind, names.get(row.above, "") if row.above else scope.name(row.alliance)),
            scope.evidence.of([row.body]),
        )
        for row in sorted(found, key=lambda row: scope.alliances.index(row.alliance))
    ]
    lead = None
    if found:
        number = {each: sum(row.alliance == each for row in found) for each in scope.alliances}
        most = max(scope.alliances, key=lambda each: number[each])
        known = [each for each in scope.alliances if number[each]]
        text = Text(
            f"{scope.name(most)} has the most bodies known by name ({number[most]})",
            f"已知机构最多的是{scope.name(most)}（{number[most]}个）",
        )
        rest = Text("; of {names} none is known", "；{names}的机构未知")
        others = [each for each in scope.alliances if each not in known]
        told = scope.words.say(*rest.format(names=scope.leads.names(others))) if others else ""
        lead = scope.leads.lead(text, [row.body for row in found if row.alliance == most], told)
    return chapter(
        scope,
        "bodies",
        ("structure/bodies",),
        Text("Bodies of each alliance", "各联盟的机构"),
        Text(
            "Alliances of which no source names a body are left out of the table.",
            "没有来源提及其机构的联盟不列入表中。",
        ),
        (
            Text("alliance", "联盟"),
            Text("body", "机构"),
            Text("kind", "类型"),
            Text("directly under", "直属"),
        ),  # fmt: skip
        body,
        lead,
        matrix,
        alternative(scope, matrix),
    )


def sectors(scope: Scope) -> Chapter:
    """In which sectors the named members work."""
    found = scope.ask("structure/members-by-sector")
    by_sector = ranked(found, lambda row: row.sector, lambda row: row.member)
    known = {row.alliance for row in found}

    def cell(sector: NamedNode, alliance: NamedNode) -> Cell:
        members = {row.member for row in by_sector[sector] if row.alliance == alliance}
        return Cell(str(len(members)), len(members)) if members else Cell()

    sign = ("2", scope.words.say("two named members", "两家具名成员"))
    matrix = against_alliances(scope, by_sector, cell, known, [sign], scope.words.name)
    vouching = {
        sector: [node for row in same for node in scope.words.things.vouchers(row.member, terms.sector)]
        for sector, same in by_sector.items()
    }
    lead = None
    if by_sector:
        first, same = next(iter(by_sector.items()))
        number = len({row.member for row in same})
        others = [each for each in scope.alliances if each not in known]
        rest = Text("; of the members of {names} no sector is known", "；{names}成员的行业未知")
        told = scope.words.say(*rest.format(names=scope.leads.names(others))) if others else ""
        text = Text(
            f"The named members work in {len(by_sector)} sectors, most of them in {scope.words.name(first)} ({number})",
            f"具名成员分布于{len(by_sector)}个行业，最多的是{scope.words.name(first)}（{number}家）",
        )
        lead = scope.leads.lead(text, vouching[first], told)
    return matrix_chapter(
        scope,
        "sectors",
        ("structure/members-by-sector",),
        Text("Sectors of the members", "成员所属行业"),
        Text(
            "A member also counts for the broader sectors of its own. Only members whose sectors a source tells are"
            " counted.",
            "成员也计入其行业的上位行业。仅统计来源说明了行业的成员。",
        ),
        Text("sector", "行业"),
        matrix,
        vouching,
        lead,
    )


def as_node(term: Term) -> NamedNode:
    """A term that is the name of a thing."""
    return NamedNode(term.value)


def work(scope: Scope) -> list[Work]:
    """What the alliances of the report want and do, by theme and technology."""
    return [row for row in read(scope.graph.select(WORK), Work) if row.alliance in scope.alliances]
