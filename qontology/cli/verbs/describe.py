"""``qontology describe``: a term of the ontology, for those who write data or questions."""

from __future__ import annotations

import json
from argparse import Namespace

from ...reading import files_of
from ...telling.description import Description, Line
from ...telling.term import find_term, term
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]

HEAD = Line(0, "", "", ())
"""No term has notes of its own."""


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "term",
        metavar=say("TERM", "术语"),
        help=say(
            "a class, property or concept: qo:Membership, member, standards",
            "类、属性或概念，如 qo:Membership、成员、标准",
        ),
    )
    add_graph(parser)
    parser.add_form("text", "json")


def run(arguments: Namespace) -> int:
    """Prints what the term means, what stands around it, which rules and questions speak of it, and an example."""
    graph, read = chosen_graph(arguments), files_of(arguments.data)
    found = term(graph, find_term(graph, arguments.term), arguments.lang)
    if arguments.format == "json":
        lines = [{"label": line.label, "text": line.text} for line in found.lines]
        write(
            json.dumps(found._asdict() | {"lines": lines}, ensure_ascii=False, indent=2) + "\n", arguments.output, read
        )
    else:
        described = Description(found.term, found.name, (found.kind,), (HEAD, *found.lines), (), arguments.lang)
        write(described.to_text(min(screen() or 100, 100)), arguments.output, read)
    return 0
