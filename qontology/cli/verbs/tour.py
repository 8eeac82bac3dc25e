"""``qontology tour``: the main job in one go, on one screen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from ... import assets
from ...analysis import overview
from ...assets import program, shown
from ...characters import columns, wrap
from ...knowledge import load
from ...language import Language, Text
from ...validation import validate
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The verb has no arguments of its own."""


def run(arguments: Namespace) -> int:
    """Loads and validates what is shipped, compares the alliances, and says where to go on."""
    language = arguments.lang
    graph = load()
    report = validate(*assets.files("data"))
    number = len(report.findings)
    found = Text(f"findings: {number}", f"发现 {number} 个问题") if number else Text("no findings", "没有问题")
    head = Text(
        f"{len(graph)} triples loaded, data validated against the shapes: {found.en}.",
        f"已载入 {len(graph)} 条三元组，并按形状校验数据：{found.zh}。",
    )
    page = min(screen() or 100, 100)
    table = overview(graph, language).to_text(page)
    write("\n".join([*wrap(head.say(language), page), "", table, "", *next_steps(language, page)]))
    return 0 if report.conforms else 1


def next_steps(language: Language, page: int) -> Iterator[str]:
    """Lines that can be typed as they stand, with what they are for: behind them where there is room, else above."""
    steps = [(f"{program('qontology')} {line}", f"# {text.say(language)}") for line, text in NEXT]
    example = shown(assets.root() / EXAMPLE)
    steps.append((f"{program('qontology')} validate {example}", f"# {CHECK.say(language)}"))
    size = max(columns(line) for line, _ in steps) + 2
    beside = 2 + size + max(columns(text) for _, text in steps) <= page
    for line, text in steps:
        yield from [f"  {line}{' ' * (size - columns(line))}{text}"] if beside else [f"  {text}", f"  {line}"]


NEXT = (
    ("show QUTAC", Text("all of one alliance, with its evidence", "某一联盟的全部内容及依据")),
    ("query --list", Text("the questions that the graph answers", "图谱能够回答的问题")),
    ("search 量子计算", Text("names in both languages", "按中英文名称查找")),
)
EXAMPLE = f"{assets.EXAMPLES}/my-alliance.ttl"
CHECK = Text("check this file, or one of your own", "校验此文件或自己的文件")
