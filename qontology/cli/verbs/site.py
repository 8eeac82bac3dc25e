"""``qontology site``: the graph as static pages in both languages, to be opened from a disk or put on any server."""

from __future__ import annotations

from argparse import Namespace

from ...errors import InputError
from ...knowledge import load
from ...language import Text
from ...site import files, write
from ...writing import tell
from ..options import add_data
from ..parser import Parser
from ..progress import progress

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb; the pages are in both languages, ``--lang`` is that of what the verb says."""
    say = parser.say
    parser.add_argument(
        "-o",
        "--output",
        metavar=say("FOLDER", "文件夹"),
        help=say("write the pages into this folder (required)", "将页面写入该文件夹（必需）"),
    )
    add_data(parser)
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
    """Writes the pages and says where."""
    if arguments.output is None or arguments.output == "-":
        raise InputError(
            Text("a site is a folder of files", "站点由一个文件夹中的多个文件组成"),
            remedy=Text("name the folder with -o", "请用 -o 指定文件夹"),
        )
    with progress(Text("writing pages", "正在写入页面"), arguments.lang):
        made = files(load(*arguments.data), arguments.base)
        number = write(made, arguments.output, force=arguments.force)
    said = Text(f"{number} files written to {arguments.output}", f"已将 {number} 个文件写入 {arguments.output}")
    tell(said.say(arguments.lang))
    return 0
