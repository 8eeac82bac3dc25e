"""What verbs have in common: which graph and whose files they read, and in which form they answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from ..engine.deadline import seconds
from ..knowledge import KnowledgeGraph, connect, load
from ..reading import files_of
from ..tables import FORMATS
from ..telling.tables import AnnotatedTable
from .output import write
from .parser import Parser, screen

__all__ = ["add_alliances", "chosen_graph", "deliver", "width"]

WIDTH = 100


def add_alliances(parser: Parser) -> None:
    """The alliances to look at, and files of one's own to read beside what is shipped."""
    say = parser.say
    parser.add_argument(
        "alliances",
        nargs="*",
        metavar=say("ALLIANCE", "联盟"),
        help=say("names, acronyms or IRIs of alliances", "联盟的名称、缩写或 IRI"),
    )
    parser.add_argument(
        "--data",
        action="append",
        default=[],
        metavar=say("FILE", "文件"),
        help=say(
            "read this file or folder beside what is shipped (repeatable)", "与随附数据一并读取的文件或文件夹（可重复）"
        ),
    )


def chosen_graph(arguments: Namespace) -> KnowledgeGraph:
    """The graph behind the endpoint that is named, else what is shipped.

    :raises InputError: where the address is none.
    """
    return load() if arguments.endpoint is None else connect(arguments.endpoint, timeout=seconds(arguments.timeout))


def width(arguments: Namespace) -> int:
    """The columns of the terminal, or as many as a page has where the answer goes elsewhere."""
    return (screen() if arguments.output is None else None) or WIDTH


def deliver(table: AnnotatedTable, arguments: Namespace, read: Sequence[str] = ()) -> None:
    """Writes a table for people, or its rows in the format that was asked for; never over a file that was read."""
    is_page = arguments.format == "table"
    text = table.to_text(width(arguments)) + "\n" if is_page else FORMATS[arguments.format](table.to_table())
    write(text, arguments.output, files_of(read))
