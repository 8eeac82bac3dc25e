"""``qontology ask``: a question in words, led to the question of the library that it means."""

from __future__ import annotations

from argparse import Namespace

from ...errors import InputError
from ...knowledge.asking import ENOUGH, Candidate, candidates, clear
from ...language import Language, Text
from ...reading import files_of
from ...tables import FORMATS
from ..answers import answered
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]

NEAR = 3
"""How many other questions are named."""


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "words",
        nargs="+",
        metavar=say("WORD", "字词"),
        help=say("a question in English or Chinese", "中文或英文的问题"),
    )
    add_graph(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Answers by the one question of the library that is meant, and says which it was."""
    asked = " ".join(arguments.words)
    graph = chosen_graph(arguments)
    found = candidates(graph, asked)
    meant = clear(found)
    if meant is None:
        raise unclear(asked, found)
    table = graph.query(meant.question.id, language=arguments.lang, **meant.values)
    answer = answered(f"{meant.question.title.say(arguments.lang)}\n{command(meant)}", table, arguments)
    if isinstance(answer, str) and arguments.format == "table":
        near = [each for each in found if each is not meant and each.fit >= ENOUGH]
        answer += others(near[:NEAR], arguments.lang)
    write(answer, arguments.output, files_of(arguments.data))
    return 0


def command(candidate: Candidate) -> str:
    """What to type for the same answer."""
    from shlex import join

    values = [f"{name}={value}" for name, value in candidate.values.items()]
    return join(["qontology", "query", candidate.question.id, *values])


def others(near: list[Candidate], language: Language) -> str:
    """Other questions that may be meant, with what to type for each; nothing where there are none."""
    head = Text("Other questions that come near:", "意思相近的其他查询：").say(language)
    lines = [f"  {command(each)}\n    {each.question.title.say(language)}" for each in near]
    return "\n".join(["", head, *lines, ""]) if lines else ""


def unclear(asked: str, found: list[Candidate]) -> InputError:
    """The error for words that mean no question of the library, or more than one."""
    near = [each for each in found if each.fit >= ENOUGH and each.focus][:NEAR]
    if near:
        commands = [command(each) for each in near]
        return InputError(
            Text(f"“{asked}” may mean more than one question, or one of these", f"“{asked}”可能对应以下查询之一"),
            remedy=Text(f"type {' or '.join(commands)}", f"请输入 {' 或 '.join(commands)}"),
        )
    return InputError(
        Text(f"no question of the library fits “{asked}”", f"查询库中没有与“{asked}”相符的查询"),
        remedy=Text(
            "qontology query --list names all; qontology show NAME tells all that is known of one thing",
            "用 qontology query --list 查看全部查询；用 qontology show 名称 查看某一事物的全部已知内容",
        ),
    )
