"""``qontology help``: what the verbs do, or all of one of them."""

from __future__ import annotations

from argparse import Namespace

from ..output import write
from ..parser import Command, Parser

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The verb that is asked about."""
    say = parser.say
    parser.add_argument("verb", nargs="?", metavar=say("VERB", "命令"), help=say("the verb to explain", "要说明的命令"))


def run(arguments: Namespace) -> int:
    """Prints what ``--help`` prints.

    :raises InputError: where there is no such verb.
    """
    write(Command.help(arguments.verb, arguments.lang))
    return 0
