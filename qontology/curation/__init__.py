"""Curation: facts by the sheets of a spreadsheet, in and out."""

from __future__ import annotations

from .importing import Imported, import_sheets
from .sheets import sheets

__all__ = ["Imported", "import_sheets", "sheets"]
