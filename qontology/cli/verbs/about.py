"""``qontology`` itself: its versions, the places of its files, and the list of verbs as its help."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ... import __version__, assets
from ..help_layout import ListedHelp, page_width
from ..lines import named_lines
from ..output import write
from ..parser import VERBS, Command, Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The options of the bare command, and the verbs below them."""
    say = parser.say
    parser.usage = f"qontology [--version] [--paths] [--lang {{en,zh,both}}] {say('VERB ...', '命令 ……')}"
    parser.formatter_class = ListedHelp
    size = max(map(len, VERBS))
    width = page_width()
    verbs = [
        line for verb, text in VERBS.items() for line in named_lines(verb, text.say(parser.language), size, width, 2)
    ]
    more = say("qontology VERB --help tells more of one", "用 qontology 命令 --help 查看详情")
    parser.epilog = "\n".join([say("verbs:", "命令："), *verbs, "", more])
    told = parser.add_mutually_exclusive_group()
    told.add_argument("--version", action="store_true", help=say("print the version", "显示版本"))
    told.add_argument(
        "--paths", action="store_true", help=say("print where the shipped files lie", "显示随附文件的位置")
    )


def run(arguments: Namespace) -> int:
    """Prints what was asked for, else the help."""
    if arguments.version:
        write(f"qontology {__version__}")
    elif arguments.paths:
        folders = (*assets.FOLDERS, assets.EXAMPLES)
        write("\n".join(f"{Path(folder).name:9} {assets.root() / folder}" for folder in folders))
    else:
        write(Command.help(None, arguments.lang))
    return 0
