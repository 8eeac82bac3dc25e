"""Findings as JUnit XML: a test suite a file, a failed test case a finding, so that CI services count and show them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

from ...characters import visible
from ...language import Language, Text
from ..findings import Finding, Report
from .excerpts import files, place
from .wording import NO_FILE, prose

__all__ = ["write"]

CONFORMS = Text("no findings", "未发现问题")


def write(report: Report, language: Language, prefixes: Mapping[str, str]) -> str:
    r"""The report as XML 1.0; a file without findings is one test case that passed.

    Test cases are grouped by code (``classname``), and the ``type`` of a failure is the severity of the finding.
    Characters that XML cannot hold are escaped as ``\uXXXX``.
    """
    cases: dict[str | None, list[ElementTree.Element]] = {file: [] for file in files(report)}
    for finding in report.findings:
        cases[finding.file].append(failed_case(finding, language, prefixes))
    root = ElementTree.Element("testsuites", name="qontology")
    for file, failed in cases.items():
        name = NO_FILE.say(language) if file is None else visible(file)
        passed = [] if failed else [ElementTree.Element("testcase", classname=name, name=CONFORMS.say(language))]
        suite = ElementTree.SubElement(
            root, "testsuite", name=name, tests=str(len(failed + passed)), failures=str(len(failed)), errors="0"
        )
        suite.extend(failed + passed)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def failed_case(finding: Finding, language: Language, prefixes: Mapping[str, str]) -> ElementTree.Element:
    message, *details = prose(finding, language, prefixes)
    case = ElementTree.Element("testcase", classname=visible(finding.code), name=place(finding) or message)
    failure = ElementTree.SubElement(case, "failure", type=finding.severity.value, message=message)
    failure.text = "\n".join([message, *details])
    return case
