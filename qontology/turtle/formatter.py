"""The one canonical layout of a Turtle file."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from operator import itemgetter

import pyoxigraph

from ..characters import cut
from ..errors import InputError
from ..language import Text
from .blocks import read_block
from .document import Declaration, Document, RefusedError, error_at, refusal
from .layout import FULL_STOP, banner, block_lines, is_banner
from .plain import PlainLayout
from .terms import CanonicalOrder, Structure

__all__ = ["format_turtle"]


def format_turtle(text: str, *, file: str | None = None) -> str:
    """The same graph and the same comments in the canonical layout.

    PrefixScope come first, then one block a subject, by kind and name. Formatting twice is formatting once.

    :param text: Turtle 1.1; relative IRIs stay relative.
    :param file: the name to show in errors.

    :raises InputError: the text is not valid Turtle, or holds what the layout has no form for: syntax of RDF 1.2,
        brackets more than 100 deep, a comment inside a literal.

    >>> print(format_turtle('@prefix ex: <http://example.org/> . ex:b ex:q 2, 1; a ex:Thing. # note'), end="")
    @prefix ex: <http://example.org/> .
    <BLANKLINE>
    ex:b
        a ex:Thing ; # note
        ex:q 1 , 2 ;
        .
    """
    text = text.removeprefix("\ufeff")
    check(text, file)
    try:
        return write(Document(text))
    except RefusedError:
        raise refusal(text, file=file) or AssertionError("refused, but nothing to refuse was found") from None


def write(document: Document) -> str:
    sections = blocks(document)
    paragraphs, declarations = document.front_matter()
    head = [without_banners(paragraph) for paragraph in paragraphs]
    head.append([declaration_line(declaration) for declaration in declarations])
    sections = ["\n".join(lines) for lines in head if lines] + sections
    if closing := without_banners(document.closing):
        sections.append("\n".join(closing))
    return "\n\n".join(sections) + "\n" if sections else ""


def blocks(document: Document) -> list[str]:
    """The blocks by kind and name, with banners between the kinds where there is more than one."""
    order = CanonicalOrder(document.shortener.scope)
    plain_layout = PlainLayout(order)
    by_kind: dict[str, list[tuple[tuple[bool, str, str], str]]] = {}
    for subject, statements in document.statements.items():
        plain = plain_layout.kind_and_lines(statements[0]) if len(statements) == 1 else None
        if plain:
            kind, lines = plain
            lines = [*without_banners(statements[0].above), subject, *lines, FULL_STOP]
        else:
            block = read_block(subject, statements, order)
            kind, lines = order.kind(block.properties.get("a", [])), block_lines(block)
        name = "" if isinstance(subject, Structure) else subject
        by_kind.setdefault(kind, []).append(((not name, name.lower(), name), "\n".join(lines)))
    texts: list[str] = []
    for kind in sorted(by_kind, key=order.place_of_kind):
        if len(by_kind) > 1:
            texts.append(banner(kind or "untyped"))
        texts += [text for _, text in sorted(by_kind[kind], key=itemgetter(0))]
    return texts


def check(text: str, file: str | None) -> None:
    """Raise what makes the text no Turtle 1.1."""
    if "<<" in text and (refused := refusal(text, file=file)):
        raise refused  # before the parser sees it: it crashes on triple terms that are nested thousands deep
    try:
        deque(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE, base_iri="file:///"), maxlen=0)
    except SyntaxError as error:
        reason = " ".join(str(error.args[0]).partition(": ")[2].split())
        raise InputError(
            Text(f"this is not valid Turtle: {cut(reason, 120, 'en')}", f"不是有效的 Turtle：{cut(reason, 120, 'zh')}"),
            remedy=Text("correct this place or the statement before it", "请改正此处或其前一条陈述"),
            file=file,
            line=error.lineno,
            column=error.offset,
        ) from None
    except MemoryError:
        raise InputError(
            Text("a term is too long to be read", "有一个项过长，无法读取"),
            remedy=Text("shorten the text, or close the quotation mark", "请缩短文本，或补上引号"),
            file=file,
        ) from None
    except UnicodeEncodeError as error:
        raise error_at(
            text,
            error.start,
            Text("half of a surrogate pair is not a character", "孤立的代理码点不是有效字符"),
            Text("save the file as UTF-8 again from its source", "请从来源重新以 UTF-8 保存文件"),
            file=file,
        ) from None


def declaration_line(declaration: Declaration) -> str:
    keyword = "@base" if declaration.prefix is None else f"@prefix {declaration.prefix}:"
    return " ".join([f"{keyword} <{declaration.iri}> .", *declaration.notes.beside])


def without_banners(comments: Iterable[str]) -> list[str]:
    return [comment for comment in comments if not is_banner(comment)]
