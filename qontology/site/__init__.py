"""The site: a graph with its ontology, rules and questions as static pages in both languages, which need no server.

:func:`files` gives the files one after another, :func:`write` puts them into a folder, :func:`single_file` gives the
explorer, which is one file.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..knowledge import KnowledgeGraph
from ..tables.extras import require
from .folder import write

__all__ = ["files", "single_file", "write"]


def files(graph: KnowledgeGraph, base: str = "") -> Iterator[tuple[str, bytes]]:
    """The files of the site of a graph, by their names in order of making; the same bytes at every run.

    ``base`` is the address at which the site will stand, for the links that have to be whole, and for a site map.

    >>> from qontology import load
    >>> next(files(load()))[0]
    'assets/address.js'

    :raises InputError: where the extra ``site`` is not installed, or ``base`` is no address.
    """
    require("jinja2", "site")
    from .building import build

    return build(graph, address(base) if base else "")


def single_file(graph: KnowledgeGraph) -> bytes:
    """The explorer of a graph: one HTML file that opens from a disk, in both languages; the same bytes at every run.

    >>> from qontology import load
    >>> single_file(load()).startswith(b"<!DOCTYPE html>")
    True
    """
    from .explorer import assemble

    return assemble(graph)


def address(base: str) -> str:
    """An address on the web, with a slash at its end.

    :raises InputError: where it is none.
    """
    from urllib.parse import urlsplit

    from ..errors import InputError
    from ..language import Text

    try:
        parts = urlsplit(base)
        fits = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        fits = False
    if not fits or any(sign in base for sign in " \"'<>\\"):
        raise InputError(
            Text(f"{base} is not an address at which a site can stand", f"“{base}”不是可供站点使用的地址"),
            remedy=Text(
                "name one such as https://example.org/quantum/", "请给出地址，例如 https://example.org/quantum/"
            ),
        )
    return base.rstrip("/") + "/"
