"""RDF/XML and JSON-LD: formats whose parsers can be made to hang or to die, and therefore run in a child process.

They come back as N-Triples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from xml.parsers import expat

from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from ..errors import InputError
from ..language import Text
from .dropped import BASE, check_kept
from .faults import MOST_NESTED
from .isolation import ExhaustedError, isolated
from .mentions import Mentions
from .surroundings import ALONE, Surroundings, addresses
from .syntax import REMOTE_CONTEXT, of_syntax

__all__ = ["to_n_triples"]

SECONDS = 30
SMALLER = Text("make it smaller or flatter", "请缩小体积或减少嵌套")
MOST_PREFIXES = 10_000
BYTES_A_SECOND = 1 << 20

LONGEST_ENTITY = 1000


def to_n_triples(text: bytes, format: RdfFormat, name: str, around: Surroundings = ALONE) -> bytes:
    """The statements of a document, of all its graphs, as N-Triples.

    :raises InputError: where it breaks the syntax, has entities that are not harmless, names a context that is not
        known or relative IRIs without a base, or exhausts the parser.
    """
    is_xml = format == RdfFormat.RDF_XML
    if is_xml:
        check_xml(text, name)
    else:
        text = around.with_contexts(text)
    try:
        return isolated(SECONDS + len(text) // BYTES_A_SECOND, converted, text, is_xml, name, around.base)
    except ExhaustedError as error:
        raise InputError(error.message, remedy=SMALLER, file=name) from None


def converted(text: bytes, xml: bool, name: str, base: str | None) -> bytes:
    """The work of the child."""
    format = RdfFormat.RDF_XML if xml else RdfFormat.JSON_LD
    with at_unknown_context(text), of_syntax(name, text, format):
        # A strict reader of JSON-LD drops what is not valid without a word; a lenient one shows it.
        triples = [quad.triple for quad in parse(text, format, base_iri=base or BASE, lenient=not xml)]
    if not xml:
        check_kept(text, triples, name)
    written = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    if found := re.search(rb"<" + BASE.encode() + rb"([^>]*)>", written):
        relative = found[1].decode()
        found_at = Mentions(text, written).find(NamedNode(BASE + relative))
        raise InputError(
            Text(
                f"the IRI “{relative}” is relative, and the file declares no base",
                f"IRI“{relative}”是相对的，而文件未声明基准 IRI",
            ),
            remedy=Text(
                "write the full IRI, declare a base (xml:base, @base), or give one with --base",
                "请写出完整 IRI、声明基准（xml:base、@base），或用 --base 给出",
            ),
            file=name,
            line=found_at and found_at.line,
            column=found_at and found_at.column,
        )
    return written


@contextmanager
def at_unknown_context(text: bytes) -> Iterator[None]:
    """Tells of a context that is not known its address, and the line that names it first."""
    try:
        yield
    except InputError as error:
        named = min(addresses(text), default=None) if error.message == REMOTE_CONTEXT else None
        if named is not None:
            error.message = Text(f"{REMOTE_CONTEXT.en}: {named.name}", f"{REMOTE_CONTEXT.zh}：{named.name}")
            error.line = text.count(b"\n", 0, named.start) + 1
        raise


def check_xml(text: bytes, name: str) -> None:
    """Refuses what is no well-formed XML, which the RDF/XML parser does not always notice, and entities that may grow.

    Those that stand for a short text, as ontology editors write them for namespaces, are harmless.
    """

    depth = prefixes = 0

    def enter(_: str, attributes: dict[str, str]) -> None:
        nonlocal depth, prefixes
        depth += 1
        prefixes += sum(attribute.startswith("xmlns") for attribute in attributes)
        if depth > MOST_NESTED or prefixes > MOST_PREFIXES:
            raise too_much(name, parser.CurrentLineNumber, nested=depth > MOST_NESTED)

    def leave(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(what: Text) -> NoReturn:
        raise InputError(
            what,
            remedy=Text("remove it, and write it out in full where it is used", "请将其删除，并在使用处写出完整内容"),
            file=name,
            line=parser.CurrentLineNumber,
            column=parser.CurrentColumnNumber + 1,
        )

    def doctype(_: str, system: str | None, public: str | None, __: int) -> None:
        if system or public:
            refuse(Text("has a DOCTYPE that lies elsewhere", "DOCTYPE 声明指向外部文件"))

    def entity(entity: str, is_parameter: int, value: str | None, *_: str | None) -> None:
        if is_parameter or value is None:
            refuse(
                Text(f"the entity {entity} is an external or a parameter entity", f"实体 {entity} 是外部实体或参数实体")
            )
        if "&" in value or len(value) > LONGEST_ENTITY:
            refuse(
                Text(
                    f"the entity {entity} holds others or is long: it could grow",
                    f"实体 {entity} 含有其他实体或过长，可能膨胀",
                )
            )

    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = entity
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        said = expat.errors.messages[error.code]
        raise InputError(
            Text(f"is not well-formed XML: {said}", f"不是格式良好的 XML：{XML_ERRORS.get(said, said)}"),
            remedy=Text("correct this place or the element around it", "请修改此处或其所在元素"),
            file=name,
            line=error.lineno,
            column=error.offset + 1,
        ) from None


def too_much(name: str, line: int, *, nested: bool) -> InputError:
    """The error of a document over which the parser would take very long."""
    if nested:
        text = Text(f"nests elements more than {MOST_NESTED} deep", f"元素嵌套超过 {MOST_NESTED} 层")
        return InputError(text, remedy=Text("write it flatter", "请减少嵌套"), file=name, line=line)
    text = Text(f"declares more than {MOST_PREFIXES} prefixes", f"声明的前缀超过 {MOST_PREFIXES} 个")
    return InputError(text, remedy=Text("declare each once, at the top", "请在开头各声明一次"), file=name, line=line)


XML_ERRORS = {
    "no element found": "文件在元素闭合之前结束",
    "unclosed token": "标签或引号未闭合",
    "mismatched tag": "结束标签与开始标签不一致",
    "not well-formed (invalid token)": "此处的字符不合语法",
    "undefined entity": "实体未定义",
    "unbound prefix": "前缀未声明",
    "duplicate attribute": "属性重复",
    "junk after document element": "根元素之后还有内容",
}
