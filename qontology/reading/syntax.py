"""Syntax errors as a curator understands them: cause and remedy in both languages for what a parser says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from pyoxigraph import RdfFormat

from ..characters import cut
from ..errors import InputError
from ..language import Text
from .faults import looks_like

__all__ = ["of_syntax"]

LONGEST = 120
PLACE = re.compile(r"^Parser error at .*?: ", re.DOTALL)

# What pyoxigraph says, as a pattern; what is wrong; what to do. Groups of the pattern fill the braces.
CAUSES = (
    (
        r"The prefix (?P<found>\S*): has not been declared",
        Text("the prefix {found}: is not declared", "前缀 {found}: 未声明"),
        Text("add a line @prefix {found}: <...> . at the top", "请在文件开头添加一行 @prefix {found}: <...> ."),
    ),
    (
        r"A dot is expected at the end of statements",
        Text("the statement before this place has no full stop", "此处之前的陈述缺少句点"),
        Text(
            "end it with . or, where it goes on, with ; between properties and , between values",
            "请在其末尾加 .；若陈述未结束，属性之间用 ;，值之间用 ,",
        ),
    ),
    (
        r"Unexpected end(?: of file)?",
        Text("the file ends inside a statement", "文件在陈述中途结束"),
        Text("close the quotation mark, bracket or statement", "请补上引号、括号或句点"),
    ),
    (
        r"Line jumps are not allowed in string literals.*",
        Text("a string in single quotation marks runs over the end of its line", "普通引号内的字符串不能跨行"),
        Text('close it on its line, or use """ on both sides', '请在同一行闭合引号，或在两端使用 """'),
    ),
    (
        r"No scheme found in an absolute IRI",
        Text("the IRI is relative, and the file declares no base", "IRI 是相对的，而文件未声明基准 IRI"),
        Text(
            "write the full IRI, add a line @base <...> . at the top, or give a base with --base",
            "请写出完整 IRI、在开头添加 @base <...> .，或用 --base 给出",
        ),
    ),
    (
        r"Invalid IRI code point (?P<found>.+)",
        Text("an IRI cannot hold the character {found}", "IRI 中不能含有字符 {found}"),
        Text("write the character as a per cent escape such as %20", "请用百分号转义书写该字符，如 %20"),
    ),
    (
        r".*?(?P<found>[，。；：“”‘’（）【】《》]).*",
        Text("the Chinese punctuation mark {found} is not part of the syntax", "语法中不能使用中文标点 {found}"),
        Text("use the ASCII mark in its place", "请改用半角标点"),
    ),
    (
        r"blank node property lists should end with a ']'",
        Text("a bracket [ is not closed before this place", "此处之前的 [ 未闭合"),
        Text("close it with ]", "请用 ] 闭合"),
    ),
    (
        r"A language code should always start with a letter|A subtag may be eight characters.*",
        Text("the language tag is not valid", "语言标签无效"),
        Text("use a tag such as @en or @zh", "请使用 @en、@zh 等标签"),
    ),
    (
        r"Unexpected character '(?P<found>.)'",
        Text("the character {found} cannot stand here", "此处不能使用字符 {found}"),
        Text("remove it or escape it", "请将其删除或转义"),
    ),
    (
        r"The escape sequence '(?P<found>\S+)'.*",
        Text("the escape {found} is not a character", "转义 {found} 不是有效字符"),
        Text("write the character itself", "请直接书写该字符"),
    ),
    (
        r"(?P<found>.+) is not a valid (?:RDF object|predicate|subject or graph name)",
        Text("{found} cannot stand here", "此处不能出现 {found}"),
        Text(
            "check the statement before it: quotation marks, ; between properties, , between values, . at the end",
            "请检查其前的陈述：引号是否成对，属性之间用 ;，值之间用 ,，末尾用 .",
        ),
    ),
    (
        r"(?:Object|Array) values must be followed by a comma.*",
        Text("a comma or a closing bracket is missing", "缺少逗号或右括号"),
        Text("add it before this place", "请在此处之前补上"),
    ),
    (
        r"No LoadDocumentCallback.*",
        Text("the context is at a remote address, which is never fetched", "上下文位于远程地址，而程序从不联网获取"),
        Text(
            "give a copy of it with --context IRI=FILE, or write the context into the file",
            "请用 --context IRI=文件 给出其副本，或把上下文写入文件",
        ),
    ),
    (
        r"Reached the buffer maximal size.*",
        Text("a term is too long to be read", "有一个项过长，无法读取"),
        Text("shorten the text, or close the quotation mark", "请缩短文本，或补上引号"),
    ),
)
OTHER = Text("correct this place or the statement before it", "请修改此处或其前一条陈述")
KINDS = {RdfFormat.RDF_XML: ("RDF/XML", ".rdf"), RdfFormat.JSON_LD: ("JSON-LD", ".jsonld")}


@contextmanager
def of_syntax(name: str, text: bytes, format: RdfFormat) -> Iterator[None]:
    """What a parser refuses, as an InputError."""
    try:
        yield
    except (SyntaxError, ValueError, MemoryError) as error:
        said = getattr(error, "msg", None) or str(error)
        message, remedy = explained(" ".join(PLACE.sub("", said).split()))
        likely = looks_like(text)
        if likely is not None and likely != format:
            kind, ending = KINDS[likely]
            message = Text(
                f"this is {kind}, but the name says {format.name}", f"内容是 {kind}，但扩展名表示 {format.name}"
            )
            remedy = Text(f"let the name end in {ending}", f"请使用扩展名 {ending}")
        line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
        raise InputError(message, remedy=remedy, file=name, line=line, column=column) from None


def explained(said: str) -> tuple[Text, Text]:
    """Message and remedy for what a parser says.

    >>> explained("The prefix ex: has not been declared")[0].zh
    '前缀 ex: 未声明'
    """
    for pattern, message, remedy in CAUSES:
        if found := re.fullmatch(pattern, said):
            names = {name: cut(value, LONGEST, "en") for name, value in found.groupdict().items()}
            return message.format(**names), remedy.format(**names)
    short = cut(said, LONGEST, "en")
    return Text(f"the syntax is broken: {short}", f"语法有误：{short}"), OTHER
