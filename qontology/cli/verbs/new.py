"""``qontology new``: a first Turtle file for an alliance, with patterns to follow."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from ...curation.draft import draft
from ..output import write
from ..parser import Parser
from .template import check_target

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "name", metavar=say("NAME", "名称"), help=say("the English name of the alliance", "联盟的英文名称")
    )
    parser.add_argument("--zh", metavar=say("NAME", "名称"), help=say("its Chinese name", "联盟的中文名称"))
    parser.add_form("turtle")


def run(arguments: Namespace) -> int:
    """Writes the file, never over another."""
    if arguments.output not in (None, "-"):
        check_target(Path(arguments.output), is_book=True)
    write(draft(arguments.name, arguments.zh), arguments.output)
    return 0
