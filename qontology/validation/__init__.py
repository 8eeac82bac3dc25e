"""Validation as a user runs it: files or an endpoint in, a report with places out.

>>> validate(max_findings=0).engine
'embedded'
"""

from __future__ import annotations

from ..reading import Source
from ..shacl.shape_findings import ILL_FORMED
from .data import SYNTAX
from .imports import catalog_files
from .inference import REGIMES
from .rules import Rule, rule
from .service import ENGINES, data_sources, validate

__all__ = [
    "ENGINES",
    "ILL_FORMED",
    "REGIMES",
    "SYNTAX",
    "Rule",
    "Source",
    "catalog_files",
    "data_sources",
    "rule",
    "validate",
]
