"""Leads: the answer first, in sentences made from the rows of a comparison, each with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pyoxigraph import NamedNode

from .. import terms
from ..language import Text
from .evidence import Evidence
from .facts import Facts
from .rows import Fact, grouped, number_of
from .sentences import FEW, MOST, Lead, Sentences
from .words import Words

__all__ = ["SIZES", "Leads"]

# What tells the size of an alliance, the most telling first.
SIZES = tuple(
    NamedNode(terms.PREFIXES["counted"] + name)
    for name in ("member", "full-member", "company", "partner", "founding-member", "founding-company")
)
THEMES = Text("themes", "个主题")
# Of places a sentence names more than of other things.
MOST_PLACES = 8


class Leads(Sentences):
    """What there is to say first of some alliances in one language; nothing where the facts do not carry it.

    >>> from qontology import load
    >>> from qontology.telling import Evidence, Words
    >>> graph = load()
    >>> both = [graph.find_of("qo:Alliance", name) for name in ("QUTAC", "QED-C")]
    >>> leads = Leads(Evidence(Words(graph, "en")), Facts(graph), both)
    >>> [lead.text for lead in leads.modes()]
    ['Of these 2 alliances, 1 is company-led (QUTAC), 1 government-led (QED-C) [1].']
    """

    def __init__(
        self, evidence: Evidence, facts: Facts, alliances: Sequence[NamedNode], words: Words | None = None
    ) -> None:
        super().__init__(evidence, alliances, words)
        self.facts = facts

    def foundings(self) -> Iterator[Lead]:
        """When they were founded: the first and the last, and those of which no source tells."""
        dated = [fact for each in self.alliances for fact in self.facts.of(each, terms.hasFounding)[:1] if fact.when]
        dated.sort(key=lambda fact: (fact.when or "", fact.alliance.value))
        if not dated:
            return
        first, last = dated[0], dated[-1]
        (one, then), (other, later) = (
            (self.words.short(fact.alliance), self.date(fact.when)) for fact in (first, last)
        )
        if first is last:
            preposition = "on" if len(first.when or "") > len("2021-06") else "in"
            text = Text(f"{one} was founded {preposition} {then}", f"{one}成立于{then}")
        else:
            text = Text(
                f"The first of them to be founded was {one} ({then}), the last {other} ({later})",
                f"其中成立最早的是{one}（{then}），最晚的是{other}（{later}）",
            )
        rest = self.rest(dated, Text("; of {names} no source tells when", "；{names}的成立时间未知"))
        yield self.lead(text, [first.node, last.node], rest)

    def modes(self) -> Iterator[Lead]:
        """How many of them are of which formation mode."""
        found = [fact for each in self.alliances for fact in self.facts.of(each, terms.formationMode)]
        by_mode = grouped(found, lambda fact: fact.value)
        having = {mode: dict.fromkeys(fact.alliance for fact in same) for mode, same in by_mode.items()}
        order = sorted(having, key=lambda mode: (-len(having[mode]), mode.value))
        if not order:
            return
        parts = [
            Text(
                f"{len(having[mode])}{self.verb(having[mode]) if mode == order[0] else ''} {self.words.name(mode)}"
                f" ({self.listed(having[mode])})",
                f"{len(having[mode])}家为{self.words.name(mode)}（{self.listed(having[mode])}）",
            )
            for mode in order
        ]
        number = len(self.alliances)
        text = Text(
            f"Of these {number} alliances, {', '.join(part.en for part in parts)}",
            f"这{number}家联盟中，{'，'.join(part.zh for part in parts)}",
        )
        if number == 1:
            name, mode = self.names(self.alliances), self.words.listed(map(self.words.name, order))
            text = Text(f"{name} is {mode}", f"{name}的组建模式为{mode}")
        rest = self.rest(found, Text("; nobody has assessed {names}", "；{names}的组建模式未经判定"))
        yield self.lead(text, [fact.node for fact in found], rest)

    def themes(self) -> Iterator[Lead]:
        """In which themes their goals meet."""
        found = [fact for each in self.alliances for fact in self.facts.of(each, terms.theme)]
        by_theme = grouped(found, lambda fact: fact.value)
        having = {theme: list(dict.fromkeys(fact.alliance for fact in same)) for theme, same in by_theme.items()}
        known = len({fact.alliance for fact in found})
        most = max(map(len, having.values()), default=0)
        top = sorted((theme for theme in having if len(having[theme]) == most), key=self.words.name)
        # Notes have the same numbers in both languages, in which the names have another order.
        nodes = [fact.node for theme in sorted(top, key=str) for fact in by_theme[theme]]
        rest = self.rest(found, Text("; of {names} no goal is known", "；{names}的目标未知"))
        if known == 1:
            name, themes = self.names(having[top[0]]), self.names(top, THEMES)
            yield self.lead(Text(f"The goals of {name} name {themes}", f"{name}的目标提出{themes}"), nodes, rest)
        elif most == 1:
            text = Text("The goals of no two of them name the same theme", "没有两家联盟的目标提出同一主题")
            yield self.lead(text, nodes, rest)
        elif most:
            themes = self.names(top, THEMES)
            who = self.words.bracketed("", [self.listed(having[top[0]])] if len(top) == 1 else [])
            text = Text(
                f"Their goals meet most in {themes}: {most} of {known} name {'it' if len(top) == 1 else 'each'}{who}",
                f"各联盟目标最集中于{themes}：{known}家中{'' if len(top) == 1 else '各'}有{most}家提出{who}",
            )
            yield self.lead(text, nodes, rest)

    def members(self) -> Iterator[Lead]:
        """How many members a source counts in each at the latest, the largest number first."""
        return self.sizes(
            Text("sources count", "来源"), Text("; no number is known of {names}", "；{names}的成员数未知")
        )

    def members_in(self, studies: Collection[NamedNode]) -> Iterator[Lead]:
        """The same as these studies have it."""
        name = self.names(studies)
        counting = Text(f"{name} counts", name)
        return self.sizes(counting, Text("; it gives no number for {names}", "；未给出{names}的成员数"), studies)

    def sizes(self, counting: Text, unknown: Text, studies: Collection[NamedNode] = ()) -> Iterator[Lead]:
        """The numbers of members that somebody counts, all sources or some."""
        latest = {}
        for alliance in self.alliances:
            told = self.facts.of(alliance, terms.hasCount)
            told = [fact for fact in told if not studies or self.evidence.rests_on(fact.node, studies)]
            counts = grouped(told, lambda fact: fact.detail)
            if best := next((counts[size] for size in SIZES if size in counts), None):
                latest[alliance] = max(best, key=lambda fact: (fact.when or "", number_of(fact.value)))
        order = sorted(latest.values(), key=lambda fact: (-number_of(fact.value), fact.alliance.value))
        if not order:
            return
        shown = order if len(order) <= MOST - 2 else order[:FEW]
        numbers = [self.counted(fact) for fact in shown] + [self.words.say("…", "……")] * (len(shown) < len(order))
        text = Text(
            f"Members, as {counting.en} them: {'; '.join(numbers)}", f"{counting.zh}所计成员数：{'；'.join(numbers)}"
        )
        rest = self.rest(order, unknown)
        yield self.lead(text, [fact.node for fact in shown], rest)

    def places(self) -> Iterator[Lead]:
        """Where most of them are based."""
        found = [fact for each in self.alliances for fact in self.widest(self.facts.of(each, terms.basedIn))]
        by_place = grouped(found, lambda fact: fact.value)
        having = {place: dict.fromkeys(fact.alliance for fact in same) for place, same in by_place.items()}
        order = sorted(having, key=lambda place: (-len(having[place]), place.value))
        if not order:
            return
        few = len(self.alliances) <= MOST
        shown = order if few or len(order) <= MOST_PLACES else order[:FEW]
        parts = [
            self.words.bracketed(
                self.words.name(place), [self.listed(having[place]) if few else str(len(having[place]))]
            )
            for place in shown
        ]
        more = len(order) > len(shown)
        listed = self.words.marks.semicolon.join(parts) + (self.words.say("; …", "；……") if more else "")
        text = Text(
            f"They are based in {len(order)} place{'s' * (len(order) != 1)}: {listed}",
            f"所在地共{len(order)}处：{listed}",
        )
        nodes = [fact.node for place in shown for fact in by_place[place]]
        yield self.lead(text, nodes, self.rest(found, Text("; of {names} no place is known", "；{names}的所在地未知")))

    def widest(self, based: Sequence[Fact]) -> list[Fact]:
        """The places of one alliance without those that lie in another of them."""
        around = self.words.things.around
        return [fact for fact in based if not any(other.value in around(fact.value) for other in based)]

    def initiatives(self) -> Iterator[Lead]:
        """How many initiatives are known of each, the most first."""
        known = {each: self.facts.of(each, terms.hasInitiative) for each in self.alliances}
        number = {each: len({fact.value for fact in facts}) for each, facts in known.items() if facts}
        order = sorted(number, key=lambda each: (-number[each], each.value))
        if not order:
            return
        numbers = [f"{self.words.short(each)} {number[each]}" for each in order[:MOST]]
        listed = self.words.marks.semicolon.join(numbers)
        text = Text(f"Initiatives known by name: {listed}", f"已知举措数：{listed}")
        found = [known[each][0] for each in order]
        rest = self.rest(found, Text("; of {names} none is known", "；{names}的举措未知"))
        yield self.lead(text, [fact.node for each in order[:MOST] for fact in known[each]], rest)

    def counted(self, fact: Fact) -> str:
        """An alliance with its number and its bound, what is counted if not simply members, and its date."""
        same = (other for other in self.facts.of(fact.alliance, terms.hasCount) if other.node == fact.node)
        kind = self.words.name(fact.detail) if fact.detail != SIZES[0] else ""
        number, rest = self.words.counted(fact.value, (other.qualifier for other in same))
        return self.words.bracketed(f"{self.words.short(fact.alliance)} {number}", [kind, *rest, self.date(fact.when)])
