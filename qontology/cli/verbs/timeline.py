"""``qontology timeline``: what happened when, month by month."""

from __future__ import annotations

from argparse import Namespace

from ...analysis import timeline
from ...tables import FORMATS
from ..choices import add_choices, chosen_alliances
from ..options import add_alliances, add_endpoint, chosen_graph, deliver
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    add_alliances(parser)
    add_choices(parser, period=False)
    add_endpoint(parser)
    date = say("DATE", "日期")
    parser.add_argument(
        "--from",
        dest="since",
        metavar=date,
        help=say("first year, month or day: 2022-06", "起始的年、月或日，如 2022-06"),
    )
    parser.add_argument("--to", dest="until", metavar=date, help=say("last year, month or day", "截止的年、月或日"))
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints the timeline."""
    graph = chosen_graph(arguments)
    table = timeline(
        graph,
        *chosen_alliances(arguments, graph).names,
        since=arguments.since,
        until=arguments.until,
        language=arguments.lang,
    )
    deliver(table, arguments, arguments.data)
    return 0
