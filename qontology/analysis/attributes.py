"""The attributes by which alliances are compared, dimension by dimension."""

from __future__ import annotations

from typing import NamedTuple

from .. import terms
from ..language import Text

__all__ = ["AGENTS", "ATTRIBUTES", "DIMENSIONS", "Attribute"]

DIMENSIONS = {
    "formation": Text("formation", "组建"),
    "goals": Text("goals", "目标"),
    "structure": Text("structure", "结构"),
    "initiatives": Text("initiatives", "举措"),
}


class Attribute(NamedTuple):
    """A row of the comparison. ``common`` tells whether two alliances can have the same value at all."""

    dimension: str
    iri: str
    name: Text
    common: bool = True


ATTRIBUTES = (
    Attribute("formation", terms.basedIn, Text("based in", "所在地")),
    Attribute("formation", terms.organizationKind, Text("kind", "类型")),
    Attribute("formation", terms.status, Text("status", "状态")),
    Attribute("formation", terms.hasAnnouncement, Text("announced", "宣布时间")),
    Attribute("formation", terms.hasFounding, Text("founded", "成立时间")),
    Attribute("formation", terms.foundedUnder, Text("founded under", "成立依据")),
    Attribute("formation", terms.formationMode, Text("formation mode", "组建模式")),
    Attribute("formation", terms.hasInvolvement, Text("who, in which role", "参与者及角色")),
    Attribute("goals", terms.hasGoal, Text("goals", "建设目标"), common=False),
    Attribute("goals", terms.theme, Text("themes", "主题")),
    Attribute("goals", terms.technology, Text("technologies", "技术")),
    Attribute("goals", terms.sector, Text("sectors", "行业")),
    Attribute("goals", terms.stakeholder, Text("stakeholders", "利益相关方")),
    Attribute("structure", terms.bodyOf, Text("bodies", "内设机构"), common=False),
    Attribute("structure", terms.hasLeadership, Text("leaders of bodies", "内设机构负责方")),
    Attribute("structure", terms.tierOf, Text("tiers of membership", "会员级别"), common=False),
    Attribute("structure", terms.hasCount, Text("counts", "计数"), common=False),
    Attribute("structure", terms.hasMembership, Text("named members", "具名成员")),
    Attribute("structure", terms.memberKind, Text("kinds of member", "成员类型")),
    Attribute("initiatives", terms.hasInitiative, Text("initiatives", "举措"), common=False),
    Attribute("initiatives", terms.Event, Text("events", "参加的活动")),
)

# Agents go by their shortest names, which are the acronyms where there are any.
AGENTS = (terms.hasInvolvement, terms.hasLeadership, terms.hasMembership)
