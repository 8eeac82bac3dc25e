"""``qontology show``: one thing, all that is known of it, and on what evidence."""

from __future__ import annotations

import json
from argparse import Namespace

from ...reading import files_of
from ...telling.describe import describe
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "thing", metavar=say("NAME", "名称"), help=say("a name, an acronym, a slug or an IRI", "名称、缩写、短名或 IRI")
    )
    add_graph(parser)
    parser.add_form("text", "json")


def run(arguments: Namespace) -> int:
    """Prints the description."""
    graph, read = chosen_graph(arguments), files_of(arguments.data)
    found = describe(graph, graph.find(arguments.thing), arguments.lang)
    if arguments.format == "json":
        write(json.dumps(found.to_dict(), ensure_ascii=False, indent=2) + "\n", arguments.output, read)
    else:
        write(found.to_text(min(screen() or 100, 100)), arguments.output, read)
    return 0
