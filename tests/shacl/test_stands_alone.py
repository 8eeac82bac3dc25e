"""The engine could leave: with the rooms that its contract grants and no others, it is a package of its own."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("shacl", "findings", "engine", "sparql")
GROUND = ("errors.py", "characters.py", "language.py", "namespaces.py", "terms.py")

PROGRAM = """
import sys
from pyoxigraph import RdfFormat, Store, parse
from validator.engine import Embedded
from validator.findings.formats import write
from validator.shacl import compile_shapes, run, run_pyshacl

shapes = '''
@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:Rule> sh:targetSubjectsOf <urn:name> ; sh:property [ sh:path <urn:name> ; sh:maxLength 3 ] .
'''
data = '<urn:a> <urn:name> "long name" .'
store = Store()
store.load(data, RdfFormat.TURTLE)
report = run(compile_shapes(parse(shapes, RdfFormat.TURTLE)), Embedded(store))
other = run_pyshacl(parse(shapes, RdfFormat.TURTLE), parse(data, RdfFormat.TURTLE))
assert len(other.findings) == len(report.findings) == 1
print(write(report, "text"))
assert not [name for name in sys.modules if name.partition(".")[0] == "qontology"], "the whole package was there"
"""


TESTS = ("conftest", "test_batches", "test_compiler", "test_findings", "test_focusing", "test_rules", "test_sparql")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with these rooms as a package of another name, and with tests of theirs that know it by this name."""
    folder = tmp_path_factory.mktemp("alone")
    package = folder / "validator"
    package.mkdir()
    (package / "__init__.py").touch()
    for name in GROUND:
        shutil.copy(ROOT / "qontology" / name, package)
    for room in ROOMS:
        shutil.copytree(ROOT / "qontology" / room, package / room, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests").mkdir()
    for name in TESTS:
        text = (Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8")
        (folder / "tests" / f"{name}.py").write_text(re.sub(r"\bqontology\.", "validator.", text), encoding="utf-8")
    return folder


def python(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python where nothing but this folder is on its path."""
    command = [sys.executable, "-P", *arguments]
    return subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True)


def test_with_a_few_rooms_it_validates_under_another_name(alone: Path) -> None:
    done = python(alone, "-c", PROGRAM)
    assert done.stderr == ""
    assert '"long name" is longer than 3 characters' in done.stdout


def test_its_tests_pass_there(alone: Path) -> None:
    done = python(alone, "-m", "pytest", "tests", "-q", "-p", "no:cacheprovider", "-p", "no:xdist")
    assert done.returncode == 0, done.stdout
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) > 100


def test_they_fail_where_a_room_is_missing(alone: Path, tmp_path: Path) -> None:
    shutil.copytree(alone, tmp_path / "less", ignore=shutil.ignore_patterns("sparql"))
    done = python(tmp_path / "less", "-c", "import validator.shacl")
    assert "No module named 'validator.sparql'" in done.stderr


def test_the_contract_grants_these_rooms_and_no_others() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = [found for found in project["tool"]["importlinter"]["contracts"] if found["type"] == "forbidden"]
    granted = {*ROOMS, *(Path(name).stem for name in GROUND)}
    packages = {path.parent.name for path in (ROOT / "qontology").glob("*/__init__.py")}
    modules = {path.stem for path in (ROOT / "qontology").glob("*.py")} - {"__init__"}
    assert contract["source_modules"] == ["qontology.shacl"]
    assert {name.removeprefix("qontology.") for name in contract["forbidden_modules"]} == (packages | modules) - granted
