"""Reports: what the graph says of the alliances, as pages that can be handed on."""

from __future__ import annotations

from .content import Report
from .folder import files, write
from .html import html
from .markdown import markdown

__all__ = ["Report", "files", "html", "markdown", "write"]
