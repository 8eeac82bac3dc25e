"""``qontology stats``: what the graph has, and how much of it."""

from __future__ import annotations

from argparse import Namespace

from ...analysis import contents
from ...tables import FORMATS
from ..options import add_graph, chosen_graph, deliver
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    add_graph(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints the numbers."""
    deliver(contents(chosen_graph(arguments), arguments.lang), arguments, arguments.data)
    return 0
