"""Analysis: what the graph says, arranged for those who compare."""

from __future__ import annotations

from .compare import overview

__all__ = ["overview"]
