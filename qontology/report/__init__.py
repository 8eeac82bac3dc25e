"""Reports: what the graph says of the alliances, as pages, slides and workbooks that can be handed on."""

from __future__ import annotations

from .folder import PAGES, file, files, missing, write
from .html import html
from .markdown import markdown
from .slides import slides
from .study import Study
from .workbook import workbook

__all__ = ["PAGES", "Study", "file", "files", "html", "markdown", "missing", "slides", "workbook", "write"]
