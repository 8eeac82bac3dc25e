"""Telling: where facts become words, each with the passages that vouch for it.

Five modules, each on those before it: ``rows`` reads the answers of the library's questions, ``words`` calls what is in
them by name in the reader's language, ``evidence`` numbers the passages on which they rest, ``tables`` holds both side
by side. ``describe`` and ``explain`` tell all of one thing, and why a statement holds.
"""

from __future__ import annotations

from .evidence import Cited, Evidence
from .tables import AnnotatedTable, Row
from .words import Words

__all__ = ["AnnotatedTable", "Cited", "Evidence", "Row", "Words"]
