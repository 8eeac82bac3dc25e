"""What an alliance names as a goal and nothing of its own serves, and what its peers name that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from .. import terms
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.evidence import Cited, Evidence, counted, notes_of
from ..telling.rows import grouped
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliance, as_alliances
from .goal_service import GoalService, Service

__all__ = ["gaps"]

UNSERVED = Text("not served by its own", "自身无承接")
PURSUED = Text("named by peers only", "仅同类联盟提出")

GOAL = Text("Goal “{goal}”", "目标“{goal}”")
PEER = Text("{peer}: goal “{goal}”", "{peer}：目标“{goal}”")
NO_THEME = Text("It names no theme by which it could be matched.", "该目标未点明主题，无从对应。")
NOBODY = Text(
    "No body or initiative of its own has the theme, nor a narrower or broader one.",
    "其内设机构和举措均无该主题，也无其上位或下位主题。",
)
FITS = {
    "narrower": Text("Served in part, by a narrower theme: {names}.", "由下位主题部分承接：{names}。"),
    "broader": Text("Perhaps served, by a broader theme: {names}.", "或由上位主题承接：{names}。"),
}
SERVED = Text("Served by {names}.", "承接者：{names}。")
NOT_SERVED = Text("The graph knows no body or initiative for it.", "图谱中未见承接的内设机构或举措。")
NEAR = Text("The alliance itself names a theme close by: {names}.", "本联盟提出了相近的主题：{names}。")

# The lists on which a verdict rests, and how it reads.
LISTS = {
    terms.bodyOf: Text("bodies", "内设机构"),
    terms.hasInitiative: Text("initiatives", "举措"),
    terms.hasGoal: Text("goals", "目标"),
    terms.theme: Text("themes of its goals", "目标主题"),
}
MISSING = Text("missing: complete list", "确无：清单完整")
OPEN = Text("undecided: open list", "未决：清单未列尽")
UNSAID = Text("undecided: perhaps not all listed", "未决：清单未必完整")
STATES = {
    "open": Text("Its sources leave open: {lists}.", "来源未列尽：{lists}。"),
    "closed": Text("Its sources call complete: {lists}.", "来源说明完整：{lists}。"),
}
COLUMNS = tuple(map(Text, ("gap", "theme", "what the graph knows", "verdict"), ("缺口", "主题", "图谱所知", "判定")))
ABSENCE = Text(
    "What is not in the graph may well be in the world: it counts as missing only where a source calls its list "
    "complete; where the list is open, or nobody says whether it is complete, the gap is undecided.",
    "图谱中没有不等于现实中没有：只有来源说明清单完整时，才判定为确无；清单未列尽或未说明是否完整的，不作判定。",
)
SERVES = Text(
    "A body or initiative serves a goal where it, or one of its tasks, has the theme of the goal. Peers are the "
    "alliances {peers}.",
    "内设机构、举措或其任务具有目标的主题，即视为承接该目标。同类联盟指{peers}。",
)
SAME_MODE, CHOSEN = (
    Text("with the same formation mode", "组建模式相同的联盟"),
    Text("that were chosen", "另行选定的联盟"),
)


def gaps(
    graph: KnowledgeGraph, alliance: str, *, peers: Iterable[str] = (), language: Language = "en"
) -> AnnotatedTable:
    """Two groups of rows: goals that nothing of its own serves, and themes that its peers name and it does not.

    Without ``peers``, these are the alliances with its formation mode, of those that a study tells of and of your own.
    Each row explains what the graph knows, on what evidence, and what follows. For an alliance of your own, take a
    graph from :func:`qontology.load` with its files.

    >>> from qontology import load
    >>> gaps(load(), "QIC").rows[0].cells[0]
    'enterprise incubation; R&D and technological innovation; workforce and talent'

    :raises InputError: where there is no such alliance, or no peer is left beside it.
    """
    chosen = as_alliance(graph, alliance)
    named = list(peers)
    others = [each for each in as_alliances(graph, named) if each != chosen] if named else None
    if others == []:
        raise InputError(
            Text(f"{alliance} is the only one that was chosen", f"所选联盟仅有{alliance}自身"),
            remedy=Text("choose other peers as well", "请另选同类联盟"),
        )
    return in_languages(lambda tongue: Gaps(graph, chosen, others, tongue).table(), language)


class Gaps:
    """The gaps of one alliance, and how they are told."""

    def __init__(
        self, graph: KnowledgeGraph, alliance: NamedNode, chosen: list[NamedNode] | None, language: Language
    ) -> None:
        self.known = GoalService(graph, alliance, chosen)
        self.words = Words(graph, language)
        self.evidence = Evidence(self.words)

    def table(self) -> AnnotatedTable:
        """All gaps, with remarks and notes."""
        name = self.words.short(self.known.alliance)
        leads = list(self.leads())
        body = (*self.unserved(), *self.pursued())
        peers = self.words.listed(map(self.words.short, self.known.peers))
        who = Text(f"Peers of {name}: {peers}.", f"{name}的同类联盟：{peers}。")
        kind = SAME_MODE if self.known.chosen is None else CHOSEN
        nobody = Text(
            f"{name} has no peers here: nobody has assessed its formation mode, or no other alliance has the same.",
            f"{name}在此没有同类联盟：其组建模式未经判定，或没有其他联盟属于同一模式。",
        )
        title = Text(f"Gaps of {name}, as far as the graph knows", f"就图谱所知，{name}的缺口")
        serves = Text(SERVES.en.format(peers=kind.en), SERVES.zh.format(peers=kind.zh))
        remarks = (ABSENCE, serves, *self.lists(), who if peers else nobody)
        return annotated(self.evidence, title, COLUMNS, body, remarks, leads=leads)

    def leads(self) -> Iterator[Cited]:
        """What the rows come to: goals that nothing serves, what most peers name, and how certain it is."""
        name = self.words.short(self.known.alliance)
        goals = {row.goal for row in self.known.services}
        open_goals = list(dict.fromkeys(found[0].goal for alike in self.known.missing for found in alike))
        text = Text(
            f"Of {counted(len(goals), 'goal')} of {name}, {len(open_goals)} ha{'s' if len(open_goals) == 1 else 've'}"
            " a theme that no body or initiative of it has",
            f"{name}的{len(goals)}项目标中，有{len(open_goals)}项含有其内设机构和举措均未涉及的主题",
        )
        if not goals:
            text = Text(
                f"No goal of {name} is known, so that nothing can be said of what it leaves undone",
                f"{name}的目标未知，无从判断其自身有无缺口",
            )
        yield self.sentence(text, open_goals)
        if self.known.wanted:
            number, peers = sum(map(len, self.known.wanted)), len(self.known.peers)
            first, *_ = self.known.wanted
            named = len({row.peer for row in first[0]})
            themes = self.words.listed(self.words.name(found[0].theme) for found in first)
            text = Text(
                f"Its peers name {number} theme{'s' * (number != 1)} that it does not, first of all {themes}"
                f" ({named} of {peers} peers)",
                f"同类联盟提出了{number}个它未提出的主题，首先是{themes}（{peers}家中有{named}家）",
            )
            yield self.sentence(text, [row.goal for found in first for row in found])
        kinds = ((terms.bodyOf, terms.hasInitiative), (terms.hasGoal, terms.theme))
        sure = [
            each
            for each, rows in zip(kinds, (self.known.missing, self.known.wanted), strict=True)
            if rows and self.known.is_complete(each)
        ]
        if (self.known.missing or self.known.wanted) and not sure:
            text = Text(
                "None of this is certain: no list of it on which that rests is known to be complete",
                "以上均不能确定：所依据的清单均未说明完整",
            )
            yield self.sentence(text, [])

    def sentence(self, text: Text, goals: Iterable[NamedNode]) -> Cited:
        """A sentence with the notes of goals behind it."""
        cited = self.evidence.cited(self.words.say(*text), goals)
        return cited._replace(text=cited.text + self.words.marks.stop)

    def unserved(self) -> Iterator[Row]:
        """A row for each goal with a theme that no body or initiative has."""
        for alike in self.known.missing:
            themes = (found[0].theme for found in alike)
            yield self.row(UNSERVED, themes, self.finding(alike[0]), (terms.bodyOf, terms.hasInitiative))

    def finding(self, found: list[Service]) -> Cited:
        """What the graph knows of a goal and a theme of it that nothing serves exactly."""
        goal, theme = found[0][:2]
        head = self.sentence(GOAL.format(goal=self.words.name(goal)), [goal])
        ways = {fit: [row for row in found if row.fit == fit] for fit in FITS}
        said = [self.servers(FITS[fit], some) for fit, some in ways.items() if some]
        return self.together([head, *(said or [Cited(self.words.say(*(NOBODY if theme else NO_THEME)))])])

    def pursued(self) -> Iterator[Row]:
        """A row for what peers name and it does not, with what the peers do about it."""
        for alike in self.known.wanted:
            same, *_ = alike
            parts = []
            for peer, goal in dict.fromkeys((row.peer, row.goal) for row in same):
                head = self.sentence(PEER.format(peer=self.words.short(peer), goal=self.words.name(goal)), [goal])
                ways = [row for row in same if row.peer == peer and row.server]
                parts += [head, self.servers(SERVED, ways) if ways else Cited(self.words.say(*NOT_SERVED))]
            near = self.words.listed(self.words.name(row.near) for row in same if row.near)
            if near:
                parts.append(Cited(self.words.say(*NEAR.format(names=near))))
            yield self.row(
                PURSUED, (found[0].theme for found in alike), self.together(parts), (terms.hasGoal, terms.theme)
            )

    def servers(self, sentence: Text, ways: Iterable[Service]) -> Cited:
        """A sentence that names bodies and initiatives, each with its notes and the theme through which it serves."""
        names = [
            self.evidence.cited(
                self.words.bracketed(self.words.name(server), [self.words.name(way.through) for way in found]),
                [way.carrier for way in found],
            )
            for server, found in grouped(ways, lambda way: way.server).items()
        ]
        text = sentence.format(names=self.words.listed(name.text for name in names))
        return Cited(self.words.say(*text), notes_of(names))

    def together(self, sentences: list[Cited]) -> Cited:
        """Sentences one after another."""
        return Cited(self.words.marks.space.join(each.text for each in sentences), notes_of(sentences))

    def row(self, group: Text, themes: Iterable[NamedNode | None], told: Cited, attributes: tuple[str, ...]) -> Row:
        """One row, with the verdict that these lists of the alliance allow."""
        names = self.words.listed(self.words.name(theme) for theme in themes)
        return Row(group.say(self.words.language), (names, told.text, self.verdict(attributes)), told.notes)

    def verdict(self, attributes: tuple[str, ...]) -> str:
        """What may be concluded from the absence of a value in these lists."""
        otherwise = MISSING if self.known.is_complete(attributes) else UNSAID
        return (OPEN if self.known.is_open(attributes) else otherwise).say(self.words.language)

    def lists(self) -> Iterator[Text]:
        """Which of its lists are open, and which are complete."""
        for state, text in STATES.items():
            known = (name for attribute, name in LISTS.items() if state in self.known.states.get(attribute, ()))
            names = self.words.marks.enumeration.join(self.words.say(*name) for name in known)
            if names:
                yield text.format(lists=names)
