"""SPARQL as text: its tokens, and what a query must not hold before it is run."""

from __future__ import annotations

from .guard import check
from .tokens import Token, tokens

__all__ = ["Token", "check", "tokens"]
