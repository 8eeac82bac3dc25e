"""Namespaces that are nearly ours: with another scheme, case or last sign, a file says nothing to us."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import InputError
from ..findings import Finding, Severity
from ..language import Text
from ..reading import Source

__all__ = ["NEARLY_OURS", "nearly_ours"]

NEARLY_OURS = "QO-002"

ROOT = "https://w3id.org/qontology/"
DECLARED = re.compile(rb"prefix\s+[^\s:]*:\s*<([^<>\s]*w3id\.org/+qontology[^<>\s]*)>", re.IGNORECASE)
WRITTEN = re.compile(r"https?://(www\.)?w3id\.org/+qontology", re.IGNORECASE)
NAMES = {"ns": "ns#", "shapes": "shapes#"}


def nearly_ours(source: Source) -> Iterator[Finding]:
    """A finding for each prefix of a file that stands for a namespace which is nearly one of ours."""
    try:
        text = source.data
    except InputError:
        return
    for declaration in DECLARED.finditer(text):
        namespace = declaration[1].decode(errors="replace")
        right = meant(namespace)
        if right is not None and right != namespace:
            yield Finding(
                NEARLY_OURS,
                Severity.VIOLATION,
                None,
                Text(
                    f"<{namespace}> is no namespace of ours: nothing that is said with it is understood",
                    f"<{namespace}> 不是本项目的命名空间：使用它的陈述都不会被理解",
                ),
                remedy=Text(f"write <{right}>", f"请写成 <{right}>"),
                file=source.name,
                line=text.count(b"\n", 0, declaration.start()) + 1,
            )


def meant(namespace: str) -> str | None:
    """The namespace of ours that one is or is meant to be; nothing where that cannot be told.

    >>> meant("http://w3id.org/qontology/ns/"), meant("https://w3id.org/qontology/id/Alliance")
    ('https://w3id.org/qontology/ns#', 'https://w3id.org/qontology/id/alliance/')
    >>> meant("https://w3id.org/qontology/ns#")
    'https://w3id.org/qontology/ns#'
    """
    rest = WRITTEN.sub("", namespace, count=1).lower().strip("/#")
    first, _, last = rest.partition("/")
    if first in NAMES and not last:
        return ROOT + NAMES[first]
    if first in ("id", "scheme"):
        return f"{ROOT}{rest}/"
    return None
