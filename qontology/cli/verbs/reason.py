"""``qontology reason``: what follows from the data, one named graph a rule."""

from __future__ import annotations

from argparse import Namespace

import pyoxigraph as ox

from ...language import Text
from ...reading import files_of
from ...reasoning import GRAPHS, derive
from ...terms import PREFIXES
from ...writing import tell
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]

FORMATS = {"nq": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG}


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "files",
        nargs="*",
        metavar=say("FILE", "文件"),
        help=say("files to reason over together with what is shipped", "与随附内容一并推理的文件"),
    )
    add_graph(parser)
    parser.add_form("trig", "nq")


def run(arguments: Namespace) -> int:
    """Writes the derived quads, and on standard error how many each rule gave."""
    arguments.data += arguments.files
    derived = derive(chosen_graph(arguments).engine)
    quads = [
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(GRAPHS + name))
        for name, triples in derived.items()
        for triple in triples
    ]
    data = ox.serialize(quads, format=FORMATS[arguments.format], prefixes=PREFIXES) or b""
    write(data.decode(), arguments.output, files_of(arguments.data))
    for name, triples in derived.items():
        number = Text(f"{len(triples)} triples", f"{len(triples)} 条三元组").say(arguments.lang)
        tell(f"{name}: {number}")
    return 0
