"""SARIF, GitHub and JUnit: what CI services make of findings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode

from qontology.findings.findings import Finding, Report, Severity
from qontology.findings.formats import write
from qontology.language import Text

FAULT = Finding("QO-1", Severity.VIOLATION, NamedNode("urn:a"), Text("wrong", "有误"), file="a.ttl", line=3, column=5)


def report_of_findings(*findings: Finding) -> Report:
    return Report.of(findings, engine="embedded", shapes=[], data=["clean.ttl"])


def sarif_run(*findings: Finding) -> Any:
    return json.loads(write(report_of_findings(*findings), "sarif"))["runs"][0]


def sarif_uri(file: str) -> str:
    [result] = sarif_run(replace(FAULT, file=file))["results"]
    uri: str = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return uri


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("my data/100%.ttl", "my%20data/100%25.ttl"),
        ("data/量子.ttl", "data/%E9%87%8F%E5%AD%90.ttl"),
        ("a:b.ttl", "a%3Ab.ttl"),
        ("/elsewhere/secret/mine.ttl", "mine.ttl"),
        (str(Path.cwd() / "data/mine.ttl"), "data/mine.ttl"),
        ("https://example.org/a%20b?c=d", "https://example.org/a%20b?c=d"),
    ],
)
def test_sarif_names_files_by_relative_encoded_uris(file: str, uri: str) -> None:
    assert sarif_uri(file) == uri


@pytest.mark.parametrize(("severity", "level"), [("violation", "error"), ("warning", "warning"), ("info", "note")])
def test_severities_are_levels_of_sarif(severity: str, level: str) -> None:
    run = sarif_run(replace(FAULT, severity=Severity(severity)))
    assert run["results"][0]["level"] == level
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"]["level"] == level


def test_each_code_is_one_rule_and_results_point_to_it() -> None:
    run = sarif_run(FAULT, replace(FAULT, line=4), replace(FAULT, code="QO-2", line=5))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["QO-1", "QO-2"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0, 1]


def test_a_fingerprint_survives_moved_lines_and_tells_findings_apart() -> None:
    def fingerprints(*findings: Finding) -> list[str]:
        return [result["partialFingerprints"]["finding/v1"] for result in sarif_run(*findings)["results"]]

    assert fingerprints(FAULT) == fingerprints(replace(FAULT, line=30, column=1))
    assert fingerprints(FAULT) != fingerprints(replace(FAULT, value=Literal("x")))
    assert len(set(fingerprints(FAULT, replace(FAULT, line=4)))) == 2
    assert fingerprints(replace(FAULT, node=BlankNode("b1"))) == fingerprints(replace(FAULT, node=BlankNode("b2")))


def test_braces_of_a_sarif_message_are_no_placeholders() -> None:
    [result] = sarif_run(replace(FAULT, message=Text("use ^[0-9]{4}$", "")))["results"]
    assert result["message"]["text"].startswith("use ^[0-9]{{4}}$")


def test_related_terms_are_related_locations_each_once() -> None:
    related = tuple(NamedNode(f"urn:{name}") for name in "bbc")
    [result] = sarif_run(replace(FAULT, related=related))["results"]
    names = [location["logicalLocations"][0]["name"] for location in result["relatedLocations"]]
    assert names == ["<urn:b>", "<urn:c>"]


def test_a_result_without_place_and_node_has_no_location() -> None:
    [result] = sarif_run(Finding("QO-1", Severity.INFO, None, Text("wrong", "有误")))["results"]
    assert "locations" not in result and "relatedLocations" not in result


@pytest.mark.parametrize(
    ("changes", "command"),
    [
        ({}, "::error file=a.ttl,line=3,col=5,title=QO-1::wrong%0Anode: <urn:a>\n"),
        ({"node": None, "column": None}, "::error file=a.ttl,line=3,title=QO-1::wrong\n"),
        (
            {"node": None, "file": "a,b:c%.ttl", "line": None, "column": None, "severity": Severity.WARNING},
            "::warning file=a%2Cb%3Ac%25.ttl,title=QO-1::wrong\n",
        ),
        (
            {"node": None, "file": None, "line": None, "column": None, "severity": Severity.INFO},
            "::notice title=QO-1::wrong\n",
        ),
        (
            {"message": Text("50%: a, b", ""), "remedy": Text("mend it", "修改")},
            "::error file=a.ttl,line=3,col=5,title=QO-1::50%25: a, b%0Anode: <urn:a>%0Aremedy: mend it\n",
        ),
    ],
)
def test_a_finding_is_a_workflow_command(changes: dict[str, Any], command: str) -> None:
    assert write(report_of_findings(replace(FAULT, **changes)), "github") == command


def test_junit_has_a_suite_a_file_and_a_failure_a_finding() -> None:
    report = report_of_findings(FAULT, replace(FAULT, line=4), replace(FAULT, file="b.ttl"))
    suites = ElementTree.fromstring(write(report, "junit"))
    assert [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in suites] == [
        ("a.ttl", "2", "2"),
        ("b.ttl", "1", "1"),
        ("clean.ttl", "1", "0"),
    ]
    assert [failure.get("type") for failure in suites.iter("failure")] == ["violation"] * 3
    assert [case.get("name") for case in suites[0]] == ["a.ttl:3:5", "a.ttl:4:5"]
