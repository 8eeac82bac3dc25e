"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Mapping

from ...characters import visible
from ...language import Language
from ..findings import Finding, Report, Severity
from .excerpts import relative
from .wording import prose

__all__ = ["write"]

COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(report: Report, language: Language, prefixes: Mapping[str, str]) -> str:
    """One command a finding; an empty text where nothing was found."""
    return "".join(command(finding, language, prefixes) + "\n" for finding in report.findings)


def command(finding: Finding, language: Language, prefixes: Mapping[str, str]) -> str:
    given = {
        "file": None if finding.file is None else relative(finding.file),
        "line": finding.line,
        "col": finding.column,
        "title": finding.code,
    }
    properties = ",".join(
        f"{key}={escaped_property(visible(str(value)))}" for key, value in given.items() if value is not None
    )
    message = escaped("\n".join(prose(finding, language, prefixes)))
    return f"::{COMMANDS[finding.severity]} {properties}::{message}"


def escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
