"""``qontology freshness``: when what is known was last confirmed, and on which sources it rests."""

from __future__ import annotations

from argparse import Namespace

from ...analysis import freshness
from ...analysis.freshness import MONTHS
from ...tables import FORMATS
from ..choices import add_choices, chosen_alliances
from ..options import add_alliances, add_endpoint, chosen_graph, deliver
from ..parser import Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    add_alliances(parser)
    add_choices(parser)
    add_endpoint(parser)
    parser.add_argument(
        "--months",
        type=parser.whole,
        default=MONTHS,
        metavar="N",
        help=say("what was last confirmed longer ago counts as old", "最近证实早于此月数的视为已旧"),
    )
    parser.add_argument(
        "--as-of",
        metavar=say("DATE", "日期"),
        help=say("count the months back from this date", "自该日期起往回计月"),
    )
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints a row for each alliance, or for each statement about those that are named."""
    graph = chosen_graph(arguments)
    names = chosen_alliances(arguments, graph).names
    table = freshness(
        graph,
        *(names if arguments.alliances else ()),
        among=names,
        months=arguments.months,
        as_of=arguments.as_of,
        language=arguments.lang,
    )
    deliver(table, arguments, arguments.data)
    return 0
