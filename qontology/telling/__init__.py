"""Telling: where facts become words, each with the passages that vouch for it.

``rows`` reads the answers of the library's questions, ``words`` names what is in them in the language of the reader,
``evidence`` numbers the passages on which they rest, ``tables`` holds both side by side; each stands on those before.
``describe`` tells all of one thing, ``explain`` why a statement holds.
"""

from __future__ import annotations

from .evidence import Cited, Evidence
from .tables import AnnotatedTable, Row
from .words import Words

__all__ = ["AnnotatedTable", "Cited", "Evidence", "Row", "Words"]
