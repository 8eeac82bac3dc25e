"""``qontology tour``: the main job in one go, on one screen."""

from __future__ import annotations

from argparse import Namespace

from ... import assets
from ...analysis import overview
from ...characters import columns, wrap
from ...knowledge import load
from ...language import Text
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
    lines = [*wrap(head.say(language), page), "", overview(graph, language).to_table().to_text(page), ""]
    size = max(columns(command) for command, _ in NEXT) + 2
    for command, text in NEXT:
        line = f"{command}{' ' * (size - columns(command))}{text.say(language)}"
        lines += [f"  {part}" for part in wrap(line, page - 2, size)]
    write("\n".join(lines))
    return 0 if report.conforms else 1


NEXT = (
    ("qontology show QUTAC", Text("all that is known of one alliance, with its evidence", "某一联盟的全部内容及依据")),
    ("qontology query --list", Text("the questions that the graph answers", "图谱能够回答的问题")),
    ("qontology search 量子计算", Text("names in both languages", "按中英文名称查找")),
    ("qontology validate my-alliance.ttl", Text("check a file of your own", "校验自己的文件")),
)
