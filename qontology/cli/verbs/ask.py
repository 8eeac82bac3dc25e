"""``qontology ask``: a question in words, led to the question of the library that it means."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator

from ...characters import wrap
from ...errors import InputError
from ...knowledge import KnowledgeGraph
from ...knowledge.asking import ENOUGH, Candidate, candidates, clear
from ...knowledge.spelling import Lexicon
from ...knowledge.unanswered import compared, elsewhere, unheard
from ...knowledge.words import as_typed
from ...language import MARKS, Language, Text
from ...reading import files_of
from ...tables import FORMATS, Table
from ...writing import tell
from ..answers import answered
from ..lines import command_lines, typed
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]

NEAR = 3
"""How many other questions are named."""
NEARLY = 0.9
"""What part of the fit of a question without rows another must have to answer in its place."""
POSSIBLE = 0.3
"""The least fit of a question that is named, where none is an answer."""
WITHOUT = Text("the graph has no rows for: ", "图谱中没有以下查询的结果：")
LOOK = {
    "compare": Text("sets them side by side", "并列比较"),
    "gaps": Text(
        "tells which of its goals nothing serves, and what peers do", "查看哪些目标无所承接、同类联盟有何作为"
    ),
    "show": Text("tells all that is known of it", "查看其全部已知内容"),
}
"""What the verbs do that tell what no question of the library does."""
READ = Text("read as: ", "理解为：")
PASSED_OVER = Text("not taken into account: ", "未计入的字词：")


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
    """Answers by the one question of the library that is meant, and says which it was and what it left aside."""
    graph = chosen_graph(arguments)
    said = " ".join(arguments.words)
    asked = Lexicon(graph).mended(said)
    look = elsewhere(graph, asked)
    found = [] if compared(graph, asked) else candidates(graph, asked)
    meant = clear(found)
    if meant is None:
        names = unheard(graph, asked, found[0].left) if found and found[0].fit < ENOUGH else {}
        raise misspelt(asked, names) if names else unclear(said, found, arguments, look)
    meant, table, empty = answering(graph, meant, found, arguments.lang)
    columns = screen() if arguments.output is None else None
    lines = command_lines(command(meant, arguments), columns)
    for note in notes(said, asked, meant, empty, arguments.lang):
        if arguments.format == "table":
            lines += wrap(note, columns) if columns else [note]
        else:
            tell(note)
    answer = answered(meant.question.title.say(arguments.lang), table, arguments, graph, "\n".join(lines), summed=True)
    if isinstance(answer, str) and arguments.format == "table":
        near = [each for each in found if each is not meant and each.fit >= ENOUGH]
        answer += others(near[:NEAR], arguments, columns)
    write(answer, arguments.output, files_of(arguments.data))
    return 0


def answering(
    graph: KnowledgeGraph, meant: Candidate, found: list[Candidate], language: Language
) -> tuple[Candidate, Table, list[Candidate]]:
    """The question that answers with its rows, and those that fit better or nearly as well and have none."""
    table = graph.query(meant.question.id, language=language, **meant.values)
    empty = [meant]
    enough = max(ENOUGH, NEARLY * meant.fit)
    for other in (each for each in found[1:] if each.fit >= enough and each.focus and not each.missing):
        if len(table) or len(empty) > NEAR:
            break
        if len(rows := graph.query(other.question.id, language=language, **other.values)):
            return other, rows, empty
        empty.append(other)
    return meant, table, []


def notes(said: str, asked: str, meant: Candidate, empty: list[Candidate], language: Language) -> Iterator[str]:
    """How the words were read where that is not as they were typed, and what the answer leaves aside."""
    marks = MARKS[language]
    if asked != said:
        yield READ.say(language) + asked
    if left := as_typed(asked, meant.left):
        yield PASSED_OVER.say(language) + marks.enumeration.join(left)
    if empty:
        yield WITHOUT.say(language) + marks.semicolon.join(each.question.title.say(language) for each in empty)


def command(candidate: Candidate, arguments: Namespace) -> list[str]:
    """What to type for the same answer, word by word."""
    values = [f"{name}={value}" for name, value in candidate.values.items()]
    return ["qontology", "query", candidate.question.id, *values, *graph_options(arguments)]


def graph_options(arguments: Namespace) -> list[str]:
    """The options that say which graph is asked, word by word."""
    files = [word for file in arguments.data for word in ("--data", file)]
    endpoint = ["--endpoint", arguments.endpoint] if arguments.endpoint else []
    graphs = [word for graph in arguments.graph for word in ("--graph", graph)]
    return [*files, *endpoint, *graphs]


def others(near: list[Candidate], arguments: Namespace, columns: int | None) -> str:
    """Other questions that may be meant, with what to type for each; nothing where there are none."""
    lines = ["", Text("Other questions that come near:", "意思相近的其他查询：").say(arguments.lang)]
    for each in near:
        lines += command_lines(command(each, arguments), columns, 2)
        title = each.question.title.say(arguments.lang)
        lines += [f"    {line}" for line in (wrap(title, columns - 4) if columns else [title])]
    return "\n".join([*lines, ""]) if near else ""


def misspelt(asked: str, names: dict[str, list[str]]) -> InputError:
    """The error for words that may be meant as names and are none, with the names that come near."""
    told = [(word, names[word]) for word in names]
    called = Text(
        "; ".join(f"nothing here is called {word}; near it: {', '.join(near)}" for word, near in told),
        "；".join(f"没有名为“{word}”的事物，相近的有：{'、'.join(near)}" for word, near in told),
    )
    again = asked
    for word, (first, *_) in told:
        whole = re.compile(rf"\b{re.escape(word)}\b" if word.isascii() else word, re.IGNORECASE)
        again = first.join(whole.split(again))
    command = typed(["qontology", "ask", again])
    return InputError(called, remedy=Text(f"ask again, such as {command}", f"请改写后再问，例如 {command}"))


def unclear(asked: str, found: list[Candidate], arguments: Namespace, look: list[str]) -> InputError:
    """The error for words that mean no question of the library, or more than one; what is spoken of can be shown."""
    near = [each for each in found if each.fit >= ENOUGH and each.focus and not each.missing][:NEAR]
    if near:
        commands = [typed(command(each, arguments)) for each in near]
        return InputError(
            Text(f"“{asked}” may mean more than one question, or one of these", f"“{asked}”可能对应以下查询之一"),
            remedy=Text(f"type {' or '.join(commands)}", f"请输入 {' 或 '.join(commands)}"),
        )
    nothing = Text(f"no question of the library fits “{asked}”", f"查询库中没有与“{asked}”相符的查询")
    possible = [each for each in found if each.fit >= POSSIBLE and each.focus and not each.missing][:NEAR]
    if possible:
        nearest = " / ".join(typed(command(each, arguments)) for each in possible)
        nothing = Text(f"{nothing.en}; the nearest: {nearest}", f"{nothing.zh}；最接近的是：{nearest}")
    if look:
        does = LOOK[look[0]]
        return InputError(
            nothing,
            remedy=Text(
                f"{typed(['qontology', *look])} {does.en}; qontology query --list names all questions",
                f"用 {typed(['qontology', *look])} {does.zh}；用 qontology query --list 查看全部查询",
            ),
        )
    return InputError(
        nothing,
        remedy=Text(
            "qontology query --list names all; qontology show NAME tells all that is known of one thing",
            "用 qontology query --list 查看全部查询；用 qontology show 名称 查看某一事物的全部已知内容",
        ),
    )
