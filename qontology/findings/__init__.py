"""Findings: what every check of the package reports, and the formats in which that is written.

>>> Report.of([], engine="embedded", shapes=["core.ttl"], data=["mine.ttl"]).conforms
True
"""

from __future__ import annotations

from .findings import Finding, Report, Severity

__all__ = ["Finding", "Report", "Severity"]
