"""Reading RDF files of unknown origin: their statements, the place of each, and one clear message for each fault."""

from __future__ import annotations

from .sources import Source, files_of, find_sources, shipped

__all__ = ["Source", "files_of", "find_sources", "shipped"]
