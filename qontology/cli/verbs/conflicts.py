"""``qontology conflicts``: where sources differ about an alliance, and which account the graph follows."""

from __future__ import annotations

from argparse import Namespace

from ...analysis import conflicts
from ...tables import FORMATS
from ..choices import add_choices, chosen_alliances
from ..options import add_alliances, add_endpoint, chosen_graph, deliver
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    add_alliances(parser)
    add_choices(parser)
    add_endpoint(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints a row for each pair of accounts."""
    graph = chosen_graph(arguments)
    table = conflicts(graph, *chosen_alliances(arguments, graph).names, language=arguments.lang)
    deliver(table, arguments, arguments.data)
    return 0
