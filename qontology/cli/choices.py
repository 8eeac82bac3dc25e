"""Options that choose among alliances, by kind, place, mode, theme and founding: the same in every verb."""

from __future__ import annotations

from argparse import Namespace
from typing import NamedTuple

from ..analysis import choose
from ..errors import InputError
from ..knowledge import KnowledgeGraph
from ..language import Language, Text
from ..telling.tables import AnnotatedTable
from .parser import Parser

__all__ = ["MOST", "PEERS", "Chosen", "add_choices", "chosen_alliances", "given"]

MOST = 8
"""So many alliances can be compared on a page; of more, those are of which most is known."""

ALLIANCES, PEERS = Text("alliances", "联盟"), Text("peers", "同类联盟")

# The parameter of the directory, what stands for its value, and what the option does.
CHOICES = {
    "--kind": ("kind", Text("KIND", "类型"), Text("only {who} of this kind", "只取该类型的{who}")),
    "--place": (
        "place",
        Text("PLACE", "地点"),
        Text("only {who} of this country or region", "只取该国家或地区的{who}"),
    ),
    "--mode": ("mode", Text("MODE", "模式"), Text("only {who} formed in this way", "只取以该模式组建的{who}")),
    "--theme": (
        "theme",
        Text("THEME", "主题"),
        Text("only {who} with a goal of this theme", "只取有该主题目标的{who}"),
    ),
    "--founded": (
        "founded",
        Text("DATE", "日期"),
        Text("only {who} founded in this year, month or day", "只取在该年、月或日成立的{who}"),
    ),
    "--from": ("since", Text("DATE", "日期"), Text("only {who} founded then or later", "只取该日期起成立的{who}")),
    "--to": ("until", Text("DATE", "日期"), Text("only {who} founded by then", "只取截至该日期成立的{who}")),
}
PERIOD = ("since", "until")
ALSO = {"--place": ("--country",)}
"""Other names of options."""


class Chosen(NamedTuple):
    """The alliances to look at, as names, and how many more there are that fit."""

    names: tuple[str, ...]
    more: int = 0

    def told(self, table: AnnotatedTable, language: Language, option: str) -> AnnotatedTable:
        """The table; where alliances were left out, its first sentence says so, and how to have others or all."""
        if not self.more:
            return table
        here, fitting = len(self.names), len(self.names) + self.more
        said = Text(
            f"{fitting} alliances fit; here are the {here} of which most is known. Narrow the choice or name some;"
            f" {option} tells of all.",
            f"符合条件的联盟共{fitting}家，此处为已知内容最多的{here}家。可缩小范围或指名联盟；{option}列出全部。",
        )
        return table._replace(leads=(said.say(language), *table.leads))


def add_choices(parser: Parser, *, period: bool = True, who: Text = ALLIANCES) -> None:
    """The options, which say who is chosen; without ``period``, those of the founding are left to the verb."""
    say = parser.say
    for option, (name, metavar, does) in CHOICES.items():
        if period or name not in PERIOD:
            told = Text(does.en.format(who=who.en), does.zh.format(who=who.zh))
            names = (option, *ALSO.get(option, ()))
            parser.add_argument(*names, dest=f"chosen_{name}", metavar=say(*metavar), help=say(*told))
    if period:
        parser.add_idle("chosen_founded", *(f"chosen_{name}" for name in PERIOD))


def given(arguments: Namespace) -> dict[str, str]:
    """What is chosen by, as the directory takes it: a date of founding is a period that begins and ends there."""
    values = {name: getattr(arguments, f"chosen_{name}", None) for name, _, _ in CHOICES.values()}
    if founded := values.pop("founded"):
        values |= dict.fromkeys(PERIOD, founded)
    return {name: value for name, value in values.items() if value is not None}


def chosen_alliances(
    arguments: Namespace, graph: KnowledgeGraph, named: tuple[str, ...] | None = None, *, most: int | None = None
) -> Chosen:
    """The alliances that are named and, behind them, those that fit the options, ``most`` together.

    Nothing is chosen where there is no such option, and a verb keeps to what it does without names.

    :raises InputError: where no alliance fits.
    """
    first = tuple(arguments.alliances) if named is None else named
    choice = given(arguments)
    if not choice:
        return Chosen(first)
    fitting = choose(graph, **choice)
    if not fitting:
        options = {name: option for option, (name, _, _) in CHOICES.items()}
        asked = " ".join(f"{options[name]} {value}" for name, value in choice.items())
        raise InputError(
            Text(f"no alliance in the graph fits {asked}", f"图谱中没有符合 {asked} 的联盟"),
            remedy=Text("qontology list alliances lists all", "用 qontology list alliances 查看全部联盟"),
        )
    known = {graph.find_of("qo:Alliance", name).value for name in first}
    rest = [each for each in fitting if each not in known]
    room = len(rest) if most is None else max(most - len(first), 0)
    return Chosen((*first, *rest[:room]), len(rest[room:]))
