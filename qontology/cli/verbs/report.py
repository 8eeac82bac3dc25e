"""``qontology report``: findings, tables and pictures with their sources in a folder, to be read and shown."""

from __future__ import annotations

from argparse import Namespace

from ...errors import InputError
from ...language import Text
from ...reading import files_of
from ...report import files, missing, write
from ...writing import tell
from ..choices import add_choices, chosen_alliances
from ..options import add_alliances, add_endpoint, chosen_graph
from ..parser import Parser

__all__ = ["add_arguments", "run"]

PARTS = {
    "pictures": Text("pictures", "图片"),
    "slides": Text("slides", "幻灯片"),
    "workbook": Text("workbook", "工作簿"),
}


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb; without ``--lang`` the report is in both languages."""
    say = parser.say
    add_alliances(parser)
    add_choices(parser)
    parser.add_argument(
        "--as-of",
        metavar=say("DATE", "日期"),
        help=say("leave out what came certainly later: 2022 or 2022-06", "不列确定在此日期之后的内容，如 2022-06"),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("FOLDER", "文件夹"),
        help=say("write the report into this folder (required)", "将报告写入该文件夹（必需）"),
    )
    parser.add_argument(
        "--force", action="store_true", help=say("replace files that are there already", "替换已有的文件")
    )
    add_endpoint(parser)
    parser.set_defaults(lang="both")


def run(arguments: Namespace) -> int:
    """Writes the report and says where; what needs a library that is not installed is left out, and said to be."""
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("a report is a folder of files", "报告由一个文件夹中的多个文件组成"),
            remedy=Text("name the folder with -o", "请用 -o 指定文件夹"),
        )
    graph = chosen_graph(arguments)
    without = missing()
    names = chosen_alliances(arguments, graph).names
    contents = files(graph, arguments.lang, names, as_of=arguments.as_of, without=without)
    write(contents, arguments.output, force=arguments.force, read=files_of(arguments.data))
    by_reason: dict[Text, list[Text]] = {}
    for part, error in without.items():
        by_reason.setdefault(Text(error.say("en"), error.say("zh")), []).append(PARTS[part])
    for reason, parts in by_reason.items():
        english, chinese = " and no ".join(part.en for part in parts), "、".join(part.zh for part in parts)
        tell(Text(f"no {english}: {reason.en}", f"不含{chinese}：{reason.zh}").say(arguments.lang))
    said = Text(
        f"{len(contents)} files written to {arguments.output}", f"已将 {len(contents)} 个文件写入 {arguments.output}"
    )
    tell(said.say(arguments.lang))
    return 0
