"""``qontology query``: the library of questions, and SPARQL of one's own, on the shipped graph or any endpoint."""

from __future__ import annotations

import json
from argparse import Namespace

from pyoxigraph import Literal

from ...characters import columns as width
from ...errors import InputError
from ...knowledge import KnowledgeGraph
from ...knowledge.graph import declared
from ...knowledge.library import Library, Question
from ...language import Language, Text
from ...reading.text import read_text
from ...sparql.query import SparqlQuery
from ...tables import FORMATS, Table
from ..options import chosen_graph
from ..output import write
from ..parser import Parser, screen
from ..query_help import card

__all__ = ["add_arguments", "run"]


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "name", nargs="?", metavar=say("ID", "查询名"), help=say("id of a question, or a .rq file", "查询名或 .rq 文件")
    )
    parser.add_argument(
        "parameters",
        nargs="*",
        metavar=say("NAME=VALUE", "参数=值"),
        help=say("parameters, such as alliance=QUTAC", "参数，如 alliance=QUTAC"),
    )
    parser.add_argument(
        "--list",
        action="store_true",
        help=say(
            "list the questions, or those about a word; tell all of the one with this id",
            "列出查询，或按关键词筛选；给出查询名时显示其详情",
        ),
    )
    parser.add_argument(
        "--sparql", action="store_true", help=say("print the query as it would run", "显示将要运行的查询文本")
    )
    parser.add_endpoint()
    parser.add_form("table", *FORMATS, instead={"list": "text", "sparql": "sparql"})


def run(arguments: Namespace) -> int:
    """Lists, prints or answers."""
    library = Library()
    if arguments.list or not arguments.name:
        write(told(library, arguments.name or "", arguments.lang), arguments.output)
        return 0
    graph = chosen_graph(arguments)
    title, sparql = prepared(arguments, graph)
    inputs = [arguments.name] if arguments.name.endswith(".rq") else []
    if arguments.sparql:
        write(sparql, arguments.output, inputs)
        return 0
    if SparqlQuery(sparql).form == "ASK":
        write(told_truth(graph.engine.ask(sparql), arguments), arguments.output, inputs)
        return 0
    table = Table(*graph.engine.select(sparql))
    if arguments.format == "table":
        write(
            page(title, table, arguments.lang, screen() if arguments.output is None else None), arguments.output, inputs
        )
    else:
        write(FORMATS[arguments.format](table), arguments.output, inputs)
    return 0


def prepared(arguments: Namespace, graph: KnowledgeGraph) -> tuple[str, str]:
    """Title and SPARQL text of what was asked: a question of the library with its parameters, or a file."""
    if arguments.name == "-" or arguments.name.endswith(".rq"):
        if arguments.parameters:
            raise InputError(
                Text("a query file takes no parameters", "查询文件不接受参数"),
                remedy=Text("write the values into the file", "请将取值写入文件"),
            )
        return arguments.name, declared(read_text(arguments.name))
    question = graph.library.get(arguments.name)
    values = {}
    for parameter in arguments.parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise InputError(
                Text(f"{parameter} is not a parameter", f"“{parameter}”不是参数"),
                remedy=Text("write NAME=VALUE", "请写成 参数=值"),
            )
        values[name] = value
    return question.title.say(arguments.lang), graph.bind(question, language=arguments.lang, **values)


def page(title: str, table: Table, language: Language, columns: int | None) -> str:
    """A title, the table, and how many rows it has."""
    rows = Text("no rows" if not len(table) else f"{len(table)} row{'s' * (len(table) != 1)}", f"共 {len(table)} 行")
    body = table.to_text(columns) + "\n" if len(table) else ""
    return f"{title}\n\n{body}\n{rows.say(language)}\n"


def told_truth(answer: bool, arguments: Namespace) -> str | bytes:
    """The answer of an ASK: a word, in JSON as the standard has it, in other formats a table of one cell."""
    if arguments.format == "json":
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    if arguments.format == "table":
        return (Text("yes", "是") if answer else Text("no", "否")).say(arguments.lang) + "\n"
    return FORMATS[arguments.format](Table(("answer",), [(Literal(answer),)]))


def told(library: Library, wanted: str, language: Language) -> str:
    """All of the one question with this id, or the list of those about a word."""
    return card(library.get(wanted), language) if wanted in library.ids() else listing(library, wanted, language)


def listing(library: Library, wanted: str, language: Language) -> str:
    """The questions whose id, title or keywords hold the wanted word, by module, with their parameters."""
    found = [question for question in library if matches(question, wanted)]
    if not found:
        library.get(wanted)
    size = max(width(question.id) for question in found)
    lines = []
    for question in found:
        names = [f"[{p.name}]" if p.optional else p.name for p in question.parameters if p.type != "language"]
        lines.append(
            f"{question.id:{size}}  {question.title.say(language)}" + (f"  ({', '.join(names)})" if names else "")
        )
    return "\n".join(lines)


def matches(question: Question, wanted: str) -> bool:
    """Whether a question is about a word, in either language."""
    words = " ".join((question.id, *question.title, *question.keywords)).casefold()
    return wanted.casefold() in words
