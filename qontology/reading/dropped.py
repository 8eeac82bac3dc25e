"""What a reader of JSON-LD drops without a word, as JSON-LD 1.1 lets it: told here, so that nothing is lost in silence.

Keys that the context does not define, keywords that there are not, and IRIs and language tags that are not valid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from ..errors import InputError
from ..language import Text
from ..namespaces import Term
from .faults import place

__all__ = ["BASE", "check_kept"]

# No IRI of a file begins with this, so that what does was relative.
BASE = "relative-iri:///"

KEYWORD_LIKE = re.compile(rb'"(@[A-Za-z]+)"')
KEYWORDS = frozenset(
    b"@" + word
    for word in b"base container context direction graph id import included index json language list nest none prefix"
    b" propagate protected reverse set type value version vocab".split()
)
# The next words are those of framing, which a document may hold beside its data.
KEYWORDS |= {b"@default", b"@embed", b"@explicit", b"@omitDefault", b"@requireAll", b"@first", b"@last", b"@always"}


def check_kept(text: bytes, triples: Iterable[Triple], name: str) -> None:
    """Refuses a document of which something would be dropped.

    :param triples: its statements as a lenient reader gives them, with all that is not valid.

    >>> check_kept(b'{"@id": "urn:a", "urn:p": 1}', [], "a.jsonld")
    >>> check_kept(b'{"@idd": "urn:a", "urn:p": 1}', [], "a.jsonld")
    Traceback (most recent call last):
        ...
    qontology.errors.InputError: a.jsonld:1:3: @idd is not a keyword of JSON-LD, and would be dropped; correct it ...

    :raises InputError: with the place as far as it can be found.
    """
    for found in KEYWORD_LIKE.finditer(text):
        if found[1] not in KEYWORDS:
            word = found[1].decode()
            why = Text(
                f"{word} is not a keyword of JSON-LD, and would be dropped", f"{word} 不是 JSON-LD 关键字，将被丢弃"
            )
            raise lost(why, Text("correct it or leave it out", "请更正或删去"), name, place(text, found.start(1)))
    known: set[Term] = set()
    for triple in triples:
        for role, term in enumerate(triple):
            if isinstance(term, NamedNode | Literal) and term not in known:
                known.add(term)
                check_term(text, term, name, is_key=role == 1)


def check_term(text: bytes, term: NamedNode | Literal, name: str, *, is_key: bool) -> None:
    """Refuses a term that is not valid; ``is_key`` tells that it is a property."""
    if isinstance(term, Literal):
        if term.language and not is_valid_tag(term.language):
            why = Text(f"“{term.language}” is not a language tag", f"“{term.language}”不是有效的语言标签")
            raise lost(
                why,
                Text("use a tag such as en or zh", "请使用 en、zh 等标签"),
                name,
                place_in_quotes(text, term.language),
            )
        check_term(text, term.datatype, name, is_key=False)
        return
    if is_valid_iri(term.value):
        return
    said = term.value.removeprefix(BASE)
    at = place_in_quotes(text, said)
    if is_key and not re.match("[A-Za-z][A-Za-z0-9+.-]*:", term.value):
        why = Text(
            f"the key “{said}” is not defined by a context, and would be dropped",
            f"键“{said}”未在上下文中定义，将被丢弃",
        )
        remedy = Text(
            "define it in the @context, correct it, or write a full IRI", "请在 @context 中定义、更正，或写出完整 IRI"
        )
        raise lost(why, remedy, name, at)
    why = Text(f"“{said}” is not a valid IRI, and would be dropped", f"“{said}”不是有效的 IRI，将被丢弃")
    raise lost(
        why, Text("write blanks and the like as per cent escapes such as %20", "请用百分号转义，如 %20"), name, at
    )


def is_valid_iri(value: str) -> bool:
    try:
        NamedNode(value)
    except ValueError:
        return False
    return True


def is_valid_tag(tag: str) -> bool:
    try:
        Literal("", language=tag)
    except ValueError:
        return False
    return True


def place_in_quotes(text: bytes, word: str) -> tuple[int, int] | None:
    """Where a word, or the end of an IRI, stands in quotation marks."""
    for end in (word, *(word[found.end() :] for found in re.finditer("[/#:]", word))):
        quoted = json.dumps(end, ensure_ascii=False)[1:].encode()
        before = b'"' if end == word else b""
        if end and (at := text.find(before + quoted)) >= 0:
            return place(text, at + len(before))
    return None


def lost(why: Text, remedy: Text, name: str, at: tuple[int, int] | None) -> InputError:
    """The error that something would be dropped."""
    line, column = at or (None, None)
    return InputError(why, remedy=remedy, file=name, line=line, column=column)
