"""Exchange: what others take into their graphs, in the formats of others."""

from __future__ import annotations

from .contents import PARTS, Contents, contents
from .mappings import mappings
from .profiles import PROFILES, profiled
from .serialize import FORMATS, serialize

__all__ = ["FORMATS", "PARTS", "PROFILES", "Contents", "contents", "mappings", "profiled", "serialize"]
