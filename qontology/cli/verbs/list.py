"""``qontology list``: what there is of a kind, by name; without a kind, how much there is of each."""

from __future__ import annotations

from argparse import Namespace

from pyoxigraph import Literal, NamedNode

from ...analysis import directory
from ...errors import InputError, choose_from, did_you_mean
from ...knowledge import KnowledgeGraph
from ...knowledge.names import Names
from ...language import Language, Text
from ...namespaces import Term
from ...reading import files_of
from ...tables import FORMATS, Table
from ..answers import answered
from ..choices import add_choices, given
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser

__all__ = ["add_arguments", "run"]

KINDS = {
    "alliances": ("qo:Alliance", Text("alliances", "联盟")),
    "organizations": ("qo:Organization", Text("organizations", "组织")),
    "people": ("qo:Person", Text("people", "人员")),
    "bodies": ("qo:Body", Text("bodies of alliances", "联盟的内设机构")),
    "places": ("qo:Place", Text("places", "地点")),
    "goals": ("qo:Goal", Text("goals", "目标")),
    "initiatives": ("qo:Initiative", Text("initiatives", "举措")),
    "events": ("qo:Event", Text("events", "事件")),
    "laws": ("qo:Law", Text("laws", "法律")),
    "programmes": ("qo:Programme", Text("programmes", "计划")),
    "sources": ("qo:Source", Text("sources", "来源")),
    "themes": ("scheme:goal-theme", Text("themes of goals", "目标主题")),
    "technologies": ("scheme:technology", Text("technologies", "技术")),
    "sectors": ("scheme:sector", Text("sectors", "行业")),
    "stakeholders": ("scheme:stakeholder", Text("stakeholders", "利益相关方")),
    "roles": ("scheme:role", Text("roles", "角色")),
    "modes": ("scheme:formation-mode", Text("formation modes", "组建模式")),
    "schemes": ("skos:ConceptScheme", Text("concept schemes", "词表")),
    "classes": ("owl:Class", Text("classes of the ontology", "本体的类")),
    "properties": ("", Text("properties of the ontology", "本体的属性")),
}


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument("kind", nargs="?", metavar=say("KIND", "类别"), help=", ".join(KINDS))
    add_choices(parser)
    add_graph(parser)
    parser.add_form("table", *FORMATS)


def run(arguments: Namespace) -> int:
    """Prints a row for each thing of the kind, or for each kind.

    :raises InputError: where there is no such kind.
    """
    language = arguments.lang
    chosen = given(arguments)
    graph = chosen_graph(arguments)
    if chosen and arguments.kind != "alliances":
        raise InputError(
            Text("these options choose among alliances", "这些选项用于筛选联盟"),
            remedy=Text("say qontology list alliances", "请写 qontology list alliances"),
        )
    if arguments.kind == "alliances":
        title, table = KINDS["alliances"][1], directory(graph, language=language, **chosen)
    elif arguments.kind is None:
        title, table = Text("What there is, by kind", "图谱内容一览"), kinds(graph, language)
    elif arguments.kind in KINDS:
        title, table = KINDS[arguments.kind][1], things(graph, arguments.kind, language)
    else:
        raise unknown(arguments.kind)
    write(answered(title.say(language), table, arguments, graph), arguments.output, files_of(arguments.data))
    return 0


def names_of(graph: KnowledgeGraph, kind: str) -> Names:
    """The names of the things of a kind."""
    return graph.names_of(KINDS[kind][0]) if KINDS[kind][0] else Names.of_properties(graph.engine)


def kinds(graph: KnowledgeGraph, language: Language) -> Table:
    """Each kind: the word to ask for it by, what it is, how many there are."""
    head = [Text("kind", "类别"), Text("what", "说明"), Text("number", "数量")]
    rows: list[tuple[Term | None, ...]] = [
        (Literal(kind), Literal(text.say(language)), Literal(len(names_of(graph, kind).things)))
        for kind, (_, text) in KINDS.items()
    ]
    return Table([each.say(language) for each in head], rows)


def things(graph: KnowledgeGraph, kind: str, language: Language) -> Table:
    """Each thing of a kind: its name, its short name where it has one, and its IRI, in the order of names."""
    names = names_of(graph, kind)
    head = [Text("name", "名称"), Text("short", "简称"), Text("IRI", "IRI")]

    def row(thing: NamedNode) -> tuple[Term | None, ...]:
        name, short = names.label(thing, language), names.short(thing, language)
        return Literal(name), None if short == name else Literal(short), thing

    ordered = sorted(names.things, key=lambda thing: (names.label(thing, language).casefold(), thing.value))
    return Table([each.say(language) for each in head], [row(thing) for thing in ordered])


def unknown(kind: str) -> InputError:
    """The error for a kind that is none, with the nearest or with all."""
    from difflib import get_close_matches

    said = {text.zh: name for name, (_, text) in KINDS.items()}
    near = [said[kind]] if kind in said else get_close_matches(kind, KINDS, 1)
    return InputError(
        Text(f"there is no kind {kind}", f"没有类别 {kind}"),
        remedy=did_you_mean(near) or choose_from(KINDS),
    )
