"""The explorer: a graph, the questions, the rules and an engine in one HTML file, which asks nothing of anybody.

What runs in the page is built from the folder ``explorer/`` of a checkout (``make bundle``) and ships with the package.
"""

from __future__ import annotations

from .assembling import assemble, is_built

__all__ = ["assemble", "is_built"]
