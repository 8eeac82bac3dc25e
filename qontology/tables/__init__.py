"""Tables: the answer of a query in the forms in which people take it away."""

from __future__ import annotations

from .table import FORMATS, Table

__all__ = ["FORMATS", "Table"]
