"""Two engines side by side: what both find, and what only one of them does."""

from __future__ import annotations

from dataclasses import replace

from ..findings import Finding, Report, Severity
from ..language import Text
from ..shacl.pyshacl_engine import differences

__all__ = ["DIFFERENT", "compared"]

DIFFERENT = "engines-differ"


def compared(one: Report, other: Report) -> Report:
    """The findings of the first report, and one more for each finding that only one of the two has."""
    different = differences(one, other)
    firsts = set(one.findings)
    doubts = [doubt(finding, one.engine if finding in firsts else other.engine) for finding in different]
    return Report.of([*one.findings, *doubts], engine=f"{one.engine}, {other.engine}", shapes=one.shapes, data=one.data)


def doubt(finding: Finding, engine: str) -> Finding:
    """The finding that only one engine found something."""
    return replace(
        finding,
        code=DIFFERENT,
        severity=Severity.WARNING,
        message=Text(
            f"only the engine {engine} finds here: {finding.message.en}", f"仅 {engine} 引擎发现：{finding.message.zh}"
        ),
        remedy=Text("check it by hand, and report the difference", "请人工核实，并报告这一差异"),
    )
