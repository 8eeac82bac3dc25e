"""What a file may need that it does not hold itself: a base for its relative IRIs, and contexts of JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import NamedNode

from .. import assets
from ..errors import InputError
from ..language import Text
from . import faults
from .raw import MOST_BYTES, read_bytes

__all__ = ["ALONE", "Surroundings", "surroundings"]

OUR_CONTEXT = "https://w3id.org/qontology/context.jsonld"

CONTEXT = re.compile(rb'(?<!\\)"@context"\s*:\s*')
PART = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}]')
IMPORT = re.compile(rb'"@import"\s*:\s*("(?:[^"\\]|\\.)*")')
FORM = Text("write --context IRI=FILE", "请写成 --context IRI=文件")


class Surroundings(NamedTuple):
    """A base, and contexts in JSON by their addresses.

    >>> ALONE.with_contexts(b'{"@context": "https://example.org/c"}')
    b'{"@context": "https://example.org/c"}'
    >>> Surroundings(contexts=(("https://example.org/c", b"{}"),)).with_contexts(b'{"@context": "https://example.org/c"}')
    b'{"@context": {}}'
    """

    base: str | None = None
    contexts: tuple[tuple[str, bytes], ...] = ()

    def with_contexts(self, text: bytes) -> bytes:
        """A document of JSON-LD with known contexts in the place of their addresses; no line moves."""
        if b'"@context"' not in text:
            return text
        known = dict(self.contexts)
        parts, end = [], 0
        for one in sorted(set(addresses(text))):
            context = known.get(one.name) or (our_context() if one.name == OUR_CONTEXT else None)
            if context is not None and one.importing is not None:
                context = imported(context, text[one.importing :])
            if context is not None:
                parts += [text[end : one.start], context]
                end = one.stop
        return b"".join([*parts, text[end:]])


ALONE = Surroundings()


class AddressInText(NamedTuple):
    """Where a document names a context, itself or to import it into the one that begins at ``importing``."""

    start: int
    stop: int
    name: str
    importing: int | None = None


def addresses(text: bytes) -> Iterator[AddressInText]:
    """The addresses of contexts in a document of JSON: values of ``@context``, in the list that it is, of ``@import``.

    >>> text = b'{"@context": [{"a": "b", "@import": "urn:i"}, "https://example.org/c"], "d": "@context"}'
    >>> [text[one.start : one.stop] for one in addresses(text)]
    [b'"@import": "urn:i"', b'"https://example.org/c"']
    """
    for name in CONTEXT.finditer(text):
        around: list[int] = []
        for part in PART.finditer(text, name.end()):
            sign = part[0][:1]
            if not around and (part.start() != name.end() or sign in b"]}"):
                break  # null, or no JSON
            signs = [text[place : place + 1] for place in around[-2:]]
            if sign == b'"' and signs in ([], [b"["]):
                yield AddressInText(*part.span(), unquoted(part[0]))
            elif sign == b'"' and signs[-1] == b"{" and (found := IMPORT.match(text, part.start())):
                yield AddressInText(*found.span(), unquoted(found[1]), around[-1])
            elif sign in b"[{":
                around.append(part.start())
            elif sign in b"]}":
                around.pop()
            if not around:
                break


def imported(context: bytes, text: bytes) -> bytes | None:
    """The entries of a context that another one, with which a text begins, imports and does not replace.

    None where that is no JSON, or the imported one is a list, which JSON-LD does not allow.
    """
    try:
        own, _ = json.JSONDecoder().raw_decode(text.decode())
    except (ValueError, RecursionError):
        return None
    entries = json.loads(context)
    if not isinstance(entries, dict):
        return None
    left = {name: value for name, value in entries.items() if name not in own}
    return json.dumps(left or {"@version": 1.1})[1:-1].encode()


def unquoted(text: bytes) -> str:
    """The string that a piece of JSON is; of no valid one, nothing."""
    try:
        return str(json.loads(text))
    except ValueError:
        return ""


@cache
def our_context() -> bytes:
    """The context that our own JSON-LD names, as one line."""
    return context_in((assets.root() / "ontology/context.jsonld").read_bytes(), OUR_CONTEXT)


def surroundings(base: str | None, contexts: Iterable[str]) -> Surroundings:
    """What a user names.

    :param contexts: each ``IRI=FILE``, the address of a context and the file with a copy of it.
    :raises InputError: where the base is no IRI, or a file holds no context.
    """
    for iri in [] if base is None else [base]:
        check_iri(iri, Text("the base", "基准"))
    found: list[tuple[str, bytes]] = []
    for given in contexts:
        address, _, file = given.rpartition("=")
        if not address or not file:
            raise InputError(
                Text(f"{given} does not name a context and its file", f"{given} 没有给出上下文及其文件"), remedy=FORM
            )
        check_iri(address, Text("the address of the context", "上下文的地址"))
        text = faults.checked(read_bytes(file, Path(file), MOST_BYTES), file, MOST_BYTES)
        # A copy may name contexts that stand before it.
        found.append((address, Surroundings(contexts=tuple(found)).with_contexts(context_in(text, file))))
    return Surroundings(base, tuple(found))


def context_in(text: bytes, file: str) -> bytes:
    """The context that a document holds, as one line."""
    try:
        document = json.loads(text)
        context = document["@context"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise InputError(
            Text("holds no @context", "不含 @context"),
            remedy=Text("name a copy of the JSON-LD context", "请指定 JSON-LD 上下文的副本"),
            file=file,
        ) from None
    return json.dumps(context).encode()


def check_iri(value: str, what: Text) -> None:
    try:
        NamedNode(value)
    except ValueError:
        raise InputError(
            Text(f"{what.en} {value} is not an absolute IRI", f"{what.zh} {value} 不是绝对 IRI"),
            remedy=Text("write it in full, as https://example.org/", "请写出完整 IRI，如 https://example.org/"),
        ) from None
