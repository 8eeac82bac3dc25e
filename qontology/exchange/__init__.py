"""Exchange: the graph in the formats of others."""

from __future__ import annotations

from .serialize import FORMATS, Format, read, serialize

__all__ = ["FORMATS", "Format", "read", "serialize"]
