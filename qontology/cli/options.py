"""What verbs have in common: which graph and whose files they read, and in which form they answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from ..engine import connect as engine_at
from ..engine.deadline import seconds
from ..engine.emptiness import refuse_empty
from ..errors import InputError
from ..knowledge import KnowledgeGraph, connect, load
from ..language import Text
from ..namespaces import expand
from ..reading import files_of
from ..tables import FORMATS
from ..telling.tables import AnnotatedTable
from .output import write
from .parser import Parser, no_effect, screen

__all__ = [
    "add_alliances",
    "add_as_of",
    "add_data",
    "add_endpoint",
    "add_graph",
    "chosen_copy",
    "chosen_graph",
    "deliver",
    "named_graphs",
    "remote_copy",
    "wait",
    "width",
]

WIDTH = 100
TIMEOUT = 60


def add_alliances(parser: Parser) -> None:
    """The alliances to look at, and files of one's own to read beside what is shipped."""
    say = parser.say
    parser.add_argument(
        "alliances",
        nargs="*",
        metavar=say("ALLIANCE", "联盟"),
        help=say("names, acronyms or IRIs of alliances", "联盟的名称、缩写或 IRI"),
    )
    add_data(parser)


def add_as_of(parser: Parser) -> None:
    """The option --as-of."""
    say = parser.say
    parser.add_argument(
        "--as-of",
        metavar=say("DATE", "日期"),
        help=say(
            "leave out what came certainly later: 2022, 2022-06 or 2022-06-30", "不列确定在此日期之后的内容，如 2022-06"
        ),
    )


BESIDE = Text(
    "read this file or folder beside what is shipped (repeatable)", "与随附数据一并读取的文件或文件夹（可重复）"
)


def add_data(parser: Parser, does: Text = BESIDE) -> None:
    """The option --data."""
    parser.add_argument(
        "--data", action="append", default=[], metavar=parser.say("FILE", "文件"), help=parser.say(*does)
    )


ASKED = Text("ask this SPARQL endpoint", "改为查询该 SPARQL 端点")


def add_endpoint(parser: Parser, does: Text = ASKED) -> None:
    """The options --endpoint, --graph and, but for ``validate``, --timeout."""
    parser.add_argument("--endpoint", metavar="URL", help=parser.say(*does))
    if does is ASKED:
        parser.add_argument(
            "--timeout",
            type=parser.seconds,
            metavar="N",
            help=parser.say(
                f"seconds to wait for each answer of the endpoint (by default {TIMEOUT})",
                f"等待端点每次应答的秒数（缺省为 {TIMEOUT}）",
            ),
        )
    parser.add_argument(
        "--graph",
        action="append",
        default=[],
        metavar="IRI",
        help=parser.say("look into this named graph of the endpoint (repeatable)", "只看端点中的该命名图（可重复）"),
    )


def add_graph(parser: Parser) -> None:
    """Which graph to read: what is shipped with files of one's own, or what an endpoint holds."""
    add_data(parser)
    add_endpoint(parser)


def named_graphs(arguments: Namespace) -> list[str]:
    """The IRIs of the graphs that are named.

    :raises InputError: where there is no endpoint that they could be in.
    """
    if arguments.graph and arguments.endpoint is None:
        raise InputError(
            Text(
                "--graph names a graph of an endpoint, and no endpoint is named", "--graph 指端点中的图，但未给出端点"
            ),
            remedy=Text("add --endpoint URL", "请加上 --endpoint URL"),
        )
    return [expand(name) for name in arguments.graph]


def chosen_graph(arguments: Namespace, *, may_be_empty: bool = False) -> KnowledgeGraph:
    """The graph behind the endpoint that is named, else what is shipped and files of one's own.

    :raises InputError: where a file cannot be read, files are named beside an endpoint, the address is none, or there
        is nothing where queries look, unless it ``may_be_empty``.
    """
    graph = remote_graph(arguments, may_be_empty=may_be_empty)
    return load(*arguments.data) if graph is None else graph


def chosen_copy(arguments: Namespace) -> KnowledgeGraph:
    """As :func:`chosen_graph`, in memory, for what walks through all of it.

    :raises InputError: as :func:`chosen_graph`.
    """
    graph = remote_copy(arguments)
    return load(*arguments.data) if graph is None else graph


def remote_graph(arguments: Namespace, *, may_be_empty: bool = False) -> KnowledgeGraph | None:
    """The graph behind the endpoint, or None where none is named.

    :raises InputError: where an option has no effect, as the files beside an endpoint; else as :func:`chosen_graph`.
    """
    graphs = named_graphs(arguments)
    if arguments.endpoint is None:
        if arguments.timeout is not None:
            raise InputError(
                Text(
                    "--timeout says how long to wait for an endpoint, and no endpoint is named",
                    "--timeout 指等待端点的时间，但未给出端点",
                ),
                remedy=Text("add --endpoint URL", "请加上 --endpoint URL"),
            )
        return None
    if arguments.data:
        raise no_effect(f"--data {arguments.data[0]}", "--endpoint")
    graph = connect(arguments.endpoint, timeout=seconds(wait(arguments)), graphs=graphs)
    if not may_be_empty:
        refuse_empty(graph.engine)
    return graph


def remote_copy(arguments: Namespace) -> KnowledgeGraph | None:
    """All that the endpoint holds, fetched once; None where none is named.

    :raises InputError: as :func:`remote_graph`.
    """
    graph = remote_graph(arguments)
    if graph is None:
        return None
    from ..validation.download import DEFAULT_GRAPH, download

    engine = engine_at(arguments.endpoint, timeout=seconds(wait(arguments)), graphs=named_graphs(arguments))
    return load(download(engine, DEFAULT_GRAPH), with_shipped=False)


def wait(arguments: Namespace) -> float:
    """The seconds to wait for an answer of the endpoint."""
    return TIMEOUT if arguments.timeout is None else arguments.timeout


def width(arguments: Namespace) -> int:
    """The columns of the terminal, or as many as a page has where the answer goes elsewhere."""
    return (screen() if arguments.output is None else None) or WIDTH


def deliver(table: AnnotatedTable, arguments: Namespace, read: Sequence[str] = ()) -> None:
    """Writes a table for people, or its rows in the format that was asked for; never over a file that was read."""
    text: str | bytes
    if arguments.format == "table":
        text = table.to_text(width(arguments)) + "\n"
    elif arguments.format == "xlsx":
        text = table.to_xlsx()
    else:
        text = FORMATS[arguments.format](table.to_table())
    write(text, arguments.output, files_of(read))
