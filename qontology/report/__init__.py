"""Reports: what the graph says of the alliances, as pages that can be handed on."""

from __future__ import annotations

from .folder import files, write
from .html import html
from .markdown import markdown
from .study import Study

__all__ = ["Study", "files", "html", "markdown", "write"]
