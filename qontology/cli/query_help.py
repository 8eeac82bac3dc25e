"""One question of the library, told in full: what it asks, what it takes, what it gives, and how to call it."""

from __future__ import annotations

from ..characters import wrap
from ..knowledge.library import Parameter, Question
from ..language import Language, Text
from .lines import command_lines

__all__ = ["card"]

TYPES = {
    "date": Text("year, month or day", "年、月或日"),
    "thing": Text("name or IRI of anything", "任何事物的名称或 IRI"),
    "xsd:integer": Text("whole number", "整数"),
    "xsd:string": Text("text", "文本"),
}
NAMED = Text("name or IRI, {type}", "名称或 IRI，{type}")
NEEDED = Text("without it {default}", "缺省为 {default}")
FREE = Text("without it all", "缺省不限")


def card(question: Question, language: Language, columns: int = 100) -> str:
    """The question for a terminal of that many columns.

    >>> from qontology.knowledge.library import Library
    >>> "  attribute, item, alliance" in card(Library().get("compare/shared"), "en").splitlines()
    True
    """
    taken = [parameter for parameter in question.parameters if parameter.type != "language"]
    size = max((len(parameter.name) for parameter in taken), default=0)
    comma = Text(", ", "、").say(language)
    sections = (
        (
            Text("Parameters", "参数"),
            [f"{parameter.name:{size}}  {explained(parameter, language)}" for parameter in taken],
        ),
        (Text("Columns", "结果各列"), [comma.join(question.columns)] if question.columns else []),
        (Text("Covers", "涉及术语"), [comma.join(question.covers)] if question.covers else []),
    )
    lines = [question.id, *wrap(question.title.say(language), columns)]
    if question.description.en:
        lines += wrap(question.description.say(language), columns)
    for head, body in sections:
        if body:
            lines.append(head.say(language))
            lines += [f"  {line}" for text in body for line in wrap(text, columns - 2, 2)]
    if question.kind == "select":
        words = ["qontology", "query", question.id, *(f"{each.name}={example(each)}" for each in taken)]
        lines += [Text("Example", "示例").say(language), *command_lines(words, columns, 2)]
    return "\n".join(lines)


def explained(parameter: Parameter, language: Language) -> str:
    """What a parameter takes, and what holds without it."""
    kind = TYPES.get(parameter.type) or NAMED.format(type=parameter.type)
    rest = FREE if parameter.optional else NEEDED.format(default=example(parameter))
    return Text(f"{kind.en}; {rest.en}", f"{kind.zh}；{rest.zh}").say(language)


def example(parameter: Parameter) -> str:
    """The value with which the question is stored."""
    return parameter.default.strip('"')
