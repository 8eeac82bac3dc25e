"""What is nearly right: a namespace that is not quite ours, a name that is described nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from qontology import validate

pytestmark = pytest.mark.usefixtures("of_the_study")

OURS = "https://w3id.org/qontology/"


NEARLY = {
    "https://w3id.org/qontology/ns/": "ns#",
    "http://w3id.org/qontology/ns#": "ns#",
    "https://W3ID.org/Qontology/NS#": "ns#",
    "https://w3id.org/qontology/ns": "ns#",
    "https://www.w3id.org/qontology/id/alliance#": "id/alliance/",
    "https://w3id.org/qontology/scheme/status": "scheme/status/",
    "https://w3id.org/qontolgy/ns#": "ns#",
    "https://w3id.com/qontology/id/aliance/": "id/alliance/",
    "https://w3id.org/qontology/id/organisation/": "id/organization/",
}
RIGHT = [
    f"{OURS}ns#",
    f"{OURS}id/alliance/",
    f"{OURS}scheme/",
    f"{OURS}shapes#",
    f"{OURS}module/core/",
    f"{OURS}id/venue/",
    "http://example.org/ns/",
    "https://w3id.org/ontology/ns#",
    "https://w3id.org/dpv#",
    "http://schema.org/",
    "http://purl.org/dc/elements/1.1/",
]


def declaring(file: Path, namespaces: Iterable[str]) -> Path:
    """The file with a prefix for each namespace, a line each, and a use of it."""
    lines = [f"@prefix p{number}: <{written}> .\n" for number, written in enumerate(namespaces)]
    uses = [f"<urn:a> p{number}:b <urn:c> .\n" for number in range(len(lines))]
    file.write_text("".join(["# mine\n", *lines, *uses]))
    return file


def test_a_namespace_that_is_nearly_ours_is_found_in_its_line_with_the_right_one(tmp_path) -> None:
    file = declaring(tmp_path / "a.ttl", NEARLY)
    found = {one.line: (one.file, one.remedy.en) for one in validate(file).findings if one.code == "QO-002"}
    assert found == {line: (str(file), f"write <{OURS}{right}>") for line, right in enumerate(NEARLY.values(), start=2)}


def test_a_namespace_of_ours_or_of_others_is_not(tmp_path) -> None:
    found = validate(declaring(tmp_path / "a.ttl", RIGHT)).findings
    assert [one.line for one in found if one.code == "QO-002"] == []


@pytest.mark.parametrize("written", ["http://www.w3.org/2004/02/skos/core", "https://www.w3.org/2004/02/skos/core#"])
@pytest.mark.parametrize(
    "form",
    ['@prefix s: <%s> .\n<urn:a> s:b "c" .', '<rdf:RDF xmlns:s="%s" xmlns:rdf="{}"><s:C rdf:about="urn:a"/></rdf:RDF>'],
)
def test_a_namespace_that_is_nearly_one_of_others_is_found_too(tmp_path, written: str, form: str) -> None:
    file = tmp_path / ("a.ttl" if form.startswith("@") else "a.rdf")
    file.write_text(form.replace("{}", "http://www.w3.org/1999/02/22-rdf-syntax-ns#") % written)
    found = [one for one in validate(file).findings if one.code == "QO-002"]
    assert [one.remedy.en for one in found] == ["write <http://www.w3.org/2004/02/skos/core#>"]


MEMBER = f"""@prefix qo: <{OURS}ns#> . @prefix alliance: <{OURS}id/alliance/> . @prefix goal: <{OURS}id/goal/> .
alliance:qutac qo:hasGoal goal:%s ."""


@pytest.mark.parametrize(("name", "near"), [("qutac-overal", "goal:qutac-overall"), ("zzzzzzzzzz", None)])
def test_a_thing_that_is_described_nowhere_is_told_with_the_nearest_name(tmp_path, name, near) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(MEMBER % name)
    (finding,) = [one for one in validate(file).findings if one.code == "QO-124"]
    assert (f"did you mean {near}?" in finding.remedy.en) == (near is not None)


def test_a_membership_that_leads_to_an_organization_is_told(tmp_path) -> None:
    file = tmp_path / "a.ttl"
    file.write_text(
        f"@prefix qo: <{OURS}ns#> . <{OURS}id/alliance/qutac> qo:hasMembership <{OURS}id/organization/siemens> ."
    )
    (finding,) = [one for one in validate(file).findings if one.code == "QO-125"]
    assert "this is no qo:Membership" in finding.message.en
