"""What a finding says where its shape has no message: what is wrong, what was expected, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from ..language import Text
from ..namespaces import Term, bare, curie, local_name
from ..sparql.paths import Path

__all__ = ["compose", "fill", "in_both_languages", "written"]

LONGEST = 80
TERM = re.compile(r'("(?:[^"\\]|\\.)*")(?:\^\^<([^<>\s]*)>)?|<([^<>\s]*[#/:])?([^<>\s#/:]*)>')
PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")


class Wording(NamedTuple):
    """Message and remedy of a component; the names in braces are parameters, ``value``, ``path`` or ``detail``."""

    message: Text
    remedy: Text


WORDINGS: Mapping[str, Wording] = {
    "ClassConstraintComponent": Wording(
        Text("{value} is not an instance of {class}", "{value} 不是 {class} 的实例"),
        Text(
            "give it the type {class}, or point to a node that has it", "请为其声明类型 {class}，或改为指向该类的实例"
        ),
    ),
    "DatatypeConstraintComponent": Wording(
        Text("{value} is not a valid literal of datatype {datatype}", "{value} 不是数据类型 {datatype} 的有效字面量"),
        Text("write a literal of datatype {datatype}", "请改写为 {datatype} 类型的字面量"),
    ),
    "NodeKindConstraintComponent": Wording(
        Text("{value} is a node of another kind than {nodeKind}", "{value} 的节点种类不是 {nodeKind}"),
        Text("use a node of the kind {nodeKind}", "请改用种类为 {nodeKind} 的节点"),
    ),
    "MinCountConstraintComponent": Wording(
        Text("{path} has fewer values than {minCount}", "{path} 的值少于 {minCount} 个"),
        Text("add the missing value of {path}", "请补充 {path} 的值"),
    ),
    "MaxCountConstraintComponent": Wording(
        Text("{path} has more values than {maxCount}", "{path} 的值多于 {maxCount} 个"),
        Text("remove the values of {path} that are too many", "请删除 {path} 多余的值"),
    ),
    "MinExclusiveConstraintComponent": Wording(
        Text("{value} is not greater than {minExclusive}", "{value} 不大于 {minExclusive}"),
        Text("give a value greater than {minExclusive}, of the same datatype", "请给出大于 {minExclusive} 的同类型值"),
    ),
    "MinInclusiveConstraintComponent": Wording(
        Text("{value} is not {minInclusive} or greater", "{value} 小于 {minInclusive} 或无法与其比较"),
        Text("give {minInclusive} or a greater value, of the same datatype", "请给出不小于 {minInclusive} 的同类型值"),
    ),
    "MaxExclusiveConstraintComponent": Wording(
        Text("{value} is not less than {maxExclusive}", "{value} 不小于 {maxExclusive}"),
        Text("give a value less than {maxExclusive}, of the same datatype", "请给出小于 {maxExclusive} 的同类型值"),
    ),
    "MaxInclusiveConstraintComponent": Wording(
        Text("{value} is not {maxInclusive} or less", "{value} 大于 {maxInclusive} 或无法与其比较"),
        Text("give {maxInclusive} or a smaller value, of the same datatype", "请给出不大于 {maxInclusive} 的同类型值"),
    ),
    "MinLengthConstraintComponent": Wording(
        Text("{value} is shorter than {minLength} characters", "{value} 不足 {minLength} 个字符"),
        Text("write a text of at least {minLength} characters", "请写出至少 {minLength} 个字符的文本"),
    ),
    "MaxLengthConstraintComponent": Wording(
        Text("{value} is longer than {maxLength} characters", "{value} 超过 {maxLength} 个字符"),
        Text("shorten it to {maxLength} characters", "请缩短到 {maxLength} 个字符以内"),
    ),
    "PatternConstraintComponent": Wording(
        Text("{value} does not match the pattern {pattern}", "{value} 与模式 {pattern} 不匹配"),
        Text("write it as the pattern asks", "请按模式的要求书写"),
    ),
    "LanguageInConstraintComponent": Wording(
        Text(
            "{value} is not a text in one of these languages: {languageIn}", "{value} 不是以下语言的文本：{languageIn}"
        ),
        Text("give the text one of the language tags {languageIn}", "请使用以下语言标签之一：{languageIn}"),
    ),
    "UniqueLangConstraintComponent": Wording(
        Text("{path} has more than one text in the language {detail}", "{path} 有多个语言为 {detail} 的文本"),
        Text("keep one text in each language", "每种语言只保留一个文本"),
    ),
    "EqualsConstraintComponent": Wording(
        Text("{value} is a value of only one of {path} and {equals}", "{value} 只是 {path} 与 {equals} 之一的值"),
        Text("give both the same values", "请使两者的值相同"),
    ),
    "DisjointConstraintComponent": Wording(
        Text("{value} is a value of both {path} and {disjoint}", "{value} 同时是 {path} 与 {disjoint} 的值"),
        Text("remove it from {path} or from {disjoint}", "请从 {path} 或 {disjoint} 中删除该值"),
    ),
    "LessThanConstraintComponent": Wording(
        Text("{value} is not less than {detail}, a value of {lessThan}", "{value} 不小于 {lessThan} 的值 {detail}"),
        Text("mend one of the two values; both need the same datatype", "请改正其中一个值；两者的数据类型须相同"),
    ),
    "LessThanOrEqualsConstraintComponent": Wording(
        Text(
            "{value} is not less than or equal to {detail}, a value of {lessThanOrEquals}",
            "{value} 大于 {lessThanOrEquals} 的值 {detail}，或两者无法比较",
        ),
        Text("mend one of the two values; both need the same datatype", "请改正其中一个值；两者的数据类型须相同"),
    ),
    "NotConstraintComponent": Wording(
        Text("{value} conforms to {not}, which it must not", "{value} 符合形状 {not}，而这是不允许的"),
        Text("change what makes it conform", "请修改使其符合该形状的内容"),
    ),
    "AndConstraintComponent": Wording(
        Text("{value} does not conform to all of these shapes: {and}", "{value} 没有同时符合以下全部形状：{and}"),
        Text("mend it until it conforms to each of them", "请修改，使其符合其中每一个形状"),
    ),
    "OrConstraintComponent": Wording(
        Text("{value} conforms to none of these shapes: {or}", "{value} 不符合以下任何一个形状：{or}"),
        Text("mend it until it conforms to one of them", "请修改，使其至少符合其中一个形状"),
    ),
    "XoneConstraintComponent": Wording(
        Text(
            "{value} does not conform to exactly one of these shapes: {xone}",
            "{value} 没有恰好符合以下形状之一：{xone}",
        ),
        Text("mend it until it conforms to one of them only", "请修改，使其只符合其中一个形状"),
    ),
    "NodeConstraintComponent": Wording(
        Text("{value} does not conform to the shape {node}", "{value} 不符合形状 {node}"),
        Text("mend what the shape {node} asks of it", "请按形状 {node} 的要求修改"),
    ),
    "QualifiedMinCountConstraintComponent": Wording(
        Text(
            "{path} has fewer values than {qualifiedMinCount} that conform to {qualifiedValueShape}",
            "{path} 中符合 {qualifiedValueShape} 的值少于 {qualifiedMinCount} 个",
        ),
        Text("add a value of {path} that conforms", "请为 {path} 补充符合要求的值"),
    ),
    "QualifiedMaxCountConstraintComponent": Wording(
        Text(
            "{path} has more values than {qualifiedMaxCount} that conform to {qualifiedValueShape}",
            "{path} 中符合 {qualifiedValueShape} 的值多于 {qualifiedMaxCount} 个",
        ),
        Text("remove the values of {path} that are too many", "请删除 {path} 多余的值"),
    ),
    "ClosedConstraintComponent": Wording(
        Text("the property {path} is not allowed here", "此处不允许使用属性 {path}"),
        Text("remove it, or use a property that the shape knows", "请删除该属性，或改用形状允许的属性"),
    ),
    "HasValueConstraintComponent": Wording(
        Text("{hasValue} is missing among the values of {path}", "{path} 缺少值 {hasValue}"),
        Text("add {hasValue}", "请补充 {hasValue}"),
    ),
    "InConstraintComponent": Wording(
        Text("{value} is not one of: {in}", "{value} 不在以下允许的值之中：{in}"),
        Text("use one of: {in}", "请改用以下值之一：{in}"),
    ),
}
OTHER = Wording(
    Text("{value} violates the rule {shape}", "{value} 违反规则 {shape}"),
    Text("see what the rule {shape} asks for", "请查看规则 {shape} 的要求"),
)
ITSELF = Text("the node itself", "节点自身")


def compose(component: str, names: Mapping[str, Term | Path | str | None]) -> Wording:
    """Message and remedy for a violation of a component.

    ``names`` holds ``shape``, ``value``, ``path`` and ``detail``, and its parameters in the syntax of SPARQL.

    >>> compose("MinCountConstraintComponent", {"path": "<http://example.org/name>", "minCount": "1"}).message.zh
    'name 的值少于 1 个'
    """
    shown = {name: "" if part is None else brief(str(part)) for name, part in names.items()}
    english, chinese = ({**shown, "path": shown.get("path") or itself} for itself in ITSELF)
    wording = WORDINGS.get(component, OTHER)
    return Wording(*(Text(text.en.format(**english), text.zh.format(**chinese)) for text in wording))


def brief(syntax: str) -> str:
    """Terms and paths for a sentence: local names for IRIs, literals as Turtle has them, and not too long.

    >>> brief('<http://example.org/a>/<http://example.org/b#c>')
    'a/c'
    >>> brief('"5"^^<http://www.w3.org/2001/XMLSchema#integer>, "x"^^<http://www.w3.org/2001/XMLSchema#date>')
    '5, "x"^^xsd:date'
    """
    short = TERM.sub(short_term, syntax)
    return short if len(short) <= LONGEST else short[: LONGEST - 1] + "…"


def written(term: Term) -> str:
    """A term for a sentence about shapes: a literal as Turtle has it, an IRI as it is."""
    return brief(str(term)) if isinstance(term, Literal) else str(term)


def short_term(found: re.Match[str]) -> str:
    """A term in short, as a match of ``TERM``."""
    quoted, datatype, space, local = found.groups()
    if quoted is None or datatype is None:
        return quoted or local or space or ""
    if bare(quoted[1:-1], datatype):
        return quoted[1:-1]
    name = curie(NamedNode(datatype))
    return f"{quoted}^^{local_name(datatype) if name == datatype else name}"


def fill(text: str, names: Mapping[str, str]) -> str:
    """A message with its placeholders ``{?name}`` and ``{$name}`` filled in; unknown ones stay.

    >>> fill("{$this} is {?size}", {"this": "<urn:a>"})
    '<urn:a> is {?size}'
    """
    return PLACEHOLDER.sub(lambda found: names.get(found[1], found[0]), text)


def in_both_languages(texts: Iterable[Literal]) -> Text | None:
    """One text out of literals with language tags; where a language is missing, the other one stands for it."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault((text.language or "").lower().split("-")[0], text.value)
    if not found:
        return None
    english = found.get("en") or found.get("") or next(iter(found.values()))
    return Text(english, found.get("zh") or found.get("") or english)
