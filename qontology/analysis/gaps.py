"""What an alliance names as a goal and nothing of its own serves, and what its peers name that it does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from .. import terms
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..namespaces import Term
from ..telling.tables import Row, Sheet, spoken
from ..telling.words import Evidence, Told, Voice, numbers
from .arguments import as_alliance
from .compare import facts

__all__ = ["gaps"]

UNSERVED = Text("not served by its own", "自身无承接")
PURSUED = Text("named by peers only", "仅同类联盟提出")

GOAL = Text("Goal “{goal}”", "目标“{goal}”")
PEER = Text("{peer}: goal “{goal}”", "{peer}：目标“{goal}”")
NO_THEME = Text("It names no theme by which it could be matched.", "该目标未点明主题，无从对应。")
NOBODY = Text(
    "No body or initiative of its own has the theme, nor a narrower or broader one.",
    "其机构和举措均无该主题，也无其上位或下位主题。",
)
FITS = {
    "narrower": Text("Served in part, by a narrower theme: {names}.", "由下位主题部分承接：{names}。"),
    "broader": Text("Perhaps served, by a broader theme: {names}.", "或由上位主题承接：{names}。"),
}
SERVED = Text("Served by {names}.", "承接者：{names}。")
NOT_SERVED = Text("The graph knows no body or initiative for it.", "图谱中未见承接的机构或举措。")
NEAR = Text("The alliance itself names a theme close by: {names}.", "本联盟提出了相近的主题：{names}。")

# The lists on which a verdict rests, and how it reads.
LISTS = {
    terms.bodyOf: Text("bodies", "机构"),
    terms.initiative: Text("initiatives", "举措"),
    terms.goal: Text("goals", "目标"),
    terms.theme: Text("themes of its goals", "目标主题"),
}
MISSING = Text("missing: complete list", "确无：清单完整")
OPEN = Text("undecided: open list", "未决：清单未列尽")
UNSAID = Text("undecided: perhaps not all listed", "未决：清单未必完整")
STATES = {
    "open": Text("Its sources leave open: {lists}.", "来源未列尽：{lists}。"),
    "closed": Text("Its sources call complete: {lists}.", "来源说明完整：{lists}。"),
}
REMARKS = (
    Text(
        "What is not in the graph may well be in the world: it counts as missing only where a source calls its list "
        "complete; where the list is open, or nobody says whether it is complete, the gap is undecided.",
        "图谱中没有不等于现实中没有：只有来源说明清单完整时，才判定为确无；清单未列尽或未说明是否完整的，不作判定。",
    ),
    Text(
        "A body or initiative serves a goal where it, or one of its tasks, has the theme of the goal. Peers are the "
        "alliances with the same formation mode.",
        "机构、举措或其任务具有目标的主题，即视为承接该目标。同类联盟指组建模式相同的联盟。",
    ),
)


def gaps(graph: KnowledgeGraph, alliance: str, *, language: Language = "en") -> Sheet:
    """Two groups of rows: goals that nothing of its own serves, and themes that its peers name and it does not.

    Each row explains what the graph knows, on what evidence, and what follows. For an alliance of your own, take a
    graph from :func:`~qontology.analysis.load_with`.

    >>> from qontology import load
    >>> gaps(load(), "QIC").rows[0].cells[0]
    'enterprise incubation; R&D and technological innovation; workforce and talent'

    :raises InputError: where there is no such alliance.
    """
    chosen = as_alliance(graph, alliance)
    return spoken(lambda tongue: Gaps(graph, chosen, tongue).sheet(), language)


class Gaps:
    """The gaps of one alliance, and how they are told."""

    def __init__(self, graph: KnowledgeGraph, alliance: NamedNode, language: Language) -> None:
        self.graph = graph
        self.alliance = alliance
        self.voice = Voice(graph, language)
        self.evidence = Evidence(graph, self.voice)
        self.states: dict[str, set[str]] = {}
        for _, attribute, completeness, *_ in self.asked("compare/lists"):
            if attribute and completeness:
                self.states.setdefault(attribute.value, set()).add(completeness.value.rpartition("/")[2])

    def sheet(self) -> Sheet:
        """All rows, with remarks and notes."""
        say = self.voice.say
        name = self.voice.short(self.alliance)
        rows = (*self.unserved(), *self.pursued())
        peers = self.voice.listed(map(self.voice.short, self.peers()))
        who = Text(f"Peers of {name}: {peers}.", f"{name}的同类联盟：{peers}。")
        nobody = Text(
            f"{name} has no peers here: nobody has assessed its formation mode, or no other alliance has the same.",
            f"{name}在此没有同类联盟：其组建模式未经判定，或没有其他联盟属于同一模式。",
        )
        columns = (
            say("gap", "缺口"),
            say("theme", "主题"),
            say("what the graph knows", "图谱所知"),
            say("verdict", "判定"),
        )
        return Sheet(
            say(f"Gaps of {name}, as far as the graph knows", f"就图谱所知，{name}的缺口"),
            columns,
            rows,
            tuple(remark.say(self.voice.language) for remark in (*REMARKS, *self.lists(), who if peers else nobody)),
            tuple(self.evidence.notes),
        )

    def asked(self, name: str) -> tuple[tuple[Term | None, ...], ...]:
        """The answer to a question about this alliance, which needs no name."""
        return self.graph.select(self.graph.library.get(name).bind({"alliance": self.alliance})).rows

    def peers(self) -> list[NamedNode]:
        """The other alliances with its formation mode."""
        modes = [
            (fact.alliance, fact.value)
            for fact in facts(self.graph, "formation", None)
            if fact.attribute == terms.formationMode and not fact.rival
        ]
        own = {mode for alliance, mode in modes if alliance == self.alliance}
        others = (alliance for alliance, mode in modes if mode in own and alliance != self.alliance)
        return [alliance for alliance in dict.fromkeys(others) if isinstance(alliance, NamedNode)]

    def unserved(self) -> Iterator[Row]:
        """Goals with a theme that no body or initiative has; themes of a goal with the same finding stand together."""
        fits: dict[tuple[Term | None, Term | None], dict[str, list[tuple[Term | None, ...]]]] = {}
        for _, goal, theme, fit, *way in self.asked("compare/goal-service"):
            if fit is not None:
                fits.setdefault((goal, theme), {}).setdefault(fit.value, []).append(tuple(way))
        themes: dict[object, list[tuple[Term | None, Term | None]]] = {}
        for (goal, theme), found in fits.items():
            if "same" not in found:
                themes.setdefault((goal, tuple(map(str, found.items()))), []).append((goal, theme))
        for concerned in themes.values():
            goal, theme = concerned[0]
            told = self.finding(goal, theme, fits[goal, theme])
            yield self.row(UNSERVED, (theme for _, theme in concerned), told, (terms.bodyOf, terms.initiative))

    def finding(self, goal: Term | None, theme: Term | None, found: dict[str, list[tuple[Term | None, ...]]]) -> Told:
        """What the graph knows of a goal and a theme of it that nothing serves exactly."""
        head = self.evidence.told(GOAL.format(goal=self.voice.name(goal)).say(self.voice.language), [goal])
        ways = [self.servers(FITS[fit], found[fit]) for fit in FITS if fit in found]
        return self.sentences(head, ways or [Told((NOBODY if theme else NO_THEME).say(self.voice.language))])

    def pursued(self) -> Iterator[Row]:
        """Themes that goals of peers have and its own have not, with what the peers do about them."""
        themes: dict[Term | None, list[tuple[Term | None, ...]]] = {}
        for _, _, theme, *rest in self.asked("compare/peer-themes"):
            themes.setdefault(theme, []).append(tuple(rest))
        for theme, found in themes.items():
            parts = []
            for peer, goal in dict.fromkeys((peer, goal) for _, peer, goal, _, _ in found):
                ways = [(None, server, carrier) for _, who, _, server, carrier in found if who == peer and server]
                words = PEER.format(peer=self.voice.short(peer), goal=self.voice.name(goal)).say(self.voice.language)
                served = self.servers(SERVED, ways) if ways else Told(NOT_SERVED.say(self.voice.language))
                parts.append(self.sentences(self.evidence.told(words, [goal]), [served]))
            near = self.voice.listed(self.voice.name(term) for term, *_ in found if term)
            if near:
                parts.append(Told(NEAR.format(names=near).say(self.voice.language)))
            told = Told(self.voice.say(" ", "").join(part.text for part in parts), numbers(parts))
            yield self.row(PURSUED, [theme], told, (terms.goal, terms.theme))

    def servers(self, sentence: Text, ways: Iterable[tuple[Term | None, ...]]) -> Told:
        """A sentence that names bodies and initiatives, each with its notes and the theme through which it serves."""
        by_server: dict[Term | None, list[tuple[Term | None, Term | None]]] = {}
        for through, server, carrier in ways:
            by_server.setdefault(server, []).append((through, carrier))
        names = [
            self.evidence.told(
                self.voice.bracketed(self.voice.name(server), [self.voice.name(through) for through, _ in found]),
                [carrier for _, carrier in found],
            )
            for server, found in by_server.items()
        ]
        said = sentence.format(names=self.voice.listed(name.text for name in names)).say(self.voice.language)
        return Told(said, numbers(names))

    def sentences(self, head: Told, others: list[Told]) -> Told:
        """A goal, and the sentences about it, as one text."""
        text = head.text + self.voice.say(". ", "。") + self.voice.say(" ", "").join(other.text for other in others)
        return Told(text, numbers([head, *others]))

    def row(self, group: Text, themes: Iterable[Term | None], told: Told, attributes: tuple[str, ...]) -> Row:
        """One row, with the verdict that these lists of the alliance allow."""
        names = self.voice.listed(self.voice.name(theme) for theme in themes)
        return Row(group.say(self.voice.language), (names, told.text, self.verdict(attributes)), told.notes)

    def verdict(self, attributes: tuple[str, ...]) -> str:
        """What may be concluded from the absence of a value in these lists."""
        states = {attribute: self.states.get(attribute, set()) for attribute in attributes}
        if any("open" in state for state in states.values()):
            text = OPEN
        else:
            # The themes of a goal are as complete as the goal, unless they are said to be open.
            text = MISSING if all(states[each] for each in attributes if each != terms.theme) else UNSAID
        return text.say(self.voice.language)

    def lists(self) -> Iterator[Text]:
        """Which of its lists are open, and which are complete."""
        for state, text in STATES.items():
            names = [name for attribute, name in LISTS.items() if state in self.states.get(attribute, set())]
            if names:
                yield Text(
                    text.en.format(lists=", ".join(name.en for name in names)),
                    text.zh.format(lists="、".join(name.zh for name in names)),
                )
