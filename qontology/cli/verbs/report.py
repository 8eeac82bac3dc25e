"""``qontology report``: tables, pictures and their sources in a folder, to be read, printed and handed on."""

from __future__ import annotations

from argparse import Namespace

from ...errors import InputError
from ...language import Text
from ...report import files, write
from ...report.drawing import check
from ...writing import tell
from ..options import add_endpoint, chosen_graph
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb; without ``--lang`` the report is in both languages."""
    say = parser.say
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("FOLDER", "文件夹"),
        help=say("write the report into this folder (required)", "将报告写入该文件夹（必需）"),
    )
    add_endpoint(parser)
    parser.set_defaults(lang="both")


def run(arguments: Namespace) -> int:
    """Writes the report and says where; without what draws, all but the pictures."""
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("a report is a folder of files", "报告由一个文件夹中的多个文件组成"),
            remedy=Text("name the folder with -o", "请用 -o 指定文件夹"),
        )
    graph = chosen_graph(arguments)
    try:
        check()
        illustrated = True
    except InputError as missing:
        reason = Text(f"no pictures: {missing.say('en')}", f"不含图片：{missing.say('zh')}")
        tell(reason.say(arguments.lang))
        illustrated = False
    contents = files(graph, arguments.lang, illustrated=illustrated)
    write(contents, arguments.output)
    said = Text(
        f"{len(contents)} files written to {arguments.output}", f"已将 {len(contents)} 个文件写入 {arguments.output}"
    )
    tell(said.say(arguments.lang))
    return 0
