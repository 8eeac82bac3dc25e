"""Namespaces that are nearly ours or nearly one that our data use: with another scheme, case, spelling, last sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from pyoxigraph import NamedNode

from ..errors import InputError
from ..findings import Finding, Severity
from ..language import Text
from ..reading import Source
from ..terms import PREFIXES

__all__ = ["NEARLY_OURS", "Near", "near_namespaces"]

NEARLY_OURS = "QO-002"

ROOT = "https://w3id.org/qontology/"
DECLARED = re.compile(
    rb"""(?:prefix\s+[^\s:]*:\s*<([^<>\s]*)>|xmlns:[\w.-]+\s*=\s*["']([^<>"'\s&]*)["'])""", re.IGNORECASE
)
OURS = re.compile(r"w3id\.(?:org|com|net)/([^/#]+)")
IN_BOTH = frozenset({"https://schema.org/"})
"""What is in use with both schemes."""


def plain(namespace: str) -> str:
    """A namespace without what people get wrong."""
    return re.sub(r"/+", "/", re.sub(r"\Ahttps?://(www\.)?", "", namespace.lower()).strip("/#"))


KNOWN = {plain(namespace): namespace for namespace in PREFIXES.values() if namespace not in IN_BOTH}


class Near(NamedTuple):
    """A namespace that a file declares, and the known one that is meant."""

    written: str
    right: str
    file: str
    line: int

    @property
    def finding(self) -> Finding:
        """What is to be said of it."""
        message = Text(
            f"<{self.written}> is not a namespace of ours: nothing that is said with it is understood",
            f"<{self.written}> 不是本项目的命名空间：使用它的陈述都不会被理解",
        )
        if not self.right.startswith(ROOT):
            message = Text(
                f"<{self.written}> is not the namespace that is meant: nothing that is said with it is understood",
                f"<{self.written}> 并非所指的命名空间：使用它的陈述都不会被理解",
            )
        remedy = Text(f"write <{self.right}>", f"请写成 <{self.right}>")
        return Finding(NEARLY_OURS, Severity.VIOLATION, None, message, remedy=remedy, file=self.file, line=self.line)


def near_namespaces(source: Source) -> Iterator[Near]:
    """The prefixes of a file that stand for a namespace which is nearly a known one."""
    try:
        text = source.data
    except InputError:
        return
    for declaration in DECLARED.finditer(text):
        namespace = (declaration[1] or declaration[2] or b"").decode(errors="replace")
        right = meant(namespace)
        if right is not None and right != namespace:
            yield Near(namespace, right, source.name, text.count(b"\n", 0, declaration.start()) + 1)


def meant(namespace: str) -> str | None:
    """The known namespace that one is or is meant to be; nothing where that cannot be told.

    >>> meant("http://w3id.org/qontology/ns/"), meant("https://w3id.org/qontolgy/id/Aliance")
    ('https://w3id.org/qontology/ns#', 'https://w3id.org/qontology/id/alliance/')
    >>> meant("https://w3id.org/qontology/ns#"), meant("https://www.w3.org/2004/02/skos/core/")
    ('https://w3id.org/qontology/ns#', 'http://www.w3.org/2004/02/skos/core#')
    >>> meant("https://w3id.org/ontology/ns#")
    """
    try:
        NamedNode(namespace)
    except ValueError:
        return None
    if namespace in KNOWN.values():
        return namespace
    written = plain(namespace)
    root = OURS.match(written)
    if root is None or root[1] == "ontology" or not get_close_matches(root[1], ["qontology"], 1, 0.8):
        return KNOWN.get(written)
    written = f"w3id.org/qontology{written.removeprefix(root[0])}"
    if written in KNOWN:
        return KNOWN[written]
    space, _, last = written.rpartition("/")
    names = {known.removeprefix(f"{space}/"): known for known in KNOWN if known.startswith(f"{space}/")}
    near = get_close_matches(last, [name for name in names if "/" not in name], 1, 0.8)
    return KNOWN[names[near[0]]] if near else None
