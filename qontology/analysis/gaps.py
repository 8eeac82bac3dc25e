"""What an alliance names as a goal and nothing of its own serves, and what its peers name that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.evidence import Cited, Evidence, joined
from ..telling.rows import Fact, Listing, grouped, rows
from ..telling.tables import AnnotatedTable, Row, annotated, in_languages
from ..telling.words import Words
from .arguments import as_alliance, studied

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
REMARKS = (
    Text(
        "What is not in the graph may well be in the world: it counts as missing only where a source calls its list "
        "complete; where the list is open, or nobody says whether it is complete, the gap is undecided.",
        "图谱中没有不等于现实中没有：只有来源说明清单完整时，才判定为确无；清单未列尽或未说明是否完整的，不作判定。",
    ),
    Text(
        "A body or initiative serves a goal where it, or one of its tasks, has the theme of the goal. Peers are the "
        "alliances with the same formation mode.",
        "内设机构、举措或其任务具有目标的主题，即视为承接该目标。同类联盟指组建模式相同的联盟。",
    ),
)


class Service(NamedTuple):
    """One row of ``compare/goal-service`` or ``compare/peer-themes``: a goal, a theme of it, and what serves it."""

    goal: NamedNode
    theme: NamedNode | None
    server: NamedNode | None
    carrier: NamedNode | None
    peer: NamedNode
    fit: str = ""
    through: NamedNode | None = None
    near: NamedNode | None = None


def gaps(graph: KnowledgeGraph, alliance: str, *, language: Language = "en") -> AnnotatedTable:
    """Two groups of rows: goals that nothing of its own serves, and themes that its peers name and it does not.

    Each row explains what the graph knows, on what evidence, and what follows. For an alliance of your own, take a
    graph from :func:`qontology.load` with its files.

    >>> from qontology import load
    >>> gaps(load(), "QIC").rows[0].cells[0]
    'enterprise incubation; R&D and technological innovation; workforce and talent'

    :raises InputError: where there is no such alliance.
    """
    chosen = as_alliance(graph, alliance)
    return in_languages(lambda tongue: Gaps(graph, chosen, tongue).table(), language)


class Gaps:
    """The gaps of one alliance, and how they are told."""

    def __init__(self, graph: KnowledgeGraph, alliance: NamedNode, language: Language) -> None:
        self.graph = graph
        self.alliance = alliance
        self.words = Words(graph, language)
        self.evidence = Evidence(self.words)
        lists = grouped(rows(graph, "compare/lists", Listing, alliance=alliance), lambda row: row.attribute)
        self.states = {attribute: {row.state for row in found if row.state} for attribute, found in lists.items()}

    def table(self) -> AnnotatedTable:
        """All gaps, with remarks and notes."""
        name = self.words.short(self.alliance)
        body = (*self.unserved(), *self.pursued())
        peers = self.words.listed(map(self.words.short, self.peers()))
        who = Text(f"Peers of {name}: {peers}.", f"{name}的同类联盟：{peers}。")
        nobody = Text(
            f"{name} has no peers here: nobody has assessed its formation mode, or no other alliance has the same.",
            f"{name}在此没有同类联盟：其组建模式未经判定，或没有其他联盟属于同一模式。",
        )
        title = Text(f"Gaps of {name}, as far as the graph knows", f"就图谱所知，{name}的缺口")
        return annotated(self.evidence, title, COLUMNS, body, (*REMARKS, *self.lists(), who if peers else nobody))

    def peers(self) -> list[NamedNode]:
        """The other alliances with its formation mode, of those that a study tells of and of the user's own."""
        modes = [
            (fact.alliance, fact.value)
            for fact in rows(self.graph, "compare/formation", Fact)
            if fact.attribute == terms.formationMode and not fact.rival
        ]
        own = {mode for alliance, mode in modes if alliance == self.alliance}
        others = studied(self.graph) - {self.alliance}
        return list(dict.fromkeys(who for who, mode in modes if mode in own and who in others))

    def unserved(self) -> Iterator[Row]:
        """Goals with a theme that no body or initiative has; themes of a goal with the same finding stand together."""
        services = rows(self.graph, "compare/goal-service", Service, alliance=self.alliance)
        findings = grouped(services, lambda row: (row.goal, row.theme)).values()
        missing = [found for found in findings if not any(row.fit == "same" for row in found)]
        for alike in grouped(missing, lambda found: tuple(row._replace(theme=None) for row in found)).values():
            themes = (found[0].theme for found in alike)
            yield self.row(UNSERVED, themes, self.finding(alike[0]), (terms.bodyOf, terms.hasInitiative))

    def finding(self, found: list[Service]) -> Cited:
        """What the graph knows of a goal and a theme of it that nothing serves exactly."""
        goal, theme = found[0][:2]
        head = self.head(GOAL.format(goal=self.words.name(goal)), goal)
        ways = {fit: [row for row in found if row.fit == fit] for fit in FITS}
        said = [self.servers(FITS[fit], some) for fit, some in ways.items() if some]
        return self.together([head, *(said or [Cited(self.words.say(*(NOBODY if theme else NO_THEME)))])])

    def pursued(self) -> Iterator[Row]:
        """Themes that goals of peers have and its own have not, with what the peers do about them."""
        peers = self.peers()
        found = rows(self.graph, "compare/peer-themes", Service, alliance=self.alliance)
        pursuits = (row for row in found if row.peer in peers)
        for theme, same in grouped(pursuits, lambda row: row.theme).items():
            parts = []
            for peer, goal in dict.fromkeys((row.peer, row.goal) for row in same):
                head = self.head(PEER.format(peer=self.words.short(peer), goal=self.words.name(goal)), goal)
                ways = [row for row in same if row.peer == peer and row.server]
                parts += [head, self.servers(SERVED, ways) if ways else Cited(self.words.say(*NOT_SERVED))]
            near = self.words.listed(self.words.name(row.near) for row in same if row.near)
            if near:
                parts.append(Cited(self.words.say(*NEAR.format(names=near))))
            yield self.row(PURSUED, [theme], self.together(parts), (terms.hasGoal, terms.theme))

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
        return Cited(self.words.say(*text), joined(names))

    def head(self, text: Text, goal: NamedNode) -> Cited:
        """A goal with its notes, as a sentence."""
        cited = self.evidence.cited(self.words.say(*text), [goal])
        return cited._replace(text=cited.text + self.words.marks.stop)

    def together(self, sentences: list[Cited]) -> Cited:
        """Sentences one after another."""
        return Cited(self.words.marks.space.join(each.text for each in sentences), joined(sentences))

    def row(self, group: Text, themes: Iterable[NamedNode | None], told: Cited, attributes: tuple[str, ...]) -> Row:
        """One row, with the verdict that these lists of the alliance allow."""
        names = self.words.listed(self.words.name(theme) for theme in themes)
        return Row(group.say(self.words.language), (names, told.text, self.verdict(attributes)), told.notes)

    def verdict(self, attributes: tuple[str, ...]) -> str:
        """What may be concluded from the absence of a value in these lists."""
        states = {attribute: self.states.get(attribute, set()) for attribute in attributes}
        if any("open" in state for state in states.values()):
            text = OPEN
        else:
            # The themes of a goal are as complete as the goal, unless they are said to be open.
            text = MISSING if all(states[each] for each in attributes if each != terms.theme) else UNSAID
        return text.say(self.words.language)

    def lists(self) -> Iterator[Text]:
        """Which of its lists are open, and which are complete."""
        for state, text in STATES.items():
            known = (name for attribute, name in LISTS.items() if state in self.states.get(attribute, ()))
            names = self.words.marks.enumeration.join(self.words.say(*name) for name in known)
            if names:
                yield text.format(lists=names)
