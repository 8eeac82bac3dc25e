"""Assembling: the one file out of the built scripts and what Python knows of a graph."""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from ... import __version__
from ...exchange import serialize
from ...knowledge import KnowledgeGraph
from .library import library

__all__ = ["assemble", "is_built"]

BUNDLE = Path(__file__).parent / "bundle"
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%230a5a9c' "
    "stroke-width='2'%3E%3Ccircle cx='12' cy='12' r='9'/%3E%3Ccircle cx='12' cy='12' r='2.6' fill='%230a5a9c'/%3E"
    "%3C/svg%3E"
)
PAGE = """<!DOCTYPE html>
<html lang="en" data-version="{version}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Qontology</title>
<meta name="description" content="The alliances of the quantum industry in one file. 量子产业联盟知识图谱，一个文件。">
<link rel="icon" href="{icon}">
<style>{style}</style>
{blocks}
</head>
<body>
<noscript><p>This file needs JavaScript. <span lang="zh-CN">本文件需要 JavaScript。</span></p></noscript>
<script>{app}</script>
</body>
</html>
"""


def is_built() -> bool:
    """Whether the scripts are there, as they are in each package and each checkout."""
    return (BUNDLE / "app.js").is_file()


def assemble(graph: KnowledgeGraph) -> bytes:
    """The explorer of a graph as an HTML file; the same bytes at every run."""
    style, app = text_of("style.css"), text_of("app.js")
    known = json.dumps(library(graph), ensure_ascii=False, separators=(",", ":"))
    blocks = {
        "engine": (BUNDLE / "engine.wasm.gz").read_bytes(),
        "worker": packed(text_of("worker.js")),
        "library": packed(known),
        "graph": packed(serialize(graph.triples(), "nt")),
        "licences": packed(text_of("LICENCES.txt")),
    }
    page = PAGE.format(
        version=__version__,
        policy=policy(style, app),
        icon=ICON,
        style=style,
        app=app,
        blocks="\n".join(block(name, data) for name, data in blocks.items()),
    )
    return page.encode()


def text_of(name: str) -> str:
    """A file of the bundle, whose line ends a checkout may have changed."""
    return (BUNDLE / name).read_text(encoding="utf-8")


def packed(text: str) -> bytes:
    """A text as gzip, without the time of packing."""
    return gzip.compress(text.encode(), 9, mtime=0)


def block(name: str, data: bytes) -> str:
    """Bytes that a script of the page reads; the browser itself takes no notice of them."""
    return f'<script type="text/plain" id="{name}">{b64encode(data).decode()}</script>'


def policy(style: str, app: str) -> str:
    """What the page may do: run this script and this style, and nothing that is not in the file.

    >>> policy("", "").split("; ")[0], "connect-src 'none'" in policy("", "")
    ("default-src 'none'", True)
    """
    rules = {
        "default-src": "'none'",
        "script-src": f"{fingerprint(app)} 'wasm-unsafe-eval'",
        "style-src": fingerprint(style),
        "worker-src": "blob:",
        "img-src": "data:",
        "connect-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def fingerprint(text: str) -> str:
    """A script or a style as the policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
