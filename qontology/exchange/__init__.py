"""Exchange: the graph in the formats of others."""

from __future__ import annotations

from .serialize import FORMATS, Format, serialize

__all__ = ["FORMATS", "Format", "serialize"]
