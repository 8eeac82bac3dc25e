"""``qontology site``: the graph as static pages in both languages, to be opened from a disk or put on any server."""

from __future__ import annotations

from argparse import Namespace

from ...errors import InputError
from ...language import Text
from ...reading import files_of
from ...site import files, single_file, write
from ...writing import chosen, tell
from ..options import add_graph, chosen_copy
from ..output import is_folder
from ..output import write as write_file
from ..parser import Parser, no_effect
from ..progress import progress

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb; the pages are in both languages, ``--lang`` is that of what the verb says."""
    say = parser.say
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("PLACE", "位置"),
        help=say(
            "write the pages into this folder, or the explorer into this file (required)",
            "将页面写入该文件夹，或将单文件浏览器写入该文件（必需）",
        ),
    )
    parser.add_argument(
        "--single-file",
        action="store_true",
        help=say(
            "write the explorer alone: one HTML file that compares, asks and takes files of your own without a server",
            "只写单文件浏览器：一个 HTML 文件，无需服务器即可比较、查询和加入自有文件",
        ),
    )
    add_graph(parser)
    parser.add_argument(
        "--base",
        metavar="URL",
        default="",
        help=say(
            "the address at which the pages will stand, for whole links and a site map",
            "页面将发布的地址，用于完整链接和站点地图",
        ),
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help=say("write into a folder that holds other files too", "即使文件夹中有其他文件也写入"),
    )


def run(arguments: Namespace) -> int:
    """Writes the pages or the explorer, and says where."""
    if arguments.single_file:
        return run_single(arguments)
    if not is_folder(arguments.output):
        raise InputError(
            Text("a site is a folder of files", "站点由一个文件夹中的多个文件组成"),
            remedy=Text(
                "name the folder with -o; --single-file writes one HTML file",
                "请用 -o 指定文件夹；--single-file 可写成单个 HTML 文件",
            ),
            file=None if arguments.output == "-" else arguments.output,
        )
    with progress(Text("writing pages", "正在写入页面"), arguments.lang):
        made = files(chosen_copy(arguments), arguments.base)
        number = write(made, arguments.output, force=arguments.force)
    said = Text(f"{number} files written to {arguments.output}", f"已将 {number} 个文件写入 {arguments.output}")
    tell(said.say(arguments.lang))
    return 0


def run_single(arguments: Namespace) -> int:
    """Writes the explorer and says where."""
    for option, value in (("--base", arguments.base), ("--force", arguments.force)):
        if value:
            raise no_effect(option, "--single-file")
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("the explorer is a file", "单文件浏览器须写入文件"),
            remedy=Text("name it with -o, such as -o explorer.html", "请用 -o 指定文件，例如 -o explorer.html"),
        )
    chosen(["html"], target=arguments.output)
    with progress(Text("writing the explorer", "正在写入单文件浏览器"), arguments.lang):
        made = single_file(chosen_copy(arguments))
        write_file(made, arguments.output, inputs=files_of(arguments.data))
    size = f"{len(made) / 1_000_000:.1f}"
    said = Text(f"{arguments.output} written ({size} MB)", f"已写入 {arguments.output}（{size} MB）")
    tell(said.say(arguments.lang))
    return 0
