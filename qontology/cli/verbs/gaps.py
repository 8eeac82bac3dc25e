"""``qontology gaps``: what an alliance leaves to be done, and what its peers do about it."""

from __future__ import annotations

from argparse import Namespace

from ...analysis import gaps
from ...tables import FORMATS
from ..choices import PEERS, add_choices, chosen_alliances
from ..options import add_graph, chosen_graph, deliver
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "alliance",
        metavar=say("ALLIANCE", "联盟"),
        help=say("name, acronym or IRI of an alliance", "联盟的名称、缩写或 IRI"),
    )
    parser.add_argument(
        "files",
        nargs="*",
        default=[],
        metavar=say("FILE", "文件"),
        help=say("files of your own that describe it, as with --data", "描述该联盟的自备文件，同 --data"),
    )
    add_choices(parser, who=PEERS)
    add_graph(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints the gaps."""
    arguments.data = [*arguments.files, *arguments.data]
    graph = chosen_graph(arguments)
    peers = chosen_alliances(arguments, graph, ()).names
    table = gaps(graph, arguments.alliance, peers=peers, language=arguments.lang)
    deliver(table, arguments, arguments.data)
    return 0
