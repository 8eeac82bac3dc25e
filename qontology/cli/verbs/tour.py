"""``qontology tour``: the main job in one go, on one screen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from shlex import split

from ... import assets
from ...analysis import overview
from ...assets import program, shown
from ...characters import columns, wrap
from ...findings import Severity
from ...knowledge import load
from ...language import Text
from ...validation import validate
from ..lines import command_lines, typed
from ..options import add_graph, chosen_graph, named_graphs, wait
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    add_graph(parser)


def run(arguments: Namespace) -> int:
    """Loads and validates what is shipped with files of one's own, or what an endpoint holds; compares the alliances,
    and says where to go on."""
    language = arguments.lang
    graph = chosen_graph(arguments)
    if arguments.endpoint:
        report = validate(endpoint=arguments.endpoint, graphs=named_graphs(arguments), timeout=wait(arguments))
    else:
        report = validate(*assets.files("data"), *arguments.data)
    number = len(report.at_least(Severity.WARNING))
    found = Text(f"findings: {number}", f"发现 {number} 个问题") if number else Text("no findings", "没有问题")
    loaded = Text(f"{len(graph)} triples loaded", f"已载入 {len(graph)} 条三元组")
    if arguments.endpoint:
        loaded = Text(f"{len(graph)} triples at the endpoint", f"端点中有 {len(graph)} 条三元组")
    head = Text(
        f"{loaded.en}, data validated against the shapes: {found.en}.", f"{loaded.zh}，并按形状校验数据：{found.zh}。"
    )
    page = min(screen() or 100, 100)
    table = overview(graph, language).to_text(page)
    write("\n".join([*wrap(head.say(language), page), "", table, "", *next_steps(arguments, page)]))
    return 1 if number else 0


def next_steps(arguments: Namespace, page: int) -> Iterator[str]:
    """Commands that can be typed, with what they are for: behind them where there is room, else above."""
    steps = [
        (split(program("qontology")) + words, f"# {text.say(arguments.lang)}") for words, text in steps_of(arguments)
    ]
    lines = [typed(words) for words, _ in steps]
    size = max(map(columns, lines)) + 2
    beside = 2 + size + max(columns(text) for _, text in steps) <= page
    for line, (words, text) in zip(lines, steps, strict=True):
        if beside:
            yield f"  {line}{' ' * (size - columns(line))}{text}"
        else:
            yield from (f"  {each}" for each in wrap(text, page - 2))
            yield from command_lines(words, page, 2)


def steps_of(arguments: Namespace) -> Iterator[tuple[list[str], Text]]:
    """The words of each command, with what it is for: on the graph that was asked for, about one's own alliance."""
    read = [word for file in arguments.data for word in ("--data", file)]
    remote = ["--endpoint", arguments.endpoint] if arguments.endpoint else []
    remote += [word for graph in arguments.graph for word in ("--graph", graph)]
    own = load(*arguments.data, with_shipped=False).names_of("qo:Alliance") if arguments.data else None
    name = own.short(min(own.things, key=str), arguments.lang) if own and own.things else "QUTAC"
    yield ["show", name, *read, *remote], Text("all of one alliance, with its evidence", "某一联盟的全部内容及依据")
    yield ["query", "--list"], Text("the questions that the graph answers", "图谱能够回答的问题")
    yield ["search", "量子计算", *read, *remote], Text("names in both languages", "按中英文名称查找")
    if remote:
        yield ["validate", *remote], Text("what is wrong, and how to mend it", "查看问题及处理办法")
    elif arguments.data:
        yield (
            ["validate", *arguments.data],
            Text("what is wrong, and where", "查看问题及位置"),
        )
    else:
        example = split(shown(assets.root() / EXAMPLE))
        yield ["validate", *example], Text("check this file, or one of your own", "校验此文件或自己的文件")


EXAMPLE = f"{assets.EXAMPLES}/my-alliance.ttl"
