"""``qontology fmt``: Turtle files in the one canonical layout."""

from __future__ import annotations

from argparse import Namespace
from os.path import realpath
from pathlib import Path

from ...errors import InputError
from ...language import Text
from ...reading.faults import of_system
from ...reading.raw import STANDARD_INPUT
from ...reading.sources import named
from ...reading.text import read_text
from ...turtle import format_turtle
from ...writing import tell, write_files
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "files",
        nargs="+",
        metavar=say("FILE", "文件"),
        help=say("Turtle files, folders of them, or - for standard input", "Turtle 文件、文件夹，或 -（标准输入）"),
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help=say("change nothing; name the files that would change", "不作修改，只列出版式不符的文件"),
    )


def run(arguments: Namespace) -> int:
    """Formats in place, or with ``--check`` gives exit code 1 where a file is not in the layout."""
    if arguments.files == ["-"]:
        before = read_text("-")
        after = format_turtle(before, file="-")
        if not arguments.check:
            write(after)
        return 1 if arguments.check and before != after else 0
    changes = [(path, text, format_turtle(text, file=str(path))) for path, text in texts(arguments.files)]
    changed: dict[str | Path, str] = {path: after for path, before, after in changes if before != after}
    if not arguments.check:
        write_files(changed)
    for path in changed:
        said = Text("would change", "版式不符") if arguments.check else Text("formatted", "已整理")
        tell(f"{path}{'：' if arguments.lang == 'zh' else ': '}{said.say(arguments.lang)}")
    return 1 if arguments.check and changed else 0


def texts(names: list[str]) -> list[tuple[Path, str]]:
    """The files that are named or lie in the folders that are named, with their texts, in order.

    :raises InputError: where one cannot be read, is not UTF-8, or a folder holds no Turtle file.
    """
    found: dict[str, tuple[Path, str]] = {}
    for name in names:
        path = named(name)
        with of_system(name):
            inside = sorted(file for file in path.rglob("*.ttl") if file.is_file()) if path.is_dir() else [path]
        if not inside:
            raise InputError(
                Text("holds no Turtle file", "其中没有 Turtle 文件"),
                remedy=Text("name files or another folder", "请指定文件或其他文件夹"),
                file=name,
            )
        if STANDARD_INPUT in names:
            raise InputError(
                Text("standard input is laid out alone, not beside files", "标准输入须单独整理，不能与文件一并给出"),
                remedy=Text("leave - out; a file of that name is ./-", "请去掉 -；名为 - 的文件请写成 ./-"),
            )
        for file in inside:
            if realpath(file) not in found:
                found[realpath(file)] = file, read_text(file)
    return list(found.values())
