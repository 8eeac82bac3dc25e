"""What a file may need that it does not hold itself: a base for its relative IRIs, and contexts of JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
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

# The addresses with which a @context begins; what follows an object in it is left as it is.
STRING = rb'"(?:[^"\\]|\\.)*"'
ADDRESSES = re.compile(rb'"@context"\s*:\s*(?:\[\s*)?' + STRING + rb"(?:\s*,\s*" + STRING + rb")*")
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
        known = {json.dumps(address).encode(): context for address, context in self.contexts}

        def replaced(found: re.Match[bytes]) -> bytes:
            name, colon, rest = found[0].partition(b":")
            return name + colon + re.sub(STRING, lambda one: known.get(one[0]) or ours(one[0]), rest)

        return ADDRESSES.sub(replaced, text)


ALONE = Surroundings()


def ours(address: bytes) -> bytes:
    """Our own context for its address; every other address as it is."""
    return our_context() if address == json.dumps(OUR_CONTEXT).encode() else address


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
            raise InputError(Text(f"{given} is no context with its file", f"{given} 不是带文件的上下文"), remedy=FORM)
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
            Text(f"{what.en} {value} is no absolute IRI", f"{what.zh} {value} 不是绝对 IRI"),
            remedy=Text("write it in full, as https://example.org/", "请写出完整 IRI，如 https://example.org/"),
        ) from None
