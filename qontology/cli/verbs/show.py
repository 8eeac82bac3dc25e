"""``qontology show``: one thing, all that is known of it, and on what evidence."""

from __future__ import annotations

import json
from argparse import Namespace

from ...characters import columns as width
from ...characters import visible, wrap
from ...language import MARKS, Language, Text
from ...namespaces import curie
from ...reading import files_of
from ...telling.describe import Description, describe
from ...telling.evidence import marks, numbered_lines
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "evidence", "run"]


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
        write(page(found, arguments.lang, min(screen() or 100, 100)), arguments.output, read)
    return 0


def page(found: Description, language: Language, columns: int) -> str:
    """The description for a terminal of that many columns: names to the left, values to the right, notes below."""
    from pyoxigraph import NamedNode

    head, *lines = found.lines
    left = max((width(line.label) for line in lines if not line.depth), default=0) + 2
    colon = MARKS[language].colon
    text = [found.name + marks(head.notes), " · ".join((*found.kinds, curie(NamedNode(found.thing)))), ""]
    text += [line for lead in found.leads for line in wrap(lead, columns, 2)] + [""] * bool(found.leads)
    for line in lines:
        indent, label = (left + 2, "") if line.depth else (left, line.label)
        value = (line.label + colon if line.depth else "") + visible(line.text) + marks(line.notes)
        first, *more = wrap(value, max(columns - indent, 20), 2)
        text.append(label + " " * (indent - width(label)) + first)
        text += [" " * indent + rest for rest in more]
    return "\n".join([*text, *evidence(found.notes, language, columns)])


def evidence(notes: tuple[str, ...], language: Language, columns: int) -> list[str]:
    """The notes with their numbers, under a heading; nothing where there are none."""
    return ["", Text("Evidence", "依据").say(language), *numbered_lines(notes, columns)] if notes else []
