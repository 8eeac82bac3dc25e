"""``qontology similar``: which alliances are most like one of them, and in what."""

from __future__ import annotations

from argparse import Namespace

from ...analysis import similar
from ...tables import FORMATS
from ..choices import add_choices, chosen_alliances
from ..options import add_data, add_endpoint, chosen_graph, deliver
from ..parser import Parser

__all__ = ["add_arguments", "run"]

# So many alliances stand on a page.
MOST = 8


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "alliance",
        metavar=say("ALLIANCE", "联盟"),
        help=say("name, acronym or IRI of an alliance", "联盟的名称、缩写或 IRI"),
    )
    add_choices(parser)
    add_data(parser)
    add_endpoint(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints what the most similar alliances have in common with it."""
    graph = chosen_graph(arguments)
    among = chosen_alliances(arguments, graph, ()).names
    most = MOST if arguments.format == "table" else None
    table = similar(graph, arguments.alliance, among=among, most=most, language=arguments.lang)
    deliver(table, arguments, arguments.data)
    return 0
