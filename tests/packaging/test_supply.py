"""What the package is made of: bounds for each dependency, a lock within them, a list of components with licences."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from components import bounded, cyclonedx, needed, oldest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKED = dict(line.split("==") for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").split())
EXTRAS = PROJECT["optional-dependencies"]
ALL = [*PROJECT["dependencies"], *(one for extra in EXTRAS.values() for one in extra if "qontology" not in one)]


def name(requirement: str) -> str:
    return Requirement(requirement).name.lower().replace("_", "-")


@pytest.mark.parametrize("requirement", bounded(), ids=str)
def test_a_dependency_has_an_oldest_and_a_newest_version(requirement: Requirement) -> None:
    assert {one.operator for one in requirement.specifier} == {">=", "<"}


def test_the_oldest_versions_that_are_tried_are_those_that_are_allowed() -> None:
    tried = dict(line.split("==") for line in oldest().split())
    assert tried.keys() == {name(str(one)) for one in bounded()}
    assert {name(one) for one in PROJECT["dependencies"]} < tried.keys()
    for requirement in bounded():
        assert f">={tried[name(str(requirement))]}" in str(requirement.specifier).split(",")


@pytest.mark.parametrize("requirement", [one for one in ALL if name(one) in LOCKED])
def test_the_lock_keeps_the_bounds(requirement: str) -> None:
    assert Requirement(requirement).specifier.contains(Version(LOCKED[name(requirement)]), prereleases=True)


def test_the_lock_holds_all_that_is_needed() -> None:
    assert {name(one) for one in PROJECT["dependencies"]} <= LOCKED.keys()


def test_the_components_are_told_with_versions_and_licences() -> None:
    document = json.loads(cyclonedx())
    assert document["metadata"]["component"]["name"] == "qontology"
    told = {one["name"].lower(): one for one in document["components"]}
    assert {name(one) for one in PROJECT["dependencies"]} <= told.keys()
    assert all(one["version"] and one["licenses"][0]["license"]["name"] for one in document["components"])
    assert len(told) == len([*needed()]) - 1


@pytest.mark.long
def test_a_second_build_gives_the_same_bytes(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    first = {path.name: path.read_bytes() for path in wheel.parent.iterdir()}
    again = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(first) == 2 and first == again
