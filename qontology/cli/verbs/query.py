"""``qontology query``: the library of questions, and SPARQL of one's own, on the shipped graph or any endpoint."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from ...assets import files
from ...characters import columns as width
from ...errors import InputError, choose_from
from ...knowledge import KnowledgeGraph
from ...knowledge.library import Library, Question
from ...language import Language, Text
from ...namespaces import curie, expand
from ...reading import files_of
from ...reading.text import read_text
from ...sparql.query import SparqlQuery, declared
from ...tables import FORMATS, Table
from ...writing import tell
from ...writing.forms import STATEMENTS
from ..answers import answered
from ..lines import named_lines
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen
from ..query_help import card

__all__ = ["add_arguments", "run"]

WIDTH = 100
SPACES = (expand("qo:"), expand("scheme:"))
"""The namespaces of our terms and of our concepts."""


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument(
        "name",
        nargs="?",
        metavar=say("ID", "查询名"),
        help=say(
            "id of a question, SPARQL in quotes, a .rq file, or - for standard input",
            "查询名、引号内的 SPARQL、.rq 文件，或以 - 表示标准输入",
        ),
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
    add_graph(parser)
    parser.add_idle("list", "parameters", "sparql", "data", "endpoint", "graph", "timeout")
    parser.add_form("table", *FORMATS, *STATEMENTS, instead={"list": "text", "sparql": "sparql"})


def run(arguments: Namespace) -> int:
    """Lists, prints or answers."""
    library = Library()
    if not (arguments.list or arguments.name):
        raise InputError(
            Text("no question is named", "未给出查询名"),
            remedy=Text("qontology query --list names all", "用 qontology query --list 查看全部查询"),
        )
    if arguments.list:
        columns = screen() if arguments.output is None else None
        write(question_help(library, arguments.name or "", arguments.lang, columns), arguments.output)
        return 0
    own = is_own(arguments.name)  # which may name its graphs itself
    graph = chosen_graph(arguments, may_be_empty=own)
    title, sparql = prepared(arguments, graph)
    inputs = [*files_of(arguments.data), *([arguments.name] if arguments.name.endswith(".rq") else [])]
    if arguments.sparql:
        write(sparql, arguments.output, inputs)
        return 0
    if own:
        for note in unknown_terms(sparql, graph):
            tell(note.say(arguments.lang))
    write(answer(title, sparql, graph, arguments), arguments.output, inputs)
    return 0


def answer(title: str, sparql: str, graph: KnowledgeGraph, arguments: Namespace) -> str | bytes:
    """What the graph says, in the form that was asked for and that fits the form of the query."""
    query = SparqlQuery(sparql).form
    form = fitting(arguments.format, query)
    if query in ("CONSTRUCT", "DESCRIBE"):
        from ...exchange import serialize

        return serialize(graph.engine.construct(sparql), form)
    if query == "ASK":
        return told_truth(graph.engine.ask(sparql), arguments)
    return answered(title, graph.select(sparql), arguments, graph, summed=not is_own(arguments.name))


def is_own(name: str) -> bool:
    """Whether what is asked is a query of one's own rather than a question of the library."""
    return name == "-" or name.endswith(".rq") or is_sparql(name)


def prepared(arguments: Namespace, graph: KnowledgeGraph) -> tuple[str, str]:
    """Title and SPARQL text of what was asked: a question of the library with its parameters, or a file."""
    if is_own(arguments.name):
        if arguments.parameters:
            raise InputError(
                Text("a query file takes no parameters", "查询文件不接受参数"),
                remedy=Text("write the values into the file", "请将取值写入文件"),
            )
        if is_sparql(arguments.name):
            return Text("own query", "自写查询").say(arguments.lang), declared(arguments.name)
        return arguments.name, declared(read_text(arguments.name))
    question = graph.library.get(arguments.name)
    values = {}
    for parameter in arguments.parameters:
        name, sign, value = parameter.partition("=")
        if not sign:
            raise InputError(
                Text(f"{parameter} gives no value to a parameter", f"“{parameter}”没有写成 参数=值"),
                remedy=written(question, parameter),
            )
        if name == "language":
            raise InputError(
                Text("language is not given as a parameter", "language 不作为参数给出"),
                remedy=Text("choose with --lang en or --lang zh", "请用 --lang en 或 --lang zh 选择"),
            )
        values[name] = value
    return question.title.say(arguments.lang), graph.bind(question, language=arguments.lang, **values)


