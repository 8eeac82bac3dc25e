"""Findings as CSV for a spreadsheet: a header, then one finding a row."""

from __future__ import annotations

import csv
import io

from ...characters import visible
from ..findings import Finding, Report

__all__ = ["COLUMNS", "write"]

COLUMNS = (
    "severity",
    "code",
    "file",
    "line",
    "column",
    "node",
    "path",
    "value",
    "message_en",
    "message_zh",
    "remedy_en",
    "remedy_zh",
    "component",
    "shape",
    "related",
)

STARTS_OF_FORMULAS = ("=", "+", "-", "@")
APOSTROPHE = "'"


def write(report: Report) -> str:
    """The findings in the columns of :data:`COLUMNS`, with line ends and quotes as in RFC 4180; absent is empty.

    Control characters, tabs and line breaks among them, are escaped as in N-Triples, so that a row is a line.
    Spreadsheets take a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula. Such a cell gets an apostrophe
    before it, which they do not show; so does a cell that begins with an apostrophe, so that whoever reads the file
    takes away one leading apostrophe and has what was written.
    """
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow(COLUMNS)
    writer.writerows(row(finding) for finding in report.findings)
    return rows.getvalue()


def row(finding: Finding) -> list[str]:
    cells = (
        finding.severity.value,
        finding.code,
        finding.file,
        finding.line,
        finding.column,
        finding.node,
        finding.path,
        finding.value,
        *finding.message,
        *(finding.remedy or ("", "")),
        finding.component,
        finding.shape,
        " ".join(map(str, finding.related)),
    )
    return [guarded("" if cell is None else visible(str(cell))) for cell in cells]


def guarded(cell: str) -> str:
    return APOSTROPHE + cell if cell.startswith((*STARTS_OF_FORMULAS, APOSTROPHE)) else cell
