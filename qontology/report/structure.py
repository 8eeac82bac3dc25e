"""The chapters of structure: organizations, bodies and sectors against alliances."""

from __future__ import annotations

from pyoxigraph import NamedNode

from .. import terms
from ..analysis.overlap import Appearance
from ..language import Text
from ..namespaces import DCTERMS, Term
from ..telling.rows import rows
from ..telling.tables import Row
from .chapter import Chapter, chapter
from .figures import Cell
from .matrix import against_alliances, alternative, matrix_chapter, ranked
from .scope import Scope

__all__ = ["bodies", "organizations", "sectors"]

ORGANIZATIONS = Text("organizations", "个组织")
WITH = Text("with {parts}", "含{parts}")


def organizations(scope: Scope) -> Chapter:
    """Who sits where, and as what; a group of organizations is one, with its parts."""
    relations = {
        terms.hasMembership: ("●", Text("member", "成员")),
        terms.hasLeadership: ("▲", Text("leads a body", "内设机构负责方")),
        terms.hasInvolvement: ("○", Text("other role", "其他角色")),
    }
    found = [
        fact
        for relation in relations
        for fact in scope.of(relation)
        if scope.words.things.is_a(fact.value, terms.Organization)
    ]
    wholes = {row.organization: row.whole for row in rows(scope.graph, "compare/organizations", Appearance)}
    by_organization = ranked(
        found, lambda fact: wholes.get(node := as_node(fact.value), node), lambda fact: fact.alliance
    )
    parts = {
        whole: sorted({as_node(fact.value) for fact in same} - {whole}, key=str)
        for whole, same in by_organization.items()
    }

    def named(whole: NamedNode) -> str:
        listed = scope.words.marks.enumeration.join(map(scope.organization, parts[whole]))
        within = scope.words.say(*WITH.format(parts=listed)) if listed else ""
        return scope.words.bracketed(scope.organization(whole), [within])

    def cell(organization: NamedNode, alliance: NamedNode) -> Cell:
        same = {fact.attribute for fact in by_organization[organization] if fact.alliance == alliance}
        return Cell(" ".join(sign for name, (sign, _) in relations.items() if name in same), len(same))

    signs = [(sign, scope.words.say(*text)) for sign, text in relations.values()]
    matrix = against_alliances(scope, by_organization, cell, {row.alliance for row in found}, signs, named)
    several = [each for each, same in by_organization.items() if len({row.alliance for row in same}) > 1]
    names = scope.leads.names(several, ORGANIZATIONS)
    text = Text(
        f"{names} appear{'s' * (len(several) == 1)} in more than one of these alliances",
        f"{names}出现在不止一家联盟中",
    )
    if not several:
        text = Text(
            f"None of the {len(by_organization)} organizations that sources name appears in two of these alliances",
            f"来源具名的{len(by_organization)}个组织均未同时出现在两家联盟中",
        )
    resting = {
        each: [row.node for row in same]
        + [node for part in parts[each] for node in scope.words.things.vouchers(part, DCTERMS["isPartOf"].value, each)]
        for each, same in by_organization.items()
    }
    lead = scope.leads.lead(text, [node for each in several or resting for node in resting[each]])
    return matrix_chapter(
        scope,
        "organizations",
        ("compare/structure", "compare/formation"),
        Text("Who sits where", "哪些组织在哪些联盟"),
        Text(
            "The relation may be to the alliance itself, to its founding or to a body of it. No role implies another:"
            " to lead a body is not to be a member. A group counts with its parts, which stand in brackets."
            " Most members of most alliances are not named by any source.",
            "关系可以涉及联盟本身、其成立或其内设机构。担任一种角色不等于担任另一种：负责某一内设机构的，未必是成员。集团连同括号内的所属组织一并计入。"
            "多数联盟的多数成员没有来源具名。",
        ),
        Text("organization", "组织"),
        matrix,
        resting,
        lead if found else None,
    )


def bodies(scope: Scope) -> Chapter:
    """Which kinds of bodies each alliance has; the table names them all."""
    found = scope.ask("structure/bodies")
    by_kind = ranked(found, lambda row: row.kind, lambda row: row.body)

    def cell(kind: str, alliance: NamedNode) -> Cell:
        number = sum(row.alliance == alliance for row in by_kind[kind])
        return Cell(str(number), number) if number else Cell()

    sign = ("2", scope.words.say("two such bodies are known", "已知两个该类内设机构"))
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
            f"已知内设机构最多的是{scope.name(most)}（{number[most]}个）",
        )
        rest = Text("; of {names} none is known", "；{names}的内设机构未知")
        others = [each for each in scope.alliances if each not in known]
        told = scope.words.say(*rest.format(names=scope.leads.names(others))) if others else ""
        lead = scope.leads.lead(text, [row.body for row in found if row.alliance == most], told)
    return chapter(
        scope,
        "bodies",
        ("structure/bodies",),
        Text("Bodies of each alliance", "各联盟的内设机构"),
        Text(
            "Alliances of which no source names a body are left out of the table.",
            "没有来源提及其内设机构的联盟，不列入表中。",
        ),
        (
            Text("alliance", "联盟"),
            Text("body", "内设机构"),
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
