"""Reasoning: what follows from the asserted triples, by the rules under queries/rules.

Each rule is a CONSTRUCT over asserted triples alone, so that their order does not matter, and what it derives lies in
a named graph of its own. Where OWL says the same, the result is that of OWL.
"""

from __future__ import annotations

from .rules import GRAPHS, derive, materialize

__all__ = ["GRAPHS", "derive", "materialize"]