def written(question: Question, word: str) -> Text:
    """How to write a word as the value of a parameter; it may be the name of one, with blanks behind it."""
    names = [each.name for each in question.parameters if each.type != "language"]
    if word in names:
        return Text(f"write {word}=VALUE, without blanks", f"请写成 {word}=值，等号两侧不留空格")
    if not names:
        return Text("leave it out: the query has no parameters", "请略去：该查询没有参数")
    return Text(f"write NAME=VALUE, such as {names[0]}={word}", f"请写成 参数=值，例如 {names[0]}={word}")


def is_sparql(text: str) -> bool:
    """Whether a text is a query of its own, and no id and no name of a file.

    >>> is_sparql("ASK { ?a a qo:Alliance }"), is_sparql("goals/of-alliance")
    (True, False)
    """
    return "{" in text or text.casefold().startswith("describe ")


def fitting(form: str, query: str) -> str:
    """The form in which the answer of a query is written.

    :raises InputError: where statements are wanted as a table, or rows as RDF.
    """
    statements = query in ("CONSTRUCT", "DESCRIBE")
    if statements and form == "table":
        return STATEMENTS[0]
    if statements != (form in STATEMENTS):
        raise InputError(
            Text(f"the answer of {query} cannot be written as {form}", f"{query} 的结果不能写成 {form} 格式"),
            remedy=choose_from(STATEMENTS if statements else FORMATS),
        )
    return form


def unknown_terms(sparql: str, graph: KnowledgeGraph) -> Iterator[Text]:
    """What to say of terms of ours in a query that the graph does not know, each with the nearest shipped one."""
    from ...validation.misspelt import nearest

    iris = {expand(name) for name in SparqlQuery(sparql).names}
    for term in map(NamedNode, sorted(iri for iri in iris if iri.startswith(SPACES))):
        if not graph.engine.ask(f"ASK {{ {{ {term} ?p ?o }} UNION {{ ?s {term} ?o }} UNION {{ ?s ?p {term} }} }}"):
            near = nearest(term, shipped_terms())
            ask = Text(f"; did you mean {curie(near)}?", f"；是否应为 {curie(near)}？") if near else Text("", "")
            yield Text(
                f"qontology: note: the graph knows no {curie(term)}{ask.en}",
                f"qontology：提示：图谱中没有 {curie(term)}{ask.zh}",
            )


def shipped_terms() -> Store:
    """The terms and concepts of the shipped ontology."""
    store = Store()
    for path in files("ontology"):
        store.load(path=path, format=RdfFormat.TURTLE)
    return store


def told_truth(answer: bool, arguments: Namespace) -> str | bytes:
    """The answer of an ASK: a word, in JSON as the standard has it, in other formats a table of one cell."""
    if arguments.format == "json":
        return json.dumps({"head": {}, "boolean": answer}) + "\n"
    if arguments.format == "table":
        return (Text("yes", "是") if answer else Text("no", "否")).say(arguments.lang) + "\n"
    return FORMATS[arguments.format](Table(("answer",), [(Literal(answer),)]))


def question_help(library: Library, wanted: str, language: Language, columns: int | None) -> str:
    """All of the one question with this id, or the list of those about a word."""
    if wanted in library.ids():
        return card(library.get(wanted), language, columns or WIDTH)
    return listing(library, wanted, language, columns)


def listing(library: Library, wanted: str, language: Language, columns: int | None) -> str:
    """The questions whose id, title or keywords hold the wanted word, by module, with their parameters."""
    found = [question for question in library if matches(question, wanted)]
    if not found:
        library.get(wanted)
    size = max(width(question.id) for question in found)
    lines = []
    for question in found:
        names = [f"[{p.name}]" if p.optional else p.name for p in question.parameters if p.type != "language"]
        text = question.title.say(language) + (f"  ({', '.join(names)})" if names else "")
        lines += named_lines(question.id, text, size, columns)
    return "\n".join(lines)


def matches(question: Question, wanted: str) -> bool:
    """Whether a question is about a word, in either language; what makes an export is found by its id alone."""
    if question.is_for_exchange:
        return wanted != "" and question.id.startswith(wanted)
    words = " ".join((question.id, *question.title, *question.keywords)).casefold()
    return wanted.casefold() in words
