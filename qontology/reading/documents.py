"""RDF/XML and JSON-LD: formats whose parsers can be made to hang or to die, and therefore run in a child process.

They come back as N-Triples.
"""

from __future__ import annotations

import json
import re
from xml.parsers import expat

from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from .. import assets
from ..errors import InputError
from ..language import Text
from .dropped import BASE, check_kept
from .faults import MOST_NESTED, place
from .isolation import ExhaustedError, isolated
from .mentions import Mentions
from .syntax import of_syntax

__all__ = ["to_n_triples"]

SECONDS = 30
SMALLER = Text("make it smaller or flatter", "请缩小体积或减少嵌套")
MOST_PREFIXES = 10_000
BYTES_A_SECOND = 1 << 20

# The address of our context, alone or before others.
OUR_CONTEXT = re.compile(rb'("@context"\s*:\s*(?:\[\s*)?)"https://w3id\.org/qontology/context\.jsonld"')


def to_n_triples(text: bytes, format: RdfFormat, name: str) -> bytes:
    """The statements of a document, of all its graphs, as N-Triples.

    :raises InputError: where it breaks the syntax, has a DOCTYPE, names a remote context or relative IRIs, or exhausts
        the parser.
    """
    if format == RdfFormat.RDF_XML:
        check_xml(text, name)
    else:
        text = OUR_CONTEXT.sub(lambda found: found[1] + our_context(), text)
    try:
        return isolated(SECONDS + len(text) // BYTES_A_SECOND, converted, text, format == RdfFormat.RDF_XML, name)
    except ExhaustedError as error:
        raise InputError(error.message, remedy=SMALLER, file=name) from None


def converted(text: bytes, xml: bool, name: str) -> bytes:
    """The work of the child."""
    format = RdfFormat.RDF_XML if xml else RdfFormat.JSON_LD
    with of_syntax(name, text, format):
        # A strict reader of JSON-LD drops what is not valid without a word; a lenient one shows it.
        triples = [quad.triple for quad in parse(text, format, base_iri=BASE, lenient=not xml)]
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
                "write the full IRI, or declare a base (xml:base, @base)",
                "请写出完整 IRI，或声明基准（xml:base、@base）",
            ),
            file=name,
            line=found_at and found_at.line,
            column=found_at and found_at.column,
        )
    return written


def our_context() -> bytes:
    """The context that our own JSON-LD names, as one line."""
    document = json.loads((assets.root() / "ontology/context.jsonld").read_text(encoding="utf-8"))
    return json.dumps(document["@context"]).encode()


def check_xml(text: bytes, name: str) -> None:
    """Refuses what is no well-formed XML, which the RDF/XML parser does not always notice, and every DOCTYPE."""

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

    def refuse(*_: object) -> None:
        line, column = place(text, text.find(b"<!DOCTYPE"))
        raise InputError(
            Text("declares a DOCTYPE, whose entities can grow without end", "含有 DOCTYPE 声明，其实体可能无限膨胀"),
            remedy=Text(
                "remove it, and write entities such as &xsd; out in full", "请将其删除，并写出 &xsd; 等实体的完整内容"
            ),
            file=name,
            line=line,
            column=column,
        )

    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = refuse
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
