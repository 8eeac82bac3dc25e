"""``qontology explain``: why a statement holds."""

from __future__ import annotations

import json
from argparse import Namespace

from ...characters import visible, wrap
from ...knowledge.names import Names
from ...language import MARKS, Language, Text
from ...telling.description import below
from ...telling.evidence import marks
from ...telling.explain import Explanation, explain
from ..options import add_graph, chosen_graph
from ..output import write
from ..parser import Parser, screen

__all__ = ["add_arguments", "run"]

BY_RULE = Text("by the rule", "依据规则")


def add_arguments(parser: Parser) -> None:
    """The arguments of the verb."""
    say = parser.say
    parser.add_argument("subject", metavar=say("SUBJECT", "主语"), help=say("a name or an IRI", "名称或 IRI"))
    parser.add_argument(
        "predicate",
        nargs="?",
        metavar=say("PREDICATE", "谓语"),
        help=say("a property by label or prefixed name", "属性的标签或带前缀的名称"),
    )
    parser.add_argument("value", nargs="?", metavar=say("OBJECT", "宾语"), help=say("a name or an IRI", "名称或 IRI"))
    add_graph(parser)
    parser.add_form("text", "json")


def run(arguments: Namespace) -> int:
    """Prints the explanation."""
    graph = chosen_graph(arguments)
    subject = graph.find(arguments.subject)
    predicate = Names.of_properties(graph.engine).resolve(arguments.predicate) if arguments.predicate else None
    value = graph.find(arguments.value) if arguments.value else None
    found = explain(graph, subject, predicate, value, language=arguments.lang)
    if arguments.format == "json":
        steps = [step._asdict() | {"notes": list(step.notes)} for step in found.steps]
        write(json.dumps({"steps": steps, "notes": list(found.notes)}, ensure_ascii=False, indent=2), arguments.output)
    else:
        write(page(found, arguments.lang, min(screen() or 100, 100)), arguments.output)
    return 0


def page(found: Explanation, language: Language, columns: int) -> str:
    """The steps as indented lines, notes below."""
    lines = []
    for step in found.steps:
        indent = "    " if step.depth else ""
        lines += [indent + line for line in wrap(visible(step.text) + marks(step.notes), columns - len(indent), 2)]
        if step.rule:
            rule = BY_RULE.say(language) + MARKS[language].colon + step.rule
            lines += ["  " + line for line in wrap(rule, columns - 2, 2)]
    return "\n".join([*lines, *below(found.notes, language, columns)])
