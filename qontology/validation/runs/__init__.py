"""Validation runs: from files and endpoints to reports."""

from __future__ import annotations

from .data import SYNTAX
from .rules import Rule, rule
from .validate import ENGINES, ours, validate

__all__ = ["ENGINES", "SYNTAX", "Rule", "ours", "rule", "validate"]
