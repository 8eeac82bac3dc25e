"""``qontology compare``: alliances side by side, and what they share."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from ...analysis import DIMENSIONS, compare, organizations, overlap
from ...errors import InputError
from ...language import Text
from ...tables import FORMATS
from ..choices import MOST as MOST_ALLIANCES
from ..choices import add_choices, chosen_alliances
from ..options import add_alliances, add_as_of, add_endpoint, chosen_graph, deliver, width
from ..parser import Parser

__all__ = ["add_arguments", "run"]

# Where a column has fewer characters than this on the average, the alliances stand below each other.
NARROWEST = 16
# A cell of a page tells so many values; members may be hundreds.
MOST = 12


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    add_alliances(parser)
    add_choices(parser)
    add_endpoint(parser)
    parser.add_argument(
        "--dimension",
        action="append",
        choices=[*DIMENSIONS],
        help=say("only this dimension (repeatable)", "只比较该维度（可重复）"),
    )
    add_as_of(parser)
    parser.add_argument(
        "--sources", action="store_true", help=say("add the evidence of each cell as notes", "以注释列出每一格的依据")
    )
    parser.add_argument(
        "--long",
        action="store_true",
        help=say("one row for each attribute and alliance, with all values", "每个属性和联盟各占一行，列出全部取值"),
    )
    parser.add_argument(
        "--known",
        action="store_true",
        help=say("leave out rows of which nothing is known, and tell how many", "略去没有已知内容的行，并说明略去多少"),
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--overlap",
        action="store_true",
        help=say("instead: what each two alliances share", "改为：联盟两两之间的共同之处"),
    )
    other.add_argument(
        "--organizations",
        action="store_true",
        help=say("instead: organizations in several alliances, with their roles", "改为：见于多个联盟的组织及其角色"),
    )
    for option in ("overlap", "organizations"):
        parser.add_idle(option, "dimension", "as_of", "sources", "long", "known")
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints the comparison that was asked for."""
    graph = chosen_graph(arguments)
    language = arguments.lang
    is_page = arguments.format == "table"
    if arguments.overlap or arguments.organizations:
        # Of pairs there are many, of rows as many as organizations.
        chosen = chosen_alliances(arguments, graph, most=MOST_ALLIANCES if arguments.overlap and is_page else None)
        table = (overlap if arguments.overlap else organizations)(graph, *chosen.names, language=language)
        deliver(chosen.told(table, language, "-f csv"), arguments, arguments.data)
        return 0

    # In a workbook each value has a row of its own, which can be filtered and counted.
    in_rows = arguments.long or arguments.format == "xlsx"
    chosen = chosen_alliances(arguments, graph, most=None if in_rows else MOST_ALLIANCES)
    if chosen.more and not is_page:
        raise too_wide(len(chosen.names) + chosen.more)
    tell = partial(
        compare,
        graph,
        *chosen.names,
        dimensions=arguments.dimension or (),
        as_of=arguments.as_of,
        sources=arguments.sources,
        known=arguments.known,
        most=None if arguments.long or not is_page else MOST,
        language=language,
    )
    table = tell(long=arguments.long, values=arguments.format == "xlsx")
    if is_page and len(table.columns) * NARROWEST > width(arguments):
        table = tell(long=True)
    deliver(chosen.told(table, language, "--long"), arguments, arguments.data)
    return 0


def too_wide(number: int) -> InputError:
    """The error for so many alliances that a table with a column for each is of no use."""
    return InputError(
        Text(
            f"{number} alliances fit, and each would be a column", f"符合条件的联盟共{number}家，每家各占一列，列数过多"
        ),
        remedy=Text("add --long for a row each, or narrow the choice", "请加上 --long 改为每家一行，或缩小范围"),
    )
