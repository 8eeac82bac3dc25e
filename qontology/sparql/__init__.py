"""SPARQL as text: its tokens, one reading of a query, and what it must not hold before an engine runs it."""

from __future__ import annotations

from .guard import check
from .query import SparqlQuery, declared
from .tokens import Token, tokens

__all__ = ["SparqlQuery", "Token", "check", "declared", "tokens"]
