"""``qontology search``: from words to the things that bear them."""

from __future__ import annotations

from argparse import Namespace

from pyoxigraph import Literal

from ...errors import InputError
from ...knowledge.searching import has_helpers, search
from ...language import Text
from ...reading import files_of
from ...tables import FORMATS, Table
from ...tables.extras import installation
from ...writing import tell
from ..answers import readable
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "words",
        nargs="+",
        metavar=say("WORD", "关键词"),
        help=say("part of a name, in any language", "名称的一部分，语言不限"),
    )
    add_graph(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints a row for each thing found: its IRI, its preferred name, and the name by which it was found."""
    words = " ".join(arguments.words)
    graph = chosen_graph(arguments)
    hits, is_exact = search(graph.names, words)
    if not hits:
        raise nothing(words)
    if not is_exact:
        near = Text(f"nothing has {words} in its name; these come near", f"没有名称包含“{words}”的事物；以下名称相近")
        tell(near.say(arguments.lang))
    rows = [(hit.thing, Literal(graph.label(hit.thing, arguments.lang)), Literal(hit.name)) for hit in hits]
    table = Table(("thing", "name", "found"), rows)
    if arguments.format == "table":
        text: str | bytes = readable(table, graph, arguments.lang).to_text(screen())
    else:
        text = FORMATS[arguments.format](table)
    write(text, arguments.output, files_of(arguments.data))
    return 0


def nothing(words: str) -> InputError:
    """The error where nothing comes near; what else could be tried is named."""
    more = "" if has_helpers() else installation("search")
    line = Text(
        f"; {more} also reads pinyin and traditional characters" if more else "",
        f"；{more} 可另外识别拼音和繁体字" if more else "",
    )
    return InputError(
        Text(f"nothing has {words} in its name", f"没有名称包含“{words}”的事物"),
        remedy=Text(
            f"try a part of the name, or the other language{line.en}", f"请尝试名称的一部分，或改用另一种语言{line.zh}"
        ),
    )
