"""Validation as a user runs it: files or an endpoint in, a report with places out.

>>> validate(max_findings=0).engine
'embedded'
"""

from __future__ import annotations

from ..reading import Source
from .data import SYNTAX
from .rules import Rule, rule
from .service import ENGINES, data_sources, validate

__all__ = ["ENGINES", "SYNTAX", "Rule", "Source", "data_sources", "rule", "validate"]
