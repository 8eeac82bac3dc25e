"""Findings as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import BlankNode

from ...language import Language, Text
from ...namespaces import Term
from ..findings import Finding, Report, Severity
from .excerpts import relative
from .names import compact
from .wording import prose, statements

__all__ = ["write"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, object]


def write(report: Report, language: Language, prefixes: Mapping[str, str]) -> str:
    """A log with one run: each code is a rule, each finding a result.

    Files are relative to the working directory and percent-encoded. A fingerprint is made of what a finding is about,
    not of where it stands, so that a finding keeps it when lines move.
    """
    by_code: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_code.setdefault(finding.code, []).append(finding)
    positions = {code: position for position, code in enumerate(by_code)}
    seen: Counter[str] = Counter()
    results = []
    for finding in report.findings:
        identity = fingerprint(finding)
        seen[identity] += 1
        results.append(
            {
                "ruleId": finding.code,
                "ruleIndex": positions[finding.code],
                "level": LEVELS[finding.severity],
                "message": message_of("\n".join(prose(finding, language, prefixes))),
                "partialFingerprints": {"finding/v1": f"{identity}:{seen[identity]}"},
                **locations_of(finding, prefixes),
            }
        )
    run: Json = {
        "tool": {
            "driver": {
                "name": "qontology",
                "informationUri": "https://w3id.org/qontology/ns",
                "rules": [rule_of(code, findings, language) for code, findings in by_code.items()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "properties": {"engine": report.engine},
        "results": results,
    }
    if language != "both":
        run["language"] = language
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def rule_of(code: str, findings: list[Finding], language: Language) -> Json:
    """A rule as its first finding describes it."""
    first = findings[0]
    rule: Json = {
        "id": code,
        "shortDescription": message_in(first.message, language),
        "defaultConfiguration": {"level": LEVELS[max(finding.severity for finding in findings)]},
    }
    if first.remedy is not None:
        rule["help"] = message_in(first.remedy, language)
    return rule


def locations_of(finding: Finding, prefixes: Mapping[str, str]) -> Json:
    """Where the finding stands in its file and in the graph, and the related nodes, as far as they are known."""
    location: Json = {}
    if finding.file is not None:
        physical: Json = {"artifactLocation": {"uri": uri_of(finding.file)}}
        if finding.line is not None:
            column = {} if finding.column is None else {"startColumn": finding.column}
            physical["region"] = {"startLine": finding.line, **column}
        location["physicalLocation"] = physical
    if finding.node is not None:
        location["logicalLocations"] = [node_location(finding.node, prefixes)]
    locations: Json = {"locations": [location]} if location else {}
    if finding.related:
        locations["relatedLocations"] = [
            {"logicalLocations": [node_location(term, prefixes)]} for term in dict.fromkeys(finding.related)
        ]
    return locations


def node_location(term: Term, prefixes: Mapping[str, str]) -> Json:
    return {"name": compact(term, prefixes), "fullyQualifiedName": str(term), "kind": "resource"}


def uri_of(file: str) -> str:
    path = relative(file)
    return quote(path, safe="/:?#[]@!$&'()*+,;=%" if "://" in path else "/")


def message_in(text: Text, language: Language) -> Json:
    return message_of("\n".join(statements(text, language)))


def message_of(text: str) -> Json:
    """A message without placeholders: SARIF wants its braces doubled (section 3.11.5)."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def fingerprint(finding: Finding) -> str:
    """A hash of code, rule and terms; blank nodes count as equal, for their labels change from run to run."""
    parts = (finding.code, finding.component, finding.shape, finding.node, finding.path, finding.value)
    stable = ["_:" if isinstance(part, BlankNode) else part and str(part) for part in parts]
    return sha256(json.dumps(stable).encode()).hexdigest()[:32]
